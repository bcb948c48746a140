package dev.cutset.analysis;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completion;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What every single failure does to every entry point.
 *
 * <p>Values that are not known yet are settled twice, once as it serves the stack best and once as
 * it serves it worst. What is the same both times is certain.
 */
public final class Analysis implements Claims {
  private final FailureRegistry failures = new FailureRegistry();
  private final Run kindest;
  private final Run harshest;

  /** Analyses an architecture in its two completions; both have the same entry points. */
  public Analysis(Architecture kindest, Architecture harshest) {
    List<Urn> entryPoints = kindest.entryPoints().stream().map(EntryPoint::urn).toList();
    if (!entryPoints.equals(harshest.entryPoints().stream().map(EntryPoint::urn).toList())) {
      throw new IllegalArgumentException("the two completions have different entry points");
    }
    this.kindest = new Run(kindest, Completion.KINDEST, failures);
    // Where all zones are known, too, there is nothing that the harshest completion takes
    // otherwise.
    this.harshest =
        this.kindest.knowsAllZones() && harshest.equals(kindest)
            ? this.kindest
            : new Run(harshest, Completion.HARSHEST, failures);
  }

  @Override
  public List<EntryPoint> entryPoints() {
    return kindest.architecture().entryPoints();
  }

  @Override
  public List<Failure> failures() {
    return IntStream.range(0, failures.size()).mapToObj(failures::failure).toList();
  }

  /** What the failure does to the entry point; a zone that is not known yet stands for itself. */
  @Override
  public Verdict verdict(int entryPoint, Failure failure) {
    int id = number(failure);
    if (id < 0) {
      throw new IllegalArgumentException("nothing is in `" + failure.key() + "`");
    }
    if (kindest.isDown(kindest.graph().gateOfEntryPoint(entryPoint), id)) {
      return Verdict.DOWN;
    }
    return possible(entryPoint, failure, id) ? Verdict.UNKNOWN : Verdict.UP;
  }

  private boolean possible(int entryPoint, Failure failure, int id) {
    int stranger = stranger(failure);
    if (stranger < 0) {
      return harshest.isDown(harshest.graph().gateOfEntryPoint(entryPoint), id);
    }
    String region = failure.key().substring(0, stranger + 1);
    return Arrays.stream(harshest.cutsOf(entryPoint))
        .mapToObj(failures::failure)
        .anyMatch(cut -> cut.scope() == Scope.ZONE && cut.key().startsWith(region));
  }

  /** The single points of failure, one for each cause, worst first. */
  public List<Cut> cuts() {
    return new CutCollector(kindest, harshest, failures).collect();
  }

  /**
   * The scopes of which the entry point certainly survives every single failure, up to the first of
   * which it does not.
   */
  public List<Scope> survives(int entryPoint) {
    List<Scope> survived = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      if (fails(kindest, entryPoint, scope) || fails(harshest, entryPoint, scope)) {
        break;
      }
      survived.add(scope);
    }
    return survived;
  }

  /**
   * The proof of what the failure does to the entry point in one completion. In the harshest all
   * unknown zones of a region are one, so that the failure of any is the failure of that one.
   */
  @Override
  public Proof proof(int entryPoint, Failure failure, Completion completion) {
    if (completion == Completion.KINDEST) {
      return new Prover(kindest).prove(entryPoint, number(failure), failure);
    }
    int stranger = stranger(failure);
    int any = stranger < 0 ? -1 : number(failure.key().substring(0, stranger + 2));
    // Where only something that stands by is in an unknown zone, that zone is no other's.
    Failure failed = any < 0 ? failure : failures.failure(any);
    return new Prover(harshest).prove(entryPoint, number(failed), failed);
  }

  /** Where the label of a zone begins that is not known yet; -1 where it is known. */
  private static int stranger(Failure failure) {
    return failure.scope() == Scope.ZONE ? failure.key().indexOf("/?") : -1;
  }

  /** The entry points that certainly go down with a component. */
  public List<EntryPoint> blastRadius(Urn component) {
    return new BlastRadius(kindest).of(component);
  }

  Run run(Verdict verdict) {
    return verdict == Verdict.DOWN ? kindest : harshest;
  }

  Failure failure(int number) {
    return failures.failure(number);
  }

  int number(Failure failure) {
    return number(failure.key());
  }

  int number(String key) {
    return failures.number(key);
  }

  private boolean fails(Run run, int entryPoint, Scope scope) {
    return Arrays.stream(run.cutsOf(entryPoint))
        .anyMatch(failure -> failures.failure(failure).scope() == scope);
  }
}
