package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Item;
import dev.cutset.rego.RawPlan.Procedure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the statements of a plan that is being packed refer to by number. */
final class PackedTables {
  private final RawPlan raw;
  private final PackedStrings strings = new PackedStrings();
  private final Map<String, Integer> functions = new HashMap<>();
  private final Map<String, Integer> builtins = new LinkedHashMap<>();
  private final Set<String> unknown = new LinkedHashSet<>();
  private final Map<Location, Integer> locations = new LinkedHashMap<>();
  private final List<Integer> places = new ArrayList<>();

  PackedTables(RawPlan raw) {
    this.raw = raw;
    for (Procedure procedure : raw.functions()) {
      functions.put(procedure.name(), functions.size());
    }
  }

  /** A text of the plan, by the number that the plan has for it. */
  String constant(long number) {
    if (number < 0 || number >= raw.strings().size()) {
      throw new UnsupportedPlanException("the plan has no text number " + number, List.of());
    }
    return raw.strings().get((int) number);
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
    return places.size();
  }

  /** Notes where the next statement stands in the policy. */
  void place(Item item) {
    Location location = item.location(raw.files());
    Integer known = locations.putIfAbsent(location, locations.size());
    places.add(known == null ? locations.size() - 1 : known);
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
    for (int place : places) {
      to.word(place);
    }
  }

  void writeLocations(PackedBytes to) {
    for (Location location : locations.keySet()) {
      to.word(string(location.file()));
      to.word(location.row());
      to.word(location.column());
      to.word(location.endRow());
      to.word(location.endColumn());
    }
  }

  /** Writes the texts; none may come after that. */
  void writeStrings(PackedBytes to) {
    strings.write(to);
  }

  int strings() {
    return strings.size();
  }
}
