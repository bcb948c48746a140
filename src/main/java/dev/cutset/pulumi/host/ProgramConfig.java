package dev.cutset.pulumi.host;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where the configuration of a program comes from. */
public sealed interface ProgramConfig {

  /**
   * The project's files, as Pulumi reads them; secrets in them are not decrypted.
   *
   * @param above values that stand above those of the files, by key
   */
  record OfFiles(Map<String, String> above) implements ProgramConfig {
    public OfFiles {
      above = Map.copyOf(above);
    }
  }

  /**
   * Whoever asks: no file is read, and the program gets these values, the secret ones too.
   *
   * @param values by full key, such as {@code aws:region}; lists and objects as JSON
   * @param secretKeys the keys whose values are secret; no text that holds one is kept
   */
  record Given(SortedMap<String, String> values, Set<String> secretKeys) implements ProgramConfig {
    public Given {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
      secretKeys = Collections.unmodifiableSet(new TreeSet<>(secretKeys));
    }

    public Given(Map<String, String> values, Set<String> secretKeys) {
      this(new TreeMap<>(values), secretKeys);
    }

    /** The keys only: a value can be secret. */
    @Override
    public String toString() {
      return "Given" + values.keySet();
    }
  }
}
