package dev.cutset.pulumi.host;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How to start a built program.
 *
 * @param main what to give the JVM
 * @param classPath where its classes are
 */
record Launch(List<String> main, List<Path> classPath) {
  /** With two processors the SDK can wait for itself for ever. */
  static final String ROOM = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8";

  private static final List<String> OPTIONS =
      List.of(
          // JDK 24 and up warn of what the SDK's libraries do; older ones do not know these
          // options.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED",
          // A program is a short one.
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          ROOM,
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  Launch {
    main = List.copyOf(main);
    classPath = List.copyOf(classPath);
  }

  /** A class with a class path. */
  static Launch of(List<Path> classPath, String mainClass) {
    String joined =
        String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList());
    return new Launch(List.of("-cp", joined, mainClass), classPath);
  }

  /** The same, told more to its JVM. */
  Launch with(List<String> options) {
    List<String> more = new ArrayList<>(options);
    more.addAll(main);
    return new Launch(more, classPath);
  }

  /**
   * The whole command.
   *
   * @param java the JVM
   */
  List<String> command(String java) {
    List<String> command = new ArrayList<>();
    command.add(java);
    command.addAll(OPTIONS);
    command.addAll(main);
    return command;
  }
}
