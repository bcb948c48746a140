package dev.cutset.rego;

import dev.cutset.rego.Calls.Dynamic;
import dev.cutset.rego.Calls.OfBuiltin;
import dev.cutset.rego.Calls.OfFunction;
import dev.cutset.rego.Calls.OfNoDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes packed statements ready to run, one block at a time: those within one are passed over until
 * somebody runs them. {@link CodeWriter} wrote them.
 */
final class CodeReader {
  private static final int NOWHERE = -1;
  private static final int BITS = 7;
  private static final int LOW = 0x7F;

  private final PackedPlan plan;
  private final byte[] bytes;
  private int at;
  private int place;

  /**
   * A reader.
   *
   * @param at the byte to begin with
   * @param place the number of the next statement
   */
  CodeReader(PackedPlan plan, byte[] bytes, int at, int place) {
    this.plan = plan;
    this.bytes = bytes;
    this.at = at;
    this.place = place;
  }

  Function function(int number) {
    RegoString name = plan.string(number());
    int arity = number();
    int frameSize = number();
    place = number();
    return new Function(plan, name.value(), number, arity, frameSize, blocks(NOWHERE));
  }

  /** The statements of a block; the reader stands at its body. */
  Statement[] statements() {
    Statement[] statements = new Statement[number()];
    for (int i = 0; i < statements.length; i++) {
      statements[i] = statement();
    }
    return statements;
  }

  /** The expressions that the statements of a block belong to; the reader stands at its body. */
  Expression[] expressions(int around) {
    int count = number();
    List<Opcode> opcodes = new ArrayList<>(count);
    List<Location> places = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      opcodes.add(Opcode.of(bytes[at]));
      places.add(plan.place(place));
      statement();
    }
    return Expression.of(opcodes, places, plan.location(around));
  }

  private Statement statement() {
    int own = place++;
    Opcode opcode = Opcode.of(bytes[at++]);
    return switch (opcode) {
      case BLOCKS -> new Flow.Blocks(blocks(own));
      case BREAK -> new Flow.Break(number());
      case NOT -> new Flow.Not(block(own));
      case SCAN -> new Flow.Scan(number(), number(), number(), block(own), own);
      // What is evaluated `with` something is told inside, since what follows it is inside, too.
      case WITH -> new Flow.With(number(), path(), operand(), block(NOWHERE));
      case RETURN -> new Flow.Return(number());
      case SOLUTION -> new Flow.Solution(number());
      case NOP -> new Flow.Nop();
      case CALL_FUNCTION -> new OfFunction(plan.function(number()), operands(), number(), own);
      case CALL_BUILTIN -> builtin(number(), own);
      case CALL_OF_NO_DOCUMENT -> new OfNoDocument(number());
      case CALL_DYNAMIC -> new Dynamic(plan, operands(), number(), number(), number(), own);
      case EQUAL -> new Conditions.Equal(operand(), operand());
      case NOT_EQUAL -> new Conditions.NotEqual(operand(), operand());
      case IS_ARRAY -> new Conditions.IsType(operand(), RegoArray.class);
      case IS_OBJECT -> new Conditions.IsType(operand(), RegoObject.class);
      case IS_SET -> new Conditions.IsType(operand(), RegoSet.class);
      case IS_DEFINED -> new Conditions.IsDefined(number(), true);
      case IS_UNDEFINED -> new Conditions.IsDefined(number(), false);
      case ASSIGN -> new Assignments.Assign(operand(), number());
      case ASSIGN_ONCE -> new Assignments.AssignOnce(operand(), number(), own);
      case ASSIGN_INTEGER -> new Assignments.AssignConstant(number(), RegoNumber.of(signed()));
      case ASSIGN_NUMBER ->
          new Assignments.AssignConstant(number(), RegoNumber.parse(plan.string(number()).value()));
      case ASSIGN_NULL -> new Assignments.AssignConstant(number(), RegoNull.NULL);
      case MAKE_ARRAY -> new Assignments.MakeArray(number(), number());
      case MAKE_OBJECT -> new Assignments.MakeObject(number());
      case MAKE_SET -> new Assignments.MakeSet(number());
      case RESET -> new Assignments.Reset(number());
      case LENGTH -> new Assignments.Length(operand(), number());
      case DOT -> new Assignments.Dot(operand(), operand(), number());
      case APPEND -> new Insertions.Append(operand(), number());
      case ADD -> new Insertions.Add(operand(), number(), own);
      case INSERT -> new Insertions.Insert(operand(), operand(), number(), false, own);
      case INSERT_ONCE -> new Insertions.Insert(operand(), operand(), number(), true, own);
      case MERGE -> new Insertions.Merge(number(), number(), number());
    };
  }

  private Statement builtin(int number, int own) {
    return new OfBuiltin(
        plan.builtinName(number),
        plan.builtin(number),
        plan.builtinAnswers(number),
        operands(),
        number(),
        own);
  }

  private Block[] blocks(int around) {
    Block[] blocks = new Block[number()];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = block(around);
    }
    return blocks;
  }

  /** Passes over a block, which is read when it is run. */
  private Block block(int around) {
    int length = number();
    int statements = number();
    Block block = new Block(plan, at, place, around);
    at += length;
    place += statements;
    return block;
  }

  private RegoValue[] path() {
    RegoValue[] path = new RegoValue[number()];
    for (int i = 0; i < path.length; i++) {
      path[i] = plan.string(number());
    }
    return path;
  }

  private Operand[] operands() {
    Operand[] operands = new Operand[number()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = operand();
    }
    return operands;
  }

  private Operand operand() {
    int number = number();
    int which = number >> 1;
    if ((number & 1) == 0) {
      return Operand.local(which);
    }
    return Operand.constant(
        which < Operand.TRUTHS ? RegoBoolean.of(which != 0) : plan.string(which - Operand.TRUTHS));
  }

  int number() {
    int octet = bytes[at++];
    // Nearly all fit into one.
    return octet >= 0 ? octet : (int) longer(octet);
  }

  private long longer(int first) {
    long number = 0;
    int shift = 0;
    int octet = first;
    while (octet < 0) {
      number |= (long) (octet & LOW) << shift;
      shift += BITS;
      octet = bytes[at++];
    }
    return number | (long) octet << shift;
  }

  private long signed() {
    int octet = bytes[at++];
    long number = octet >= 0 ? octet : longer(octet);
    return number >>> 1 ^ -(number & 1);
  }
}
