package dev.cutset.rego;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it was read, before it is made ready to run.
 *
 * @param builtins the builtins it declares, and whether each gives an answer
 */
record RawPlan(
    List<String> strings,
    List<String> files,
    Map<String, Boolean> builtins,
    List<EntryPoint> entryPoints,
    List<Procedure> functions) {

  /** A query that can be asked. */
  record EntryPoint(String name, List<Code> blocks) {}

  /** A rule or function. */
  record Procedure(String name, List<Reference> parameters, List<Code> blocks, List<String> path) {}

  /** The statements of a block. */
  record Code(List<Item> items) {}

  /** What a statement names: a variable, the number of a string, a truth value or a number. */
  record Reference(Kind kind, long value) {
    enum Kind {
      LOCAL,
      STRING,
      BOOLEAN
    }
  }

  /** A statement: its type and whichever fields it had, under the names that the plan uses. */
  static final class Item {
    String type = "";
    int file;
    int row;
    int column;
    int endRow;
    int endColumn;
    String function = "";
    final Map<String, Reference> references = new HashMap<>(8);
    @Nullable List<Reference> path;
    @Nullable List<Reference> arguments;
    @Nullable List<Code> blocks;
    @Nullable Code block;
  }
}
