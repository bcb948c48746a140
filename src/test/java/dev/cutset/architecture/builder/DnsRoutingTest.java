package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Placement;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.architecture.builder.DnsAnswer.Routing;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DnsRoutingTest {
  private final Program program =
      Program.of(
          "one: {type: 'aws:ec2/instance:Instance'}",
          "two: {type: 'aws:ec2/instance:Instance'}",
          "name: {type: 'aws:route53/record:Record'}");
  private final Drafts drafts = new Drafts();
  private final Draft name = drafts.of(program.known("name"));

  @Test
  void answers_given_together_are_tried_by_clients() {
    route(answer("one", Routing.ALL, false), answer("two", Routing.ALL, false));

    assertThat(name.needs())
        .containsExactly(new Need.Any(List.of(on("one"), on("two")), Failover.CLIENT));
    assertThat(name.standbys()).isEmpty();
  }

  @Test
  void a_checked_primary_gives_way_to_its_secondary() {
    route(answer("two", Routing.SECONDARY, false), answer("one", Routing.PRIMARY, true));

    assertThat(name.needs())
        .containsExactly(new Need.Any(List.of(on("one"), on("two")), Failover.AUTOMATIC));
  }

  @Test
  void a_primary_without_a_check_is_needed_and_its_secondary_merely_stands_by() {
    route(answer("one", Routing.PRIMARY, false), answer("two", Routing.SECONDARY, false));

    assertThat(name.needs()).containsExactly(on("one"));
    assertThat(name.standbys()).extracting(Standby::kind).containsOnly(Standby.Kind.UNCHECKED);
    assertThat(name.standbys()).extracting(Standby::name).contains("two");
  }

  @Test
  void each_chosen_answer_without_a_check_is_needed() {
    route(answer("one", Routing.CHOSEN, false), answer("two", Routing.CHOSEN, false));

    assertThat(name.needs()).containsExactly(on("one"), on("two"));
  }

  @Test
  void one_chosen_answer_without_a_check_is_enough_to_be_needed() {
    route(answer("one", Routing.CHOSEN, false), answer("two", Routing.CHOSEN, true));

    assertThat(name.needs()).containsExactly(on("one"));
  }

  @Test
  void a_weight_of_zero_counts_once_all_others_are_checked() {
    route(answer("one", Routing.CHOSEN, true), answer("two", Routing.NEVER, false));

    assertThat(name.needs())
        .containsExactly(new Need.Any(List.of(on("one"), on("two")), Failover.AUTOMATIC));
  }

  @Test
  void a_weight_of_zero_beside_an_answer_without_a_check_merely_stands_by() {
    route(answer("one", Routing.CHOSEN, false), answer("two", Routing.NEVER, false));

    assertThat(name.needs()).containsExactly(on("one"));
    assertThat(name.standbys()).extracting(Standby::name).containsExactly("two");
  }

  @Test
  void a_secondary_without_a_primary_is_given() {
    route(answer("two", Routing.SECONDARY, true));

    assertThat(name.needs()).containsExactly(on("two"));
  }

  @Test
  void what_may_be_no_answer_helps_at_best() {
    route(answer("one", Routing.ALL, false), doubtful("two"));

    assertThat(name.needs())
        .containsExactly(new Need.Any(List.of(on("one"), on("two")), Failover.CLIENT));
  }

  @Test
  void what_may_be_no_answer_is_needed_at_worst() {
    route(Completion.HARSHEST, answer("one", Routing.ALL, false), doubtful("two"));

    assertThat(name.needs()).containsExactly(on("two"), on("one"));
  }

  private void route(DnsAnswer... answers) {
    route(Completion.KINDEST, answers);
  }

  private void route(Completion completion, DnsAnswer... answers) {
    new DnsRouting(name, drafts, new Doubts(completion)).route(List.of(answers));
  }

  private DnsAnswer doubtful(String target) {
    DnsAnswer answer = answer(target, Routing.ALL, false);
    return new DnsAnswer(answer.target(), answer.need(), answer.routing(), false, true);
  }

  private DnsAnswer answer(String target, Routing routing, boolean checked) {
    Draft draft = drafts.of(program.known(target));
    Placement place = Placement.in(Domain.cloud("aws"));
    Replica copy = new Replica(target, draft.urn(), target, place, true, Need.NOTHING);
    draft.run(List.of(copy), 1, Failover.AUTOMATIC);
    return new DnsAnswer(Optional.of(program.known(target)), on(target), routing, checked, false);
  }

  private Need on(String target) {
    Urn urn = program.known(target).urn();
    return new Need.On(urn, Evidence.declared("said so"));
  }
}
