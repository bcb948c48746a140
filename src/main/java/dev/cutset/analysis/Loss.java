package dev.cutset.analysis;

import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a rehearsal takes away: one failure, or a component with all of its copies.
 *
 * @param key what tells it from all other losses
 * @param name what people call it
 * @param urn the resource, where it is one
 */
public record Loss(Kind kind, String key, String name, Optional<Urn> urn) {

  /** What kind of thing goes away, smallest first. */
  public enum Kind {
    REPLICA,
    COMPONENT,
    ZONE,
    REGION,
    PROVIDER,
    CLOUD;

    /** The word for it in reports. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Loss of(Failure failure) {
    Kind kind =
        switch (failure.scope()) {
          case INSTANCE -> Kind.REPLICA;
          case ZONE -> Kind.ZONE;
          case REGION -> Kind.REGION;
          case PROVIDER -> Kind.PROVIDER;
          case CLOUD -> Kind.CLOUD;
        };
    return new Loss(kind, failure.key(), failure.name(), failure.urn());
  }

  /** What is lost and what became of each entry point, in their order. */
  public record Round(List<Loss> losses, List<Verdict> verdicts) {
    public Round {
      losses = List.copyOf(losses);
      verdicts = List.copyOf(verdicts);
    }

    /** Whether every entry point certainly stays up. */
    public boolean harmless() {
      return verdicts.stream().allMatch(verdict -> verdict == Verdict.UP);
    }
  }
}
