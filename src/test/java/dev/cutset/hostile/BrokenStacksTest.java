package dev.cutset.hostile;

import static dev.cutset.hostile.Texts.preview;
import static dev.cutset.hostile.Texts.server;
import static dev.cutset.hostile.Texts.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.hostile.Shell.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that is broken is refused or judged, and neither takes long. */
@Timeout(60)
class BrokenStacksTest {
  private static final String GROUP = Texts.urn("aws:autoscaling/group:Group", "web");

  @TempDir private Path folder;

  private Result check(String input) {
    return new Shell(folder).typing(input).check();
  }

  private Result check(byte[] input) {
    return new Shell(folder).typing(input).check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"steps\":[{\"op\":\"create\",\"newState\":{\"urn\":\"a\",\"inputs\":{\"b\":[1]}}}]}",
        "{\"version\":3,\"deployment\":{\"resources\":[{\"urn\":\"a\",\"id\":\"b\"}]}}",
        "{\"version\":4,\"lineage\":\"x\",\"resources\":[]}"
      })
  void cut_off_at_any_byte_it_is_refused(String whole) {
    for (int length = 0; length < whole.length(); length++) {
      check(whole.substring(0, length)).refused(Shell.UNREADABLE, "standard input");
    }
    assertThat(check(whole).isVerdictOrRefusal().code()).isLessThanOrEqualTo(Shell.BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void encodings_that_json_can_have_are_read(String charset) {
    byte[] input = preview(step(server(1), "{\"ami\":\"ä\"}")).getBytes(Charset.forName(charset));
    assertThat(check(input).isVerdictOrRefusal().code()).isEqualTo(Shell.NOTHING_BLOCKS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
  void others_are_refused_without_a_word_of_what_was_read(String charset) {
    byte[] input =
        preview(step(server(1), "{\"ami\":\"hunter2 ä\"}")).getBytes(Charset.forName(charset));
    assertThat(check(input).refused(Shell.UNREADABLE, "not valid JSON").err())
        .doesNotContain("hunter2");
  }

  @Test
  void a_hundred_thousand_levels_are_refused_with_a_place_that_can_be_read() {
    String deep = Texts.nested("[", "]");
    check(preview(step(server(1), "{\"userData\":" + deep + "}")))
        .refused(Shell.UNREADABLE, "nested more than");
    String objects = "{\"x\":".repeat(Texts.DEEP) + "1" + "}".repeat(Texts.DEEP);
    assertThat(check("{\"unknown\":" + objects + "}").refused(Shell.UNREADABLE, "nested").err())
        .hasSizeLessThan(500);
    check(deep).refused(Shell.UNREADABLE, "not a JSON object");
  }

  @Test
  void keys_and_names_that_occur_twice_are_refused() {
    check(preview(step(server(1), "{\"ami\":1,\"ami\":2}")))
        .refused(Shell.UNREADABLE, "the same key occurs twice");
    check(preview(step(server(1), "{}"), step(server(1), "{}")))
        .refused(Shell.UNREADABLE, "`" + server(1) + "` occurs twice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"parent\":\"%s\"",
        "\"provider\":\"%s::id\"",
        "\"dependencies\":[\"%s\"]",
        "\"propertyDependencies\":{\"userData\":[\"%s\"]},\"dependencies\":[\"%s\"]"
      })
  void references_to_nothing_to_itself_and_in_a_circle_are_judged(String reference) {
    String unknown = "{\"userData\":\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"}";
    String[] steps =
        IntStream.range(0, 5)
            .mapToObj(i -> step(server(i), unknown, reference.replace("%s", server((i + 1) % 5))))
            .toArray(String[]::new);
    assertThat(check(preview(steps)).isVerdictOrRefusal().code()).isZero();
    assertThat(check(preview(steps[0])).isVerdictOrRefusal().code()).isZero();
    String itself = step(server(1), unknown, reference.replace("%s", server(1)));
    assertThat(check(preview(itself)).isVerdictOrRefusal().code()).isZero();
    String[] chain =
        IntStream.range(0, 3_000)
            .mapToObj(i -> step(server(i), unknown, reference.replace("%s", server(i + 1))))
            .toArray(String[]::new);
    assertThat(check(preview(chain)).isVerdictOrRefusal().code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2\"",
        "\"two\"",
        "\"1e999999999\"",
        "1e999999999",
        "-5",
        "0",
        "2000000000",
        "1e300",
        "\"2000000000\"",
        "true",
        "null",
        "[]",
        "{}",
        "\"\"",
        "\" 2 \"",
        "2.5",
        "\"٢\""
      })
  void whatever_stands_for_a_number_is_judged(String number) {
    String inputs =
        "{\"minSize\":%s,\"maxSize\":%s,\"desiredCapacity\":%s,\"availabilityZones\":%s}"
            .formatted(number, number, number, number);
    assertThat(check(preview(step(GROUP, inputs))).isVerdictOrRefusal().code())
        .isLessThanOrEqualTo(Shell.BLOCKED);
  }

  @Test
  void numbers_for_texts_and_texts_for_numbers_around_a_resource_are_read_or_refused() {
    check("{\"version\":\"3\",\"deployment\":{\"resources\":[{\"urn\":5}]}}")
        .refused(Shell.UNREADABLE, "expected a text");
    check("{\"version\":4,\"lineage\":\"x\",\"resources\":[{\"type\":7}]}")
        .refused(Shell.UNREADABLE, "expected a text");
    check(preview(step(GROUP, "{\"minSize\":" + "9".repeat(1_000_000) + "}")))
        .refused(Shell.UNREADABLE, "too long");
  }

  @Test
  void a_module_of_a_terraform_state_that_is_none_is_refused() {
    check(
            """
            {"version":4,"lineage":"x","resources":[{"module":"module:a[\\"b\\"]","mode":"managed",
            "type":"aws_subnet","name":"b","instances":[{"attributes":{}}]}]}\
            """)
        .refused(Shell.UNREADABLE, "no address can be made of");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "{\"steps\":[],\"x\":[", "[", "\"", "0"})
  void a_small_file_that_unpacks_to_much_is_refused(String begin) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 16)) {
      gzip.write(begin.getBytes(StandardCharsets.UTF_8));
      byte[] part =
          (begin.equals(" ") ? " " : "1,").repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 150; i++) {
        gzip.write(part);
      }
    }
    check(packed.toByteArray()).refused(Shell.UNREADABLE, "standard input");
  }
}
