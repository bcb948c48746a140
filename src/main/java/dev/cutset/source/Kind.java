package dev.cutset.source;

import java.util.Optional;
import java.util.Set;

/** The kinds of JSON that a stack can be read from, told apart by their top-level keys. */
enum Kind {
  PREVIEW(Set.of("steps", "config", "changeSummary", "diagnostics", "duration", "maybeCorrupt")),
  EVENTS(
      Set.of(
          "sequence",
          "preludeEvent",
          "resourcePreEvent",
          "resOutputsEvent",
          "diagnosticEvent",
          "summaryEvent",
          "stdoutEvent",
          "cancelEvent",
          "policyEvent",
          "policyLoadEvent")),
  STATE(Set.of("deployment", "checkpoint")),
  TERRAFORM(
      Set.of(
          "format_version",
          "planned_values",
          "resource_changes",
          "resource_drift",
          "output_changes",
          "prior_state",
          "configuration",
          "relevant_attributes",
          "variables",
          "values"));

  private final Set<String> keys;

  Kind(Set<String> keys) {
    this.keys = keys;
  }

  /** The kind of input that has this top-level key; empty if several or none have it. */
  static Optional<Kind> of(String key) {
    for (Kind kind : values()) {
      if (kind.keys.contains(key)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
