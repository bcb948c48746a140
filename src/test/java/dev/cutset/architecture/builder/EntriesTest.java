package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.architecture.draft.Reachability;
import org.junit.jupiter.api.Test;

/** What the entry points need is remembered only as long as they are the same. */
class EntriesTest {
  private final Program program =
      Program.of(
          "shop: {type: 'aws:ec2/instance:Instance'}",
          "jenkins: {type: 'aws:ec2/instance:Instance'}",
          "builds: {type: 'aws:rds/instance:Instance'}");
  private final Drafts drafts = new Drafts();
  private final Draft shop = drafts.of(program.known("shop"));
  private final Draft jenkins = drafts.of(program.known("jenkins"));
  private final Draft builds = drafts.of(program.known("builds"));
  private final Entries entries = new Entries(Hints.NONE, drafts, new Reachability(drafts));

  EntriesTest() {
    jenkins.need(new Need.On(builds.urn(), Evidence.declared("it keeps its builds there")));
  }

  @Test
  void what_only_an_entry_point_needs_that_is_removed_is_no_longer_reached() {
    entries.add(shop);
    entries.add(jenkins);
    assertThat(entries.reached())
        .containsExactlyInAnyOrder(shop.urn(), jenkins.urn(), builds.urn());

    entries.remove(jenkins.urn());

    assertThat(entries.reached()).containsExactly(shop.urn());
  }

  @Test
  void what_an_entry_point_needs_that_is_added_is_reached() {
    entries.add(shop);
    assertThat(entries.reached()).containsExactly(shop.urn());

    entries.add(jenkins);

    assertThat(entries.reached()).contains(builds.urn());
  }
}
