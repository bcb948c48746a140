package dev.cutset.rego;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one plan of many random policies, with what is left of them once opa takes them. */
final class FuzzCompilation {
  private static final Pattern PLACE = Pattern.compile("\\bm([0-9]+)\\.rego:([0-9]+)");
  private static final Pattern NAME = Pattern.compile("\\b[rv]([0-9]+)_[0-9]+\\b");
  private static final Pattern UNPLACED = Pattern.compile("is undeclared|not implemented");

  private final OpaTool opa;
  private final Path folder;
  private final TreeMap<Long, FuzzPolicy> policies = new TreeMap<>();

  FuzzCompilation(OpaTool opa, Path folder) {
    this.opa = opa;
    this.folder = folder;
  }

  /** The policies as they went into the plan. */
  List<FuzzPolicy> policies() {
    return List.copyOf(policies.values());
  }

  /** The plan of all of them, without the rules that opa refuses: random text may have no type. */
  Plan compile(SortedSet<Long> seeds) throws IOException {
    Files.copy(FuzzBatch.DOCUMENTS.resolve("data.json"), folder.resolve("data.json"));
    Files.copy(FuzzBatch.DOCUMENTS.resolve("library.rego"), folder.resolve("library.rego"));
    Map<String, List<String>> grammar = PolicyWriter.grammar();
    for (long seed : seeds) {
      FuzzPolicy policy = new FuzzPolicy(grammar, seed);
      policies.put(seed, policy);
      Files.writeString(folder.resolve(policy.file()), policy.text());
    }
    while (dropped(FuzzCompilation::check)) {}
    while (dropped(FuzzCompilation::compilation)) {}
    return Plan.read(OpaTool.planOf(folder.resolve("b.tgz")));
  }

  private static List<String> check(Collection<FuzzPolicy> policies) {
    List<String> arguments =
        new ArrayList<>(List.of("check", "--max-errors", "10000", "library.rego"));
    policies.forEach(policy -> arguments.add(policy.file()));
    return arguments;
  }

  private static List<String> compilation(Collection<FuzzPolicy> policies) {
    // Else all that uses an entry point becomes one too, which a function cannot be.
    String[] plan = {"build", "-t", "plan", "--prune-unused", "-o", "b.tgz", "library.rego"};
    List<String> arguments = new ArrayList<>(List.of(plan));
    for (FuzzPolicy policy : policies) {
      arguments.add(policy.file());
      policy.rules().forEach(rule -> arguments.addAll(List.of("-e", policy.path(rule))));
    }
    return arguments;
  }

  /** Whether the tool refuses something, which is dropped then. */
  private boolean dropped(Command command) throws IOException {
    OpaTool.Outcome said = opa.run(folder, folder, command.of(policies.values()));
    if (said.exit() == 0) {
      return false;
    }
    String text = said.err() + said.out();
    if (!droppedPlaces(text) && !droppedNames(text) && !droppedAlone(command)) {
      throw new IllegalStateException(text);
    }
    return true;
  }

  /** The arguments for policies. */
  private interface Command {
    List<String> of(Collection<FuzzPolicy> policies);
  }

  private boolean droppedPlaces(String text) throws IOException {
    boolean dropped = false;
    for (Matcher culprit = PLACE.matcher(text); culprit.find(); ) {
      int line = Integer.parseInt(culprit.group(2));
      dropped |= dropped(culprit.group(1), policy -> policy.drop(line));
    }
    return dropped;
  }

  private boolean droppedNames(String text) throws IOException {
    boolean dropped = false;
    if (UNPLACED.matcher(text).find()) {
      for (Matcher culprit = NAME.matcher(text); culprit.find(); ) {
        String name = culprit.group();
        dropped |= dropped(culprit.group(1), policy -> policy.dropAllWith(name));
      }
    }
    return dropped;
  }

  /** Some errors do not even have a name: each policy is tried alone. */
  private boolean droppedAlone(Command command) throws IOException {
    boolean dropped = false;
    for (FuzzPolicy policy : List.copyOf(policies.values())) {
      OpaTool.Outcome said = opa.run(folder, folder, command.of(List.of(policy)));
      if (said.exit() != 0 && !PLACE.matcher(said.err() + said.out()).find()) {
        policies.remove(policy.seed());
        Files.delete(folder.resolve(policy.file()));
        dropped = true;
      }
    }
    return dropped;
  }

  private boolean dropped(String seed, Predicate<FuzzPolicy> drop) throws IOException {
    FuzzPolicy policy = policies.get(Long.parseLong(seed));
    if (policy == null || !drop.test(policy)) {
      return false;
    }
    Files.writeString(folder.resolve(policy.file()), policy.text());
    return true;
  }
}
