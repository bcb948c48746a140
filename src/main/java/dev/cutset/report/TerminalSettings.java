package dev.cutset.report;

import java.nio.charset.Charset;

/**
 * What the terminal can do, and how much its reader wants.
 *
 * @param width columns to wrap at
 * @param colour whether to use ANSI colours
 * @param verbose whether to show advice in full, and URNs
 * @param charset what the text will be encoded in; signs that it lacks are replaced
 */
public record TerminalSettings(int width, boolean colour, boolean verbose, Charset charset) {
  private static final int NARROWEST = 40;

  public TerminalSettings {
    width = Math.max(NARROWEST, width);
  }
}
