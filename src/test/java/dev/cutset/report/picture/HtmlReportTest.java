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
  void five_thousand_components_of_a_type_are_one_group_in_each_zone() {
    Picture picture = PictureLayout.of(architecture(5_000, "web"), Map.of());

    assertThat(picture.cards()).hasSize(4);
    assertThat(picture.cards()).anyMatch(card -> card.title().equals("5000 × a server"));
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
