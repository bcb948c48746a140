import dev.cutset.rego.Bundle;
import dev.cutset.rego.RegoValue;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One evaluation in a process of its own: a bundle, an entry point, an input; or nothing at all.
 */
public final class Cold {
  private Cold() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 0) {
      return; // what the JVM costs by itself
    }
    try (InputStream bundle = Files.newInputStream(Path.of(arguments[0]));
        InputStream input = Files.newInputStream(Path.of(arguments[2]))) {
      Bundle read = Bundle.read(bundle);
      System.out.println(
          read.plan()
              .evaluate(arguments[1], RegoValue.parse(input), read.data())
              .map(RegoValue::toJson)
              .orElse("undefined"));
    }
  }
}
