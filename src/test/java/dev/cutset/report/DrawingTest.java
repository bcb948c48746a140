package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final Drawing SHOP =
      new Drawing(
          List.of(
              new Drawing.Node("shop", List.of("shop.example.com"), "entry-point", List.of()),
              new Drawing.Node(
                  "web", List.of("web", "instance"), "compute", List.of("us-east-1", "us-east-1a")),
              new Drawing.Node("db", List.of("orders \"<b>\\"), "database", List.of("us-east-1"))),
          List.of(
              new Drawing.Edge("shop", "web", ""),
              new Drawing.Edge("web", "db", "needs & writes"),
              new Drawing.Edge("web", "not drawn", "")));

  @Test
  void graphviz_gets_boxes_for_domains_and_quoted_names() throws IOException {
    StringBuilder text = new StringBuilder();

    new DotReport().render(SHOP, text);

    assertThat(text.toString())
        .isEqualTo(
            """
            digraph cutset {
              rankdir=TB;
              node [shape=box, fontname="sans-serif"];
              n0 [label="shop.example.com", shape=oval];
              subgraph cluster_0 {
                label="us-east-1";
                n2 [label="orders \\"<b>\\\\", shape=cylinder];
                subgraph cluster_0_0 {
                  label="us-east-1a";
                  n1 [label="web\\ninstance", shape=box];
                }
              }
              n0 -> n1;
              n1 -> n2 [label="needs & writes"];
            }
            """);
  }

  @Test
  void mermaid_gets_boxes_for_domains_and_no_markup_from_names() throws IOException {
    StringBuilder text = new StringBuilder();

    new MermaidReport().render(SHOP, text);

    assertThat(text.toString())
        .isEqualTo(
            """
            flowchart TB
              n0(["shop.example.com"])
              subgraph d_0["us-east-1"]
                n2[("orders #quot;#lt;b#gt;#92;")]
                subgraph d_0_0["us-east-1a"]
                  n1["web<br>instance"]
                end
              end
              n0 --> n1
              n1 -->|"needs #amp; writes"| n2
            """);
  }
}
