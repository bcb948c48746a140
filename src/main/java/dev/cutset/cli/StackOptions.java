package dev.cutset.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which stack is meant, and how it is configured. */
final class StackOptions {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("[A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)*=.*");

  @Option(
      names = {"-s", "--stack"},
      paramLabel = "NAME",
      description = "Which stack of a Pulumi program; the only one with settings, or dev.")
  private Optional<String> stack = Optional.empty();

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE|KEY=VALUE",
      description = {
        "FILE: the configuration of Cutset; cutset.yaml beside the stack when left out."
            + " KEY=VALUE: a value of the stack's configuration, for a Pulumi program; can be"
            + " repeated."
      })
  private List<String> config = new ArrayList<>();

  @Option(
      names = "--via",
      paramLabel = "host|pulumi",
      converter = Via.Word.class,
      completionCandidates = Via.Word.class,
      description = {
        "What runs a Pulumi program: host (when left out) is Cutset itself, for Java programs;"
            + " pulumi is `pulumi preview`, for all languages, with what it needs."
      })
  private Via via = Via.HOST;

  @Mixin private JudgeOptions judge = new JudgeOptions();

  @Mixin private OpaOptions opa = new OpaOptions();

  /** What runs a program. */
  enum Via {
    HOST,
    PULUMI;

    /** Reads it from its word. */
    static final class Word extends Words.ConstantWord<Via> {
      Word() {
        super(values());
      }
    }
  }

  /** Takes the value of an option; false where it is not one of the plain ones. */
  boolean take(String option, String value) {
    return option.equals("--config") && config.add(value);
  }

  /** Which of these somebody gave that say something of a program only. */
  List<String> ofPrograms() {
    List<String> given = new ArrayList<>();
    if (stack.isPresent()) {
      given.add("--stack");
    }
    if (!values().isEmpty()) {
      given.add("--config KEY=VALUE");
    }
    if (viaPulumi()) {
      given.add("--via pulumi");
    }
    return given;
  }

  boolean viaPulumi() {
    return via == Via.PULUMI;
  }

  /** Who judges it. */
  JudgeOptions judge() {
    return judge;
  }

  /** Which server judges in place of the policies that come with Cutset. */
  OpaOptions opa() {
    return opa;
  }

  Optional<String> stack() {
    return stack;
  }

  /** The file with Cutset's configuration, where one is named. */
  Optional<String> file() throws WrongUseException {
    List<String> files = config.stream().filter(text -> !isAssignment(text)).toList();
    if (files.size() > 1) {
      throw new WrongUseException(
          "--config names two files, `"
              + files.get(0)
              + "` and `"
              + files.get(1)
              + "`; name one, and values as KEY=VALUE");
    }
    return files.stream().findFirst();
  }

  /** What the user adds to the stack's own configuration. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    for (String text : config) {
      if (isAssignment(text)) {
        int at = text.indexOf('=');
        values.put(text.substring(0, at), text.substring(at + 1));
      }
    }
    return values;
  }

  private static boolean isAssignment(String text) {
    return ASSIGNMENT.matcher(text).matches();
  }
}
