package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Code;
import dev.cutset.rego.RawPlan.EntryPoint;
import dev.cutset.rego.RawPlan.Procedure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Makes a plan ready to run, or tells all that it lacks for that. */
final class PlanCompiler {
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
        define(function, procedure.blocks());
      }
    }
    Map<String, Function> entryPoints = new LinkedHashMap<>();
    for (EntryPoint entry : raw.entryPoints()) {
      int number = functions.size() + entryPoints.size();
      Function query = new Function(entry.name(), number, new int[] {0, 1});
      define(query, entry.blocks());
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
    int[] parameters =
        procedure.parameters().stream().mapToInt(local -> (int) local.value()).toArray();
    Function function = new Function(procedure.name(), functions.size(), parameters);
    functions.put(procedure.name(), function);
    functionsByPath.put(procedure.path(), function);
  }

  private void define(Function function, List<Code> blocks) {
    StatementCompiler compiler =
        new StatementCompiler(raw, builtins, functions, functionsByPath, missing, function);
    Block[] body = compiler.blocks(blocks, null);
    function.define(body, compiler.frameSize());
  }
}
