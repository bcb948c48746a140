package dev.cutset.pulumi.host;

import java.nio.file.Path;
import java.util.List;

/**
 * How to start a built program.
 *
 * @param command what to give the JVM
 * @param classPath where its classes are
 */
record Launch(List<String> command, List<Path> classPath) {

  Launch {
    command = List.copyOf(command);
    classPath = List.copyOf(classPath);
  }
}
