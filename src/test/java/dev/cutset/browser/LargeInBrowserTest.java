package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.analysis.Rehearsal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A system of five thousand components: what is shown at once, and what is opened. */
@Tag("browser")
class LargeInBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir static Path folder;
  private static ReportPage page;

  @BeforeAll
  static void write() throws Exception {
    page = ReportPage.of(LargeStack.write(50, 97, folder.resolve("large.json")), folder);
  }

  @Test
  void the_overview_is_small_enough_to_read() throws Exception {
    Tab tab = CHROMIUM.open(page.file());
    System.out.printf(
        "%d components in a page of %.1f MB, ready %d ms after it was asked for%n",
        page.inspection().architecture().components().size(),
        Files.size(page.file()) / 1e6,
        tab.value("Math.round(performance.timing.domComplete - performance.timing.navigationStart)")
            .asInt());

    assertThat(page.inspection().architecture().components()).hasSizeGreaterThan(5_000);
    assertThat(Files.size(page.file())).isLessThan(10_000_000);
    assertThat(tab.value("cardElements().length").asInt()).isBetween(50, 120);
    assertThat(
            tab.texts("cards().filter(card => card.opens).map(card => card.title)").stream()
                .sorted())
        .hasSize(50)
        .startsWith("cell-00", "cell-01");
    assertThat(tab.texts("drawing().boxElements.map(box => box.getAttribute('aria-label'))"))
        .contains("region eu-west-1", "zone eu-west-1a", "zone us-east-1c", "provider Route 53");
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void every_component_is_on_one_sheet() {
    Tab tab = CHROMIUM.open(page.file());
    long drawn =
        page.inspection().architecture().components().values().stream()
            .filter(component -> !component.replicas().isEmpty())
            .count();

    assertThat(tab.value("places.size").asLong()).isEqualTo(drawn);
  }

  @Test
  void a_group_opens_and_closes_by_keys() {
    Tab tab = CHROMIUM.open(page.file());
    tab.focus(".card.opens");
    String name = tab.text("cardOf(document.activeElement).title");

    tab.press("Enter");
    assertThat(tab.textOf("#status")).startsWith(name + " is open.");
    assertThat(tab.textOf("#crumbs")).startsWith("Everything›" + name);
    assertThat(tab.texts("cards().map(card => card.title)"))
        .contains(name + "-web-96", name + "-db");

    tab.press("Escape");
    assertThat(tab.textOf("#status")).startsWith("Everything is shown.");
    assertThat(tab.focused()).startsWith(name + ", 100 components");
  }

  @Test
  void what_is_killed_falls_as_the_analysis_says_and_is_counted_on_the_groups() {
    Tab tab = CHROMIUM.open(page.file());
    Rehearsal rehearsal = page.rehearsal();
    for (String key : List.of("aws/eu-west-1/eu-west-1a", "aws/us-east-1")) {
      tab.value("reviveAll()");
      tab.value(
          "document.querySelector('[data-domain=\""
              + key
              + "\"]').dispatchEvent(new Event('click'))");

      List<String> expected =
          ReportPage.words(rehearsal.round(List.of(ReportPage.loss(rehearsal, key))).verdicts());
      assertThat(ReportPage.verdicts(tab)).isEqualTo(expected).contains("down", "up");
      long down = expected.stream().filter("down"::equals).count();
      assertThat(
              tab.text(
                  "cardElements()[cards().findIndex(card => card.entry)].lastChild.textContent"))
          .isEqualTo(down + " of 50 down");
    }
  }

  @Test
  void the_search_opens_the_group_that_holds_what_was_found() {
    Tab tab = CHROMIUM.open(page.file());
    tab.focus("#search");
    tab.type("cell-31-web-07");

    tab.press("Enter");

    assertThat(tab.focused()).isEqualTo("cell-31-web-07, EC2 instance");
    assertThat(tab.textOf("#crumbs b")).isEqualTo("cell-31");
  }

  @Test
  void the_table_shows_a_part_at_a_time_and_what_is_down_first() {
    Tab tab = CHROMIUM.open(page.file());
    tab.value(
        "byId('as-table').open = true; toggle('domains', 'aws/eu-west-1/eu-west-1a', 'zone')");

    assertThat(tab.value("document.querySelectorAll('#rows tr').length").asInt()).isEqualTo(200);
    assertThat(tab.text("document.querySelector('#rows tr').cells[3].textContent"))
        .isEqualTo("down");
    tab.click("#more-rows");
    assertThat(tab.value("document.querySelectorAll('#rows tr').length").asInt()).isEqualTo(400);
  }
}
