package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page by keys alone. */
@Tag("browser")
class KeyboardInBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;
  private Tab tab;

  @BeforeEach
  void open() throws Exception {
    tab = CHROMIUM.open(ReportPage.of("ladder/1-single-server", folder).file());
  }

  @Test
  void the_tab_key_goes_from_the_controls_through_the_drawing_to_the_findings() {
    List<String> stops = new ArrayList<>();
    for (int i = 0; i < 22; i++) {
      tab.press("Tab");
      stops.add(tab.focused());
    }

    assertThat(stops)
        .containsSubsequence(
            "Skip the drawing",
            "search",
            "scope",
            "revive",
            "Zoom out",
            "Zoom in",
            "fit",
            "theme",
            "cloud aws",
            "region us-east-1",
            "zone us-east-1a",
            "shop.example.com, entry point",
            "web, EC2 instance",
            "database, RDS instance",
            "Entry points",
            "blocks web is the only application server");
    assertThat(stops).doesNotHaveDuplicates();
  }

  @Test
  void the_focus_is_seen() {
    tab.press("Tab");
    tab.press("Tab");
    assertThat(tab.text("getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");

    tab.focus("[data-card='1']");
    assertThat(
            tab.text("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth"))
        .isEqualTo("5px");
  }

  @Test
  void enter_kills_and_revives() {
    web();

    tab.press("Enter");
    assertThat(tab.textOf("#status")).startsWith("Killed web. Down: shop.example.com.");
    assertThat(tab.textOf("#killed")).isEqualTo("Revive web");
    assertThat(tab.focused()).isEqualTo("web, EC2 instance, down");
    assertThat(tab.text("document.activeElement.getAttribute('aria-pressed')")).isEqualTo("true");

    tab.press("Enter");
    assertThat(tab.textOf("#status")).isEqualTo("Revived web. All entry points are up.");
    assertThat(tab.textOf("#killed")).isEqualTo("Nothing yet.");
  }

  @Test
  void space_kills_a_zone_and_does_not_scroll() {
    tab.focus("[data-domain$='us-east-1a']");

    tab.press(" ");

    assertThat(tab.textOf("#status")).startsWith("Killed zone us-east-1a. Down: shop.example.com.");
    assertThat(tab.value("window.scrollY").asInt()).isZero();
  }

  @Test
  void arrows_go_to_the_next_thing_in_their_direction() {
    web();

    tab.press("ArrowDown");
    assertThat(tab.focused()).isEqualTo("database, RDS instance");
    tab.press("ArrowLeft");
    assertThat(tab.focused()).isEqualTo("internet, internet gateway");
    tab.press("ArrowRight");
    tab.press("ArrowUp");
    assertThat(tab.focused()).isEqualTo("web, EC2 instance");
  }

  @Test
  void escape_takes_back_one_kind_of_thing_after_the_other() {
    web();
    tab.press("Enter");
    tab.value("light(0)");
    tab.press("/");
    tab.type("data");

    tab.press("Escape");
    assertThat(tab.text("byId('search').value")).isEmpty();
    assertThat(tab.value("document.querySelectorAll('#drawing .chain').length").asInt())
        .isPositive();
    tab.press("Escape");
    assertThat(tab.value("document.querySelectorAll('#drawing .chain').length").asInt()).isZero();
    assertThat(tab.textOf("#killed")).isEqualTo("Revive web");
    tab.press("Escape");
    assertThat(tab.textOf("#status")).isEqualTo("Revived everything. All entry points are up.");
  }

  private void web() {
    tab.focus("[aria-label='web, EC2 instance']");
  }
}
