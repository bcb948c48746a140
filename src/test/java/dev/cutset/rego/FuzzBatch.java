package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Random policies that are given to {@code opa} together, to save starts, and compared with it. */
final class FuzzBatch {
  static final Path DOCUMENTS = Path.of("src/test/resources/rego/fuzz").toAbsolutePath();

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
  private final List<FuzzPolicy> policies;
  private final List<String> differences = new ArrayList<>();
  private final RegoValue data;
  private int compared;
  private int undefined;
  private int conflicts;
  private int unconfirmed;

  private FuzzBatch(OpaTool opa, Path folder, List<FuzzPolicy> policies) throws IOException {
    this.opa = opa;
    this.folder = folder;
    this.policies = policies;
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
    FuzzCompilation compilation = new FuzzCompilation(opa, folder);
    Plan plan = compilation.compile(seeds);
    FuzzBatch batch = new FuzzBatch(opa, folder, compilation.policies());
    List<RegoValue> inputs = new ArrayList<>();
    ((RegoArray) document("inputs.json")).forEach(inputs::add);
    inputs.add(new DocumentWriter(seeds.first()).input());
    for (RegoValue input : inputs) {
      batch.compare(plan, input);
    }
    return new Outcome(
        batch.compared, batch.undefined, batch.conflicts, batch.unconfirmed, batch.differences);
  }

  private void compare(Plan plan, RegoValue input) throws IOException {
    Files.writeString(folder.resolve("input.json"), input.toJson());
    Map<String, String> mine = new TreeMap<>();
    List<String> query = new ArrayList<>();
    for (FuzzPolicy policy : policies) {
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
    RegoObject answer = eval("{" + String.join(",\n", wanted) + "}", policies);
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
      answer = eval("{" + String.join(",\n", wanted) + "}", policies);
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
