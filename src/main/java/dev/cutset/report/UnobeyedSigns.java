package dev.cutset.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/**
 * Signs that JSON escapes although it need not: pipelines look for their commands, which begin with
 * two number signs, in whatever a step prints.
 */
public final class UnobeyedSigns extends CharacterEscapes {
  private static final long serialVersionUID = 1L;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
    codes['#'] = CharacterEscapes.ESCAPE_STANDARD;
    codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int sign) {
    return null;
  }
}
