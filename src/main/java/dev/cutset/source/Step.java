package dev.cutset.source;

import dev.cutset.stack.Resource;
import java.util.Set;

/**
 * What the engine is about to do to one resource.
 *
 * @param op the engine's name of it
 * @param resource the resource as it will be
 */
record Step(String op, Resource resource) {
  private static final Set<String> REMOVING =
      Set.of("delete", "delete-replaced", "discard", "discard-replaced", "remove-pending-replace");
  private static final Set<String> KEEPING = Set.of("same", "refresh", "read", "diff");
  private static final Set<String> REPLACING =
      Set.of("replace", "create-replacement", "read-replacement", "import-replacement");
  private static final Set<String> CHANGING =
      Set.of("create", "update", "import", "extend-parameterize");

  /** Whether the engine's operation is one that is known here. */
  static boolean known(String op) {
    return REMOVING.contains(op)
        || KEEPING.contains(op)
        || REPLACING.contains(op)
        || CHANGING.contains(op);
  }

  /** Whether the resource will not be there afterwards. */
  static boolean removes(String op) {
    return REMOVING.contains(op);
  }

  /** Whether the resource as it was tells what it will be. */
  static boolean keeps(String op) {
    return KEEPING.contains(op);
  }

  /**
   * Whether this step and an earlier one are parts of one change of one resource: a replacement
   * takes several steps, and a refresh or a comparison goes before the change proper.
   */
  boolean continues(Step earlier) {
    if (op.equals(earlier.op)) {
      return false;
    }
    return REPLACING.contains(op)
        || REPLACING.contains(earlier.op)
        || preliminary(op)
        || preliminary(earlier.op);
  }

  /** Whether this step tells more of the resource to be than an earlier one of the same change. */
  boolean outranks(Step earlier) {
    return rank() >= earlier.rank();
  }

  private static boolean preliminary(String op) {
    return op.equals("refresh") || op.equals("diff");
  }

  private int rank() {
    if (preliminary(op)) {
      return 0;
    }
    return REPLACING.contains(op) && !op.equals("replace") ? 2 : 1;
  }
}
