package dev.cutset.policy.own;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of Rego that a team keeps, as it was when it was read.
 *
 * <p>Hidden folders are passed over: tools keep copies in them.
 *
 * @param path where it is
 * @param files the Rego and the data, by path
 * @param pages the page of each policy, by its name
 */
record PolicyFolder(Path path, List<SourceFile> files, Map<String, String> pages) {
  private static final String PAGE = "README.md";
  private static final Set<String> DATA = Set.of("data.json", "data.yaml", "data.yml");
  private static final int MOST_FILES = 5_000;

  PolicyFolder {
    files = List.copyOf(files);
    pages = Map.copyOf(pages);
  }

  static PolicyFolder read(Path folder) throws OwnPolicyException {
    List<SourceFile> files = new ArrayList<>();
    Map<String, String> readmes = new HashMap<>();
    for (Path file : found(folder)) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (path.endsWith(PAGE)) {
        readmes.put(path, text(file));
      } else {
        SourceFile source = new SourceFile(path, text(file));
        refuseLibrary(folder, source);
        files.add(source);
      }
    }
    if (files.stream().noneMatch(SourceFile::isRego)) {
      throw new OwnPolicyException(
          "`" + folder + "` holds no Rego; `cutset policies new ID` writes a policy to begin with");
    }
    return new PolicyFolder(folder, files, pages(files, readmes));
  }

  /** What judges: all but the tests. */
  List<SourceFile> rules() {
    return files.stream().filter(file -> !file.isTest()).toList();
  }

  boolean hasTests() {
    return files.stream().anyMatch(SourceFile::isTest);
  }

  private static List<Path> found(Path folder) throws OwnPolicyException {
    try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> found =
          walk.filter(file -> isMeant(folder.relativize(file)) && Files.isRegularFile(file))
              .limit(MOST_FILES + 1L)
              .sorted()
              .toList();
      if (found.size() > MOST_FILES) {
        throw new OwnPolicyException(
            "`" + folder + "` holds more than " + MOST_FILES + " files; name the policies' folder");
      }
      return found;
    } catch (IOException | UncheckedIOException e) {
      throw new OwnPolicyException("`" + folder + "` cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isMeant(Path path) {
    for (Path part : path) {
      if (part.toString().startsWith(".")) {
        return false;
      }
    }
    String name = path.getFileName().toString();
    return name.endsWith(".rego") || name.equals(PAGE) || DATA.contains(name);
  }

  private static void refuseLibrary(Path folder, SourceFile source) throws OwnPolicyException {
    if (PolicyLibrary.claims(source.packageName())) {
      throw new OwnPolicyException(
          "`"
              + folder.resolve(source.path())
              + "`: the package `"
              + source.packageName().orElse("")
              + "` is Cutset's, which is there anyhow; remove the file, or keep it in a hidden"
              + " folder");
    }
  }

  private static String text(Path file) throws OwnPolicyException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new OwnPolicyException("`" + file + "` is not a UTF-8 text; save it as UTF-8", e);
    } catch (IOException e) {
      throw new OwnPolicyException("`" + file + "` cannot be read: " + e.getMessage(), e);
    }
  }

  /** The page of a policy lies beside it. */
  private static Map<String, String> pages(List<SourceFile> files, Map<String, String> readmes) {
    Map<String, String> pages = new HashMap<>();
    for (SourceFile file : files) {
      String beside = file.path().substring(0, file.path().lastIndexOf('/') + 1) + PAGE;
      String page = readmes.get(beside);
      if (page != null) {
        file.policy().ifPresent(policy -> pages.put(policy, page));
      }
    }
    return pages;
  }
}
