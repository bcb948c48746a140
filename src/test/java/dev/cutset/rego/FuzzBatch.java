package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Random policies that are given to {@code opa} together, to save starts, and compared with it. */
final class FuzzBatch {
  static final Path DOCUMENTS = Path.of("src/test/resources/rego/fuzz").toAbsolutePath();

  private static final Pattern PLACE = Pattern.compile("\\bm([0-9]+)\\.rego:([0-9]+)");
  private static final Pattern NAME = Pattern.compile("\\b[rv]([0-9]+)_[0-9]+\\b");
  private static final Pattern UNPLACED = Pattern.compile("is undeclared|not implemented");
  private static final Pattern LOCATION =
      Pattern.compile("\"file\":\"m([0-9]+)\\.rego\"(?:,\"\\w+\":[0-9]+)*?,\"row\":([0-9]+)");
  private static final Pattern CULPRIT = Pattern.compile("rule (data\\.\\S+) produced");

  /** What conflicts in a comprehension or a function cannot be asked for alone. */
  private static final Pattern INNER = Pattern.compile("keys must be unique|: function data\\.");

  private static final String CONFLICT = "eval_conflict_error";
  private static final String INTERNAL = "eval_internal_error";
  private static final EvaluationOptions OPTIONS =
      EvaluationOptions.standard().withTimeLimit(Duration.ofSeconds(30)).withMaxValues(5_000_000);

  private final OpaTool opa;
  private final Path folder;
  private final TreeMap<Long, FuzzPolicy> policies = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private final RegoValue data;
  private int compared;
  private int undefined;
  private int conflicts;
  private int unconfirmed;

  private FuzzBatch(OpaTool opa, Path folder) throws IOException {
    this.opa = opa;
    this.folder = folder;
    this.data = document("data.json");
  }

  private static RegoValue document(String name) {
    try (var in = Files.newInputStream(DOCUMENTS.resolve(name))) {
      return RegoValue.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came of it.
   *
   * @param compared how many values, undefined ones and conflicts included
   * @param undefined how many were undefined in both
   * @param conflicts how many were an error in both
   * @param unconfirmed how many were an error here that opa may not have come to
   */
  record Outcome(
      int compared, int undefined, int conflicts, int unconfirmed, List<String> differences) {
    Outcome {
      differences = List.copyOf(differences);
    }

    Outcome plus(Outcome other) {
      List<String> all = new ArrayList<>(differences);
      all.addAll(other.differences);
      return new Outcome(
          compared + other.compared,
          undefined + other.undefined,
          conflicts + other.conflicts,
          unconfirmed + other.unconfirmed,
          all);
    }
  }

  /** Compares the policies of these seeds in an empty folder. */
  static Outcome run(OpaTool opa, Path folder, SortedSet<Long> seeds) throws IOException {
    FuzzBatch batch = new FuzzBatch(opa, folder);
    Plan plan = batch.build(seeds);
    List<RegoValue> inputs = new ArrayList<>();
    ((RegoArray) document("inputs.json")).forEach(inputs::add);
    inputs.add(new DocumentWriter(seeds.first()).input());
    for (RegoValue input : inputs) {
      batch.compare(plan, input);
    }
    return new Outcome(
        batch.compared, batch.undefined, batch.conflicts, batch.unconfirmed, batch.differences);
  }

  /** The plan of all of them, without the rules that opa refuses: random text may have no type. */
  private Plan build(SortedSet<Long> seeds) throws IOException {
    Files.copy(DOCUMENTS.resolve("data.json"), folder.resolve("data.json"));
    Files.copy(DOCUMENTS.resolve("library.rego"), folder.resolve("library.rego"));
    Map<String, List<String>> grammar = PolicyWriter.grammar();
    for (long seed : seeds) {
      FuzzPolicy policy = new FuzzPolicy(grammar, seed);
      policies.put(seed, policy);
      Files.writeString(folder.resolve(policy.file()), policy.text());
    }
    while (dropped(FuzzBatch::check)) {}
    while (dropped(FuzzBatch::compilation)) {}
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

  private void compare(Plan plan, RegoValue input) throws IOException {
    Files.writeString(folder.resolve("input.json"), input.toJson());
    Map<String, String> mine = new TreeMap<>();
    List<String> query = new ArrayList<>();
    for (FuzzPolicy policy : policies.values()) {
      for (String rule : policy.rules()) {
        String value = mine(plan, policy.path(rule), input);
        mine.put(policy.path(rule), value);
        if (value.startsWith(CONFLICT)) {
          confirmConflict(policy, rule, value, input);
        } else {
          query.add("\"%s\": [x | x := %s]".formatted(policy.path(rule), policy.reference(rule)));
        }
      }
    }
    RegoObject theirs = ask(query, input);
    theirs.forEach(
        (path, value) -> compare(((RegoString) path).value(), mine, value.toJson(), input));
  }

  private void compare(String path, Map<String, String> mine, String wanted, RegoValue input) {
    compared++;
    String got = mine.get(path);
    if (!wanted.equals(got)) {
      differ(path, wanted, got, input);
    } else if ("[]".equals(wanted)) {
      undefined++;
    }
  }

  private void differ(String path, String wanted, String got, RegoValue input) {
    differences.add(
        "%s with input %s: opa gives %s, here %s".formatted(path, input.toJson(), wanted, got));
  }

  /** All values that there are, each in a list, under their rules. */
  private RegoObject ask(List<String> query, RegoValue input) throws IOException {
    List<String> wanted = new ArrayList<>(query);
    RegoObject answer = eval("{" + String.join(",\n", wanted) + "}", policies.values());
    while (answer.get("errors") instanceof RegoArray errors) {
      // A conflict that was not seen here, or a mistake of opa's own, which it calls internal: the
      // policy is left out, to see the rest.
      Matcher culprit = LOCATION.matcher(errors.toJson());
      if (!culprit.find()) {
        throw new IllegalStateException(errors.toJson());
      }
      String policy = "fuzz/m" + culprit.group(1) + "/";
      if (!errors.toJson().contains(INTERNAL)) {
        differ(policy, errors.toJson(), "none", input);
      }
      if (!wanted.removeIf(line -> line.startsWith("\"" + policy))) {
        throw new IllegalStateException(errors.toJson());
      }
      answer = eval("{" + String.join(",\n", wanted) + "}", policies.values());
    }
    return (RegoObject) value(answer);
  }

  private static RegoValue value(RegoObject answer) {
    RegoObject solution = (RegoObject) ((RegoArray) answer.get("result")).at(0);
    return ((RegoObject) ((RegoArray) solution.get("expressions")).at(0)).get("value");
  }

  /**
   * A conflict here is right if opa says so too, or says so of the rule that conflicts when asked
   * for it alone: what is looked at first is not said by the language, so that the tool may not
   * have come to it.
   */
  private void confirmConflict(FuzzPolicy policy, String rule, String value, RegoValue input)
      throws IOException {
    compared++;
    RegoObject answer = eval(policy.reference(rule), List.of(policy));
    Matcher culprit = CULPRIT.matcher(value);
    if (isConflict(answer)
        || (culprit.find() && isConflict(eval(culprit.group(1), List.of(policy))))) {
      conflicts++;
    } else if (INNER.matcher(value).find()) {
      unconfirmed++;
    } else {
      differ(policy.path(rule), answer.toJson(), value, input);
    }
  }

  private static boolean isConflict(RegoObject answer) {
    return String.valueOf(answer.get("errors")).contains(CONFLICT);
  }

  private RegoObject eval(String query, Iterable<FuzzPolicy> modules) throws IOException {
    Files.writeString(folder.resolve("query"), query);
    List<String> arguments =
        new ArrayList<>(List.of("eval", "-f", "json", "-i", "input.json", "-d", "data.json"));
    arguments.addAll(List.of("-d", "library.rego"));
    modules.forEach(policy -> arguments.addAll(List.of("-d", policy.file())));
    arguments.add("--stdin");
    var said = opa.run(folder, folder, arguments, folder.resolve("query"));
    return (RegoObject) RegoValue.parse(said.out());
  }

  private String mine(Plan plan, String path, RegoValue input) {
    try {
      Optional<RegoValue> value = plan.evaluate(path, input, data, OPTIONS);
      // Once through JSON, as the tool's values have come, so that sets are lists in both.
      return value.map(it -> "[" + RegoValue.parse(it.toJson()).toJson() + "]").orElse("[]");
    } catch (RegoException e) {
      return (e.kind() == RegoException.Kind.CONFLICT ? CONFLICT : e.kind()) + " " + e.getMessage();
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0];
    }
  }
}
