package dev.cutset.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BuiltinMistakesTest {
  @Test
  void a_small_yaml_text_that_unfolds_into_a_huge_document_is_refused() {
    StringBuilder text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char c = 'b'; c < 'k'; c++) {
      String last = "*" + (char) (c - 1);
      text.append(
          "%s: &%s [%s]\n".formatted(c, c, String.join(", ", Collections.nCopies(9, last))));
    }
    refused(() -> YamlReader.read(text.toString()), "yaml: document contains excessive aliasing");
  }

  @Test
  void a_mistake_in_yaml_tells_its_line() {
    refused(
        () -> YamlReader.read("a: 1\nb: [1, 2\n"),
        "yaml: line 3: did not find expected ',' or ']'");
    refused(() -> YamlReader.read("&a [*a]"), "yaml: anchor contains itself");
  }

  @Test
  void globs_of_many_stars_are_compared_in_no_time() {
    String left = ".*a".repeat(200) + "c";
    String right = ".*a".repeat(200) + "d";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(GlobIntersection.meet(left, right)).isFalse());
  }

  @Test
  void base64_tells_where_it_is_broken() {
    refused(() -> GoBase64.standard("aGk*"), "illegal base64 data at input byte 3");
    refused(() -> GoBase64.standard("aGk"), "illegal base64 data at input byte 0");
    refused(() -> GoBase64.standard("aA=a"), "illegal base64 data at input byte 2");
    refused(() -> GoBase64.standard("aGk=aGk="), "illegal base64 data at input byte 4");
    refused(() -> GoBase64.url("aGkaG"), "illegal base64url string: aGkaG");
    assertThat(GoBase64.standard("aG\nk=")).asString().isEqualTo("hi");
  }

  @Test
  void a_schema_that_lies_elsewhere_is_not_fetched() {
    RegoValue schema = RegoValue.parse("{\"$ref\": \"http://json-schema.org/draft-07/schema#\"}");
    refused(
        () -> SchemaReader.read(schema),
        "remote reference `http://json-schema.org/draft-07/schema` is not loaded");
  }

  @Test
  void a_template_that_cannot_be_read_or_filled_tells_why() {
    refused(
        () -> TemplateRun.render("{{nope}}", RegoObject.EMPTY),
        "template: template: function \"nope\" not defined");
    refused(
        () -> TemplateRun.render("{{if true}}", RegoObject.EMPTY),
        "template: template: unexpected EOF");
    refused(
        () -> TemplateRun.render("{{len 3}}", RegoObject.EMPTY),
        "template: template: executing \"template\": error calling len: len of 3");
  }

  private static void refused(Runnable work, String message) {
    assertThatExceptionOfType(BuiltinException.class).isThrownBy(work::run).withMessage(message);
  }
}
