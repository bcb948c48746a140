package dev.cutset.architecture;

import dev.cutset.catalog.Failover;
import dev.cutset.stack.Urn;
import java.util.List;

/** What a component must have to work. */
public sealed interface Need {

  /** The needs that it is made of; none for a single component. */
  default List<Need> parts() {
    return List.of();
  }

  /** Nothing. */
  Need NOTHING = new All(List.of());

  /** One component, and why that is believed. */
  record On(Urn component, Evidence evidence) implements Need {}

  /** All of these. */
  record All(List<Need> needs) implements Need {
    @Override
    public List<Need> parts() {
      return needs;
    }

    public All {
      needs = List.copyOf(needs);
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
