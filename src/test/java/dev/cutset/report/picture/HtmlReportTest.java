package dev.cutset.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Judgement;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
  private static final String NASTY = "</script><img src=x onerror=alert(1)>&\"'";

  @Test
  void the_page_loads_nothing_and_forbids_it() throws IOException {
    String page = page(2, "web");

    assertThat(page)
        .contains("default-src 'none'")
        .contains("script-src 'sha256-")
        .doesNotContain("unsafe-inline")
        .doesNotContain("<link")
        .doesNotContain(" src=")
        .doesNotContain("url(");
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
  }

  @Test
  void a_name_with_markup_is_only_a_name() throws IOException {
    String page = page(2, NASTY);

    assertThat(page).doesNotContain("<img").doesNotContain("onerror=alert(1)>");
    assertThat(page).contains("&lt;/script&gt;&lt;img").contains("\\u003c/script\\u003e");
    assertThat(page.split("</script>", -1)).hasSize(3);
  }

  @Test
  void components_are_drawn_in_their_domains() {
    Picture picture = PictureLayout.of(architecture(4, "web"), Map.of());

    assertThat(picture.boxes()).extracting(Picture.Box::scope).containsOnlyOnce("cloud", "region");
    for (Picture.Card card : picture.cards()) {
      assertThat(card.area().x() + card.area().width()).isLessThanOrEqualTo(picture.width());
      assertThat(card.area().y() + card.area().height()).isLessThanOrEqualTo(picture.height());
    }
    assertThat(picture.cards()).hasSize(5);
    assertThat(picture.lines()).hasSize(4);
  }

  @Test
  void five_thousand_components_of_a_type_are_runs_that_open() {
    List<Atlas.Sheet> sheets = new Atlas(architecture(5_000, "web"), Map.of()).sheets();

    assertThat(sheets.get(0).picture().cards()).hasSizeLessThan(Clusters.READABLE);
    assertThat(sheets.get(0).picture().cards())
        .anyMatch(card -> card.title().equals("web0 … web83"));
    assertThat(sheets)
        .allMatch(sheet -> sheet.picture().cards().size() <= Clusters.READABLE + 1)
        .filteredOn(sheet -> !sheet.name().isEmpty())
        .flatExtracting(sheet -> sheet.picture().cards())
        .filteredOn(card -> !card.entry() && card.opens().isEmpty())
        .hasSize(5_000);
  }

  @Test
  void what_is_too_much_to_read_is_grouped_by_the_component_resource_that_holds_it() {
    Architecture architecture = architecture(300, "web");
    Map<Urn, Urn> parents = new java.util.HashMap<>();
    for (int i = 0; i < 300; i++) {
      Urn cell = new Urn("urn:pulumi:dev::shop::shop:Cell::cell-" + i % 10);
      parents.put(new Urn("web" + i), cell);
      parents.put(cell, new Urn("urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev"));
    }

    List<Atlas.Sheet> sheets = new Atlas(architecture, parents).sheets();

    assertThat(sheets).hasSize(11);
    assertThat(sheets.get(0).picture().cards())
        .filteredOn(card -> card.opens().isPresent())
        .extracting(Picture.Card::subtitle)
        .hasSize(10)
        .containsOnly("30 components");
    assertThat(sheets.get(3).name()).isEqualTo("cell-2");
    // They are in three zones, and so is their card in none of them; these can be killed all the
    // same.
    assertThat(sheets.get(0).picture().boxes())
        .extracting(Picture.Box::label)
        .contains("zone eu-west-1a", "zone eu-west-1b", "zone eu-west-1c");
  }

  @Test
  void modules_of_terraform_are_told_by_addresses() {
    List<Component> components = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String module = "module.cell[\"a." + i % 4 + "\"]";
      components.addAll(
          architecture(1, module + ".module.web.aws_instance.server_" + i).components().values());
    }

    assertThat(new Clusters(Map.of()).split(components))
        .extracting(Clusters.Cluster::name)
        .containsExactly(
            "module.cell[\"a.0\"]",
            "module.cell[\"a.1\"]",
            "module.cell[\"a.2\"]",
            "module.cell[\"a.3\"]");
  }

  @Test
  void copies_with_names_of_their_own_are_called_by_them_where_they_are() {
    Domain region = Domain.region(Domain.cloud("aws"), "eu-west-1");
    Urn ensemble = new Urn("zk-1");
    List<Replica> copies = new ArrayList<>();
    for (String zone : List.of("a", "b", "c")) {
      Placement there = Placement.in(Domain.zone(region, "eu-west-1" + zone));
      copies.add(new Replica("copy " + zone, ensemble, "zk-" + zone, there, true, Need.NOTHING));
    }
    Component component =
        new Component(
            ensemble,
            new Component.Kind("zk-a, zk-b, zk-c", "t", "an ensemble", Optional.empty()),
            copies,
            2,
            Failover.AUTOMATIC,
            Need.NOTHING,
            List.of(),
            Component.Traits.NONE);

    Picture picture = PictureLayout.of(Architecture.of(List.of(component), List.of()), Map.of());

    assertThat(picture.cards())
        .extracting(Picture.Card::title)
        .containsExactly("zk-a", "zk-b", "zk-c");
  }

  @Test
  void two_pictures_of_one_architecture_are_the_same() {
    assertThat(PictureLayout.of(architecture(40, "web"), Map.of()))
        .isEqualTo(PictureLayout.of(architecture(40, "web"), Map.of()));
  }

  private static String page(int servers, String name) throws IOException {
    Architecture architecture = architecture(servers, name);
    Judgement judgement =
        new Judgement(
            new Judgement.StackSummary(name, "dev", Stack.Source.PREVIEW, servers),
            Judgement.Outcome.PASSED,
            Scope.ZONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    StringWriter out = new StringWriter();
    new HtmlReport().render(judgement, new Completed(architecture, architecture), Map.of(), out);
    return out.toString();
  }

  private static Architecture architecture(int servers, String name) {
    Domain region = Domain.region(Domain.cloud("aws"), "eu-west-1");
    List<Component> components = new ArrayList<>();
    List<Need> needs = new ArrayList<>();
    for (int i = 0; i < servers; i++) {
      Urn urn = new Urn(name + i);
      Domain zone = Domain.zone(region, "eu-west-1" + (char) ('a' + i % 3));
      Replica copy =
          new Replica("copy " + i, urn, name + i, Placement.in(zone), true, Need.NOTHING);
      components.add(
          new Component(
              urn,
              new Component.Kind(name + i, "t", "a server", Optional.empty()),
              List.of(copy),
              1,
              Failover.AUTOMATIC,
              Need.NOTHING,
              List.of(),
              Component.Traits.NONE));
      needs.add(new Need.On(urn, Evidence.declared("said so")));
    }
    EntryPoint entry =
        new EntryPoint(new Urn("entry"), name, Scope.ZONE, new Need.Any(needs, Failover.AUTOMATIC));
    return Architecture.of(components, List.of(entry));
  }
}
