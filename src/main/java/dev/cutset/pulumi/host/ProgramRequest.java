package dev.cutset.pulumi.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Which program to run, as which stack, and how.
 *
 * @param folder the folder with its {@code Pulumi.yaml}
 * @param stack the stack's name, alone or as {@code organization/project/stack}; where nobody says
 *     it, the only one that has settings, or dev
 * @param config its configuration
 * @param build whether it may be built
 * @param knowledge what is known of the world that it asks about
 * @param besideEngine whether the engine runs it at the same time
 */
public record ProgramRequest(
    Path folder,
    Optional<String> stack,
    ProgramConfig config,
    Build build,
    Knowledge knowledge,
    boolean besideEngine) {

  /** Whether a program may be built. */
  public enum Build {
    /** It is, where something changed since it was built last. */
    WHEN_CHANGED,
    /** It is not: it runs as it is built, or not at all; for when somebody else builds it. */
    NEVER,
    /** It is not, but where nobody has noted its libraries yet, the build is asked for them. */
    LIBRARIES_ONLY
  }

  /**
   * As a person asks for it.
   *
   * @param above values that stand above the stack's settings, by key
   */
  public ProgramRequest(Path folder, Optional<String> stack, Map<String, String> above) {
    this(
        folder, stack, new ProgramConfig.OfFiles(above), Build.WHEN_CHANGED, Knowledge.NONE, false);
  }

  /** The same, with configuration that no file is asked for. */
  public ProgramRequest withConfig(ProgramConfig other) {
    return new ProgramRequest(folder, stack, other, build, knowledge, besideEngine);
  }

  /** The same, but the program is taken as it is built. */
  public ProgramRequest withoutBuild() {
    return new ProgramRequest(folder, stack, config, Build.NEVER, knowledge, besideEngine);
  }

  /** The same, with more known of the world. */
  public ProgramRequest withKnowledge(Knowledge other) {
    return new ProgramRequest(folder, stack, config, build, other, besideEngine);
  }

  /**
   * The same, while the engine runs it too: the program is taken as the engine has compiled it,
   * with all of the host's environment, as it has there, and lets the engine go first.
   */
  public ProgramRequest besideTheEngine() {
    return new ProgramRequest(folder, stack, config, Build.LIBRARIES_ONLY, knowledge, true);
  }
}
