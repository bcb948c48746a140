package dev.cutset.rego;

import dev.cutset.rego.graphql.GraphqlDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Random documents of GraphQL that are given to all of its builtins, here and in {@code opa}. */
final class GraphqlBatch {
  private static final Pattern UNREADABLE =
      Pattern.compile("json: cannot unmarshal|document cannot have a");
  private static final Map<String, String> CALLS = new TreeMap<>();

  static {
    CALLS.put("parse", "graphql.parse(%1$s.query, %1$s.schema)");
    CALLS.put("parse_and_verify", "graphql.parse_and_verify(%1$s.query, %1$s.schema)");
    CALLS.put("parse_query", "graphql.parse_query(%1$s.query)");
    CALLS.put("parse_schema", "graphql.parse_schema(%1$s.schema)");
    CALLS.put("is_valid", "graphql.is_valid(%1$s.query, %1$s.schema)");
    CALLS.put("schema_is_valid", "graphql.schema_is_valid(%1$s.schema)");
    CALLS.put(
        "of_objects",
        "graphql.parse_and_verify("
            + "graphql.parse_query(%1$s.query), graphql.parse_schema(%1$s.schema))");
  }

  private final OpaTool opa;
  private final Path folder;
  private final List<String> differences = new ArrayList<>();
  private int compared;
  private int refused;

  GraphqlBatch(OpaTool opa, Path folder) {
    this.opa = opa;
    this.folder = folder;
  }

  /** A query and a schema, as texts or as objects. */
  private record Documents(long seed, RegoValue query, RegoValue schema) {
    static Documents of(long seed) {
      Random random = new Random(seed);
      GraphqlSchemaWriter writer = new GraphqlSchemaWriter(random);
      String schema = writer.write();
      String query = new GraphqlQueryWriter(random, writer.fields()).write();
      GraphqlNoise noise = new GraphqlNoise(random);
      if (random.nextInt(5) == 0) {
        return ofTrees(seed, query, schema, new GraphqlTreeNoise(random));
      }
      return new Documents(
          seed,
          new RegoString(random.nextInt(4) == 0 ? noise.disturb(query) : query),
          new RegoString(random.nextInt(6) == 0 ? noise.disturb(schema) : schema));
    }

    private static Documents ofTrees(
        long seed, String query, String schema, GraphqlTreeNoise noise) {
      RegoObject asked = GraphqlDocument.query(new RegoString(query), () -> {}).tree();
      RegoObject known = GraphqlDocument.schema(new RegoString(schema), () -> {}).tree();
      return new Documents(seed, noise.disturb(asked), noise.disturb(known));
    }

    RegoValue input() {
      return RegoObject.builder().put("query", query).put("schema", schema).build();
    }
  }

  /**
   * What came of it.
   *
   * @param refused how many answers were a mistake or a no, in both
   */
  record Outcome(int compared, int refused, List<String> differences) {
    Outcome {
      differences = List.copyOf(differences);
    }

    Outcome plus(Outcome other) {
      List<String> all = new ArrayList<>(differences);
      all.addAll(other.differences);
      return new Outcome(compared + other.compared, refused + other.refused, all);
    }
  }

  /** Compares the documents of so many seeds. */
  Outcome run(long first, int count) throws IOException {
    List<Documents> all = new ArrayList<>();
    for (long seed = first; seed < first + count; seed++) {
      all.add(Documents.of(seed));
    }
    compare(plan(), all);
    return new Outcome(compared, refused, differences);
  }

  private Plan plan() throws IOException {
    Files.writeString(folder.resolve("one.rego"), module("one", List.of("input")));
    List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-o", "one.tgz"));
    CALLS.keySet().forEach(name -> arguments.addAll(List.of("-e", "one/" + name + "0")));
    arguments.add("one.rego");
    OpaTool.Outcome outcome = opa.run(folder, folder, arguments);
    if (outcome.exit() != 0) {
      throw new IllegalStateException(outcome.err());
    }
    byte[] json = OpaTool.planOf(folder.resolve("one.tgz"));
    return Plan.read(new ByteArrayInputStream(json), Builtins.standard());
  }

  /**
   * One rule a line for each call and place of documents, so that the line of an error tells it.
   */
  private static String module(String name, List<String> places) {
    StringBuilder module = new StringBuilder("package " + name + "\n");
    for (int i = 0; i < places.size(); i++) {
      for (Map.Entry<String, String> call : CALLS.entrySet()) {
        module.append(call.getKey()).append(i).append(" := ");
        module.append(call.getValue().formatted(places.get(i))).append('\n');
      }
    }
    return module.toString();
  }

  private void compare(Plan plan, List<Documents> all) throws IOException {
    List<String> places = new ArrayList<>();
    List<RegoValue> inputs = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      places.add("input[" + i + "]");
      inputs.add(all.get(i).input());
    }
    Files.writeString(folder.resolve("many.rego"), module("many", places));
    Files.writeString(folder.resolve("input.json"), RegoArray.of(inputs).toJson());
    OpaTool.Outcome said =
        opa.run(
            folder,
            folder,
            List.of(
                "eval",
                "-f",
                "json",
                "-i",
                "input.json",
                "-d",
                "many.rego",
                "--show-builtin-errors",
                "data.many"));
    if (said.err().startsWith("panic: ")) {
      // The tool breaks down at some documents, and says nothing of the others then.
      if (all.size() > 1) {
        compare(plan, all.subList(0, all.size() / 2));
        compare(plan, all.subList(all.size() / 2, all.size()));
      }
      return;
    }
    Map<String, String> theirs = theirs((RegoObject) RegoValue.parse(said.out()));
    for (int i = 0; i < all.size(); i++) {
      for (String call : CALLS.keySet()) {
        compare(plan, call, all.get(i), theirs.getOrDefault(call + i, "undefined"));
      }
    }
  }

  /** Values and errors by the names of the rules. */
  private static Map<String, String> theirs(RegoObject answer) {
    Map<String, String> theirs = new LinkedHashMap<>();
    List<String> calls = List.copyOf(CALLS.keySet());
    if (answer.get("errors") instanceof RegoArray errors) {
      for (RegoValue error : errors) {
        RegoObject location = (RegoObject) ((RegoObject) error).get("location");
        int line = (int) ((RegoNumber) location.get("row")).longValue() - 2;
        String name = calls.get(line % calls.size()) + line / calls.size();
        RegoString message = (RegoString) ((RegoObject) error).get("message");
        theirs.putIfAbsent(name, message(message.value()));
      }
    }
    if (answer.get("result") instanceof RegoArray results) {
      RegoObject first = (RegoObject) results.at(0);
      RegoObject expression = (RegoObject) ((RegoArray) first.get("expressions")).at(0);
      ((RegoObject) expression.get("value"))
          .forEach((name, value) -> theirs.put(((RegoString) name).value(), value.toJson()));
    }
    return theirs;
  }

  private void compare(Plan plan, String call, Documents documents, String wanted) {
    compared++;
    String got = mine(plan, call, documents.input());
    if (!wanted.equals(got)) {
      differences.add(
          "seed %d, %s: opa gives %s, here %s; query %s, schema %s"
              .formatted(
                  documents.seed(), call, wanted, got, documents.query(), documents.schema()));
    } else if (!wanted.startsWith("{") && !wanted.startsWith("[") && !wanted.equals("true")) {
      refused++;
    }
  }

  private static String mine(Plan plan, String call, RegoValue input) {
    try {
      EvaluationOptions strict = EvaluationOptions.standard().withStrict(true);
      return plan.evaluate("one/" + call + "0", input, RegoObject.EMPTY, strict)
          .map(RegoValue::toJson)
          .orElse("undefined");
    } catch (RegoException e) {
      return message(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0];
    }
  }

  /**
   * An error without where in the policy it was, and without how Go words it that an object cannot
   * be read. Which types somebody may have meant, the tool tells in no certain order.
   */
  private static String message(String text) {
    String plain = text.replaceFirst("^.*?(?=graphql\\.)", "");
    if (UNREADABLE.matcher(plain).find()) {
      return "an object that is no document";
    }
    return plain.replaceAll("(Unknown type \\S+) Did you mean [^?]*\\?", "$1");
  }
}
