package dev.cutset.pulumi.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Runs what builds programs.
 *
 * @param environment that it finds: all that the host has
 * @param progress hears what is being done
 * @param screen hears what it says where it fails
 * @param halt ends it early
 */
record BuildTool(
    Map<String, String> environment,
    Consumer<String> progress,
    Consumer<String> screen,
    Halt halt) {
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final int SHOWN_LINES = 30;
  // Maven resets the colour even where it was told to use none.
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
  // What Maven says after every error: how to call Maven, which the user did not, and a link.
  private static final Pattern ADVICE =
      Pattern.compile(
          "\\[ERROR] *(To see the full stack trace.*|Re-run Maven using.*|For more information"
              + " about the errors.*|\\[Help \\d+] .*|-> \\[Help \\d+])?");

  /** The wrapper in a folder or in one above it, up to the root of the build; else the command. */
  String command(String name, String wrapper, Path folder, Path root) {
    for (Path place = folder; place != null && place.startsWith(root); place = place.getParent()) {
      Path file = place.resolve(wrapper);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    return name;
  }

  /** Builds; what it says is shown if it fails. */
  void run(String name, List<String> command, Path folder) throws ProgramException {
    List<String> said = new ArrayList<>();
    Child child = new Child(name, command, folder, environment, LIMIT, halt);
    int code = child.run(line -> said.add(COLOUR.matcher(line).replaceAll("")));
    if (code != 0) {
      said.stream().filter(BuildTool::tells).limit(SHOWN_LINES).forEach(screen);
      throw new ProgramException(
          name + " could not build the program in `" + folder + "`, see above; mend that first");
    }
  }

  private static boolean tells(String line) {
    return !line.isBlank() && !ADVICE.matcher(line).matches();
  }

  ProgramException notBuilt(Path folder, String what) {
    return new ProgramException.NotBuilt(
        "the program in `" + folder + "` " + what + "; `cutset check` there builds it");
  }

  ProgramException unreadable(Path folder) {
    return new ProgramException("`" + folder + "`: cannot be read; check that you may read it");
  }
}
