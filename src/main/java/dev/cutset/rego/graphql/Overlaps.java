package dev.cutset.rego.graphql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one selection that have one name in the response and are not the same.
 *
 * <p>Fields are compared within a selection, then with those of the fragments in it, then those of
 * fragments with one another; where two fields are compared, so are their selections.
 */
final class Overlaps {
  private final QueryContext context;
  private final Effort effort;
  private final FieldComparison comparison;

  /** Pairs of fragments that were compared, and whether only as alternatives. */
  private final Map<Pair, Boolean> pairs = new HashMap<>();

  /** The fragments that the fields at hand were compared with. */
  private Set<String> compared = new HashSet<>();

  private record Pair(String left, String right) {}

  Overlaps(QueryContext context) {
    this.context = context;
    this.effort = context.effort();
    this.comparison = new FieldComparison(context.schema(), effort);
  }

  /** Checks the selection of a node. */
  void check(Node node) {
    List<Conflict> conflicts = new ArrayList<>();
    FieldGroups groups = FieldGroups.of(node.nodes("SelectionSet"), effort);
    within(conflicts, groups);
    compared = new HashSet<>();
    List<Node> spreads = groups.spreads();
    for (int i = 0; i < spreads.size(); i++) {
      withFragment(conflicts, false, groups, spreads.get(i));
      for (Node other : spreads.subList(i + 1, spreads.size())) {
        ofFragments(conflicts, false, spreads.get(i), other);
      }
    }
    for (Conflict conflict : conflicts) {
      context.mistake(
          conflict.field(),
          () ->
              ("Fields \"%s\" conflict because %s. Use different aliases on the fields to fetch"
                      + " both if this was intentional.")
                  .formatted(conflict.name(), conflict.text()));
    }
  }

  private void within(List<Conflict> conflicts, FieldGroups groups) {
    for (List<Node> fields : groups.fields().values()) {
      for (int i = 0; i < fields.size(); i++) {
        for (Node other : fields.subList(i + 1, fields.size())) {
          compare(conflicts, false, fields.get(i), other);
        }
      }
    }
  }

  private void between(
      List<Conflict> conflicts, boolean alternatives, FieldGroups left, FieldGroups right) {
    for (Map.Entry<String, List<Node>> fields : left.fields().entrySet()) {
      effort.work();
      List<Node> others = right.fields().getOrDefault(fields.getKey(), List.of());
      for (Node field : fields.getValue()) {
        for (Node other : others) {
          compare(conflicts, alternatives, field, other);
        }
      }
    }
  }

  private void withFragment(
      List<Conflict> conflicts, boolean alternatives, FieldGroups groups, Node spread) {
    Node fragment = spread.find("Definition");
    String name = spread.text("Name");
    if (!compared.add(name) || fragment == null) {
      return;
    }
    FieldGroups others = FieldGroups.of(fragment.nodes("SelectionSet"), effort);
    if (groups.fields().equals(others.fields())) {
      // The fields of a fragment with themselves.
      return;
    }
    effort.enter();
    between(conflicts, alternatives, groups, others);
    for (Node inner : others.spreads()) {
      if (!inner.text("Name").equals(name)) {
        withFragment(conflicts, alternatives, groups, inner);
      }
    }
    effort.leave();
  }

  private void ofFragments(List<Conflict> conflicts, boolean alternatives, Node left, Node right) {
    effort.work();
    if (left.text("Name").equals(right.text("Name")) || isCompared(left, right, alternatives)) {
      return;
    }
    Node first = left.find("Definition");
    Node second = right.find("Definition");
    if (first == null || second == null) {
      return;
    }
    effort.enter();
    FieldGroups firsts = FieldGroups.of(first.nodes("SelectionSet"), effort);
    FieldGroups seconds = FieldGroups.of(second.nodes("SelectionSet"), effort);
    between(conflicts, alternatives, firsts, seconds);
    for (Node each : seconds.spreads()) {
      ofFragments(conflicts, alternatives, left, each);
    }
    for (Node each : firsts.spreads()) {
      ofFragments(conflicts, alternatives, each, right);
    }
    effort.leave();
  }

  /** Whether two fragments were compared at least as strictly; from now on they are. */
  private boolean isCompared(Node left, Node right, boolean alternatives) {
    Pair pair = new Pair(left.text("Name"), right.text("Name"));
    Boolean before = pairs.get(pair);
    if (before != null && (alternatives || !before)) {
      return true;
    }
    pairs.put(pair, alternatives);
    pairs.put(new Pair(/* left= */ pair.right, /* right= */ pair.left), alternatives);
    return false;
  }

  private void compare(List<Conflict> conflicts, boolean alternatives, Node left, Node right) {
    effort.work();
    Conflict conflict = conflict(alternatives, left, right);
    if (conflict != null) {
      conflicts.add(conflict);
    }
  }

  private @Nullable Conflict conflict(boolean alternatives, Node left, Node right) {
    if (!left.has("ObjectDefinition") || !right.has("ObjectDefinition")) {
      return null;
    }
    boolean exclusive = alternatives || comparison.areAlternatives(left, right);
    String name = FieldGroups.responseName(left);
    String reason = comparison.difference(exclusive, left, right);
    if (reason != null) {
      return new Conflict(name, reason, List.of(), right);
    }
    List<Conflict> inner = inner(exclusive, left, right);
    return inner.isEmpty() ? null : new Conflict(name, "", inner, right);
  }

  private List<Conflict> inner(boolean alternatives, Node left, Node right) {
    List<Node> selected = left.nodes("SelectionSet");
    List<Node> others = right.nodes("SelectionSet");
    List<Conflict> conflicts = new ArrayList<>();
    if (selected.isEmpty() && others.isEmpty()) {
      return conflicts;
    }
    effort.enter();
    FieldGroups lefts = FieldGroups.of(selected, effort);
    FieldGroups rights = FieldGroups.of(others, effort);
    between(conflicts, alternatives, lefts, rights);
    for (Node spread : rights.spreads()) {
      compared = new HashSet<>();
      withFragment(conflicts, alternatives, lefts, spread);
    }
    for (Node spread : lefts.spreads()) {
      compared = new HashSet<>();
      withFragment(conflicts, alternatives, rights, spread);
    }
    for (Node one : lefts.spreads()) {
      for (Node other : rights.spreads()) {
        ofFragments(conflicts, alternatives, one, other);
      }
    }
    effort.leave();
    return conflicts;
  }
}
