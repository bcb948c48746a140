package dev.cutset.pulumi.host;

import dev.cutset.pulumi.guest.PatientLogging;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A jar of the few classes of ours that a program's JVM gets, for as long as the program runs.
 * Where none can be written the program runs without them: it takes longer, and says the same.
 *
 * @param options what to tell the JVM
 * @param jar the file, if there is one
 */
record GuestJar(List<String> options, Optional<Path> jar) implements AutoCloseable {
  private static final String LOGGING = "java.util.logging.manager";
  private static final List<String> SAYING =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
  private static final GuestJar NONE = new GuestJar(List.of(), Optional.empty());

  GuestJar {
    options = List.copyOf(options);
  }

  /**
   * Writes it.
   *
   * @param environment of the program, which may say itself how it logs
   */
  static GuestJar write(Map<String, String> environment) {
    if (SAYING.stream().anyMatch(name -> environment.getOrDefault(name, "").contains(LOGGING))) {
      return NONE;
    }
    try {
      Path jar = Files.createTempFile("cutset-guest-", ".jar");
      if (jar.toString().contains(File.pathSeparator)) {
        Files.delete(jar);
        return NONE;
      }
      write(jar);
      return new GuestJar(
          List.of(
              "-Xbootclasspath/a:" + jar, "-D" + LOGGING + "=" + PatientLogging.class.getName()),
          Optional.of(jar));
    } catch (IOException e) {
      return NONE;
    }
  }

  private static void write(Path jar) throws IOException {
    List<Class<?>> classes = new ArrayList<>(List.of(PatientLogging.class.getDeclaredClasses()));
    classes.add(PatientLogging.class);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Class<?> one : classes) {
        String entry = one.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        try (InputStream bytes = GuestJar.class.getResourceAsStream("/" + entry)) {
          if (bytes == null) {
            throw new IOException("no class file of `" + one.getName() + "`");
          }
          bytes.transferTo(out);
        }
      }
    }
  }

  @Override
  public void close() {
    if (jar.isEmpty()) {
      return;
    }
    try {
      Files.deleteIfExists(jar.get());
    } catch (IOException e) {
      // A few kilobytes stay among what is temporary.
    }
  }
}
