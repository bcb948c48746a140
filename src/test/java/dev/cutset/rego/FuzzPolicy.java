package dev.cutset.rego;

import dev.cutset.rego.PolicyWriter.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A random policy, as a module that can lose the rules that opa refuses. */
final class FuzzPolicy {
  private final long seed;
  private final List<Unit> units;

  FuzzPolicy(Map<String, List<String>> grammar, long seed) {
    this.seed = seed;
    this.units = new ArrayList<>(PolicyWriter.write(grammar, seed));
  }

  long seed() {
    return seed;
  }

  String file() {
    return "m" + seed + ".rego";
  }

  /** The entry point of a rule. */
  String path(String rule) {
    return "fuzz/m" + seed + "/" + rule;
  }

  String reference(String rule) {
    return "data.fuzz.m" + seed + "." + rule;
  }

  List<String> rules() {
    return units.stream().filter(Unit::isRule).map(Unit::name).toList();
  }

  String text() {
    StringBuilder text = new StringBuilder("package fuzz.m" + seed + "\n");
    units.forEach(unit -> text.append("\n").append(unit.text()).append("\n"));
    return text.toString();
  }

  /** Takes out the rule at a line; the lines after it stay where they are. */
  boolean drop(int line) {
    int end = 1;
    for (int i = 0; i < units.size(); i++) {
      end += 2 + units.get(i).lineEnds();
      if (line <= end) {
        return drop(units.get(i));
      }
    }
    return false;
  }

  /** Takes out the rules that use a variable. */
  boolean dropAllWith(String variable) {
    boolean dropped = false;
    for (Unit unit : List.copyOf(units)) {
      dropped |= unit.text().matches("(?s).*\\b" + variable + "\\b.*") && drop(unit);
    }
    return dropped;
  }

  private boolean drop(Unit unit) {
    if (unit.isStub()) {
      return false;
    }
    units.set(units.indexOf(unit), unit.stub());
    return true;
  }
}
