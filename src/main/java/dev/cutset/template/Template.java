package dev.cutset.template;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that comes with Cutset, to start from or to learn from.
 *
 * @param name such as {@code multi-az-web} or {@code ladder/1-single-server}
 * @param description what it is, in a line
 * @param settings what whoever starts from it is asked for
 * @param folder where its files are
 */
public record Template(String name, String description, List<Setting> settings, Path folder) {
  static final String LADDER = "ladder/";

  public Template {
    settings = List.copyOf(settings);
  }

  /** Whether it is a step of the story that the ladder tells, and not meant to be deployed. */
  public boolean isStep() {
    return name.startsWith(LADDER);
  }

  /** The names that it goes by: with the folder that it is in, and without. */
  List<String> names() {
    return isStep()
        ? List.of(name, name.substring(LADDER.length()))
        : List.of(name, "templates/" + name);
  }
}
