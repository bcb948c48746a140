package dev.cutset.rego.graphql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two fields that cannot be had under one name.
 *
 * @param name the name that both have in the response
 * @param reason why not; unless something in them conflicts
 * @param field the second of them
 */
record Conflict(String name, String reason, List<Conflict> inner, Node field) {
  Conflict {
    inner = List.copyOf(inner);
  }

  String text() {
    if (inner.isEmpty()) {
      return reason;
    }
    return inner.stream()
        .map(each -> "subfields \"" + each.name + "\" conflict because " + each.text())
        .collect(Collectors.joining(" and "));
  }
}
