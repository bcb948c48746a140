package dev.cutset.rego;

import dev.cutset.rego.RawPlan.Code;
import dev.cutset.rego.RawPlan.Item;
import dev.cutset.rego.RawPlan.Reference;
import dev.cutset.rego.RawPlan.Reference.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Packs the statements of one function, and counts its variables. {@link CodeReader} reads them.
 */
final class CodeWriter {
  /** Lists grow; a plan that foresees more than this only wants the memory. */
  private static final long MOST_FORESEEN = 1_000;

  private final PackedTables tables;
  private final Map<Long, Integer> locals = new HashMap<>();

  CodeWriter(PackedTables tables, List<Reference> parameters) {
    this.tables = tables;
    parameters.forEach(this::local);
  }

  int frameSize() {
    return locals.size();
  }

  /** The blocks of a function, or those within a statement. */
  void blocks(@Nullable List<Code> blocks, PackedBytes to) {
    List<Code> all = list(blocks);
    to.number(all.size());
    for (Code code : all) {
      block(code, to);
    }
  }

  /** A block: how many bytes and statements to pass over where nobody runs it, and then itself. */
  private void block(@Nullable Code code, PackedBytes to) {
    List<Item> items = code == null ? List.of() : code.items();
    int first = tables.statements();
    PackedBytes body = new PackedBytes();
    body.number(items.size());
    for (Item item : items) {
      tables.place(item);
      statement(item, body);
    }
    to.number(body.size());
    to.number(tables.statements() - first);
    to.append(body);
  }

  private void statement(Item item, PackedBytes to) {
    switch (item.type) {
      case "BlockStmt" -> blocks(item.blocks, begin(Opcode.BLOCKS, to));
      case "BreakStmt" -> begin(Opcode.BREAK, to).number(number(item, "index"));
      case "NotStmt" -> block(item.block, begin(Opcode.NOT, to));
      case "ScanStmt" -> {
        locals(item, Opcode.SCAN, to, "source", "key", "value");
        block(item.block, to);
      }
      case "WithStmt" -> with(item, begin(Opcode.WITH, to));
      case "ReturnLocalStmt" -> locals(item, Opcode.RETURN, to, "source");
      case "ResultSetAddStmt" -> locals(item, Opcode.SOLUTION, to, "value");
      case "NopStmt" -> begin(Opcode.NOP, to);
      case "CallStmt" -> call(item, to);
      case "CallDynamicStmt" -> {
        operands(list(item.path), begin(Opcode.CALL_DYNAMIC, to));
        List<Reference> documents = list(item.arguments);
        to.number(local(documents.get(0)));
        to.number(local(documents.get(1)));
        to.number(local(item, "result"));
      }
      case "EqualStmt" -> operands(item, Opcode.EQUAL, to, "a", "b");
      case "NotEqualStmt" -> operands(item, Opcode.NOT_EQUAL, to, "a", "b");
      case "IsArrayStmt" -> operands(item, Opcode.IS_ARRAY, to, "source");
      case "IsObjectStmt" -> operands(item, Opcode.IS_OBJECT, to, "source");
      case "IsSetStmt" -> operands(item, Opcode.IS_SET, to, "source");
      case "IsDefinedStmt" -> locals(item, Opcode.IS_DEFINED, to, "source");
      case "IsUndefinedStmt" -> locals(item, Opcode.IS_UNDEFINED, to, "source");
      default -> valueStatement(item, to);
    }
  }

  private void valueStatement(Item item, PackedBytes to) {
    switch (item.type) {
      case "AssignVarStmt" -> {
        operands(item, Opcode.ASSIGN, to, "source");
        to.number(local(item, "target"));
      }
      case "AssignVarOnceStmt" -> {
        operands(item, Opcode.ASSIGN_ONCE, to, "source");
        to.number(local(item, "target"));
      }
      case "AssignIntStmt", "MakeNumberIntStmt" -> {
        locals(item, Opcode.ASSIGN_INTEGER, to, "target");
        to.signed(number(item, "value"));
      }
      case "MakeNumberRefStmt" -> {
        locals(item, Opcode.ASSIGN_NUMBER, to, "target");
        String text = tables.constant(reference(item, "index").value());
        refuseNoNumber(text);
        to.number(tables.string(text));
      }
      case "MakeNullStmt" -> locals(item, Opcode.ASSIGN_NULL, to, "target");
      case "MakeArrayStmt" -> {
        locals(item, Opcode.MAKE_ARRAY, to, "target");
        to.number(Math.max(0, Math.min(MOST_FORESEEN, number(item, "capacity"))));
      }
      case "MakeObjectStmt" -> locals(item, Opcode.MAKE_OBJECT, to, "target");
      case "MakeSetStmt" -> locals(item, Opcode.MAKE_SET, to, "target");
      case "ResetLocalStmt" -> locals(item, Opcode.RESET, to, "target");
      case "LenStmt" -> {
        operands(item, Opcode.LENGTH, to, "source");
        to.number(local(item, "target"));
      }
      case "DotStmt" -> {
        operands(item, Opcode.DOT, to, "source", "key");
        to.number(local(item, "target"));
      }
      case "ArrayAppendStmt" -> {
        operands(item, Opcode.APPEND, to, "value");
        to.number(local(item, "array"));
      }
      case "SetAddStmt" -> {
        operands(item, Opcode.ADD, to, "value");
        to.number(local(item, "set"));
      }
      case "ObjectInsertStmt" -> insert(item, Opcode.INSERT, to);
      case "ObjectInsertOnceStmt" -> insert(item, Opcode.INSERT_ONCE, to);
      case "ObjectMergeStmt" -> locals(item, Opcode.MERGE, to, "a", "b", "target");
      default -> {
        tables.unknown(item.type);
        begin(Opcode.NOP, to);
      }
    }
  }

  private void insert(Item item, Opcode opcode, PackedBytes to) {
    operands(item, opcode, to, "key", "value");
    to.number(local(item, "object"));
  }

  private static void refuseNoNumber(String text) {
    try {
      RegoNumber.parse(text);
    } catch (NumberFormatException e) {
      throw new UnsupportedPlanException(
          "the plan has `" + text + "` for a number", List.of("MakeNumberRefStmt"));
    }
  }

  private void with(Item item, PackedBytes to) {
    to.number(local(item, "local"));
    List<Reference> path = list(item.path);
    to.number(path.size());
    for (Reference part : path) {
      to.number(tables.string(tables.constant(part.value())));
    }
    operand(reference(item, "value"), to);
    block(item.block, to);
  }

  private void call(Item item, PackedBytes to) {
    List<Reference> arguments = list(item.arguments);
    int result = local(item, "result");
    int called = tables.function(item.function);
    if (called < 0) {
      begin(Opcode.CALL_BUILTIN, to).number(tables.builtin(item.function));
    } else if (arguments.size() == 2 && tables.arity(called) != 2) {
      // What goes over all of a package meets its functions too, which are no documents.
      begin(Opcode.CALL_OF_NO_DOCUMENT, to).number(result);
      return;
    } else if (tables.arity(called) != arguments.size()) {
      throw new UnsupportedPlanException(
          "the plan calls `" + item.function + "` with " + arguments.size() + " arguments",
          List.of(item.function));
    } else {
      begin(Opcode.CALL_FUNCTION, to).number(called);
    }
    operands(arguments, to);
    to.number(result);
  }

  private static PackedBytes begin(Opcode opcode, PackedBytes to) {
    to.octet(opcode.ordinal());
    return to;
  }

  private void locals(Item item, Opcode opcode, PackedBytes to, String... fields) {
    begin(opcode, to);
    for (String field : fields) {
      to.number(local(item, field));
    }
  }

  private void operands(Item item, Opcode opcode, PackedBytes to, String... fields) {
    begin(opcode, to);
    for (String field : fields) {
      operand(reference(item, field), to);
    }
  }

  private void operands(List<Reference> references, PackedBytes to) {
    to.number(references.size());
    for (Reference reference : references) {
      operand(reference, to);
    }
  }

  /** Even numbers are variables, odd ones are false, true, and the texts. */
  private void operand(Reference reference, PackedBytes to) {
    if (reference.kind() == Kind.LOCAL) {
      to.number(2L * local(reference));
      return;
    }
    int constant =
        reference.kind() == Kind.STRING
            ? Operand.TRUTHS + tables.string(tables.constant(reference.value()))
            : reference.value() == 0 ? 0 : 1;
    to.number(2L * constant + 1);
  }

  private static <T> List<T> list(@Nullable List<T> items) {
    return items == null ? List.of() : items;
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
}
