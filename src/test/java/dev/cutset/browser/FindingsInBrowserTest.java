package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.policy.Finding;
import dev.cutset.stack.Urn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The findings beside the drawing, the search, and the table under it. */
@Tag("browser")
class FindingsInBrowserTest {
  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  @TempDir Path folder;
  private ReportPage page;
  private Tab tab;

  @BeforeEach
  void open() throws Exception {
    page = ReportPage.of("ladder/1-single-server", folder);
    tab = CHROMIUM.open(page.file());
  }

  @Test
  void each_finding_of_the_judgement_is_listed_in_its_order() {
    assertThat(tab.texts("all('.finding').map(e => e.textContent)"))
        .isEqualTo(
            page.inspection().judgement().findings().stream()
                .map(
                    finding ->
                        (finding.blocks() ? "blocks " : "advice ")
                            + finding.title().replace("`", ""))
                .toList())
        .hasSize(4);
  }

  @Test
  void a_finding_lights_its_chain_and_no_more() {
    List<Finding> findings = page.inspection().judgement().findings();
    for (int i = 0; i < findings.size(); i++) {
      TreeSet<String> chain = new TreeSet<>();
      findings.get(i).proof().forEach(step -> chain.add(step.urn().text()));
      findings.get(i).resources().stream().map(Urn::text).forEach(chain::add);
      List<String> drawn =
          tab.texts("cards().flatMap(card => card.members)").stream()
              .filter(chain::contains)
              .toList();

      tab.click("[data-finding='" + i + "']");

      assertThat(
              tab.texts(
                  "cards().filter((card, i) => cardElements()[i].classList.contains('chain'))"
                      + ".flatMap(card => card.members)"))
          .isEqualTo(drawn)
          .isNotEmpty();
      assertThat(tab.text("all('.finding')[" + i + "].getAttribute('aria-expanded')"))
          .isEqualTo("true");
    }
    tab.click("[data-finding='3']");
    assertThat(tab.value("document.querySelectorAll('#drawing .chain').length").asInt()).isZero();
  }

  @Test
  void what_a_finding_warns_of_can_be_watched() {
    List<Finding> findings = page.inspection().judgement().findings();
    for (int i = 0; i < findings.size(); i++) {
      tab.value("document.querySelector('[data-rehearse=\"" + i + "\"]').click()");

      assertThat(tab.textOf("#status"))
          .startsWith("Killed ")
          .contains("Down: " + findings.get(i).entryPoints().get(0));
      assertThat(tab.value("killed.size").asInt()).isEqualTo(1);
    }
  }

  @Test
  void the_table_says_of_each_component_what_the_simulation_says() {
    tab.value(
        "byId('as-table').open = true; toggle('domains', 'aws/us-east-1/us-east-1a', 'zone')");

    List<String> rows =
        tab.texts(
            "all('#rows tr').map(row => [...row.cells].slice(0, 4).map(c => c.textContent).join('|'))");
    assertThat(rows)
        .containsExactlyInAnyOrder(
            "web|EC2 instance|us-east-1a|down",
            "database|RDS instance|us-east-1a|down",
            "internet|internet gateway|us-east-1|up",
            "zone|Route 53 hosted zone|Route 53|up");
    assertThat(rows.get(0)).endsWith("down");

    tab.value("reviveAll(); document.querySelector('[aria-label=\"Kill database\"]').click()");
    assertThat(tab.textOf("#status")).startsWith("Killed database. Down: shop.example.com.");
  }

  @Test
  void the_search_marks_what_it_finds_and_goes_there() {
    tab.press("/");
    tab.type("rds");

    assertThat(tab.texts("all('.card.match').map(e => e.getAttribute('aria-label'))"))
        .containsExactly("database, RDS instance");
    assertThat(tab.value("document.querySelectorAll('.card.faded').length").asInt()).isEqualTo(4);
    assertThat(tab.textOf("#found-count")).isEqualTo("1 found");

    tab.press("Enter");
    assertThat(tab.focused()).isEqualTo("database, RDS instance");
  }

  @Test
  void the_search_finds_zones_and_says_when_there_is_nothing() {
    tab.focus("#search");
    tab.type("us-east-1a");
    assertThat(tab.texts("all('#found button').map(e => e.textContent)"))
        .contains("zone us-east-1a", "web, EC2 instance");

    tab.value("byId('search').value = ''");
    tab.type("mainframe");
    assertThat(tab.textOf("#found-count"))
        .isEqualTo("Nothing is called “mainframe”. Try a name, a type or a zone.");
    assertThat(tab.value("byId('found').children.length").asInt()).isZero();
  }

  @Test
  void a_stack_without_entry_points_is_not_said_to_pass() throws Exception {
    Path network = folder.resolve("network.json");
    Files.writeString(
        network,
        "{\"version\":3,\"deployment\":{\"manifest\":{},\"resources\":[{\"urn\":"
            + "\"urn:pulumi:dev::p::aws:ec2/internetGateway:InternetGateway::way\",\"custom\":true,\"id\":\"db\","
            + "\"type\":\"aws:ec2/internetGateway:InternetGateway\",\"inputs\":{\"vpcId\":\"v\"},"
            + "\"outputs\":{\"vpcId\":\"v\"}}]}}");
    ReportPage empty = ReportPage.of(network, folder);
    Tab opened = CHROMIUM.open(empty.file());

    assertThat(opened.textOf(".verdict")).isEqualTo("not judged");
    assertThat(opened.textOf("#entries")).startsWith("None was found");
    assertThat(opened.textOf("#findings")).isEqualTo("Nothing was judged.");
  }
}
