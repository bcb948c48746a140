package dev.cutset.analysis;

import dev.cutset.architecture.Completion;
import dev.cutset.architecture.EntryPoint;
import java.util.List;
import java.util.Set;

/** What an analysis would say if it were wrong. */
public record Tampered(Claims claims, Way way) implements Claims {

  /** How it is wrong. */
  public enum Way {
    /** A failure is forgotten. */
    ONE_FAILURE_LESS,
    /** What goes down is said to stay up. */
    SAID_TO_BE_UP,
    /** What stays up is said to go down. */
    SAID_TO_BE_DOWN,
    /** Everything that was ever there is said to stand. */
    PROVED_BY_ALL_STANDING,
    /** Nothing is said to fall. */
    PROVED_BY_NOTHING,
    /** The proof of another failure. */
    PROVED_BY_ANOTHER
  }

  @Override
  public List<EntryPoint> entryPoints() {
    return claims.entryPoints();
  }

  @Override
  public List<Failure> failures() {
    List<Failure> all = claims.failures();
    return way == Way.ONE_FAILURE_LESS ? all.subList(1, all.size()) : all;
  }

  @Override
  public Verdict verdict(int entryPoint, Failure failure) {
    return switch (way) {
      case SAID_TO_BE_UP -> Verdict.UP;
      case SAID_TO_BE_DOWN -> Verdict.DOWN;
      default -> claims.verdict(entryPoint, failure);
    };
  }

  @Override
  public Proof proof(int entryPoint, Failure failure, Completion completion) {
    Proof proof = claims.proof(entryPoint, failure, completion);
    return switch (way) {
      case PROVED_BY_ALL_STANDING ->
          proof instanceof Proof.Down down
              ? new Proof.Up(down.entryPoint(), down.failure(), Set.copyOf(down.fallen()))
              : proof;
      case PROVED_BY_NOTHING -> new Proof.Down(proof.entryPoint(), proof.failure(), List.of());
      case PROVED_BY_ANOTHER -> {
        Failure first = claims.failures().get(0);
        Failure other = failure.equals(first) ? claims.failures().get(1) : first;
        yield claims.proof(entryPoint, other, completion);
      }
      default -> proof;
    };
  }
}
