package dev.cutset.rego.builtin;

import java.util.Comparator;

/** The order of keys in YAML that Go writes: letters after signs, numbers by size. */
final class YamlKeyOrder implements Comparator<String> {
  static final YamlKeyOrder NATURAL = new YamlKeyOrder();

  private YamlKeyOrder() {}

  @Override
  public int compare(String left, String right) {
    if (left.equals(right)) {
      return 0;
    }
    int order = difference(left.codePoints().toArray(), right.codePoints().toArray());
    return order == 0 ? left.compareTo(right) : order;
  }

  private static int difference(int[] left, int[] right) {
    boolean digits = false;
    int shared = Math.min(left.length, right.length);
    for (int i = 0; i < shared; i++) {
      if (left[i] != right[i]) {
        return at(i, left, right, digits);
      }
      digits = Character.isDigit(left[i]);
    }
    return Integer.compare(left.length, right.length);
  }

  /** Compares where the keys first differ; whether digits stand before that decides, too. */
  private static int at(int i, int[] left, int[] right, boolean digits) {
    boolean leftLetter = Character.isLetter(left[i]);
    boolean rightLetter = Character.isLetter(right[i]);
    if (leftLetter && rightLetter) {
      return Integer.compare(left[i], right[i]);
    }
    if (leftLetter || rightLetter) {
      return (digits ? leftLetter : rightLetter) ? -1 : 1;
    }
    long start = (left[i] == '0' || right[i] == '0') && followsNumber(left, i) ? 1 : 0;
    int leftEnd = endOfNumber(left, i);
    int rightEnd = endOfNumber(right, i);
    int order = Long.compare(number(left, i, leftEnd, start), number(right, i, rightEnd, start));
    if (order == 0) {
      order = Integer.compare(leftEnd, rightEnd);
    }
    return order == 0 ? Integer.compare(left[i], right[i]) : order;
  }

  private static boolean followsNumber(int[] key, int position) {
    for (int i = position - 1; i >= 0 && Character.isDigit(key[i]); i--) {
      if (key[i] != '0') {
        return true;
      }
    }
    return false;
  }

  private static int endOfNumber(int[] key, int from) {
    int end = from;
    while (end < key.length && Character.isDigit(key[end])) {
      end++;
    }
    return end;
  }

  private static long number(int[] key, int from, int to, long start) {
    long number = start;
    for (int i = from; i < to; i++) {
      number = number * 10 + (key[i] - '0');
    }
    return number;
  }
}
