package dev.cutset.cli;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Suggestion;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns the words of options into what they stand for. */
final class Words {
  private Words() {}

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
      return find(word, constants, ConstantWord::word);
    }

    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(constants).map(ConstantWord::word).iterator();
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static <T> T find(String word, T[] values, Function<T, String> words) {
    List<String> known = Arrays.stream(values).map(words).toList();
    int index = known.indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      throw new TypeConversionException(
          "`" + word + "` is unknown; " + Suggestion.among(known, word));
    }
    return values[index];
  }
}
