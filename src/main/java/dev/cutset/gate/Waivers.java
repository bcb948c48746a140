package dev.cutset.gate;

import dev.cutset.config.NamePattern;
import dev.cutset.config.Waiver;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Waived;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes out of the findings what a team has accepted, as long as it may. */
final class Waivers {
  /** A team that is told this long before has time to mend it. */
  private static final int WARNING_DAYS = 14;

  private final List<Waiver> waivers;
  private final LocalDate today;
  private final List<Finding> standing = new ArrayList<>();
  private final List<Waived> waived = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Waivers(List<Waiver> waivers, LocalDate today) {
    this.waivers = waivers;
    this.today = today;
  }

  static Waivers of(List<Waiver> waivers, LocalDate today, List<Finding> findings) {
    Waivers applied = new Waivers(waivers, today);
    Set<Waiver> used = new LinkedHashSet<>();
    findings.forEach(finding -> applied.take(finding, used));
    waivers.forEach(waiver -> applied.note(waiver, used.contains(waiver)));
    return applied;
  }

  /** What nobody has accepted, or not for so long. */
  List<Finding> standing() {
    return standing;
  }

  List<Waived> waived() {
    return waived;
  }

  /** What the owners of waivers should know. */
  List<String> notes() {
    return notes;
  }

  private void take(Finding finding, Set<Waiver> used) {
    List<Waiver> fitting =
        waivers.stream()
            .filter(waiver -> waiver.accepts(finding.policy(), finding.resources()))
            .toList();
    used.addAll(fitting);
    Optional<Waiver> holding = fitting.stream().filter(waiver -> !isExpired(waiver)).findFirst();
    if (holding.isPresent()) {
      Waiver waiver = holding.get();
      waived.add(new Waived(finding, waiver.reason(), waiver.owner(), waiver.expires()));
    } else {
      standing.add(finding);
    }
  }

  private boolean isExpired(Waiver waiver) {
    return waiver.expires().isBefore(today);
  }

  private void note(Waiver waiver, boolean used) {
    long left = ChronoUnit.DAYS.between(today, waiver.expires());
    if (!used) {
      notes.add("the waiver of " + what(waiver) + " accepts nothing that was found; remove it");
    } else if (isExpired(waiver)) {
      notes.add("the waiver of " + what(waiver) + " ended on " + waiver.expires() + owner(waiver));
    } else if (left <= WARNING_DAYS) {
      notes.add(
          "the waiver of "
              + what(waiver)
              + (left == 0 ? " ends today" : " ends in " + left + (left == 1 ? " day" : " days"))
              + ", on "
              + waiver.expires()
              + owner(waiver));
    }
  }

  private static String what(Waiver waiver) {
    return waiver.policy()
        + " for "
        + waiver.match().stream()
            .map(NamePattern::glob)
            .map(glob -> "`" + glob + "`")
            .collect(Collectors.joining(", "));
  }

  private static String owner(Waiver waiver) {
    return "; " + waiver.owner() + " answers for it";
  }
}
