package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Small inputs for tests. */
final class Inputs {
  static final String WEB = "urn:pulumi:dev::shop::aws:ec2/instance:Instance::web";

  private Inputs() {}

  static Stack read(String input) throws UnreadableInputException {
    return read(input, Interest.everything());
  }

  static Stack read(String input, Interest interest) throws UnreadableInputException {
    return read(input.getBytes(StandardCharsets.UTF_8), interest);
  }

  static Stack read(byte[] input, Interest interest) throws UnreadableInputException {
    return new StackReader(interest, Naming.none()).read(new ByteArrayInputStream(input), "input");
  }

  /** A preview that creates one instance with these inputs. */
  static String preview(String inputs) {
    return "{\"steps\":[" + step("create", WEB, inputs) + "]}";
  }

  static String step(String op, String urn, String inputs) {
    return """
    {"op":"%s","urn":"%s","newState":{"urn":"%s","inputs":%s}}\
    """
        .formatted(op, urn, urn, inputs);
  }

  static String state(String resources) {
    return "{\"version\":3,\"deployment\":{\"resources\":[" + resources + "]}}";
  }

  /** Chances that differ from one seed to the next, as those of neighbouring seeds do not. */
  static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }
}
