package dev.cutset.bench.speed;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns a file into tokens and does nothing else: the least of what a check does that reads by
 * Jackson.
 *
 * <pre>java -cp … dev.cutset.bench.speed.Tokens FILE</pre>
 */
public final class Tokens {
  private Tokens() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println(count(Path.of(arguments[0])));
  }

  static long count(Path file) throws Exception {
    long count = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    if (count == 0) {
      throw new IllegalStateException(file + " holds nothing");
    }
    return count;
  }
}
