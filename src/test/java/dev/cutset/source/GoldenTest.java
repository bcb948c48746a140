package dev.cutset.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder under {@code source/cases} holds an input and the stack that it must give. */
class GoldenTest {
  private static final Path CASES = Path.of("src/test/resources/source/cases");

  static final Naming NAMING =
      type ->
          Optional.ofNullable(
              Map.of(
                      "aws_instance", "aws:ec2/instance:Instance",
                      "aws_subnet", "aws:ec2/subnet:Subnet",
                      "aws_db_instance", "aws:rds/instance:Instance")
                  .get(type));

  static Stream<Path> cases() throws Exception {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_input_gives_exactly_this_stack(Path folder) throws Exception {
    assertThat(read(folder)).isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  @Test
  void there_are_cases() throws Exception {
    assertThat(cases()).hasSizeGreaterThan(5);
  }

  static String read(Path folder) throws Exception {
    Path plain = folder.resolve("input.json");
    Path input = Files.exists(plain) ? plain : folder.resolve("input.json.gz");
    return StackText.of(new StackReader(Interest.everything(), NAMING).read(input));
  }
}
