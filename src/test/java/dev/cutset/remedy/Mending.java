package dev.cutset.remedy;

import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Answers;
import dev.cutset.config.Configuration;
import dev.cutset.config.EntryPointRule;
import dev.cutset.config.NamePattern;
import dev.cutset.corpus.YamlProgram;
import dev.cutset.gate.Gate;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judge;
import dev.cutset.policy.Judgement;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stacks to mend, and what is said of them before and after. */
final class Mending {
  static final YamlCatalog CATALOG = YamlCatalog.bundled();
  static final Path CASES = Path.of("src/test/resources/dev/cutset/remedy/cases");
  private static final Path CORPUS = Path.of("src/test/resources/corpus");
  private static final Path LADDER = Path.of("stacks/ladder");
  private static final Gate GATE = new Gate(CATALOG, Software.all(), Judge.bundled());

  /** Users come in by the resource named {@code it}, where a stack has one. */
  private static final Configuration CONFIGURATION =
      new Configuration(
          Optional.empty(),
          List.of(new EntryPointRule.Declare(new NamePattern("it"), Optional.empty())),
          Map.of(),
          Enforcement.ADVISORY,
          List.of(),
          List.of(),
          Answers.NONE);

  private Mending() {}

  /** The cases, each about a patch or two. */
  static List<Path> cases() {
    return list(CASES).filter(file -> file.toString().endsWith(".yaml")).toList();
  }

  /** All stacks: the cases, the corpus and the ladder. */
  static List<Path> stacks() {
    return Stream.of(cases().stream(), list(CORPUS), list(LADDER).filter(Files::isDirectory))
        .flatMap(Function.identity())
        .toList();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stack read(Path path) {
    try {
      if (path.startsWith(LADDER)) {
        return new StackReader(CATALOG, CATALOG).read(path.resolve("preview.json"));
      }
      Path program = Files.isDirectory(path) ? path.resolve("Pulumi.yaml") : path;
      return YamlProgram.read(Files.readString(program));
    } catch (IOException | UnreadableInputException failed) {
      throw new AssertionError(failed);
    }
  }

  static Judgement judge(Stack stack) {
    return GATE.inspect(stack, CONFIGURATION).judgement();
  }

  /** The stack with changes to each of its resources. */
  static Stack changed(Stack stack, Function<Resource, List<PropertyChange>> changes) {
    return new Stack(
        stack.project(),
        stack.name(),
        stack.source(),
        stack.resources().stream().map(one -> changed(one, changes.apply(one))).toList());
  }

  private static Resource changed(Resource resource, List<PropertyChange> changes) {
    return new Resource(
        resource.urn(),
        resource.custom(),
        resource.type(),
        resource.id(),
        Remedies.applied(properties(resource), changes).values(),
        resource.outputs(),
        resource.parent(),
        resource.provider(),
        resource.dependencies(),
        resource.propertyDependencies());
  }

  static Value.Fields properties(Resource resource) {
    return new Value.Fields(resource.inputs());
  }

  /** Whether a finding says at least what another said of the same resources. */
  static boolean atLeast(Finding one, Finding other) {
    return other.resources().containsAll(one.resources())
        && one.scope().compareTo(other.scope()) <= 0
        && (one.verdict() == Verdict.DOWN || other.verdict() != Verdict.DOWN);
  }
}
