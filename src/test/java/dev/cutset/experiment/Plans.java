package dev.cutset.experiment;

import dev.cutset.analysis.Rehearsal;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.corpus.YamlProgram;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Judge;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Experiments of the stacks that are here. */
final class Plans {
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  private Plans() {}

  static Experiment.Plan of(Stack stack, Dialect dialect) {
    Rehearsal rehearsal = new Rehearsal(GATE.analyse(stack, Configuration.EMPTY));
    return new ExperimentPlanner(stack, GATE.inspect(stack, Configuration.EMPTY).architecture())
        .plan(rehearsal.singles(), dialect);
  }

  static Stack corpus(String name) {
    try {
      return YamlProgram.read(Files.readString(CORPUS.resolve(name).resolve("Pulumi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stack preview(String file) {
    try {
      return new StackReader(CATALOG, CATALOG).read(Path.of(file));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** The corpus, and what else has something to lose. */
  static List<Stack> all() {
    List<Stack> stacks = new ArrayList<>();
    try (Stream<Path> folders = Files.list(CORPUS)) {
      folders.sorted().forEach(folder -> stacks.add(corpus(folder.getFileName().toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    stacks.add(preview("docs/examples/one-of-each.json"));
    stacks.add(preview("stacks/ladder/6-several-zones/preview.json"));
    stacks.add(preview("stacks/templates/kubernetes-multi-region/preview.json"));
    return stacks;
  }

  static String text(Experiment experiment) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ExperimentText.write(experiment, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
