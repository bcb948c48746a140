package dev.cutset.bench.jmh;

import dev.cutset.catalog.YamlCatalog;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reading a stack, beside turning the same bytes into tokens. */
@State(Scope.Benchmark)
public class Readers {
  @Param({"plan", "state", "preview"})
  public String form;

  @Param("2000")
  public int size;

  private final YamlCatalog catalog = YamlCatalog.bundled();
  private final StackReader reader = new StackReader(catalog, catalog);
  private final JsonFactory factory = new JsonFactory();
  private byte[] bytes = {};

  @Setup
  public void read() throws IOException {
    bytes = Files.readAllBytes(Path.of("target/jmh/web-" + size + "." + form + ".json"));
  }

  @Benchmark
  public Stack stack() throws UnreadableInputException {
    return reader.read(new ByteArrayInputStream(bytes), "the stack");
  }

  @Benchmark
  public long tokens() {
    long count = 0;
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
      while (parser.nextToken() != null) {
        count++;
      }
    }
    return count;
  }
}
