package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Item;
import dev.cutset.rego.RawPlan.Procedure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the statements of a plan that is being packed refer to by number. */
final class PackedTables {
  private final RawPlan raw;
  private final PackedStrings strings = new PackedStrings();
  private final Map<String, Integer> functions = new HashMap<>();
  private final Map<String, Integer> builtins = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final int[] constants;
  private final int[] files;
  private final PackedBytes places = new PackedBytes();
  private final PackedBytes locations = new PackedBytes();
  private @Nullable Item last;

  PackedTables(RawPlan raw) {
    this.raw = raw;
    this.constants = new int[raw.strings().size()];
    for (int i = 0; i < constants.length; i++) {
      constants[i] = strings.number(raw.strings().get(i));
    }
    this.files = new int[raw.files().size()];
    for (int i = 0; i < files.length; i++) {
      files[i] = strings.number(raw.files().get(i));
    }
    for (Procedure procedure : raw.functions()) {
      functions.put(procedure.name(), functions.size());
    }
  }

  /** A text of the plan, by the number that the plan has for it. */
  String constant(long number) {
    return raw.strings().get(known(number));
  }

  /** The packed number of a text, by the number that the plan has for it. */
  int packedConstant(long number) {
    return constants[known(number)];
  }

  private int known(long number) {
    if (number < 0 || number >= constants.length) {
      throw new UnsupportedPlanException("the plan has no text number " + number, List.of());
    }
    return (int) number;
  }

  int string(String text) {
    return strings.number(text);
  }

  /** The number of a function, or -1 where there is none. */
  int function(String name) {
    return functions.getOrDefault(name, -1);
  }

  int arity(int function) {
    return raw.functions().get(function).parameters().size();
  }

  int builtin(String name) {
    Integer known = builtins.putIfAbsent(name, builtins.size());
    return known == null ? builtins.size() - 1 : known;
  }

  /** Notes a statement that nobody knows how to run; who reads the plan refuses it for that. */
  void unknown(String statement) {
    unknown.add(statement);
  }

  /** How many statements there have been. */
  int statements() {
    return places.size() / Integer.BYTES;
  }

  /** Notes where the next statement stands in the policy: often where the last one does. */
  void place(Item item) {
    if (last == null || !isSamePlace(last, item)) {
      locations.word(item.file < files.length ? files[item.file] : strings.number(""));
      locations.word(item.row);
      locations.word(item.column);
      locations.word(item.endRow);
      locations.word(item.endColumn);
    }
    last = item;
    places.word(locations.size() / PackedPlan.LOCATION - 1);
  }

  private static boolean isSamePlace(Item one, Item other) {
    return one.row == other.row
        && one.column == other.column
        && one.endRow == other.endRow
        && one.endColumn == other.endColumn
        && one.file == other.file;
  }

  /**
   * The builtins that are called: of each the name, whether it gives an answer, and whether it is a
   * standard one, so that who reads the plan need not look.
   */
  void writeBuiltins(PackedBytes to) {
    to.number(builtins.size());
    for (String name : builtins.keySet()) {
      boolean answers = raw.builtins().getOrDefault(name, true);
      boolean standard = Builtins.standard().find(name) != null;
      to.number(4L * string(name) + (standard ? 2 : 0) + (answers ? 1 : 0));
    }
    to.number(unknown.size());
    for (String statement : unknown) {
      to.number(string(statement));
    }
  }

  /** For each statement the number of its location. */
  void writePlaces(PackedBytes to) {
    to.append(places);
  }

  void writeLocations(PackedBytes to) {
    to.append(locations);
  }

  /** Writes the texts; none may come after that. */
  void writeStrings(PackedBytes to) {
    strings.write(to);
  }

  int strings() {
    return strings.size();
  }
}
