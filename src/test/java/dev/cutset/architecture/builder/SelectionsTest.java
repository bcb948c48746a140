package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.stack.Urn;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a service selects, as far as labels are known. */
class SelectionsTest {
  private static final String UNKNOWN = "'${?}'";

  private static String service(String selector) {
    return "front: {type: 'kubernetes:core/v1:Service', properties: {metadata: {name: front},"
        + " spec: {selector: "
        + selector
        + "}}}";
  }

  private static String workload(String name, String labels) {
    return name
        + ": {type: 'kubernetes:apps/v1:Deployment', properties: {metadata: {name: "
        + name
        + "}, spec: {replicas: 2, template: {metadata: {labels: "
        + labels
        + "}}}}}";
  }

  @Test
  void all_labels_asked_for_are_wanted() {
    Draft front =
        front(
            Completion.KINDEST,
            service("{app: web, stage: live}"),
            workload("web", "{app: web, stage: live, team: a}"),
            workload("test", "{app: web, stage: test}"),
            workload("bare", "{app: web}"));

    assertThat(front.balanced()).extracting(Urn::name).containsExactly("web");
    assertThat(front.isOpen()).isFalse();
  }

  @Test
  void a_label_that_nobody_asks_for_may_be_unknown() {
    Draft front =
        front(
            Completion.HARSHEST,
            service("{app: web}"),
            workload("web", "{app: web, release: " + UNKNOWN + "}"));

    assertThat(front.balanced()).extracting(Urn::name).containsExactly("web");
    assertThat(front.needs()).isEmpty();
    assertThat(front.isOpen()).isFalse();
  }

  @Test
  void what_may_be_selected_beside_others_helps_at_best_and_is_needed_at_worst() {
    String[] program = {
      service("{app: web}"),
      workload("web", "{app: web}"),
      workload("more", "{app: " + UNKNOWN + "}")
    };

    assertThat(front(Completion.KINDEST, program).balanced())
        .extracting(Urn::name)
        .containsExactlyInAnyOrder("web", "more");
    Draft worst = front(Completion.HARSHEST, program);
    assertThat(worst.balanced()).extracting(Urn::name).containsExactly("web");
    assertThat(needed(worst)).containsExactly("more");
  }

  @Test
  void what_another_label_rules_out_is_not_selected_whatever_is_unknown() {
    Draft front =
        front(
            Completion.HARSHEST,
            service("{app: web, stage: live}"),
            workload("web", "{app: web, stage: live}"),
            workload("other", "{app: other, stage: " + UNKNOWN + "}"));

    assertThat(front.needs()).isEmpty();
  }

  @Test
  void a_service_of_which_only_the_possible_is_known_stays_open() {
    String[] program = {
      service("{app: web, release: " + UNKNOWN + "}"), workload("web", "{app: web, release: a}")
    };

    assertThat(front(Completion.KINDEST, program).needs())
        .singleElement()
        .isInstanceOf(Need.Any.class);
    Draft worst = front(Completion.HARSHEST, program);
    assertThat(worst.isOpen()).isTrue();
    assertThat(needed(worst)).contains("web").hasSize(2);
  }

  @Test
  void a_service_of_which_no_selector_is_known_stays_open() {
    Draft front = front(Completion.HARSHEST, service(UNKNOWN), workload("web", "{app: web}"));

    assertThat(front.isOpen()).isTrue();
    assertThat(needed(front)).hasSize(1).doesNotContain("web");
  }

  @Test
  void a_service_without_a_selector_selects_nothing() {
    Draft front =
        front(Completion.HARSHEST, service("{}"), workload("web", "{app: " + UNKNOWN + "}"));

    assertThat(front.needs()).isEmpty();
    assertThat(front.balanced()).isEmpty();
  }

  private static Draft front(Completion completion, String... resources) {
    Program program = Program.of(resources);
    Groundwork ground = program.ground();
    Doubts doubts = new Doubts(completion);
    Drafts drafts = new Drafts();
    OpenEnds openEnds = new OpenEnds(doubts, ground.regions(), drafts);
    new Selections(ground.declared(), ground.references(), doubts, openEnds, drafts).connect();
    return drafts.of(program.known("front"));
  }

  private static Set<String> needed(Draft draft) {
    Set<String> names = new TreeSet<>();
    draft.needs().forEach(need -> gather(need, names));
    return names;
  }

  private static void gather(Need need, Set<String> names) {
    if (need instanceof Need.On on) {
      names.add(on.component().name());
    }
    need.parts().forEach(part -> gather(part, names));
  }
}
