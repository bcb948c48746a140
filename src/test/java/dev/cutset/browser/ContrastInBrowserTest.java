package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** WCAG 2.2 AA: contrast measured in the page as it is drawn, and the rules of axe. */
@Tag("browser")
class ContrastInBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** Nothing done, something dead, a finding lit, and a search. */
  private static final List<String> STATES =
      List.of(
          "0",
          "cardElements().find(e => e.getAttribute('aria-pressed')).dispatchEvent(new Event('click'));"
              + " byId('as-table').open = true; all('aside details').forEach(d => { d.open = true; })",
          "light(0)",
          "drawing().boxElements.at(-1).dispatchEvent(new Event('click'))",
          "byId('search').value = 'e'; search()");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "ladder/1-single-server, light",
    "ladder/1-single-server, dark",
    "ladder/7c-second-region, light",
    "ladder/7c-second-region, dark",
  })
  void text_and_parts_stand_out_from_what_is_behind_them(String stack, String theme)
      throws Exception {
    Tab tab = CHROMIUM.open(ReportPage.of(stack, folder).file(), 1440, 1200, theme);
    tab.value(script());
    for (String state : STATES) {
      tab.value(state + "; 0");

      assertThat(tab.texts("tooFaintText()")).as(state).isEmpty();
      assertThat(tab.texts("tooFaintParts()")).as(state).isEmpty();
      assertThat(tab.value("measured").asInt()).isGreaterThan(30);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void axe_finds_nothing(String theme) throws Exception {
    String axe = System.getenv("CUTSET_AXE");
    assumeTrue(axe != null, "CUTSET_AXE names no axe.min.js");
    Tab tab =
        CHROMIUM.open(ReportPage.of("ladder/1-single-server", folder).file(), 1440, 900, theme);
    tab.value(Files.readString(Path.of(axe)) + "; 0");
    for (String state : STATES) {
      tab.value(state + "; 0");

      assertThat(
              tab.texts(
                  "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa',"
                      + " 'best-practice'] }).then(found => found.violations.map(each => each.id + ' '"
                      + " + each.nodes.map(node => node.html).join(' ')))"))
          .as(state)
          .isEmpty();
    }
  }

  private static String script() throws IOException {
    try (InputStream in = ContrastInBrowserTest.class.getResourceAsStream("contrast.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
