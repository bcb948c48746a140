package dev.cutset.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.ConditionTester;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set in a resource, and what is left alone. */
class RemediesTest {
  private static final String TYPE = "acme:db/server:Server";
  private static final Set<String> ALL = Set.of("SPOF-DATABASE", "SPOF-ZONE");
  private static final Value SERVERS =
      new Value.Items(
          List.of(
              fields("hot", Value.of(true), "name", Value.of("a")), fields("name", Value.of("b"))));

  @TempDir Path folder;

  @Test
  void a_switch_is_switched_on_whether_it_was_off_or_not_there() throws IOException {
    Remedies remedies = knowing("set: { hot: true }");

    assertThat(remedies.changes(TYPE, fields("hot", Value.of(false), "size", Value.of(1)), ALL))
        .containsExactly(
            new PropertyChange(
                PropertyAddress.of("hot"),
                Optional.of(Value.of(false)),
                Value.of(true),
                "SPOF-DATABASE",
                false,
                "it is better so"));
    assertThat(told(remedies, fields("size", Value.of(1)))).containsExactly("hot = true");
    assertThat(told(remedies, fields("hot", Value.NULL))).containsExactly("hot = true");
    assertThat(told(remedies, fields("hot", Value.of(true)))).isEmpty();
    assertThat(told(remedies, fields("hot", Value.of("true")))).isEmpty();
  }

  @Test
  void a_number_is_raised_and_never_lowered() throws IOException {
    Remedies remedies =
        knowing("set: { size: { atLeast: 2 }, most: { atLeast: 2, ifPresent: true } }");

    assertThat(told(remedies, fields("size", Value.of(1), "most", Value.of(1))))
        .containsExactly("size = 2", "most = 2");
    assertThat(told(remedies, fields("size", Value.of("1"), "most", Value.of(5))))
        .containsExactly("size = 2");
    assertThat(told(remedies, fields())).containsExactly("size = 2");
    assertThat(told(remedies, fields("size", Value.of(7)))).isEmpty();
  }

  @Test
  void a_word_is_replaced_only_where_it_is_known_to_be_less() throws IOException {
    Remedies remedies = knowing("set: { mode: { to: PAIR, from: [ALONE, COLD] } }");

    assertThat(told(remedies, fields("mode", Value.of("cold")))).containsExactly("mode = PAIR");
    assertThat(told(remedies, fields())).containsExactly("mode = PAIR");
    assertThat(told(remedies, fields("mode", Value.of("CLUSTER")))).isEmpty();
  }

  @Test
  void what_the_provider_takes_by_default_counts_as_said() throws IOException {
    Remedies remedies =
        knowing("set: { mode: { to: PAIR, from: ALONE }, size: { atLeast: 2 } }", "mode: CLUSTER");

    assertThat(told(remedies, fields())).isEmpty();
    assertThat(told(remedies, fields("mode", Value.of("ALONE"))))
        .containsExactly("mode = PAIR", "size = 2");
  }

  @Test
  void what_is_unknown_or_secret_is_left_alone_with_all_that_belongs_to_it() throws IOException {
    Remedies remedies = knowing("set: { hot: true, inner.size: { atLeast: 2 } }");

    assertThat(told(remedies, fields("hot", Value.UNKNOWN))).isEmpty();
    assertThat(told(remedies, fields("hot", Value.SECRET))).isEmpty();
    assertThat(told(remedies, fields("inner", Value.UNKNOWN))).isEmpty();
    assertThat(told(remedies, fields("inner", Value.SECRET))).isEmpty();
    assertThat(told(remedies, fields("inner", Value.of("odd")))).isEmpty();
    assertThat(told(remedies, fields("inner", fields("size", Value.UNKNOWN)))).isEmpty();
    assertThat(told(remedies, fields("inner", fields("size", Value.of("many"))))).isEmpty();
    assertThat(told(remedies, fields("hot", SERVERS))).isEmpty();
    assertThat(told(remedies, fields("other", Value.UNKNOWN)))
        .containsExactly("hot = true", "inner.size = 2");
  }

  @Test
  void conditions_hold_for_certain_or_not_at_all() throws IOException {
    Remedies remedies = knowing("when: { engine: fine }\n      set: { hot: true }");

    assertThat(told(remedies, fields("engine", Value.of("fine")))).containsExactly("hot = true");
    assertThat(told(remedies, fields("engine", Value.of("other")))).isEmpty();
    assertThat(told(remedies, fields("engine", Value.UNKNOWN))).isEmpty();
  }

  @Test
  void an_exception_that_is_not_certain_is_none() throws IOException {
    Remedies remedies = knowing("unless: { engine: odd }\n      set: { hot: true }");

    assertThat(told(remedies, fields("engine", Value.of("odd")))).isEmpty();
    assertThat(told(remedies, fields("engine", Value.UNKNOWN))).containsExactly("hot = true");
    assertThat(told(remedies, fields())).containsExactly("hot = true");
  }

  @Test
  void a_list_is_counted_as_far_as_it_is_known() throws IOException {
    Remedies remedies = knowing("when: { nets: { elements: 2 } }\n      set: { hot: true }");

    Value two = new Value.Items(List.of(Value.UNKNOWN, Value.UNKNOWN));
    assertThat(told(remedies, fields("nets", two))).containsExactly("hot = true");
    assertThat(told(remedies, fields("nets", new Value.Items(List.of(Value.of("a")))))).isEmpty();
    assertThat(told(remedies, fields("nets", Value.UNKNOWN))).isEmpty();
    assertThat(told(remedies, fields())).isEmpty();
  }

  @Test
  void each_element_of_a_list_is_changed_for_itself_and_keeps_all_else() throws IOException {
    Remedies remedies = knowing("set: { servers.hot: true }");
    Value.Fields properties = fields("name", Value.SECRET, "servers", SERVERS);

    List<PropertyChange> changes = remedies.changes(TYPE, properties, ALL);

    assertThat(changes)
        .extracting(change -> change.property().toString())
        .containsExactly("servers[1].hot");
    assertThat(Remedies.applied(properties, changes))
        .isEqualTo(
            fields(
                "name",
                Value.SECRET,
                "servers",
                new Value.Items(
                    List.of(
                        fields("hot", Value.of(true), "name", Value.of("a")),
                        fields("name", Value.of("b"), "hot", Value.of(true))))));
    assertThat(told(remedies, fields("servers", new Value.Items(List.of())))).isEmpty();
    assertThat(told(remedies, fields("servers", new Value.Items(List.of(Value.NULL))))).isEmpty();
  }

  @Test
  void what_makes_the_resource_anew_is_proposed_and_never_set_by_itself() throws IOException {
    Remedies remedies = knowing("set: { hot: true }\n      replaces: true");

    assertThat(remedies.changes(TYPE, fields(), ALL)).isEmpty();
    assertThat(remedies.proposals(TYPE, fields(), ALL))
        .singleElement()
        .satisfies(change -> assertThat(change.replaces()).isTrue());
  }

  @Test
  void only_policies_that_may_change_something_do() throws IOException {
    Remedies remedies = knowing("set: { hot: true }");

    assertThat(remedies.changes(TYPE, fields(), Set.of())).isEmpty();
    assertThat(remedies.changes(TYPE, fields(), Set.of("SPOF-ZONE")))
        .extracting(PropertyChange::policy)
        .containsExactly("SPOF-ZONE");
    assertThat(remedies.changes(TYPE, fields(), Set.of("SPOF-REGION"))).isEmpty();
  }

  @Test
  void a_type_that_nobody_knows_is_left_alone() throws IOException {
    assertThat(knowing("set: { hot: true }").changes("acme:db/other:Other", fields(), ALL))
        .isEmpty();
  }

  @Test
  void a_later_patch_sees_what_an_earlier_one_did() throws IOException {
    Remedies remedies =
        knowing(
            "set: { hot: true }\n      why: first\n"
                + "    - policies: SPOF-ZONE\n      when: { hot: true }\n      set: { size: { atLeast: 2 } }");

    assertThat(told(remedies, fields())).containsExactly("hot = true", "size = 2");
  }

  @Test
  void an_address_is_written_the_way_pulumi_does() {
    PropertyAddress address =
        new PropertyAddress(
            List.of(
                new PropertyAddress.Key("spec"),
                new PropertyAddress.Index(3),
                new PropertyAddress.Key("app.kubernetes.io/name"),
                new PropertyAddress.Key("value")));

    assertThat(address).hasToString("spec[3][\"app.kubernetes.io/name\"].value");
  }

  /** A catalog of one type with one patch, whose last key is why. */
  private Remedies knowing(String patch) throws IOException {
    return knowing(patch, "colour: red");
  }

  private Remedies knowing(String patch, String defaults) throws IOException {
    Path file = Files.createDirectories(folder.resolve("acme")).resolve("db.yaml");
    Files.writeString(
        file,
        String.join(
            "\n",
            TYPE + ":",
            "  title: server",
            "  defaults: { " + defaults + " }",
            "  patches:",
            "    - policies: [SPOF-DATABASE, SPOF-ZONE]",
            "      " + patch,
            "      why: it is better so",
            ""));
    return new Remedies(YamlCatalog.in(folder));
  }

  /** The changes in short, checked to be all that there is to change. */
  private static List<String> told(Remedies remedies, Value.Fields properties) {
    List<PropertyChange> changes = remedies.changes(TYPE, properties, ALL);
    assertThat(remedies.changes(TYPE, Remedies.applied(properties, changes), ALL)).isEmpty();
    return changes.stream().map(change -> change.property() + " = " + text(change.to())).toList();
  }

  private static String text(Value value) {
    return ConditionTester.asText(value).orElseThrow();
  }

  private static Value.Fields fields(Object... pairs) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], (Value) pairs[i + 1]);
    }
    return new Value.Fields(values);
  }
}
