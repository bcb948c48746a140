package dev.cutset.pulumi.host;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the providers that are on this machine, where the engine does: those that the project
 * names, those that Pulumi has installed, those on PATH. None is downloaded.
 */
final class PluginFinder {
  private static final String NO_PATH = "PULUMI_IGNORE_AMBIENT_PLUGINS";

  private final Project project;
  private final Map<String, String> environment;
  private final JavaBuild build;

  PluginFinder(Project project, Map<String, String> environment, JavaBuild build) {
    this.project = project;
    this.environment = environment;
    this.build = build;
  }

  /**
   * How to start one.
   *
   * @param folder where it is to run
   */
  record Found(List<String> command, Path folder) {}

  /**
   * The provider of that name.
   *
   * @param version the version that is wanted, or empty
   */
  Optional<Found> find(String name, String version) throws ProgramException {
    for (Project.LocalPlugin plugin : project.plugins()) {
      boolean fits = plugin.version().isEmpty() || plugin.version().equals(version);
      if (plugin.name().equals(name) && fits) {
        return Optional.of(
            inFolder(plugin.folder(), name)
                .orElseThrow(
                    () ->
                        new ProgramException(
                            "no provider `"
                                + name
                                + "` in `"
                                + plugin.folder()
                                + "`, which Pulumi.yaml names; build it there")));
      }
    }
    Optional<Path> installed = installed(name, version);
    if (installed.isPresent()) {
      return inFolder(installed.get(), name);
    }
    return onPath(name);
  }

  private Optional<Found> inFolder(Path folder, String name) throws ProgramException {
    Path executable = folder.resolve("pulumi-resource-" + name);
    if (Files.isExecutable(executable)) {
      return Optional.of(new Found(List.of(executable.toString()), project.folder()));
    }
    Optional<Path> description = YamlFile.find(folder, "PulumiPlugin");
    return description.isEmpty() ? Optional.empty() : inSource(folder, name, description.get());
  }

  /** A provider that is a program itself; those in Java are built and run as such. */
  private Optional<Found> inSource(Path folder, String name, Path description)
      throws ProgramException {
    Project provider = Project.ofPlugin(name, folder, YamlFile.read(description));
    if (!provider.isJava()) {
      throw new ProgramException(
          "the provider `"
              + name
              + "` in `"
              + folder
              + "` is a program in "
              + provider.runtime()
              + ", and only those in Java are run here");
    }
    Launch launch = build.launch(provider, ProgramRequest.Build.WHEN_CHANGED);
    return Optional.of(
        new Found(launch.command(ProgramEnvironment.java(environment)), project.folder()));
  }

  private Optional<Path> installed(String name, String version) {
    String prefix = "resource-" + name + "-v";
    Path plugins = home().resolve("plugins");
    if (!version.isEmpty() && Files.isDirectory(plugins.resolve(prefix + version))) {
      return Optional.of(plugins.resolve(prefix + version));
    }
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(plugins)) {
      try (DirectoryStream<Path> folders = Files.newDirectoryStream(plugins, prefix + "*")) {
        folders.forEach(folder -> add(found, folder));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
    List<Integer> wanted = numbers(version);
    return found.stream()
        .filter(folder -> compare(numbers(versionOf(folder, prefix)), wanted) >= 0)
        .max((a, b) -> compare(numbers(versionOf(a, prefix)), numbers(versionOf(b, prefix))));
  }

  // Beside each folder of a plugin lies a file that only locks it.
  private static void add(List<Path> found, Path folder) {
    if (Files.isDirectory(folder)) {
      found.add(folder);
    }
  }

  private static String versionOf(Path folder, String prefix) {
    return folder.getFileName().toString().substring(prefix.length());
  }

  /** The numbers of a version, without what comes after them. */
  private static List<Integer> numbers(String version) {
    List<Integer> numbers = new ArrayList<>();
    for (String part : version.split("[-+]", 2)[0].split("\\.")) {
      if (part.matches("\\d{1,9}")) {
        numbers.add(Integer.valueOf(part));
      }
    }
    return numbers;
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    return Arrays.compare(
        a.stream().mapToInt(Integer::intValue).toArray(),
        b.stream().mapToInt(Integer::intValue).toArray());
  }

  private Path home() {
    String home = environment.getOrDefault("PULUMI_HOME", "");
    return home.isEmpty()
        ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".pulumi")
        : Path.of(home);
  }

  private Optional<Found> onPath(String name) {
    if (environment.getOrDefault(NO_PATH, "").equals("true")) {
      return Optional.empty();
    }
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(place -> !place.isEmpty())
        .map(place -> Path.of(place, "pulumi-resource-" + name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(executable -> new Found(List.of(executable.toString()), project.folder()));
  }
}
