package dev.cutset.analysis;

import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Urn;
import java.util.List;

/**
 * A cut of one: a single point of failure, with its cause.
 *
 * @param verdict down, or unknown when a value that is not known yet decides
 * @param scope the smallest scope at which the cause takes the entry points down
 * @param failure one failure of that scope which does it
 * @param cause the components to change; of several it is enough to change one
 * @param confined whether everything that serves the entry points lies in the failed domain
 * @param entryPoints those that go down
 * @param larger larger failures that the same cause lets through
 * @param regionsElsewhere regions outside the failure where something that serves lives on
 */
public record Cut(
    Verdict verdict,
    Scope scope,
    Failure failure,
    List<Urn> cause,
    boolean confined,
    List<EntryPoint> entryPoints,
    List<Failure> larger,
    List<String> regionsElsewhere) {

  public Cut {
    cause = List.copyOf(cause);
    entryPoints = List.copyOf(entryPoints);
    larger = List.copyOf(larger);
    regionsElsewhere = List.copyOf(regionsElsewhere);
  }
}
