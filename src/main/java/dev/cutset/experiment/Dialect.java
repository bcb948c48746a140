package dev.cutset.experiment;

import java.util.Map;

/** The tools for which experiments are written. */
public enum Dialect {
  /** AWS Fault Injection Service. */
  FIS,
  CHAOS_MESH,
  LITMUS;

  /** What a tool makes of a loss. */
  sealed interface Draft {}

  /** An experiment that causes it. */
  record Document(Map<String, Object> content) implements Draft {}

  /** Nothing that would cause it truthfully. */
  record None(String reason) implements Draft {}

  Draft draft(Case loss) {
    return switch (this) {
      case FIS -> new FisTemplates().draft(loss);
      case CHAOS_MESH -> new ChaosMeshWorkflows().draft(loss);
      case LITMUS -> new LitmusEngines().draft(loss);
    };
  }

  /** How its files end. */
  String ending() {
    return this == FIS ? ".json" : ".yaml";
  }
}
