package dev.cutset.pulumi.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ties a process to this one, so that it ends even when this one is killed and can do nothing about
 * it. Where there is no shell, a process is not tied, and may then run to its own end.
 */
final class Leash {
  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * The shell waits for the process. What waits beside it for the end of its own input, which this
   * process holds open, kills the process at that.
   */
  private static final String SCRIPT =
      """
      exec 3<&0 </dev/null
      "$@" 3<&- &
      process=$!
      (read -r nothing <&3; kill -9 $process) >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      wait $process
      code=$?
      kill -9 $watcher 2>/dev/null
      wait $watcher 2>/dev/null
      exit $code
      """;

  private Leash() {}

  static boolean canTie() {
    return Files.isExecutable(SHELL);
  }

  /** The command that runs another one; its standard input must stay open. */
  static List<String> tie(List<String> command) {
    List<String> tied = new ArrayList<>(List.of(SHELL.toString(), "-c", SCRIPT, "leash"));
    tied.addAll(command);
    return tied;
  }
}
