package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Code;
import dev.cutset.rego.RawPlan.EntryPoint;
import dev.cutset.rego.RawPlan.Procedure;
import dev.cutset.rego.RawPlan.Reference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes a plan ready to run, or tells all that it lacks for that. */
final class PlanCompiler {
  /** The variables that a plan has the input and the data in. */
  private static final List<Reference> DOCUMENTS =
      List.of(new Reference(Reference.Kind.LOCAL, 0), new Reference(Reference.Kind.LOCAL, 1));

  private final RawPlan raw;
  private final Builtins builtins;
  private final Map<String, Function> functions = new HashMap<>();
  private final Map<List<String>, Function> functionsByPath = new HashMap<>();
  private final TreeSet<String> missing = new TreeSet<>();

  PlanCompiler(RawPlan raw, Builtins builtins) {
    this.raw = raw;
    this.builtins = builtins;
  }

  /** The entry points by name, each a function of input and data, in the order of the plan. */
  Map<String, Function> compile() {
    for (Procedure procedure : raw.functions()) {
      declare(procedure);
    }
    for (Procedure procedure : raw.functions()) {
      Function function = functions.get(procedure.name());
      if (function != null) {
        define(function, procedure.parameters(), procedure.blocks());
      }
    }
    Map<String, Function> entryPoints = new LinkedHashMap<>();
    for (EntryPoint entry : raw.entryPoints()) {
      int number = functions.size() + entryPoints.size();
      Function query = new Function(entry.name(), number, DOCUMENTS.size());
      define(query, DOCUMENTS, entry.blocks());
      entryPoints.put(entry.name(), query);
    }
    if (!missing.isEmpty()) {
      throw new UnsupportedPlanException(
          "the plan needs what is not there: `" + String.join("`, `", missing) + "`",
          List.copyOf(missing));
    }
    return entryPoints;
  }

  private void declare(Procedure procedure) {
    Function function =
        new Function(procedure.name(), functions.size(), procedure.parameters().size());
    functions.put(procedure.name(), function);
    functionsByPath.put(procedure.path(), function);
  }

  private void define(Function function, List<Reference> parameters, List<Code> blocks) {
    StatementCompiler compiler =
        new StatementCompiler(
            raw, builtins, functions, functionsByPath, missing, function, parameters);
    Block[] body = compiler.blocks(blocks, null);
    function.define(body, compiler.frameSize());
  }
}
