package dev.cutset.rego;

/** A place in a policy: file, row and column, both from 1. */
public record Location(String file, int row, int column) {
  @Override
  public String toString() {
    return file + ":" + row + ":" + column;
  }
}
