import dev.cutset.rego.PackedPlanWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs plans: pairs of a plan in JSON and the file to write. */
public final class Pack {
  private Pack() {}

  public static void main(String[] arguments) throws Exception {
    for (int i = 0; i < arguments.length; i += 2) {
      try (InputStream json = Files.newInputStream(Path.of(arguments[i]));
          OutputStream packed = Files.newOutputStream(Path.of(arguments[i + 1]))) {
        PackedPlanWriter.write(json, packed);
      }
    }
  }
}
