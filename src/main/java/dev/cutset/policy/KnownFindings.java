package dev.cutset.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembered findings, found by what fails: there can be thousands of them. */
final class KnownFindings {
  private final Map<String, List<Known>> byFailure = new HashMap<>();

  KnownFindings(Collection<Known> findings) {
    for (Known known : findings) {
      byFailure.computeIfAbsent(key(known.cause()), key -> new ArrayList<>()).add(known);
    }
  }

  static KnownFindings of(List<Finding> findings) {
    return new KnownFindings(findings.stream().map(Known::of).toList());
  }

  /** Those that are about the same, or a part of it, or more. */
  List<Known> akinTo(Cause cause) {
    return byFailure.getOrDefault(key(cause), List.of()).stream()
        .filter(known -> known.cause().overlaps(cause))
        .toList();
  }

  /** Whether one of them says all that the finding says. */
  boolean cover(Finding finding) {
    return akinTo(finding.cause()).stream().anyMatch(known -> known.covers(finding));
  }

  private static String key(Cause cause) {
    return cause.policy() + "\n" + cause.failure();
  }
}
