package dev.cutset.source;

import java.util.Optional;

/** The kinds of JSON that a stack can be read from, told apart by their top-level keys. */
enum Kind {
  PREVIEW,
  EVENTS,
  STATE,
  TERRAFORM,
  TERRAFORM_STATE;

  /** The kind of input that has this top-level key; empty if several or none have it. */
  static Optional<Kind> of(String key) {
    return Optional.ofNullable(
        switch (key) {
          case "steps", "config", "changeSummary", "diagnostics", "duration", "maybeCorrupt" ->
              PREVIEW;
          case "sequence",
              "preludeEvent",
              "resourcePreEvent",
              "resOutputsEvent",
              "diagnosticEvent",
              "summaryEvent",
              "stdoutEvent",
              "cancelEvent",
              "policyEvent",
              "policyLoadEvent" ->
              EVENTS;
          case "deployment", "checkpoint" -> STATE;
          case "format_version",
              "planned_values",
              "resource_changes",
              "resource_drift",
              "output_changes",
              "prior_state",
              "configuration",
              "relevant_attributes",
              "variables",
              "values" ->
              TERRAFORM;
          case "lineage", "serial", "check_results" -> TERRAFORM_STATE;
          default -> null;
        });
  }
}
