package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the policy as one expression, and is several statements in the plan.
 *
 * @param toldIfHolds whether a trace says that it held; an iteration is told step by step instead
 * @param toldIfFails whether a trace says that it failed
 */
record Expression(Location location, boolean toldIfHolds, boolean toldIfFails) {
  private static final Location NOWHERE = new Location("", 0, 0, 0, 0);

  /** Statements that never fail, or ask only whether a rule has a value yet. */
  private static final Set<String> SILENT =
      Set.of(
          "ArrayAppendStmt",
          "AssignIntStmt",
          "AssignVarOnceStmt",
          "AssignVarStmt",
          "BreakStmt",
          "IsDefinedStmt",
          "IsUndefinedStmt",
          "MakeArrayStmt",
          "MakeNullStmt",
          "MakeNumberIntStmt",
          "MakeNumberRefStmt",
          "MakeObjectStmt",
          "MakeSetStmt",
          "ObjectInsertOnceStmt",
          "ObjectInsertStmt",
          "ResetLocalStmt",
          "ResultSetAddStmt",
          "ReturnLocalStmt",
          "SetAddStmt",
          "WithStmt");

  /** For each statement of a block the expression that it belongs to. */
  static Expression[] of(List<Item> items, @Nullable Item around, List<String> files) {
    // What is evaluated `with` something is told inside, since what follows it is inside, too.
    Location outer =
        around == null || around.type.equals("WithStmt") ? NOWHERE : around.location(files);
    Location[] places = items.stream().map(item -> item.location(files)).toArray(Location[]::new);
    Expression[] expressions = new Expression[places.length];
    // The statements of the parts come before the statements of the whole.
    for (int end = places.length; end > 0; ) {
      Location whole = places[end - 1];
      // The end of a comprehension spans the expressions of its body, but is none of them.
      boolean ofOuter = whole.spans(outer);
      int start = end - 1;
      while (start > 0
          && whole.spans(places[start - 1])
          && ofOuter == places[start - 1].spans(outer)) {
        start--;
      }
      boolean told = !ofOuter && whole.row() > 0;
      Expression expression = of(items.subList(start, end), whole, told);
      Arrays.fill(expressions, start, end, expression);
      end = start;
    }
    return expressions;
  }

  private static Expression of(List<Item> items, Location place, boolean told) {
    boolean silent = items.stream().allMatch(item -> SILENT.contains(item.type));
    boolean scans = items.stream().anyMatch(item -> item.type.equals("ScanStmt"));
    return new Expression(place, told && !silent && !scans, told && !silent);
  }
}
