package dev.cutset.bench.stacks;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes a stack of any size; nothing of it is kept. The same arguments give the same bytes.
 *
 * <pre>java -cp … dev.cutset.bench.stacks.MakeStack SHAPE SIZE FORM FILE [SEED]</pre>
 */
public final class MakeStack {
  private static final Map<String, Form> FORMS =
      Map.of("plan", new Plan(), "state", new Pulumi(false), "preview", new Pulumi(true));

  private MakeStack() {}

  public static void main(String[] arguments) throws IOException {
    Shape shape = arguments.length < 4 ? null : Shapes.all().get(arguments[0]);
    Form form = shape == null ? null : FORMS.get(arguments[2]);
    if (shape == null || form == null) {
      System.err.println(
          "usage: MakeStack " + Shapes.all().keySet() + " SIZE " + FORMS.keySet() + " FILE [SEED]");
      System.exit(2);
    }
    long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1;
    Path kinds = Path.of(System.getProperty("kinds", "src/bench/stacks/kinds.txt"));
    Stack stack = new Stack(shape, Integer.parseInt(arguments[1]), seed, Kind.read(kinds));
    try (OutputStream file =
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[3])), 1 << 20);
        Writer out =
            new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8), 1 << 16)) {
      form.write(new Json(out), stack);
      out.write('\n');
    }
  }
}
