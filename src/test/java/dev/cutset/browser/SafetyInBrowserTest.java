package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Names come from files that others wrote, and the page is opened where nobody guards it. */
@Tag("browser")
class SafetyInBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final List<String> NAMES =
      List.of(
          "</script><script>window.hit = 1</script>",
          "<img src=x onerror='window.hit = 2'>",
          "\" onfocus=\"window.hit = 3\" autofocus x=\"",
          "'); window.hit = 4; ('",
          "{{model}}${window.hit = 5}<!--",
          "\u202Etxt.exe\u202C and \u200Fright",
          "\u05E9\u05E8\u05EA \u05D0",
          "n".repeat(300));

  @TempDir Path folder;

  @Test
  void the_page_asks_for_nothing_but_itself_and_nothing_complains() throws Exception {
    Tab tab = CHROMIUM.open(ReportPage.of("ladder/8-no-single-point-of-failure", folder).file());
    useAll(tab);

    assertThat(tab.address()).startsWith("file:");
    assertThat(tab.requests()).containsExactly(tab.address());
    assertThat(tab.complaints()).isEmpty();
  }

  @Test
  void the_page_may_not_ask_for_anything() throws Exception {
    Tab tab = CHROMIUM.open(ReportPage.of("ladder/1-single-server", folder).file());

    assertThat(tab.text("fetch('data:,x').then(() => 'let through', () => 'kept back')"))
        .isEqualTo("kept back");
    assertThat(
            tab.text(
                "new Promise(done => { const i = new Image(); i.onload = () => done('let through');"
                    + " i.onerror = () => done('kept back'); i.src = 'data:image/gif;base64,"
                    + "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='; })"))
        .isEqualTo("kept back");
    assertThat(
            tab.text(
                "(() => { const s = document.createElement('script'); s.textContent = 'window.hit = 1';"
                    + " document.body.append(s); return String(window.hit); })()"))
        .isEqualTo("undefined");
  }

  @Test
  void hostile_names_do_nothing_and_can_be_read() throws Exception {
    ReportPage page = ReportPage.of(hostile(), folder);
    Tab tab = CHROMIUM.open(page.file());
    tab.value("document.querySelector('[data-domain]').dispatchEvent(new Event('click'))");
    useAll(tab);
    tab.value("byId('search').value = 'img'; search()");

    assertThat(tab.text("String(window.hit)")).isEqualTo("undefined");
    assertThat(tab.complaints()).isEmpty();
    assertThat(tab.requests()).containsExactly(tab.address());
    assertThat(tab.texts("[...components.values()].map(each => each.name)"))
        .contains(NAMES.get(0), NAMES.get(1), NAMES.get(2), NAMES.get(7))
        .contains("\\u202etxt.exe\\u202c and \\u200fright");
    assertThat(tab.texts("all('#found button').map(e => e.textContent)"))
        .anyMatch(text -> text.startsWith(NAMES.get(1)));
  }

  @Test
  void a_long_name_stays_in_its_card_and_makes_no_page_wider() throws Exception {
    Tab tab = CHROMIUM.open(ReportPage.of(hostile(), folder).file(), 390, 844, "light");
    tab.value("chosen = cards().find(card => card.title.startsWith('nnn')); killCard(chosen)");

    assertThat(tab.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(390);
    assertThat(
            tab.value(
                    "cardElements().every(e => { const r = e.querySelector('rect').getBoundingClientRect();"
                        + " return [...e.querySelectorAll('text')].every(t => {"
                        + " const b = t.getBoundingClientRect(); return b.width === 0 || b.right <= r.right + 2; }); })")
                .asBoolean())
        .isTrue();
  }

  private static void useAll(Tab tab) {
    tab.value(
        "byId('as-table').open = true; all('aside button').slice(0, 9).forEach(e => e.click());"
            + " cardElements().forEach(e => { e.focus(); e.dispatchEvent(new Event('click')); });"
            + " ['smaller', 'larger', 'fit', 'theme', 'revive'].forEach(id => byId(id).click())");
  }

  private static Stack hostile() {
    List<Resource> resources = new ArrayList<>();
    for (String name : NAMES) {
      resources.add(
          new Resource(
              new Urn("urn:pulumi:dev::shop::aws:rds/instance:Instance::" + name),
              true,
              "aws:rds/instance:Instance",
              Optional.empty(),
              Map.of("availabilityZone", Value.of("eu-west-1a"), "engine", Value.of("postgres")),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Set.of(),
              Map.of()));
    }
    return new Stack("shop", NAMES.get(0), Stack.Source.STATE, resources);
  }
}
