package dev.cutset.architecture;

import dev.cutset.catalog.Failover;
import dev.cutset.stack.Urn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a component must have to work. How needs are compared is written out, as in {@link Urn}. */
public sealed interface Need {

  /** The needs that it is made of; none for a single component. */
  default List<Need> parts() {
    return List.of();
  }

  /** Nothing. */
  Need NOTHING = new All(List.of());

  /** One component, and why that is believed. */
  record On(Urn component, Evidence evidence) implements Need {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof On on
          && component.equals(on.component)
          && evidence.equals(on.evidence);
    }

    @Override
    public int hashCode() {
      return component.hashCode() * 31 + evidence.hashCode();
    }
  }

  /** All of these. */
  record All(List<Need> needs) implements Need {
    @Override
    public List<Need> parts() {
      return needs;
    }

    public All {
      needs = List.copyOf(needs);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof All all && needs.equals(all.needs);
    }

    @Override
    public int hashCode() {
      return needs.hashCode();
    }
  }

  /** Any of these, if clients come to the next one without a person; else the first of them. */
  record Any(List<Need> needs, Failover failover) implements Need {
    @Override
    public List<Need> parts() {
      return needs;
    }

    public Any {
      needs = List.copyOf(needs);
      if (needs.isEmpty()) {
        throw new IllegalArgumentException("any of nothing can never be met");
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Any any && failover == any.failover && needs.equals(any.needs);
    }

    @Override
    public int hashCode() {
      return needs.hashCode() + 1;
    }
  }

  /** At least so many of these. */
  record AtLeast(int least, List<Need> needs) implements Need {
    @Override
    public List<Need> parts() {
      return needs;
    }

    public AtLeast {
      needs = List.copyOf(needs);
      if (least < 1 || least > needs.size()) {
        throw new IllegalArgumentException("at least " + least + " of " + needs.size());
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof AtLeast some && least == some.least && needs.equals(some.needs);
    }

    @Override
    public int hashCode() {
      return needs.hashCode() + least;
    }
  }

  /** All of these, without wrapping where there is nothing to wrap. */
  static Need all(List<Need> needs) {
    List<Need> real = needs.stream().filter(need -> !need.equals(NOTHING)).distinct().toList();
    return switch (real.size()) {
      case 0 -> NOTHING;
      case 1 -> real.get(0);
      default -> new All(real);
    };
  }

  /** Any of these, without wrapping where there is no choice; nothing when there is none. */
  static Need any(List<Need> needs, Failover failover) {
    List<Need> distinct = needs.stream().distinct().toList();
    return switch (distinct.size()) {
      case 0 -> NOTHING;
      case 1 -> distinct.get(0);
      default -> new Any(distinct, failover);
    };
  }
}
