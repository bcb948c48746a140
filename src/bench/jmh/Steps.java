package dev.cutset.bench.jmh;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.builder.ArchitectureBuilder;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Settings;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What comes after reading: the architecture, the solver, the facts, the policies. */
@State(Scope.Benchmark)
public class Steps {
  @Param({
    "web-2000",
    "wide-2000",
    "entries-2000",
    "shared-2000",
    "dense-2000",
    "deep-200",
    "worst-200"
  })
  public String stack;

  private final YamlCatalog catalog = YamlCatalog.bundled();
  private final ArchitectureBuilder builder =
      new ArchitectureBuilder(catalog, Software.all(), Hints.NONE);
  private final Judge judge = Judge.bundled();
  private Stack read;
  private Completed completed;
  private Analysis analysis;
  private Facts facts;

  @Setup
  public void prepare() throws UnreadableInputException {
    read = new StackReader(catalog, catalog).read(Path.of("target/jmh/" + stack + ".plan.json"));
    completed = builder.build(read);
    analysis = solver();
    facts = facts();
  }

  @Benchmark
  public Completed architecture() {
    return builder.build(read);
  }

  @Benchmark
  public Analysis solver() {
    return new Analysis(completed.kindest(), completed.harshest());
  }

  @Benchmark
  public Facts facts() {
    return new FactsBuilder(analysis, dev.cutset.catalog.Scope.ZONE).facts();
  }

  @Benchmark
  public List<Finding> policies() {
    return judge.judge(facts, Settings.NONE);
  }
}
