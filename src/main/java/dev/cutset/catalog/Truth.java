package dev.cutset.catalog;

/** A truth that may not be known yet. */
public enum Truth {
  YES,
  NO,
  MAYBE
}
