package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Code;
import dev.cutset.rego.RawPlan.Item;
import dev.cutset.rego.RawPlan.Reference;
import dev.cutset.rego.RawPlan.Reference.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the statements of one function ready to run, and counts its variables. */
final class StatementCompiler {
  private final RawPlan plan;
  private final Builtins builtins;
  private final Map<String, Function> functions;
  private final Map<List<String>, Function> functionsByPath;
  private final Set<String> missing;
  private final Function function;
  private final Map<Long, Integer> locals = new HashMap<>();

  StatementCompiler(
      RawPlan plan,
      Builtins builtins,
      Map<String, Function> functions,
      Map<List<String>, Function> functionsByPath,
      Set<String> missing,
      Function function,
      List<Reference> parameters) {
    this.plan = plan;
    this.builtins = builtins;
    this.functions = functions;
    this.functionsByPath = functionsByPath;
    this.missing = missing;
    this.function = function;
    parameters.forEach(this::local);
  }

  int frameSize() {
    return locals.size();
  }

  /** The blocks of a function, or those within a statement. */
  Block[] blocks(@Nullable List<Code> blocks, @Nullable Item around) {
    return list(blocks).stream().map(code -> block(code, around)).toArray(Block[]::new);
  }

  private Block block(@Nullable Code code, @Nullable Item around) {
    List<Item> items = code == null ? List.of() : code.items();
    return new Block(
        items.stream().map(this::statement).toArray(Statement[]::new),
        Expression.of(items, around, plan.files()));
  }

  private Statement statement(Item item) {
    return switch (item.type) {
      case "BlockStmt" -> new Flow.Blocks(blocks(item.blocks, item));
      case "BreakStmt" -> new Flow.Break((int) number(item, "index"));
      case "NotStmt" -> new Flow.Not(block(item.block, item));
      case "ScanStmt" ->
          new Flow.Scan(
              local(item, "source"),
              local(item, "key"),
              local(item, "value"),
              block(item.block, item),
              location(item));
      case "WithStmt" -> with(item);
      case "ReturnLocalStmt" -> new Flow.Return(local(item, "source"));
      case "ResultSetAddStmt" -> new Flow.Solution(local(item, "value"));
      case "NopStmt" -> new Flow.Nop();
      case "CallStmt" -> call(item);
      case "CallDynamicStmt" -> callDynamic(item);
      case "EqualStmt" -> new Conditions.Equal(operand(item, "a"), operand(item, "b"));
      case "NotEqualStmt" -> new Conditions.NotEqual(operand(item, "a"), operand(item, "b"));
      case "IsArrayStmt" -> new Conditions.IsType(operand(item, "source"), RegoArray.class);
      case "IsObjectStmt" -> new Conditions.IsType(operand(item, "source"), RegoObject.class);
      case "IsSetStmt" -> new Conditions.IsType(operand(item, "source"), RegoSet.class);
      case "IsDefinedStmt" -> new Conditions.IsDefined(local(item, "source"), true);
      case "IsUndefinedStmt" -> new Conditions.IsDefined(local(item, "source"), false);
      default -> valueStatement(item);
    };
  }

  private Statement valueStatement(Item item) {
    return switch (item.type) {
      case "AssignVarStmt" ->
          new Assignments.Assign(operand(item, "source"), local(item, "target"));
      case "AssignVarOnceStmt" ->
          new Assignments.AssignOnce(
              operand(item, "source"), local(item, "target"), function, location(item));
      case "AssignIntStmt", "MakeNumberIntStmt" ->
          constant(item, RegoNumber.of(number(item, "value")));
      case "MakeNumberRefStmt" ->
          constant(item, RegoNumber.parse(string(reference(item, "index"))));
      case "MakeNullStmt" -> constant(item, RegoNull.NULL);
      case "MakeArrayStmt" -> {
        int capacity = (int) number(item, "capacity");
        yield new Assignments.Make(() -> RegoArray.growing(capacity), local(item, "target"));
      }
      case "MakeObjectStmt" -> new Assignments.Make(RegoObject::growing, local(item, "target"));
      case "MakeSetStmt" -> new Assignments.Make(RegoSet::growing, local(item, "target"));
      case "ResetLocalStmt" -> new Assignments.Reset(local(item, "target"));
      case "LenStmt" -> new Assignments.Length(operand(item, "source"), local(item, "target"));
      case "DotStmt" ->
          new Assignments.Dot(operand(item, "source"), operand(item, "key"), local(item, "target"));
      case "ArrayAppendStmt" -> new Insertions.Append(operand(item, "value"), local(item, "array"));
      case "SetAddStmt" ->
          new Insertions.Add(operand(item, "value"), local(item, "set"), location(item));
      case "ObjectInsertStmt" -> insert(item, false);
      case "ObjectInsertOnceStmt" -> insert(item, true);
      case "ObjectMergeStmt" ->
          new Insertions.Merge(local(item, "a"), local(item, "b"), local(item, "target"));
      default -> {
        missing.add(item.type);
        yield new Flow.Nop();
      }
    };
  }

  private Statement constant(Item item, RegoValue value) {
    return new Assignments.Assign(Operand.constant(value), local(item, "target"));
  }

  private Statement insert(Item item, boolean once) {
    return new Insertions.Insert(
        operand(item, "key"), operand(item, "value"), local(item, "object"), once, location(item));
  }

  private Statement with(Item item) {
    RegoValue[] path =
        list(item.path).stream()
            .map(part -> new RegoString(plan.strings().get((int) part.value())))
            .toArray(RegoValue[]::new);
    return new Flow.With(
        local(item, "local"), path, operand(item, "value"), block(item.block, item));
  }

  private Statement call(Item item) {
    Operand[] arguments = list(item.arguments).stream().map(this::operand).toArray(Operand[]::new);
    int result = local(item, "result");
    Function called = functions.get(item.function);
    if (called != null) {
      if (arguments.length == 2 && !called.isRule()) {
        // What goes over all of a package meets its functions too, which are no documents.
        return new Calls.OfNoDocument(result);
      }
      if (called.arity() != arguments.length) {
        throw new UnsupportedPlanException(
            "the plan calls `" + item.function + "` with " + arguments.length + " arguments",
            List.of(item.function));
      }
      return new Calls.OfFunction(called, arguments, result, location(item));
    }
    Builtin builtin = builtins.find(item.function);
    if (builtin == null) {
      missing.add(item.function);
      return new Flow.Nop();
    }
    boolean answers = plan.builtins().getOrDefault(item.function, true);
    return new Calls.OfBuiltin(item.function, builtin, answers, arguments, result, location(item));
  }

  private Statement callDynamic(Item item) {
    Operand[] path = list(item.path).stream().map(this::operand).toArray(Operand[]::new);
    int[] arguments = list(item.arguments).stream().mapToInt(this::local).toArray();
    return new Calls.Dynamic(
        functionsByPath, path, arguments, local(item, "result"), location(item));
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }

  private Location location(Item item) {
    return item.location(plan.files());
  }

  private static Reference reference(Item item, String field) {
    Reference reference = item.references.get(field);
    if (reference == null) {
      throw new UnsupportedPlanException(
          "the plan has a `" + item.type + "` without `" + field + "`", List.of(item.type));
    }
    return reference;
  }

  private static long number(Item item, String field) {
    return reference(item, field).value();
  }

  private String string(Reference reference) {
    return plan.strings().get((int) reference.value());
  }

  private int local(Item item, String field) {
    return local(reference(item, field));
  }

  /**
   * The place of a variable in the frame. The plan counts through all functions, so that its own
   * numbers would make the frames many times as long.
   */
  private int local(Reference reference) {
    return locals.computeIfAbsent(reference.value(), number -> locals.size());
  }

  private Operand operand(Item item, String field) {
    return operand(reference(item, field));
  }

  private Operand operand(Reference reference) {
    if (reference.kind() == Kind.LOCAL) {
      return Operand.local(local(reference));
    }
    return Operand.constant(
        reference.kind() == Kind.STRING
            ? new RegoString(string(reference))
            : RegoBoolean.of(reference.value() != 0));
  }
}
