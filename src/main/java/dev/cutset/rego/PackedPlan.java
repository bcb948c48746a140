package dev.cutset.rego;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a packed plan, and what has been made of them so far. {@link PackedPlanWriter} says
 * how they are laid out.
 *
 * <p>What is made of them cannot be changed and is the same whoever makes it, so that threads share
 * it without waiting: at worst two make the same thing, and one of the two is kept.
 */
final class PackedPlan {
  /** No JSON begins like this. The last byte is the version of the form. */
  static final byte[] MAGIC = {0, 'r', 'e', 'g', 'o', 0, 0, 1};

  static final int SUM = 0;
  static final int FUNCTION_COUNT = 4;
  static final int ENTRY_POINT_COUNT = 8;
  static final int FUNCTIONS = 12;
  static final int PATHS = 16;
  static final int BUILTINS = 20;
  static final int PLACES = 24;
  static final int LOCATIONS = 28;
  static final int STRING_COUNT = 32;
  static final int STRINGS = 36;
  static final int HEADER = 40;

  /** The bytes of a location: its file, and where it begins and ends. */
  static final int LOCATION = 5 * Integer.BYTES;

  private final byte[] bytes;
  private final int functionCount;
  private final int entryPointCount;
  private final int functionTable;
  private final int placeTable;
  private final int locationTable;
  private final int stringTable;
  private final @Nullable RegoString[] strings;
  private final @Nullable Function[] functions;
  private final Builtins known;
  private final @Nullable Builtin[] builtins;
  private final String[] builtinNames;
  private final boolean[] builtinAnswers;
  private volatile @Nullable Map<List<String>, Function> functionsByPath;

  /**
   * A plan whose builtins are all there.
   *
   * @param bytes what comes after the magic
   * @throws UnsupportedPlanException naming all that the plan needs and that is not there
   */
  PackedPlan(byte[] bytes, Builtins builtins) {
    this.bytes = bytes;
    if (bytes.length < HEADER || word(SUM) != sum()) {
      throw damaged();
    }
    functionCount = word(FUNCTION_COUNT);
    entryPointCount = word(ENTRY_POINT_COUNT);
    functionTable = word(FUNCTIONS);
    placeTable = word(PLACES);
    locationTable = word(LOCATIONS);
    stringTable = word(STRINGS);
    strings = new RegoString[word(STRING_COUNT)];
    functions = new Function[functionCount + entryPointCount];
    CodeReader reader = new CodeReader(this, bytes, word(BUILTINS), 0);
    known = builtins;
    this.builtins = new Builtin[reader.number()];
    builtinNames = new String[this.builtins.length];
    builtinAnswers = new boolean[this.builtins.length];
    refuse(missing(reader));
  }

  private int sum() {
    CRC32 sum = new CRC32();
    sum.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
    return (int) sum.getValue();
  }

  static UnsupportedPlanException damaged() {
    return new UnsupportedPlanException(
        "the packed plan is damaged, pack it again from its JSON", List.of());
  }

  /** Reads what is called; what was a standard builtin when it was packed still is one. */
  private Set<String> missing(CodeReader reader) {
    boolean standard = known.equals(Builtins.standard());
    Set<String> missing = new TreeSet<>();
    for (int i = 0; i < builtins.length; i++) {
      int number = reader.number();
      builtinNames[i] = string(number >> 2).value();
      builtinAnswers[i] = (number & 1) != 0;
      if (!(standard && (number & 2) != 0) && known.find(builtinNames[i]) == null) {
        missing.add(builtinNames[i]);
      }
    }
    for (int left = reader.number(); left > 0; left--) {
      missing.add(string(reader.number()).value());
    }
    return missing;
  }

  private static void refuse(Set<String> missing) {
    if (!missing.isEmpty()) {
      throw new UnsupportedPlanException(
          "the plan needs what is not there: `" + String.join("`, `", missing) + "`",
          List.copyOf(missing));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  /** How many functions and entry points there are. */
  int size() {
    return functions.length;
  }

  /** The entry points, each a function of input and data. */
  List<Function> entryPoints() {
    List<Function> entries = new ArrayList<>(entryPointCount);
    for (int i = 0; i < entryPointCount; i++) {
      entries.add(function(functionCount + i));
    }
    return entries;
  }

  /** All its state is final but in blocks, so that it is whole for whoever sees it. */
  Function function(int number) {
    Function function = functions[number];
    if (function == null) {
      int record = word(functionTable + number * Integer.BYTES);
      function = new CodeReader(this, bytes, record, 0).function(number);
      functions[number] = function;
    }
    return function;
  }

  Builtin builtin(int number) {
    Builtin builtin = builtins[number];
    if (builtin == null) {
      builtin = known.find(builtinNames[number]);
      if (builtin == null) {
        throw damaged();
      }
      builtins[number] = builtin;
    }
    return builtin;
  }

  String builtinName(int number) {
    return builtinNames[number];
  }

  boolean builtinAnswers(int number) {
    return builtinAnswers[number];
  }

  RegoString string(int number) {
    RegoString string = strings[number];
    if (string == null) {
      int entry = stringTable + number * Integer.BYTES;
      string = new RegoString(PackedStrings.read(bytes, word(entry), word(entry + Integer.BYTES)));
      strings[number] = string;
    }
    return string;
  }

  /** Where a statement stands in the policy, by its number; below zero is nowhere. */
  @Nullable Location location(int place) {
    return place < 0 ? null : place(place);
  }

  /** Where a statement stands in the policy, by its number. */
  Location place(int place) {
    int at = locationTable + word(placeTable + place * Integer.BYTES) * LOCATION;
    return new Location(
        string(word(at)).value(), word(at + 4), word(at + 8), word(at + 12), word(at + 16));
  }

  /** The function at a path, or null; asked only where a path is not known before. */
  @Nullable Function functionAt(List<String> path) {
    Map<List<String>, Function> known = functionsByPath;
    if (known == null) {
      known = byPath();
      functionsByPath = known;
    }
    return known.get(path);
  }

  private Map<List<String>, Function> byPath() {
    Map<List<String>, Function> all = new HashMap<>();
    CodeReader reader = new CodeReader(this, bytes, word(PATHS), 0);
    for (int i = 0; i < functionCount; i++) {
      List<String> path = new ArrayList<>();
      for (int left = reader.number(); left > 0; left--) {
        path.add(string(reader.number()).value());
      }
      all.put(path, function(i));
    }
    return all;
  }

  private int word(int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | bytes[at + 3] & 0xFF;
  }
}
