package dev.cutset.bench.regression;

import com.sun.management.ThreadMXBean;
import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Hints;
import dev.cutset.architecture.builder.ArchitectureBuilder;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.cli.Main;
import dev.cutset.cli.Surroundings;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Settings;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Counts what a machine's mood does not change: bytes allocated by all threads, classes loaded,
 * bytes read from a file. Needs JDK 21 or newer, and prints a line for each count.
 *
 * <pre>
 * java -cp … dev.cutset.bench.regression.Counts start FILE
 * java -cp … dev.cutset.bench.regression.Counts steps FOLDER
 * </pre>
 */
public final class Counts {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Counts() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("start")) {
      start(arguments[1]);
    } else {
      steps(Path.of(arguments[1]));
    }
  }

  /** A whole check in a fresh process. */
  private static void start(String file) throws Exception {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            InputStream.nullInputStream(),
            nowhere,
            nowhere,
            StandardCharsets.UTF_8,
            Path.of(""),
            Map.of());
    // What counting itself needs is there before.
    bytesOf(() -> {});
    long classes = loaded();
    long bytes = bytesOf(() -> new Main(surroundings).run("check", file));
    say("start: bytes allocated", bytes);
    say("start: classes loaded", loaded() - classes);
  }

  private static void steps(Path folder) throws Exception {
    YamlCatalog catalog = YamlCatalog.bundled();
    StackReader reader = new StackReader(catalog, catalog);
    for (String form : List.of("plan", "state", "preview")) {
      Path file = folder.resolve("web-2000." + form + ".json");
      say("reader, " + form + ": bytes allocated", warm(() -> reader.read(file)));
      say("reader, " + form + ": percent of the file read", share(reader, file));
    }
    for (String shape : List.of("web-500", "web-2000", "shared-2000", "dense-1000", "deep-100")) {
      Stack stack = reader.read(folder.resolve(shape + ".plan.json"));
      ArchitectureBuilder builder = new ArchitectureBuilder(catalog, Software.all(), Hints.NONE);
      say("builder, " + shape + ": bytes allocated", warm(() -> builder.build(stack)));
      Completed completed = builder.build(stack);
      say("solver, " + shape + ": bytes allocated", warm(() -> solved(completed)));
      say("facts, " + shape + ": bytes allocated", warm(() -> facts(completed)));
      Facts facts = facts(completed);
      Settings settings = new Settings(Map.of(), Map.of(), Configuration.EMPTY.undecided());
      Judge judge = Judge.bundled();
      say("policies, " + shape + ": bytes allocated", warm(() -> judge.judge(facts, settings)));
      Gate gate = new Gate(catalog, Software.all(), judge);
      say(
          "gate, " + shape + ": bytes allocated",
          warm(() -> gate.inspect(stack, Configuration.EMPTY)));
    }
  }

  private static Analysis solved(Completed completed) {
    return new Analysis(completed.kindest(), completed.harshest());
  }

  private static Facts facts(Completed completed) {
    return new FactsBuilder(solved(completed), Scope.ZONE).facts();
  }

  private interface Step {
    void run() throws Exception;
  }

  /** The second time, when everything is loaded. */
  private static long warm(Step step) throws Exception {
    step.run();
    return bytesOf(step);
  }

  private static long bytesOf(Step step) throws Exception {
    long before = THREADS.getTotalThreadAllocatedBytes();
    step.run();
    return THREADS.getTotalThreadAllocatedBytes() - before;
  }

  private static long share(StackReader reader, Path file) throws Exception {
    long[] read = {0};
    try (InputStream in =
        new FilterInputStream(Files.newInputStream(file)) {
          @Override
          public int read() throws IOException {
            int value = super.read();
            read[0] += value < 0 ? 0 : 1;
            return value;
          }

          @Override
          public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            read[0] += Math.max(0, count);
            return count;
          }
        }) {
      reader.read(in, "the stack");
    }
    return 100 * read[0] / Files.size(file);
  }

  private static long loaded() {
    return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
  }

  private static void say(String what, long count) {
    System.out.println(what + "\t" + count);
  }
}
