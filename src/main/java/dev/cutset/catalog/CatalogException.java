package dev.cutset.catalog;

/** A mistake in a catalog file, with the place where it stands. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A mistake at a place, counted from one.
   *
   * @param file the file, relative to the root of the catalog
   * @param line the line
   * @param column the column
   * @param message what is wrong, and what to write instead
   */
  public CatalogException(String file, int line, int column, String message) {
    super(file + ":" + line + ":" + column + ": " + message);
  }

  /** A file that cannot be read at all. */
  public CatalogException(String file, Exception cause) {
    super(file + ": cannot be read: " + cause.getMessage(), cause);
  }
}
