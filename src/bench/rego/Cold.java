import dev.cutset.rego.Bundle;
import dev.cutset.rego.Plan;
import dev.cutset.rego.RegoValue;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One evaluation in a process of its own: a bundle, an entry point, an input; a packed plan, an
 * entry point, an input, data; or nothing at all.
 */
public final class Cold {
  private Cold() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      return; // what the JVM costs by itself
    }
    try (InputStream policies = Files.newInputStream(Path.of(arguments[0]));
        InputStream input = Files.newInputStream(Path.of(arguments[2]))) {
      Plan plan;
      RegoValue data;
      if (arguments.length == 4) {
        plan = Plan.read(policies);
        data = RegoValue.parse(Files.newInputStream(Path.of(arguments[3])));
      } else {
        Bundle bundle = Bundle.read(policies);
        plan = bundle.plan();
        data = bundle.data();
      }
      System.out.println(
          plan.evaluate(arguments[1], RegoValue.parse(input), data)
              .map(RegoValue::toJson)
              .orElse("undefined"));
    }
  }
}
