package dev.cutset.template;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project that is about to be made from a template.
 *
 * @param folder where it will be
 * @param name what the project is called; its stacks and their configuration go by it
 */
public record NewProject(Path folder, String name) {
  private static final int LONGEST_NAME = 100;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1," + LONGEST_NAME + "}");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
  private static final Set<String> NO_TEXT =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
  // Up to the next key; a comment at the margin belongs to what follows it.
  private static final String TEMPLATE_SECTION =
      "(?m)^template:.*(?:\\R|\\z)"
          + "(?:[ \\t].*(?:\\R|\\z)|\\R|#.*\\R(?=(?:#.*\\R|\\R)*[ \\t]))*";
  private static final String PROJECT_FILE = "Pulumi.yaml";

  public NewProject {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of a project: `" + name + "`");
    }
  }

  /** Whether Pulumi takes a project of that name. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** The name of a project in a folder: that of the folder, as far as it can be one. */
  public static String nameFor(Path folder) {
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "" : last.toString();
    String fit = name.replaceAll("[^A-Za-z0-9_.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    String whole = fit.substring(0, Math.min(fit.length(), LONGEST_NAME));
    return whole.isEmpty() ? "project" : whole;
  }

  /** What is in the folder already; the folder of a version control system alone is nothing. */
  public List<Path> present() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(Path::getFileName)
          .filter(entry -> !entry.toString().equals(".git"))
          .sorted()
          .toList();
    }
  }

  /** The files that a copy would be put in the place of. */
  public List<Path> replaced(Template template) throws IOException {
    List<Path> replaced = new ArrayList<>();
    for (Path file : files(template)) {
      if (Files.exists(target(template, file), LinkOption.NOFOLLOW_LINKS)) {
        replaced.add(folder.relativize(target(template, file)));
      }
    }
    return replaced;
  }

  /** Copies a template into the folder, over files of the same name. */
  public void copy(Template template) throws IOException {
    for (Path file : files(template)) {
      Path target = target(template, file);
      makeFolder(parent(target));
      byte[] content = Files.readAllBytes(file);
      if (template.folder().relativize(file).toString().equals(PROJECT_FILE)) {
        content =
            named(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
      }
      // What is at the place goes first, so that nothing is written through a link.
      Files.deleteIfExists(target);
      Files.write(target, content, StandardOpenOption.CREATE_NEW);
    }
  }

  /** Makes the folder of a file; where a link leads out of the project, nothing is put. */
  private void makeFolder(Path inside) throws IOException {
    Path there = inside;
    while (!Files.exists(there, LinkOption.NOFOLLOW_LINKS) && !there.equals(folder)) {
      there = parent(there);
    }
    if (Files.exists(there) && !there.toRealPath().startsWith(folder.toRealPath())) {
      throw new FileSystemException(there.toString(), null, "a link leads out of the folder");
    }
    Files.createDirectories(inside);
  }

  private static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file of a template is in a folder");
  }

  private static List<Path> files(Template template) throws IOException {
    try (Stream<Path> files = Files.walk(template.folder())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path target(Template template, Path file) {
    // The template may be in another file system than the folder: in a jar.
    return folder.resolve(template.folder().relativize(file).toString());
  }

  /** The project's file with its own name, and without what only a template says. */
  private String named(String project) {
    boolean plain =
        PLAIN.matcher(name).matches() && !NO_TEXT.contains(name.toLowerCase(Locale.ROOT));
    String line = "name: " + (plain ? name : '"' + name + '"');
    return project.replaceFirst("(?m)^name:.*$", line).replaceFirst(TEMPLATE_SECTION, "");
  }
}
