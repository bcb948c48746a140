package dev.cutset.rego;

/**
 * A place in a policy: where it begins and where it ends, rows and columns from 1. Plans of old
 * tools do not tell the end, which is then 0.
 */
public record Location(String file, int row, int column, int endRow, int endColumn) {
  @Override
  public String toString() {
    return file + ":" + row + ":" + column;
  }

  /** Whether the other place is within this one, as far as the plan tells. */
  boolean spans(Location other) {
    boolean before = row < other.row || row == other.row && column <= other.column;
    boolean after = endRow > other.endRow || endRow == other.endRow && endColumn >= other.endColumn;
    return file.equals(other.file) && before && after && (endRow > 0 || row == other.row);
  }
}
