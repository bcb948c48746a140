package dev.cutset.cli;

import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns the words of options into what they stand for. */
final class Words {
  private Words() {}

  /** Reads a scope. */
  static final class ScopeWord implements ITypeConverter<Scope> {
    @Override
    public Scope convert(String word) {
      return find(word, Scope.values(), Scope::word);
    }
  }

  /** Reads any of a few constants by their names in lower case. */
  abstract static class ConstantWord<E extends Enum<E>> implements ITypeConverter<E> {
    private final E[] constants;

    ConstantWord(E[] constants) {
      this.constants = constants.clone();
    }

    @Override
    public E convert(String word) {
      return find(word, constants, constant -> constant.name().toLowerCase(Locale.ROOT));
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
