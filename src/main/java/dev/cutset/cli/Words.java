package dev.cutset.cli;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Suggestion;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns the words of options into what they stand for. */
final class Words {
  private Words() {}

  /** The constant that a word names; empty where it names none. */
  static <E extends Enum<E>> Optional<E> among(E[] constants, String word) {
    for (E constant : constants) {
      if (word(constant).equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads a scope. */
  static final class ScopeWord extends ConstantWord<Scope> {
    ScopeWord() {
      super(Scope.values());
    }
  }

  /**
   * Reads any of a few constants by their names in lower case; a shell that completes a command
   * line asks it for them.
   */
  abstract static class ConstantWord<E extends Enum<E>>
      implements ITypeConverter<E>, Iterable<String> {
    private final E[] constants;

    ConstantWord(E[] constants) {
      this.constants = constants.clone();
    }

    @Override
    public E convert(String word) {
      return among(constants, word).orElseThrow(() -> unknown(word));
    }

    private TypeConversionException unknown(String word) {
      List<String> known = Arrays.stream(constants).map(Words::word).toList();
      return new TypeConversionException(
          "`" + word + "` is unknown; " + Suggestion.among(known, word));
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(constants).map(Words::word).iterator();
    }
  }
}
