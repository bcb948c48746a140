package dev.cutset.cli;

import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.ProgramHost;
import dev.cutset.source.StackSniffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder where somebody is, and what of it Cutset could look at. */
final class WorkingFolder {
  /** More files than a person has beside a stack; a folder of data is not searched. */
  private static final int MOST_FILES = 200;

  private static final String ARCHIVE = "PK";

  private final Path folder;

  WorkingFolder(Path folder) {
    this.folder = folder;
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  boolean hasPreview() {
    return InputFinder.hasPreview(folder);
  }

  boolean isProject() {
    return InputFinder.isProject(folder);
  }

  /** Whether it is a Pulumi project of a language that is run here. */
  boolean isJavaProject() {
    try {
      return isProject() && ProgramHost.canRun(folder);
    } catch (ProgramException e) {
      return false;
    }
  }

  boolean hasState() {
    return Files.isDirectory(folder.resolve(".pulumi"));
  }

  /** A file that a stack may be read from, whatever its name. */
  Optional<String> stackFile() {
    return files(".json").filter(StackSniffer::looksLikeStack).map(WorkingFolder::name).findFirst();
  }

  /** The command of whose language there are files here: {@code terraform} or {@code tofu}. */
  Optional<String> terraform() {
    if (files(".tofu").findAny().isPresent() || locksForOpenTofu()) {
      return Optional.of("tofu");
    }
    return files(".tf").findAny().map(file -> "terraform");
  }

  /** A plan that only Terraform itself can read. */
  Optional<String> sealedPlan() {
    return files("")
        .filter(file -> name(file).contains("plan") && isArchive(file))
        .map(WorkingFolder::name)
        .findFirst();
  }

  private boolean locksForOpenTofu() {
    try {
      return Files.readString(folder.resolve(".terraform.lock.hcl"))
          .contains("registry.opentofu.org");
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private static boolean isArchive(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(ARCHIVE.length()), StandardCharsets.ISO_8859_1)
          .equals(ARCHIVE);
    } catch (IOException e) {
      return false;
    }
  }

  private Stream<Path> files(String ending) {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> found = all.limit(MOST_FILES).sorted().toList();
      return found.stream()
          .filter(file -> name(file).endsWith(ending) && Files.isRegularFile(file));
    } catch (IOException | UncheckedIOException e) {
      return Stream.empty();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
