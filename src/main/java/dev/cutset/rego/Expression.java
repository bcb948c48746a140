package dev.cutset.rego;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the policy as one expression, and is several statements in the plan.
 *
 * @param toldIfHolds whether a trace says that it held; an iteration is told step by step instead
 * @param toldIfFails whether a trace says that it failed
 */
record Expression(Location location, boolean toldIfHolds, boolean toldIfFails) {
  private static final Location NOWHERE = new Location("", 0, 0, 0, 0);

  /**
   * For each statement of a block the expression that it belongs to.
   *
   * @param around the place of the statement that the block is part of, if it is of one
   */
  static Expression[] of(List<Opcode> opcodes, List<Location> places, @Nullable Location around) {
    Location outer = around == null ? NOWHERE : around;
    Expression[] expressions = new Expression[places.size()];
    // The statements of the parts come before the statements of the whole.
    for (int end = places.size(); end > 0; ) {
      Location whole = places.get(end - 1);
      // The end of a comprehension spans the expressions of its body, but is none of them.
      boolean ofOuter = whole.spans(outer);
      int start = end - 1;
      while (start > 0
          && whole.spans(places.get(start - 1))
          && ofOuter == places.get(start - 1).spans(outer)) {
        start--;
      }
      boolean told = !ofOuter && whole.row() > 0;
      Expression expression = of(opcodes.subList(start, end), whole, told);
      Arrays.fill(expressions, start, end, expression);
      end = start;
    }
    return expressions;
  }

  private static Expression of(List<Opcode> opcodes, Location place, boolean told) {
    boolean silent = opcodes.stream().allMatch(Opcode::isSilent);
    boolean scans = opcodes.contains(Opcode.SCAN);
    return new Expression(place, told && !silent && !scans, told && !silent);
  }
}
