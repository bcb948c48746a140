package dev.cutset.config;

import dev.cutset.stack.Value;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a program is told of other stacks and of what its lookups find. */
final class AnswersReader {
  static final List<String> STACK_KEYS = List.of("outputs", "secretOutputs", "from");
  static final List<String> LOOKUP_KEYS = List.of("function", "with", "returns");
  private static final int MOST_PARTS = 3;

  private final Mistakes mistakes;
  private final WrittenValues values;
  private final String file;

  /**
   * A reader of one file.
   *
   * @param file the file that is read; other files are named from its folder
   */
  AnswersReader(String file, Mistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
    this.values = new WrittenValues(mistakes);
  }

  /** What other stacks put out. */
  Map<String, StackOutputs> stacks(Section section) {
    Map<String, StackOutputs> stacks = new LinkedHashMap<>();
    section
        .get("stacks")
        .map(node -> Section.open(node, mistakes))
        .ifPresent(
            all ->
                all.entries()
                    .forEach(
                        (name, entry) -> {
                          checkName(name, entry.key());
                          stack(entry.value()).ifPresent(stack -> stacks.put(name, stack));
                        }));
    return stacks;
  }

  private void checkName(String name, Node key) {
    String[] parts = name.split("/", -1);
    boolean blank = List.of(parts).stream().anyMatch(String::isBlank);
    if (blank || parts.length > MOST_PARTS) {
      mistakes.add(
          key,
          "`" + name + "` is no name of a stack",
          "it can be organization/project/stack, project/stack, or stack");
    }
  }

  private Optional<StackOutputs> stack(Node node) {
    Section section = Section.closed(node, STACK_KEYS, mistakes);
    if (section.has("from") && (section.has("outputs") || section.has("secretOutputs"))) {
      mistakes.add(node, "a stack with `from` and outputs beside it", "keep one of them");
      return Optional.empty();
    }
    if (section.has("from")) {
      Node from = section.get("from").orElse(node);
      return section.text("from").flatMap(text -> from(text, from));
    }
    if (section.isSound() && section.entries().isEmpty()) {
      mistakes.add(node, "a stack of which nothing is said", "give it `outputs` or `from`");
    }
    return Optional.of(written(section));
  }

  private Optional<StackOutputs> from(String text, Node node) {
    try {
      return Optional.of(
          new StackOutputs.From(
              Path.of(file).resolveSibling(text).normalize(), mistakes.place(node)));
    } catch (InvalidPathException e) {
      mistakes.add(node, "`" + text + "` is no path of a file", "");
      return Optional.empty();
    }
  }

  private StackOutputs written(Section section) {
    Map<String, Value> outputs = values.open(section, "outputs");
    for (Node item : section.items("secretOutputs")) {
      section
          .text(item, "secretOutputs")
          .ifPresent(
              name -> {
                if (outputs.put(name, Value.SECRET) != null) {
                  mistakes.add(
                      item,
                      "the output `" + name + "` is in `outputs` and in `secretOutputs`",
                      "leave it out of `outputs`");
                }
              });
    }
    return new StackOutputs.Written(outputs);
  }

  /** What a lookup finds. */
  Optional<LookupAnswer> lookup(Node node) {
    Section section = Section.closed(node, LOOKUP_KEYS, mistakes);
    if (section.isSound() && !(section.has("function") && section.has("returns"))) {
      mistakes.add(
          node, "a lookup needs `function` and `returns`", "say what is asked, and the answer");
    }
    Map<String, Value> with = values.exact(section, "with");
    Map<String, Value> returns = values.open(section, "returns");
    Optional<String> function = section.text("function");
    if (function.isPresent() && LookupAnswer.simple(function.get()).isEmpty()) {
      mistakes.add(
          section.get("function").orElse(node),
          "`" + function.get() + "` is no token of a function",
          "write it as `aws:ec2/getAmi:getAmi`");
      return Optional.empty();
    }
    return function.map(token -> new LookupAnswer(token, with, returns));
  }
}
