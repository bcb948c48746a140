package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.rego.FuzzBatch.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random policies give here what {@code opa eval} says of them.
 *
 * <p>{@code -Dcutset.fuzz.seed} says where to begin, {@code -Dcutset.fuzz.rounds} how many batches
 * of policies to try; one seed gives the same policy until the grammar changes.
 */
@Tag("conformance")
class FuzzTest {
  private static final int BATCH = 80;
  private static final Path FOUND = FuzzBatch.DOCUMENTS.resolve("seeds.txt");

  @TempDir Path folder;

  @Test
  void random_policies_give_what_opa_says_of_them() throws IOException {
    long seed = Long.getLong("cutset.fuzz.seed", 1);
    int rounds = Integer.getInteger("cutset.fuzz.rounds", 8);
    Outcome all = new Outcome(0, 0, 0, 0, List.of());
    for (int round = 0; round < rounds; round++) {
      long first = seed + (long) round * BATCH;
      all =
          all.plus(
              run(
                  LongStream.range(first, first + BATCH)
                      .boxed()
                      .collect(Collectors.toCollection(TreeSet::new))));
    }
    System.out.println(
        "random policies from seed %d on, %d rounds of %d: ".formatted(seed, rounds, BATCH)
            + "%d values compared, of which %d undefined, %d conflicts, %d conflicts only here"
                .formatted(all.compared(), all.undefined(), all.conflicts(), all.unconfirmed()));
    assertThat(all.differences()).isEmpty();
    assertThat(all.compared()).isGreaterThan(rounds * BATCH);
    assertThat(all.undefined()).isLessThan(all.compared() * 3 / 4);
    assertThat(all.unconfirmed()).isLessThan(all.compared() / 50);
  }

  @Test
  void policies_that_once_gave_something_else_do_so_no_more() throws IOException {
    TreeSet<Long> seeds = new TreeSet<>();
    for (String line : Files.readAllLines(FOUND)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        seeds.add(Long.parseLong(line.split("[ :]", 2)[0]));
      }
    }
    assertThat(seeds).isNotEmpty();
    assertThat(run(seeds).differences()).isEmpty();
  }

  @Test
  void random_graphql_is_judged_as_opa_judges_it() throws IOException {
    long seed = Long.getLong("cutset.fuzz.seed", 1);
    int rounds = Integer.getInteger("cutset.fuzz.rounds", 8);
    Optional<OpaTool> opa = OpaTool.onPath();
    Assumptions.assumeTrue(opa.isPresent(), "skipped: there is no opa on PATH");
    GraphqlBatch.Outcome all = new GraphqlBatch.Outcome(0, 0, List.of());
    for (int round = 0; round < rounds; round++) {
      Path home = Files.createTempDirectory(folder, "graphql");
      long first = seed + (long) round * BATCH;
      all = all.plus(new GraphqlBatch(opa.orElseThrow(), home).run(first, BATCH));
    }
    System.out.println(
        "random GraphQL from seed %d on, %d rounds of %d: %d answers compared, %d of them refusals"
            .formatted(seed, rounds, BATCH, all.compared(), all.refused()));
    assertThat(all.differences()).isEmpty();
    assertThat(all.compared()).isGreaterThan(rounds * BATCH * 5);
    assertThat(all.refused()).isBetween(all.compared() / 20, all.compared() * 3 / 4);
  }

  private Outcome run(SortedSet<Long> seeds) throws IOException {
    Optional<OpaTool> opa = OpaTool.onPath();
    Assumptions.assumeTrue(opa.isPresent(), "skipped: there is no opa on PATH");
    Path home = Files.createTempDirectory(folder, "from" + seeds.first());
    return FuzzBatch.run(opa.orElseThrow(), home, seeds);
  }
}
