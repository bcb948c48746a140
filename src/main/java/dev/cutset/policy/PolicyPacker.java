package dev.cutset.policy;

import dev.cutset.rego.PackedPlanWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packs the compiled policies, so that they load fast: a step of the build. */
public final class PolicyPacker {
  private static final String FOLDER = "dev/cutset/policy";

  private PolicyPacker() {}

  /**
   * Packs the plan that is among the classes.
   *
   * @param arguments the folder of the classes
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]).resolve(FOLDER);
    try (InputStream json = Files.newInputStream(folder.resolve("plan.json"));
        OutputStream packed = Files.newOutputStream(folder.resolve(Judge.PLAN))) {
      PackedPlanWriter.write(json, packed);
    }
  }
}
