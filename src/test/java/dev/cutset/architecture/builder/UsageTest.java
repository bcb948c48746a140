package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.draft.Draft;
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

  @ParameterizedTest
  @CsvSource({
    "app[0], app[1], true",
    "module.a.app[0], module.a.app[1], true",
    "app[\"blue\"], app[\"green\"], true",
    "app[0], other[1], false",
    "module.a.app[0], module.b.app[0], false",
    "app-1, app-2, false",
    "app, app[0], false"
  })
  void instances_of_one_resource_are_twins(String one, String other, boolean twins) {
    Program program =
        Program.of(
            "'" + one + "': {type: 'aws:ec2/instance:Instance'}",
            "'" + other + "': {type: 'aws:ec2/instance:Instance'}");

    assertThat(Usage.isTwin(draft(program, one), draft(program, other))).isEqualTo(twins);
  }

  private static Draft draft(Program program, String name) {
    return new Draft(program.known(name));
  }

  private static String stem(String name) {
    Program program = Program.of(name + ": {type: 'aws:ec2/instance:Instance'}");
    return Usage.stem(new Draft(program.known(name)));
  }
}
