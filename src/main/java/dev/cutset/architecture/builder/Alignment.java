package dev.cutset.architecture.builder;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives two completions of one stack the same entry points. What is not known yet can decide
 * whether something leads anywhere; a way in that is one in either is judged in both.
 */
final class Alignment {
  private Alignment() {}

  /** The architecture with all entry points of both, in the order of the first. */
  static Architecture align(Architecture architecture, Architecture first, Architecture second) {
    Map<Urn, EntryPoint> own = new LinkedHashMap<>();
    architecture.entryPoints().forEach(entry -> own.put(entry.urn(), entry));
    Map<Urn, EntryPoint> all = new LinkedHashMap<>();
    first.entryPoints().forEach(entry -> all.put(entry.urn(), entry));
    second.entryPoints().forEach(entry -> all.putIfAbsent(entry.urn(), entry));
    List<EntryPoint> aligned = new ArrayList<>();
    for (EntryPoint entry : all.values()) {
      boolean judgeable =
          first.components().containsKey(entry.urn())
              && second.components().containsKey(entry.urn());
      if (own.containsKey(entry.urn())) {
        aligned.add(own.get(entry.urn()));
      } else if (judgeable) {
        Need need = new Need.On(entry.urn(), Entries.ENTERED);
        aligned.add(new EntryPoint(entry.urn(), entry.name(), entry.target(), need));
      } else {
        aligned.add(new EntryPoint(entry.urn(), entry.name(), entry.target(), Need.NOTHING));
      }
    }
    return new Architecture(architecture.components(), aligned, architecture.notes());
  }
}
