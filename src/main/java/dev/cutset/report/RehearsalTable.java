package dev.cutset.report;

import dev.cutset.analysis.Loss;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.architecture.EntryPoint;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What came of a rehearsal.
 *
 * @param singles everything that can be lost, each for itself
 * @param pairs the pairs that do more than each of the two; empty where nobody asked for them
 * @param random rounds that were drawn; empty where nobody asked for them
 * @param seed what they were drawn with
 */
public record RehearsalTable(
    List<EntryPoint> entryPoints,
    List<Round> singles,
    List<Round> pairs,
    List<Round> random,
    long seed) {

  public RehearsalTable {
    entryPoints = List.copyOf(entryPoints);
    singles = List.copyOf(singles);
    pairs = List.copyOf(pairs);
    random = List.copyOf(random);
  }

  /** What is lost, in words. */
  static String losses(Round round) {
    return round.losses().stream()
        .map(loss -> Wording.domain(loss.kind().word(), loss.name()))
        .collect(Collectors.joining(" + "));
  }

  /** How many of each kind do no harm: {@code 4 replicas, 2 zones}. */
  static String harmless(List<Round> rounds) {
    Map<Loss.Kind, Integer> counts = new EnumMap<>(Loss.Kind.class);
    for (Round round : rounds) {
      if (round.harmless()) {
        counts.merge(round.losses().get(0).kind(), 1, Integer::sum);
      }
    }
    List<String> texts = new ArrayList<>();
    counts.forEach(
        (kind, count) -> texts.add(Wording.count(count, kind.word(), kind.word() + "s")));
    return String.join(", ", texts);
  }
}
