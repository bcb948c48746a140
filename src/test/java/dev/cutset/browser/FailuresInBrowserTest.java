package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Loss;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.analysis.Rehearsal;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Replica;
import dev.cutset.catalog.Scope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is killed by clicks goes down as the analysis says. */
@Tag("browser")
class FailuresInBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final int MOST_PAIRS = 40;

  @TempDir Path folder;

  @Test
  void a_click_kills_and_a_click_revives() throws Exception {
    Tab tab = CHROMIUM.open(ReportPage.of("ladder/6-several-zones", folder).file());

    tab.click("[data-domain='aws/us-east-1/us-east-1a']");
    assertThat(tab.textOf("#status"))
        .startsWith("Killed zone us-east-1a. All entry points are up.");
    tab.click("[data-domain='aws/us-east-1/us-east-1b']");
    assertThat(tab.textOf("#status")).startsWith("Killed zone us-east-1b. Down: shop.example.com.");
    assertThat(tab.textOf("[data-entry] .state")).isEqualTo("down");
    tab.click("[data-domain='aws/us-east-1/us-east-1a']");
    assertThat(tab.textOf("#status"))
        .startsWith("Revived zone us-east-1a. All entry points are up.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ladder/6-several-zones", "ladder/8-no-single-point-of-failure"})
  void two_clicks_do_what_the_pair_does_in_a_rehearsal(String stack) throws Exception {
    ReportPage page = ReportPage.of(stack, folder);
    Tab tab = CHROMIUM.open(page.file());
    List<Round> pairs = page.rehearsal().pairs();
    int step = Math.max(1, pairs.size() / MOST_PAIRS);
    List<String> said = new ArrayList<>();
    List<String> expected = new ArrayList<>();

    for (int i = 0; i < pairs.size(); i += step) {
      Round pair = pairs.get(i);
      tab.value("reviveAll()");
      pair.losses().forEach(loss -> kill(tab, loss));
      String keys = pair.losses().stream().map(Loss::key).collect(Collectors.joining(" + "));
      said.add(keys + " " + ReportPage.verdicts(tab));
      expected.add(keys + " " + ReportPage.words(pair.verdicts()));
    }

    assertThat(said).isEqualTo(expected).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ladder/1-single-server", "ladder/8-no-single-point-of-failure"})
  void the_slider_decides_how_much_goes_with_a_card(String stack) throws Exception {
    ReportPage page = ReportPage.of(stack, folder);
    Tab tab = CHROMIUM.open(page.file());
    Rehearsal rehearsal = page.rehearsal();
    Map<String, Replica> copies =
        page.inspection().architecture().components().values().stream()
            .flatMap(component -> component.replicas().stream())
            .collect(Collectors.toMap(Replica::id, copy -> copy));
    List<List<Scope>> levels =
        List.of(List.of(Scope.ZONE), List.of(Scope.REGION), List.of(Scope.PROVIDER, Scope.CLOUD));
    int killed = 0;

    for (int level = 1; level <= levels.size(); level++) {
      slideTo(tab, level);
      for (JsonNode card : tab.value("cards().map(card => card.copies)")) {
        Optional<Domain> around =
            card.isEmpty()
                ? Optional.empty()
                : around(copies.get(card.get(0).asString()), level, levels);
        if (around.isPresent()) {
          Domain domain = around.get();
          tab.value("reviveAll()");
          clickCard(tab, card.get(0).asString());
          assertThat(tab.texts("[...killed.values()].flatMap(loss => loss.keys)"))
              .containsExactly(domain.key());
          assertThat(ReportPage.verdicts(tab))
              .as(domain.key())
              .isEqualTo(
                  ReportPage.words(
                      rehearsal
                          .round(List.of(ReportPage.loss(rehearsal, domain.key())))
                          .verdicts()));
          killed++;
        }
      }
    }
    assertThat(killed).isGreaterThan(8);
  }

  @Test
  void the_slider_is_moved_by_keys_and_says_what_it_means() throws Exception {
    Tab tab = CHROMIUM.open(ReportPage.of("ladder/1-single-server", folder).file());
    tab.focus("#scope");

    List<String> said = new ArrayList<>(List.of(tab.textOf("#scope-word")));
    for (int i = 0; i < 3; i++) {
      tab.press("ArrowRight");
      said.add(tab.text("byId('scope').getAttribute('aria-valuetext')"));
    }

    assertThat(said)
        .containsExactly(
            "the instances chosen", "their zone", "their region", "their provider or cloud");
  }

  /** The smallest domain of the level around a copy; where there is none, of the next smaller. */
  private static Optional<Domain> around(Replica copy, int level, List<List<Scope>> levels) {
    for (int at = level; at > 0; at--) {
      for (Scope scope : levels.get(at - 1)) {
        var domain = copy.placement().domain().at(scope);
        if (domain.isPresent()) {
          return domain;
        }
      }
    }
    return Optional.empty();
  }

  private static void slideTo(Tab tab, int level) {
    tab.value(
        "byId('scope').value = " + level + "; byId('scope').dispatchEvent(new Event('input'))");
  }

  private static void kill(Tab tab, Loss loss) {
    if (loss.kind() == Loss.Kind.REPLICA) {
      clickCard(tab, loss.key().substring("replica:".length()));
    } else {
      String selector = "[data-domain=" + Tab.quoted(loss.key()) + "]";
      tab.value(
          "document.querySelector(" + Tab.quoted(selector) + ").dispatchEvent(new Event('click'))");
    }
  }

  private static void clickCard(Tab tab, String copy) {
    tab.value(
        "cardElements()[cards().findIndex(card => card.copies.includes("
            + Tab.quoted(copy)
            + "))].dispatchEvent(new Event('click'))");
  }
}
