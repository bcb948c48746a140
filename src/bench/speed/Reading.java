package dev.cutset.bench.speed;

import dev.cutset.catalog.YamlCatalog;
import dev.cutset.source.StackReader;
import java.nio.file.Path;

/**
 * Reads a file again and again, as a stack or as mere tokens, and prints the seconds of each time.
 *
 * <pre>java -cp … dev.cutset.bench.speed.Reading tokens|read TIMES FILE</pre>
 */
public final class Reading {
  private Reading() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[2]);
    for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
      long began = System.nanoTime();
      if (arguments[0].equals("tokens")) {
        Tokens.count(file);
      } else {
        read(file);
      }
      System.out.printf("%.4f%n", (System.nanoTime() - began) / 1e9);
    }
  }

  private static void read(Path file) throws Exception {
    YamlCatalog catalog = YamlCatalog.bundled();
    if (new StackReader(catalog, catalog).read(file).resources().isEmpty()) {
      throw new IllegalStateException(file + " holds nothing");
    }
  }
}
