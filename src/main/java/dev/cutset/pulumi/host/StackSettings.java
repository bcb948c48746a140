package dev.cutset.pulumi.host;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The configuration of one stack.
 *
 * @param organization whose stack it is
 * @param stack the stack's name
 * @param values by full key, such as {@code aws:region}; lists and objects as JSON
 * @param secretKeys the keys whose values are secret; those read from files are stand-ins
 */
record StackSettings(
    String organization, String stack, SortedMap<String, String> values, Set<String> secretKeys) {

  StackSettings {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    secretKeys = Collections.unmodifiableSet(new TreeSet<>(secretKeys));
  }
}
