package dev.cutset.corpus;

import java.util.Arrays;
import java.util.Locale;

/** The part of an architecture that a case is about; the order is that of the page. */
enum Layer {
  APPLICATION_SERVER("Application server"),
  COLD_STANDBY("Cold standby"),
  DATABASE("Database"),
  GATEWAY("Load balancer and gateway"),
  DNS("DNS answer"),
  DNS_PROVIDER("DNS provider"),
  COORDINATOR("Coordinator"),
  EGRESS("Egress"),
  REGION("Region"),
  SHARED_DEPENDENCY("Shared dependency"),
  SELF_HEALING("Self-healing and data without a copy"),
  ENTRY_POINT("What users reach, and what they do not"),
  LINK("Needs that no one wrote down"),
  UNKNOWN("Values not known yet");

  private final String title;

  Layer(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static Layer of(String word) {
    return Arrays.stream(values())
        .filter(layer -> layer.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no layer `" + word + "`"));
  }
}
