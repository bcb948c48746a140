package dev.cutset.cli;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.pulumi.host.ProgramRequest;
import dev.cutset.pulumi.host.PulumiCli;
import dev.cutset.report.SafeText;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds the stack that the user means by a path. */
final class InputFinder {
  private static final String PREVIEW = "preview.json";

  private final Surroundings surroundings;

  InputFinder(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * The input at a path; without one, in the current folder.
   *
   * @param path a file, a folder, or {@code -} for standard input
   * @param options which stack, where the folder holds a program
   */
  Input find(Optional<String> path, StackOptions options)
      throws NothingToCheckException, ProgramException {
    String name = path.orElse(".");
    Path located = surroundings.resolve(path.orElse(""));
    // A program says what is declared now; a preview beside it, what was declared some day.
    if (!name.equals("-")
        && isProject(located)
        && (options.viaPulumi() || ProgramHost.canRun(located))) {
      return program(located, options);
    }
    passOver(options, name);
    if (name.equals("-")) {
      return new Input.Streamed(surroundings.in(), surroundings.folder());
    }
    if (Files.isDirectory(located)) {
      return inFolder(located, name);
    }
    Path parent = located.getParent();
    return new Input.Located(located, parent == null ? surroundings.folder() : parent);
  }

  /** Says so where the user says something of a program and means a stack that is there already. */
  private void passOver(StackOptions options, String name) {
    for (String option : options.ofPrograms()) {
      new Failures(surroundings)
          .complain(
              option
                  + " is passed over: it is for programs that are run, and `"
                  + name
                  + "` holds a stack that is there already");
    }
  }

  private Input program(Path folder, StackOptions options) {
    SafeText safe = new SafeText(surroundings.charset());
    PrintStream err = surroundings.err();
    Consumer<String> progress = new Failures(surroundings)::complain;
    Consumer<String> screen = line -> err.println(safe.safe(line.replace("\t", "    ")));
    Map<String, String> environment = surroundings.environment();
    ProgramRequest request = new ProgramRequest(folder, options.stack(), options.values());
    return options.viaPulumi()
        ? new Input.Previewed(request, new PulumiCli(environment, progress, screen), folder)
        : new Input.Program(request, new ProgramHost(environment, progress, screen), folder);
  }

  private static Input inFolder(Path folder, String name) throws NothingToCheckException {
    Path preview = folder.resolve(PREVIEW);
    if (Files.exists(preview)) {
      return new Input.Located(preview, folder);
    }
    if (isProject(folder)) {
      throw new NothingToCheckException(
          "`" + name + "` is a Pulumi project without a preview; " + howToPreview(name));
    }
    if (Files.isDirectory(folder.resolve(".pulumi"))) {
      return new Input.Located(folder, folder);
    }
    WorkingFolder here = new WorkingFolder(folder);
    Optional<String> stack = here.stackFile();
    if (stack.isPresent()) {
      String file = name.equals(".") ? stack.get() : Path.of(name, stack.get()).toString();
      throw new NothingToCheckException(
          "there is a stack in `"
              + name
              + "`, but not as preview.json; name its file: `cutset check "
              + NextSteps.quoted(file)
              + "`");
    }
    Optional<String> terraform = here.terraform();
    if (terraform.isPresent()) {
      throw new NothingToCheckException(
          "no plan to check in `" + name + "`; " + howToPlan(terraform.get()));
    }
    throw new NothingToCheckException(
        "nothing to check in `"
            + name
            + "`: no preview.json, Pulumi.yaml or .pulumi folder; name a file, for instance one"
            + " that `pulumi preview --json > preview.json` wrote");
  }

  private static String howToPreview(String name) {
    return name.equals(".")
        ? "run `pulumi preview --json > preview.json` and then `cutset check`"
        : "run `(cd "
            + name
            + " && pulumi preview --json > preview.json)` and then `cutset check "
            + name
            + "`";
  }

  private static String howToPlan(String command) {
    return "run `"
        + command
        + " plan -out plan.bin && "
        + command
        + " show -json plan.bin > plan.json` there, and name the plan.json";
  }

  static boolean isProject(Path folder) {
    return Files.exists(folder.resolve("Pulumi.yaml"))
        || Files.exists(folder.resolve("Pulumi.yml"));
  }

  static boolean hasPreview(Path folder) {
    return Files.exists(folder.resolve(PREVIEW));
  }
}
