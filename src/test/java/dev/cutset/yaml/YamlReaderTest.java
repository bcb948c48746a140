package dev.cutset.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** A text is one YAML document within limits, or it is refused with what is wrong and where. */
class YamlReaderTest {

  @Test
  void a_document_is_read_as_values() throws YamlException {
    assertThat(YamlReader.values("a: [1, x, true, null]\nb: {c: no}\n", "a.yaml"))
        .contains(Map.of("a", Arrays.asList(1, "x", true, null), "b", Map.of("c", "no")));
  }

  @Test
  void a_node_says_where_it_stands() throws YamlException {
    assertThat(YamlReader.nodes("# first\n  a: b\n", "a.yaml").flatMap(Node::getStartMark))
        .hasValueSatisfying(
            mark ->
                assertThat(mark)
                    .extracting(Mark::getName, Mark::getLine, Mark::getColumn)
                    .containsExactly("a.yaml", 1, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n"})
  void nothing_is_no_document(String text) throws YamlException {
    assertThat(YamlReader.nodes(text, "a.yaml")).isEmpty();
    assertThat(YamlReader.values(text, "a.yaml")).isEmpty();
  }

  @Test
  void a_null_is_a_node_and_no_value() throws YamlException {
    assertThat(YamlReader.nodes("null", "a.yaml")).isPresent();
    assertThat(YamlReader.values("null", "a.yaml")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b: secret | 1 | 5",
        "a: secret, a: secret | 1 | 13",
        "{secret: *secret} | 1 | 10",
        "a: !%20 secret | 0 | 0",
        "a: !!int secret | 0 | 0"
      })
  void what_is_no_yaml_is_refused_and_its_kind_tells_nothing_of_the_text(
      String text, int line, int column) {
    YamlException refused = refused(text);

    assertThat(refused.problem()).startsWith("not YAML: ").isEqualTo(refused.getMessage());
    assertThat(refused.kind()).isEqualTo("not YAML");
    assertThat(List.of(refused.line(), refused.column())).containsExactly(line, column);
  }

  static Stream<String> unbounded() {
    return Stream.of(
        "a: &a\n  - *a\n",
        "a: &a\n  b: *a\n",
        "a: " + "[".repeat(500) + "]".repeat(500),
        """
        a0: &a0 [x, x, x, x, x, x, x, x, x]
        a1: &a1 [*a0, *a0, *a0, *a0, *a0, *a0, *a0]
        a2: &a2 [*a1, *a1, *a1, *a1, *a1, *a1, *a1]
        a3: &a3 [*a2, *a2, *a2, *a2, *a2, *a2, *a2]
        a4: &a4 [*a3, *a3, *a3, *a3, *a3, *a3, *a3]
        a5: &a5 [*a4, *a4, *a4, *a4, *a4, *a4, *a4]
        a6: [*a5, *a5, *a5, *a5, *a5, *a5, *a5]
        """);
  }

  @ParameterizedTest
  @MethodSource("unbounded")
  void what_stands_for_too_much_is_refused_at_its_place(String text) {
    YamlException refused = refused(text);

    assertThat(refused)
        .hasMessage("nested too deeply, or with aliases that stand for too much or for themselves");
    assertThat(refused.help()).isEqualTo("write out what they stand for");
    assertThat(refused.line()).isPositive();
  }

  @Test
  void what_is_deeper_than_the_parser_can_go_is_refused() {
    assertThat(refused("[".repeat(100_000))).hasMessage("nested too deeply");
  }

  private static YamlException refused(String text) {
    YamlException refused =
        catchThrowableOfType(YamlException.class, () -> YamlReader.values(text, "a.yaml"));
    assertThat(refused).isNotNull();
    return refused;
  }
}
