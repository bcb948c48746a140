package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a selection selects: fields by the name that they have in the response, and fragments.
 *
 * @param fields with those of fragments that are written in their place
 */
record FieldGroups(Map<String, List<Node>> fields, List<Node> spreads) {

  private static final int COST = 8;

  static FieldGroups of(List<Node> selections, Effort effort) {
    // As much as many comparisons: maps are made.
    effort.work(COST);
    FieldGroups groups = new FieldGroups(new LinkedHashMap<>(), new ArrayList<>());
    groups.add(selections, effort);
    return groups;
  }

  private void add(List<Node> selections, Effort effort) {
    for (Node selection : selections) {
      effort.work();
      switch (selection.shape()) {
        case FIELD ->
            fields
                .computeIfAbsent(responseName(selection), key -> new ArrayList<>())
                .add(selection);
        case INLINE -> add(selection.nodes("SelectionSet"), effort);
        default -> spreads.add(selection);
      }
    }
  }

  static String responseName(Node field) {
    String alias = field.text("Alias");
    return alias.isEmpty() ? field.text("Name") : alias;
  }
}
