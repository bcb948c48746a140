package dev.cutset.rego;

/** The total order that OPA gives all values. */
final class ValueOrder {
  private ValueOrder() {}

  @SuppressWarnings("ReferenceEquality") // a short cut, not the meaning of equality
  static int compare(RegoValue a, RegoValue b) {
    if (a == b) {
      return 0;
    }
    int rank = rank(a);
    int other = rank(b);
    if (rank != other) {
      return rank < other ? -1 : 1;
    }
    if (a instanceof RegoString text) {
      return compare(text.value(), ((RegoString) b).value());
    } else if (a instanceof RegoNumber number) {
      return number.compareNumber((RegoNumber) b);
    } else if (a instanceof RegoBoolean truth) {
      return Boolean.compare(truth.value(), ((RegoBoolean) b).value());
    } else if (a instanceof RegoArray array) {
      return compareArrays(array, (RegoArray) b);
    } else if (a instanceof RegoObject object) {
      return compareObjects(object, (RegoObject) b);
    } else if (a instanceof RegoSet set) {
      return compareSets(set, (RegoSet) b);
    }
    return 0;
  }

  private static int rank(RegoValue value) {
    if (value instanceof RegoString) {
      return 3;
    } else if (value instanceof RegoNumber) {
      return 2;
    } else if (value instanceof RegoObject) {
      return 5;
    } else if (value instanceof RegoArray) {
      return 4;
    } else if (value instanceof RegoSet) {
      return 6;
    }
    return value instanceof RegoBoolean ? 1 : 0;
  }

  /** By code point, which is the order of the UTF-8 bytes and not that of Java's UTF-16 units. */
  static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean pairX = Character.isSurrogate(x);
        boolean pairY = Character.isSurrogate(y);
        return pairX == pairY ? Character.compare(x, y) : pairX ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int compareArrays(RegoArray a, RegoArray b) {
    int length = Math.min(a.size(), b.size());
    for (int i = 0; i < length; i++) {
      int order = compare(a.at(i), b.at(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareSets(RegoSet a, RegoSet b) {
    RegoValue[] left = a.table().sortedKeys();
    RegoValue[] right = b.table().sortedKeys();
    int length = Math.min(left.length, right.length);
    for (int i = 0; i < length; i++) {
      int order = compare(left[i], right[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.length, right.length);
  }

  private static int compareObjects(RegoObject a, RegoObject b) {
    ValueTable.Sorted left = a.table().sorted();
    ValueTable.Sorted right = b.table().sorted();
    int length = Math.min(left.keys().length, right.keys().length);
    for (int i = 0; i < length; i++) {
      int order = compare(left.keys()[i], right.keys()[i]);
      if (order == 0) {
        order = compare(left.values()[i], right.values()[i]);
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.keys().length, right.keys().length);
  }
}
