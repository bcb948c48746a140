package dev.cutset.pulumi.pack;

import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.remedy.Remedies;
import dev.cutset.stack.Interest;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** What judges a stack; it is made ready while the program still runs. */
final class Parts {
  private final YamlCatalog catalog;
  private final FutureTask<Gate> gate;

  private Parts(YamlCatalog catalog, FutureTask<Gate> gate) {
    this.catalog = catalog;
    this.gate = gate;
  }

  /** Those that come with Cutset. */
  static Parts bundled() {
    YamlCatalog catalog = YamlCatalog.bundled();
    return of(catalog, () -> new Gate(catalog, Software.all(), Judge.bundled()));
  }

  static Parts of(YamlCatalog catalog, Callable<Gate> making) {
    FutureTask<Gate> gate = new FutureTask<>(making);
    Thread thread = new Thread(gate, "policies");
    thread.setDaemon(true);
    thread.start();
    return new Parts(catalog, gate);
  }

  Interest interest() {
    return catalog;
  }

  Remedies remedies() {
    return new Remedies(catalog);
  }

  Gate gate() throws ExecutionException, InterruptedException {
    return gate.get();
  }
}
