package shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A shell script from the resources of this program. */
final class Script {
  private Script() {}

  static String read(String name) {
    try (var file = Script.class.getResourceAsStream("/" + name)) {
      if (file == null) {
        throw new IllegalStateException("no script `%s`".formatted(name));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
