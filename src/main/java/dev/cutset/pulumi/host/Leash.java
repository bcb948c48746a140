package dev.cutset.pulumi.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a process hangs on this one. Where there is no shell, all are free. */
enum Leash {
  /** It may go on when this one is killed. */
  FREE,
  /** It ends even when this one is killed and can do nothing about it. */
  TIED,
  /** The same, and it takes no processor that others want. */
  BEHIND;

  private static final Path SHELL = Path.of("/bin/sh");

  /**
   * The shell waits for the process. What waits beside it for the end of its own input, which this
   * process holds open, kills the process at that.
   */
  private static final String TIE =
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

  private static final String STAND_BACK =
      "command -v nice >/dev/null && set -- nice -n 10 \"$@\"\n";

  static boolean canTie() {
    return Files.isExecutable(SHELL);
  }

  /** The same where it is possible. */
  Leash ifPossible() {
    return canTie() ? this : FREE;
  }

  /** The command that runs another one; unless that is free, its standard input must stay open. */
  List<String> tie(List<String> command) {
    if (this == FREE) {
      return command;
    }
    String script = this == BEHIND ? STAND_BACK + TIE : TIE;
    List<String> tied = new ArrayList<>(List.of(SHELL.toString(), "-c", script, "leash"));
    tied.addAll(command);
    return tied;
  }
}
