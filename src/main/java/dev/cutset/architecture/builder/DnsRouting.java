package dev.cutset.architecture.builder;

import dev.cutset.architecture.Need;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.builder.DnsAnswer.Routing;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answers to a name are worth together.
 *
 * <p>Answers given together are alternatives for clients that try the next one. An answer chosen by
 * weight, latency or place is given to somebody even when it is dead, unless a health check
 * withholds it; so without one it is needed, and the others merely stand by.
 */
final class DnsRouting {
  private final Draft set;
  private final Drafts drafts;
  private final Doubts doubts;

  DnsRouting(Draft set, Drafts drafts, Doubts doubts) {
    this.set = set;
    this.drafts = drafts;
    this.doubts = doubts;
  }

  /** What may be no answer at all helps at best, and at worst nothing goes without it. */
  void route(List<DnsAnswer> answers) {
    List<DnsAnswer> certain = answers.stream().filter(answer -> !answer.doubtful()).toList();
    if (certain.size() == answers.size() || certain.isEmpty() || doubts.kindest()) {
      join(answers);
      return;
    }
    answers.stream().filter(DnsAnswer::doubtful).forEach(answer -> set.need(answer.need()));
    join(certain);
  }

  private void join(List<DnsAnswer> answers) {
    List<DnsAnswer> given = by(answers, Routing.ALL, Routing.CHOSEN, Routing.PRIMARY);
    if (given.isEmpty()) {
      given = by(answers, Routing.SECONDARY);
    }
    List<DnsAnswer> sticky =
        given.stream().filter(a -> a.routing() != Routing.ALL && !a.checked()).toList();
    List<DnsAnswer> all = new ArrayList<>(given);
    all.addAll(by(answers, Routing.SECONDARY));
    if (sticky.isEmpty()) {
      // Route 53 turns to answers of weight zero once all others are unhealthy.
      all.addAll(by(answers, Routing.NEVER));
      boolean together = all.stream().allMatch(answer -> answer.routing() == Routing.ALL);
      set.need(
          Need.any(
              all.stream().map(DnsAnswer::need).toList(),
              together ? Failover.CLIENT : Failover.AUTOMATIC));
      return;
    }
    sticky.forEach(answer -> set.need(answer.need()));
    by(answers, Routing.NEVER).forEach(answer -> standBy(answer, Standby.Kind.UNCHECKED));
    if (all.size() > 1) {
      all.forEach(answer -> standBy(answer, Standby.Kind.UNCHECKED));
    }
  }

  private static List<DnsAnswer> by(List<DnsAnswer> answers, Routing... routings) {
    List<Routing> wanted = List.of(routings);
    return answers.stream().filter(answer -> wanted.contains(answer.routing())).toList();
  }

  private void standBy(DnsAnswer answer, Standby.Kind kind) {
    answer
        .target()
        .map(drafts::of)
        .filter(draft -> !draft.replicas().isEmpty())
        .ifPresent(
            draft -> set.standBy(new Standby(kind, draft.urn(), draft.name(), draft.replicas())));
  }
}
