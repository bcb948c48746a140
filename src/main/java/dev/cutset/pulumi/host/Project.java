package dev.cutset.pulumi.host;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
 * @param plugins providers that the project names by their folders
 */
record Project(
    String name,
    Path folder,
    Path program,
    String runtime,
    Optional<Path> binary,
    Map<?, ?> config,
    List<LocalPlugin> plugins) {

  Project {
    plugins = List.copyOf(plugins);
  }

  /**
   * A provider in a folder.
   *
   * @param version the only version for which it is meant, or empty
   */
  record LocalPlugin(String name, String version, Path folder) {}

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
    try {
      Path program = yaml.text("main").map(absolute::resolve).orElse(absolute).normalize();
      return of(name, absolute, program, yaml, yaml.mapping("config"), plugins(yaml, absolute));
    } catch (InvalidPathException e) {
      throw new ProgramException(
          "`" + file + "` has `" + e.getInput() + "`, which is no path of a file; mend it");
    }
  }

  private static Project of(
      String name,
      Path folder,
      Path program,
      YamlFile yaml,
      Map<?, ?> config,
      List<LocalPlugin> plugins) {
    Map<?, ?> runtime = yaml.mapping("runtime");
    Map<?, ?> options = runtime.get("options") instanceof Map<?, ?> map ? map : Map.of();
    return new Project(
        name,
        folder,
        program,
        yaml.text("runtime").or(() -> text(runtime.get("name"))).orElse(""),
        text(options.get("binary")).map(program::resolve),
        config,
        plugins);
  }

  /** A provider that is a program in a folder of its own. */
  static Project ofPlugin(String name, Path folder, YamlFile description) throws ProgramException {
    try {
      return of(name, folder, folder, description, Map.of(), List.of());
    } catch (InvalidPathException e) {
      throw new ProgramException(
          "`"
              + description.path()
              + "` has `"
              + e.getInput()
              + "`, which is no path of a file; mend it");
    }
  }

  private static List<LocalPlugin> plugins(YamlFile yaml, Path folder) {
    List<LocalPlugin> plugins = new ArrayList<>();
    if (yaml.mapping("plugins").get("providers") instanceof List<?> providers) {
      for (Object provider : providers) {
        if (provider instanceof Map<?, ?> said) {
          text(said.get("name"))
              .ifPresent(
                  name ->
                      text(said.get("path"))
                          .ifPresent(
                              path ->
                                  plugins.add(
                                      new LocalPlugin(
                                          name,
                                          text(said.get("version")).orElse(""),
                                          folder.resolve(path).normalize()))));
        }
      }
    }
    yaml.mapping("packages")
        .forEach(
            (name, said) ->
                text(said instanceof Map<?, ?> map ? map.get("source") : said)
                    .filter(source -> source.startsWith(".") || source.startsWith("/"))
                    .ifPresent(
                        source ->
                            plugins.add(
                                new LocalPlugin(
                                    String.valueOf(name),
                                    "",
                                    folder.resolve(source).normalize()))));
    return plugins;
  }

  private static Optional<String> text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }

  boolean isJava() {
    return runtime.equals("java");
  }
}
