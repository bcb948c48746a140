package dev.cutset.config;

import dev.cutset.config.ConfigurationException.Mistake;

/**
 * Where something is said in a file.
 *
 * @param line counted from one
 * @param column counted from one
 */
public record Place(String file, int line, int column) {

  /** What turns out to be wrong with what is said there. */
  public Mistake mistake(String message, String help) {
    return new Mistake(file, line, column, message, help);
  }
}
