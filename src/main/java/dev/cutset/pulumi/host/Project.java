package dev.cutset.pulumi.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code Pulumi.yaml} says of its program.
 *
 * @param name the project's name
 * @param folder the folder of the file
 * @param program the folder of the program, the same if nothing else is said
 * @param runtime the language of the program
 * @param binary the built program, where the project names one
 * @param config the project's own configuration: defaults and descriptions
 */
record Project(
    String name,
    Path folder,
    Path program,
    String runtime,
    Optional<Path> binary,
    Map<?, ?> config) {

  /** Reads the project in a folder. */
  static Project read(Path folder) throws ProgramException {
    Path absolute = folder.toAbsolutePath().normalize();
    Path file =
        YamlFile.find(absolute, "Pulumi")
            .orElseThrow(
                () ->
                    new ProgramException(
                        "no Pulumi.yaml in `" + folder + "`; name the folder of a project"));
    YamlFile yaml = YamlFile.read(file);
    String name =
        yaml.text("name")
            .orElseThrow(() -> new ProgramException("`" + file + "` has no `name`; add one"));
    Map<?, ?> runtime = yaml.mapping("runtime");
    Map<?, ?> options = runtime.get("options") instanceof Map<?, ?> map ? map : Map.of();
    Path program = yaml.text("main").map(absolute::resolve).orElse(absolute).normalize();
    return new Project(
        name,
        absolute,
        program,
        yaml.text("runtime").or(() -> text(runtime.get("name"))).orElse(""),
        text(options.get("binary")).map(program::resolve),
        yaml.mapping("config"));
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  boolean isJava() {
    return runtime.equals("java");
  }
}
