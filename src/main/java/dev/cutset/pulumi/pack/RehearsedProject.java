package dev.cutset.pulumi.pack;

import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A project for a rehearsal, whose built program declares a stack that was recorded.
 *
 * @param folder of the project, as long as it is open
 * @param stack that was recorded
 */
record RehearsedProject(Path folder, Stack stack) implements AutoCloseable {
  /** What the program reads where it runs. */
  static final Path RECORDED = Path.of("recorded.json");

  private static final Path PROGRAM = Path.of("program.jar");
  private static final Path DESCRIPTION = Path.of("Pulumi.yaml");

  /** Makes a project of a preview that {@code pulumi preview --json} wrote. */
  static RehearsedProject of(Path preview) throws IOException, UnreadableInputException {
    Stack stack = read(preview);
    Path folder = Files.createTempDirectory("cutset-rehearsal-");
    Files.copy(preview, folder.resolve(RECORDED));
    Files.writeString(
        folder.resolve(DESCRIPTION),
        """
        name: %s
        runtime:
          name: java
          options:
            binary: %s
        """
            .formatted(stack.project(), PROGRAM));
    writeProgram(folder.resolve(PROGRAM));
    return new RehearsedProject(folder, stack);
  }

  static Stack read(Path preview) throws IOException, UnreadableInputException {
    return new StackReader(Interest.everything(), Naming.none()).read(preview);
  }

  /** A jar without classes: they are where those of this process are. */
  private static void writeProgram(Path jar) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, RehearsedProgram.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, classPath());
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static String classPath() {
    List<String> places = new ArrayList<>();
    for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
      places.add(Path.of(place).toUri().toString());
    }
    return String.join(" ", places);
  }

  @Override
  public void close() throws IOException {
    for (Path file : List.of(RECORDED, DESCRIPTION, PROGRAM)) {
      Files.deleteIfExists(folder.resolve(file));
    }
    Files.deleteIfExists(folder);
  }
}
