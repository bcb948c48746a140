package dev.cutset.analysis;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Set;

/** Why an entry point is down or up once something has failed; anybody can check it. */
public sealed interface Proof {

  EntryPoint entryPoint();

  Failure failure();

  /**
   * The entry point is down.
   *
   * @param fallen components in the order in which they fall: each falls by the failure and by
   *     those before it alone
   */
  record Down(EntryPoint entryPoint, Failure failure, List<Urn> fallen) implements Proof {
    public Down {
      fallen = List.copyOf(fallen);
    }
  }

  /**
   * The entry point is up.
   *
   * @param standing components that stand by each other: each has all that it needs within the set
   */
  record Up(EntryPoint entryPoint, Failure failure, Set<Urn> standing) implements Proof {
    public Up {
      standing = Set.copyOf(standing);
    }
  }
}
