package dev.cutset.analysis;

import static dev.cutset.analysis.Sketch.EAST_A;
import static dev.cutset.analysis.Sketch.WEST_A;
import static dev.cutset.analysis.Sketch.WEST_B;
import static dev.cutset.analysis.Sketch.on;
import static dev.cutset.analysis.Sketch.somewhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.Draws;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Standby;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Scope;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The audit lets an analysis through that is right, and none that is not. */
class ProofAuditTest {
  private static final int ARCHITECTURES = Draws.of(2_000);

  private final Architecture shop =
      new Sketch()
          .single("db", WEST_A)
          .copies("web", 1, List.of(WEST_A, WEST_B), on("db"))
          .single("api", EAST_A)
          .entry("shop", on("web"))
          .entry("blog", on("api"))
          .architecture();

  @Test
  void what_the_solver_says_of_any_architecture_holds() {
    int proofs = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = Alterations.grounded(new RandomArchitectures(seed).draw());
      Architecture settled =
          Alterations.moved(
              Alterations.moved(architecture, somewhere("x"), WEST_A), somewhere("y"), WEST_B);
      proofs += check(settled, settled);
      proofs += check(architecture, architecture);
      proofs += check(settled, architecture);
    }
    assertThat(proofs).isGreaterThan(Draws.of(50_000));
  }

  @Test
  void there_is_a_proof_for_each_entry_point_and_failure() {
    // Four copies, three zones, two regions and a cloud, for two entry points.
    assertThat(check(shop, shop)).isEqualTo(2 * (4 + 3 + 2 + 1));
  }

  @Test
  void what_is_not_known_yet_is_proved_at_its_best_and_at_its_worst() {
    Architecture unsettled =
        new Sketch().single("web", somewhere("x")).entry("shop", on("web")).architecture();

    // The copy, the zone that it is in, any zone, the region and the cloud.
    assertThat(check(unsettled, unsettled)).isEqualTo(2 * 5);
  }

  @Test
  void what_serves_users_may_be_what_is_not_known_yet() {
    // Two servers, the zone, the region and the cloud, at their best and at their worst.
    assertThat(check(servers(Failover.CLIENT), servers(Failover.NONE))).isEqualTo(2 * 5);
  }

  @Test
  void what_only_stands_by_in_a_zone_that_is_not_known_takes_nothing_down() {
    Architecture standing =
        new Sketch()
            .single("web", WEST_A)
            .standby(Standby.Kind.COLD, "twin", somewhere("x"))
            .entry("shop", on("web"))
            .architecture();
    assertThat(check(standing, standing)).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Tampered.Way.class)
  void an_analysis_that_is_wrong_in_any_way_is_rejected(Tampered.Way way) {
    Analysis analysis = new Analysis(shop, shop);
    Claims wrong = new Tampered(analysis, way);

    assertThatThrownBy(() -> audit(shop, shop).check(wrong, facts(analysis)))
        .isInstanceOf(RejectedProofException.class);
  }

  @Test
  void the_proof_of_another_failure_proves_nothing() {
    Analysis analysis = new Analysis(shop, shop);
    Claims wrong = new Tampered(analysis, Tampered.Way.PROVED_BY_ANOTHER);

    assertThatThrownBy(() -> audit(shop, shop).check(wrong, facts(analysis)))
        .isInstanceOf(RejectedProofException.class)
        .hasMessageEndingWith("its proof is of something else");
  }

  @Test
  void wrong_answers_for_any_architecture_are_rejected_wherever_they_are_wrong() {
    int rejected = 0;
    for (long seed = 0; seed < ARCHITECTURES; seed++) {
      Architecture architecture = Alterations.grounded(new RandomArchitectures(seed).draw());
      Analysis analysis = new Analysis(architecture, architecture);
      for (Tampered.Way way : List.of(Tampered.Way.SAID_TO_BE_UP, Tampered.Way.SAID_TO_BE_DOWN)) {
        Tampered tampered = new Tampered(analysis, way);
        if (differ(analysis, tampered)) {
          assertThatThrownBy(
                  () -> audit(architecture, architecture).check(tampered, facts(analysis)))
              .as("seed %d, %s", seed, way)
              .isInstanceOf(RejectedProofException.class);
          rejected++;
        }
      }
    }
    assertThat(rejected).isGreaterThan(Draws.of(2_000));
  }

  @Test
  void who_may_see_the_stack_is_told_its_names_and_who_may_not_is_told_numbers() {
    Analysis analysis = new Analysis(shop, shop);
    Claims wrong = new Tampered(analysis, Tampered.Way.SAID_TO_BE_UP);

    assertThatThrownBy(() -> audit(shop, shop).check(wrong, facts(analysis)))
        .isInstanceOfSatisfying(
            RejectedProofException.class,
            e ->
                assertThat(e.place())
                    .isEqualTo("entry point 1 of 2, failure 1 of 10 (zone)")
                    .doesNotContain("shop"))
        .hasMessage(
            "what is said of `shop` when zone `west-a` fails was rejected:"
                + " it is said to be up, the proofs say otherwise");
  }

  @Test
  void an_analysis_of_another_stack_is_rejected() {
    Architecture other = new Sketch().single("db", WEST_A).entry("shop", on("db")).architecture();
    Analysis analysis = new Analysis(other, other);

    assertThatThrownBy(() -> audit(shop, shop).check(analysis, facts(analysis)))
        .isInstanceOf(RejectedProofException.class)
        .hasMessageContaining("other entry points");
  }

  @Test
  void what_is_better_at_its_worst_than_at_its_best_is_rejected() {
    Architecture one = new Sketch().single("web", WEST_A).entry("shop", on("web")).architecture();
    Architecture two =
        new Sketch()
            .copies("web", 1, List.of(WEST_A, WEST_B))
            .entry("shop", on("web"))
            .architecture();
    Analysis analysis = new Analysis(one, two);

    assertThatThrownBy(() -> audit(one, two).check(analysis, facts(analysis)))
        .isInstanceOf(RejectedProofException.class)
        .hasMessageContaining("worse at its best than at its worst");
  }

  @Test
  void policies_are_told_of_everything_that_takes_an_entry_point_down() {
    rejectsFacts(
        "policies are not told of it",
        facts -> new Facts(facts.target(), facts.entryPoints(), List.of(), facts.components()));
  }

  @Test
  void policies_are_not_told_that_something_survives_what_it_does_not() {
    rejectsFacts(
        "survives any zone",
        facts -> {
          EntryPointFact shop = facts.entryPoints().get(0);
          EntryPointFact better =
              new EntryPointFact(shop.urn(), shop.name(), shop.target(), List.of(Scope.ZONE));
          return new Facts(
              facts.target(),
              List.of(better, facts.entryPoints().get(1)),
              facts.cuts().stream().map(cut -> of(cut, shop, better)).toList(),
              facts.components());
        });
  }

  @Test
  void policies_are_told_of_all_entry_points() {
    rejectsFacts(
        "policies are told of other entry points",
        facts ->
            new Facts(
                facts.target(),
                facts.entryPoints().subList(0, 1),
                facts.cuts(),
                facts.components()));
  }

  @Test
  void policies_are_told_of_nothing_that_was_not_proved() {
    rejectsFacts(
        "`shop` is down when replica `api` fails, of which there is no proof",
        facts ->
            new Facts(
                facts.target(),
                facts.entryPoints(),
                facts.cuts().stream().map(cut -> toAll(cut, facts.entryPoints())).toList(),
                facts.components()));
  }

  private void rejectsFacts(String why, UnaryOperator<Facts> change) {
    Analysis analysis = new Analysis(shop, shop);
    Facts changed = change.apply(facts(analysis));

    assertThatThrownBy(() -> audit(shop, shop).check(analysis, changed))
        .isInstanceOf(RejectedProofException.class)
        .hasMessageContaining(why);
  }

  private static CutFact of(CutFact cut, EntryPointFact from, EntryPointFact to) {
    return withEntryPoints(
        cut, cut.entryPoints().stream().map(entry -> entry.equals(from) ? to : entry).toList());
  }

  private static CutFact toAll(CutFact cut, List<EntryPointFact> entryPoints) {
    return cut.scope() == Scope.INSTANCE ? withEntryPoints(cut, entryPoints) : cut;
  }

  private static CutFact withEntryPoints(CutFact cut, List<EntryPointFact> entryPoints) {
    return new CutFact(
        cut.verdict(),
        cut.scope(),
        cut.failure(),
        cut.cause(),
        entryPoints,
        cut.largerFailures(),
        cut.regionsElsewhere(),
        cut.proof(),
        cut.evidence(),
        cut.undecidedBy());
  }

  private static boolean differ(Claims one, Claims other) {
    for (int entryPoint = 0; entryPoint < one.entryPoints().size(); entryPoint++) {
      for (Failure failure : one.failures()) {
        if (one.verdict(entryPoint, failure) != other.verdict(entryPoint, failure)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Architecture servers(Failover failover) {
    return new Sketch()
        .single("web-1", WEST_A)
        .single("web-2", WEST_A)
        .entry("shop", Need.any(List.of(on("web-1"), on("web-2")), failover))
        .architecture();
  }

  private static int check(Architecture kindest, Architecture harshest) {
    Analysis analysis = new Analysis(kindest, harshest);
    return audit(kindest, harshest).check(analysis, facts(analysis));
  }

  private static ProofAudit audit(Architecture kindest, Architecture harshest) {
    return new ProofAudit(new Completed(kindest, harshest));
  }

  private static Facts facts(Analysis analysis) {
    return new FactsBuilder(analysis, Scope.ZONE).facts();
  }
}
