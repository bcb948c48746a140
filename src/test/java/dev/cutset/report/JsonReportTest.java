package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.cutset.Golden;
import dev.cutset.policy.Judgement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReportTest {
  private static final Path SINGLE_SERVER = ReportCases.of("single-server");

  private final Schema schema = schema();

  static Stream<Path> cases() throws IOException {
    return ReportCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_report_that_was_read_back_gives_the_same_bytes(Path folder) throws IOException {
    Golden.assertSame(ReportCases.judgement(folder), render(folder));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_report_is_as_the_schema_says(Path folder) throws IOException {
    assertThat(schema.validate(render(folder), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_report_is_ascii_whatever_the_names_are(Path folder) throws IOException {
    assertThat(render(folder).codePoints()).allMatch(point -> point < 0x7f);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"verdict\" : \"blocked\"",
        "\"scope\" : \"region\"",
        "\"kind\" : \"region\"",
        "\"blocks\" : true",
        "\"notes\" : [",
        "\"because\" : ",
        "\"severity\" : \"high\""
      })
  void the_schema_refuses_a_report_with_something_misspelt(String part) throws IOException {
    String report = render(SINGLE_SERVER);
    Assertions.assertThat(report).contains(part);

    String other = report.replace(part, part.replaceFirst("\" : ", "x\" : "));

    assertThat(schema.validate(other, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void half_a_surrogate_pair_still_gives_a_report() throws IOException {
    Judgement judgement = JudgementReader.read(ReportCases.judgement(SINGLE_SERVER));
    Judgement odd =
        new Judgement(
            judgement.stack(),
            judgement.verdict(),
            judgement.target(),
            judgement.entryPoints(),
            judgement.findings(),
            judgement.waived(),
            judgement.notModelled(),
            java.util.List.of("broken \ud83d name"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new JsonReport("0.0.0").render(odd, out);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("broken \\uD83D name");
  }

  @Test
  void a_full_disk_is_an_error_of_input_and_output() throws IOException {
    Judgement judgement = JudgementReader.read(ReportCases.judgement(SINGLE_SERVER));
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };

    Assertions.assertThatThrownBy(() -> new JsonReport("0.0.0").render(judgement, full))
        .isInstanceOf(IOException.class)
        .hasMessage("no space left");
  }

  private static String render(Path folder) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new JsonReport("0.0.0").render(JudgementReader.read(ReportCases.judgement(folder)), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Schema schema() {
    try (InputStream in = JsonReport.class.getResourceAsStream("report.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Objects.requireNonNull(in, "report.schema.json"), InputFormat.JSON);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
