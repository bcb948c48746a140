package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

  @ParameterizedTest
  @CsvSource({
    "web, web",
    "web-1, web",
    "web1, web",
    "web-2a, web",
    "web_b, web",
    "web-us-east-1, web",
    "web-us-east-1a, web",
    "web-1-2, web-1",
    "web-blue, web-blue",
    "webb, webb"
  })
  void a_stem_is_a_name_without_what_tells_it_from_its_equals(String name, String stem) {
    assertThat(stem(name)).isEqualTo("aws:ec2/instance:Instance " + stem);
  }

  private static String stem(String name) {
    Program program = Program.of(name + ": {type: 'aws:ec2/instance:Instance'}");
    return Usage.stem(new Draft(program.known(name)));
  }
}
