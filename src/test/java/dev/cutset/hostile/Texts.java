package dev.cutset.hostile;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Small stacks in JSON, made of whatever names and values a test asks for. */
final class Texts {
  static final int DEEP = 100_000;

  /** Half a surrogate pair can be escaped, and written no other way. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Texts() {}

  static String urn(String type, String name) {
    return "urn:pulumi:dev::shop::" + type + "::" + name;
  }

  static String server(int number) {
    return urn("aws:ec2/instance:Instance", "box-" + number);
  }

  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /** A preview that creates what is in these steps. */
  static String preview(String... steps) {
    return "{\"steps\":[" + String.join(",", steps) + "]}";
  }

  /** A step that creates a resource with these inputs, and whatever else is said of it. */
  static String step(String urn, String inputs, String... more) {
    return "{\"op\":\"create\",\"urn\":%s,\"newState\":{\"urn\":%s,\"inputs\":%s%s}}"
        .formatted(
            quoted(urn),
            quoted(urn),
            inputs,
            Arrays.stream(more).map(one -> "," + one).collect(Collectors.joining()));
  }

  static String nested(String open, String close) {
    return open.repeat(DEEP) + close.repeat(DEEP);
  }

  /** Some twenty lines of aliases of aliases, which stand for millions of values. */
  static String aliases(String indent) {
    return indent
        + "a0: &a0 [x, x]\n"
        + IntStream.range(1, 25)
            .mapToObj(i -> "%sa%d: &a%d [*a%d, *a%d]\n".formatted(indent, i, i, i - 1, i - 1))
            .collect(Collectors.joining());
  }
}
