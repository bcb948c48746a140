package dev.cutset.pulumi.host;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where people see what a program says, once: the Pulumi SDK tells the engine all that it logs, and
 * prints it through the JDK's logging too.
 */
final class Screen {
  /** What libraries of the SDK say of themselves; no user of it can do anything about it. */
  private static final String CHATTER = "SLF4J";

  /** The first line of a record that the SDK prints and tells. */
  private static final String RECORD = "com.pulumi.deployment.internal.DeploymentImpl$";

  /** How the SDK begins to tell of an error: with the whole command, and all of its class path. */
  private static final Pattern COMMAND =
      Pattern.compile("^Running program \\[PID: \\d+]\\(.*\\) failed with");

  private final Consumer<String> lines;
  private final List<List<String>> told = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private boolean holding;

  Screen(Consumer<String> lines) {
    this.lines =
        line -> lines.accept(COMMAND.matcher(line).replaceFirst("the program failed with"));
  }

  /** Hears what the program tells the engine. */
  synchronized void told(String message) {
    List<String> text = message.stripTrailing().lines().toList();
    text.forEach(lines);
    told.add(text);
    settle();
  }

  /** Hears a line that the program prints. */
  synchronized void printed(String line) {
    if (line.contains(RECORD) && line.contains("Logger ")) {
      release();
      holding = true;
    } else if (holding) {
      // The level, such as `SEVERE: `, is before the message only.
      held.add(held.isEmpty() ? line.replaceFirst("^\\p{Lu}+: ", "") : line);
      settle();
    } else if (!line.startsWith(CHATTER)) {
      lines.accept(line);
    }
  }

  /** Shows what is left of what was printed; the program has ended. */
  synchronized void release() {
    held.forEach(lines);
    held.clear();
    holding = false;
  }

  private void settle() {
    for (Iterator<List<String>> messages = told.iterator(); messages.hasNext(); ) {
      List<String> message = messages.next();
      if (!message.isEmpty()
          && held.size() >= message.size()
          && held.subList(0, message.size()).equals(message)) {
        messages.remove();
        held.subList(0, message.size()).clear();
        held.removeIf(String::isBlank);
        release();
        return;
      }
    }
  }
}
