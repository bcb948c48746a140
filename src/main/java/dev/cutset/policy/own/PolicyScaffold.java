package dev.cutset.policy.own;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A policy to begin with: its rules, their tests, and its page. */
public final class PolicyScaffold {
  private final String id;
  private final Path folder;

  /**
   * A new policy.
   *
   * @param id what its findings are called
   * @param policies the folder that the policy's own folder is made in
   */
  public PolicyScaffold(String id, Path policies) throws OwnPolicyException {
    PolicyIds.check(id);
    this.id = id;
    this.folder = policies.resolve(name(id));
  }

  private static String name(String id) {
    return id.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The policy's own folder. */
  public Path folder() {
    return folder;
  }

  /** Writes the files, over nothing that is there; gives back which. */
  public List<Path> write() throws OwnPolicyException {
    Map<Path, String> files = new LinkedHashMap<>();
    files.put(folder.resolve("policy.rego"), filled("policy.rego.txt"));
    files.put(folder.resolve("policy_test.rego"), filled("policy_test.rego.txt"));
    files.put(folder.resolve("README.md"), filled("README.md.txt"));
    for (Path file : files.keySet()) {
      if (Files.exists(file)) {
        throw there(file);
      }
    }
    try {
      Files.createDirectories(folder);
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.writeString(file.getKey(), file.getValue(), StandardOpenOption.CREATE_NEW);
      }
    } catch (FileAlreadyExistsException e) {
      throw there(Path.of(e.getFile()));
    } catch (IOException e) {
      throw new OwnPolicyException(
          "`" + folder + "` cannot be written: " + e.getMessage() + "; name another with --to", e);
    }
    return List.copyOf(files.keySet());
  }

  private static OwnPolicyException there(Path file) {
    return new OwnPolicyException(
        "`"
            + file
            + "` is there already and is left as it is; take another id, or folder with --to");
  }

  private String filled(String template) {
    String name = name(id);
    return PolicyLibrary.text("scaffold/" + template)
        .replace("@ID@", id)
        .replace("@NAME@", name)
        .replace("@PACKAGE@", name.matches("[a-z]\\w*") ? "." + name : "[\"" + name + "\"]")
        .replace("@TITLE@", title());
  }

  /** The id as one reads it out. */
  private String title() {
    String words = id.toLowerCase(Locale.ROOT).replaceAll("[-_]+", " ").strip();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
