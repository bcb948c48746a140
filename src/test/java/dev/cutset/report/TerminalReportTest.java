package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalReportTest {
  private static final TerminalSettings PLAIN =
      new TerminalSettings(80, false, false, StandardCharsets.UTF_8);

  static Stream<Path> cases() throws IOException {
    return ReportCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_judgement_is_told_as_expected(Path folder) throws IOException {
    Golden.assertSame(folder.resolve("expected.txt"), render(folder, PLAIN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void verbose_tells_all_of_it(Path folder) throws IOException {
    TerminalSettings verbose = new TerminalSettings(100, false, true, StandardCharsets.UTF_8);

    Golden.assertSame(folder.resolve("verbose.txt"), render(folder, verbose));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void only_words_too_long_for_a_line_stick_out(Path folder) throws IOException {
    for (int width : List.of(40, 60, 80, 132)) {
      String text =
          render(folder, new TerminalSettings(width, false, true, StandardCharsets.UTF_8));

      assertThat(text.lines().filter(line -> line.codePointCount(0, line.length()) > width))
          .allSatisfy(line -> assertThat(longestWord(line)).isGreaterThan(width - 20));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothing_from_the_input_steers_the_terminal(Path folder) throws IOException {
    String text = render(folder, PLAIN);

    assertThat(text.replace("\n", "").codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(text).doesNotContain("\u202e", "\u2028");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void a_charset_without_the_signs_gets_letters_it_has(Path folder) throws IOException {
    String text = render(folder, new TerminalSettings(80, false, false, StandardCharsets.US_ASCII));

    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void colour_changes_neither_the_words_nor_the_lines(Path folder) throws IOException {
    String coloured = render(folder, new TerminalSettings(80, true, false, StandardCharsets.UTF_8));

    assertThat(coloured).startsWith("\u001b[");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(render(folder, PLAIN));
  }

  @Test
  void the_first_line_says_what_happened() throws IOException {
    assertThat(render(ReportCases.of("single-server"), PLAIN).lines().findFirst())
        .contains("blocked: 2 single points of failure take shop.example.com down (target: zone)");
  }

  private static String render(Path folder, TerminalSettings settings) throws IOException {
    StringBuilder text = new StringBuilder();
    new TerminalReport(settings).render(JudgementReader.read(ReportCases.judgement(folder)), text);
    return text.toString();
  }

  private static int longestWord(String line) {
    return Stream.of(line.split(" ")).mapToInt(String::length).max().orElse(0);
  }
}
