package dev.cutset.rego;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** One evaluation of a plan: what it has spent, what it has worked out already, and its answer. */
final class Evaluation {
  /** What {@link #answers} gives for a rule that was found undefined. */
  static final Object UNDEFINED = new Object();

  /** Of how many pairs of documents made by `with` the answers are kept. */
  private static final int MEMORIES = 8;

  private final EvaluationOptions options;
  private final Spending spending;
  private final int functions;
  private final BuiltinContext context;
  private final @Nullable Tracer tracer;
  private final Deque<Memory> memories = new ArrayDeque<>();
  private Memory memory;
  private @Nullable RegoValue result;

  /** What the rules answered for one input and one data document, each told by its identity. */
  private record Memory(
      @Nullable RegoValue input, @Nullable RegoValue data, @Nullable Object[] answers) {
    @SuppressWarnings(
        "ReferenceEquality") // to compare whole documents would cost more than it saves
    boolean isOf(@Nullable RegoValue otherInput, @Nullable RegoValue otherData) {
      return input == otherInput && data == otherData;
    }
  }

  Evaluation(EvaluationOptions options, int functions) {
    this.options = options;
    this.spending = new Spending(options.limits(), options.cancelled());
    this.functions = functions;
    this.context = new BuiltinContext(this, options.clock().instant());
    this.tracer = options.trace() == null ? null : new Tracer(options.trace());
    this.memory = new Memory(null, null, new Object[functions]);
  }

  EvaluationOptions options() {
    return options;
  }

  BuiltinContext context() {
    return context;
  }

  @Nullable Tracer tracer() {
    return tracer;
  }

  Spending spending() {
    return spending;
  }

  /** The answers of all rules under these documents, by the number of the function. */
  @Nullable Object[] answers(@Nullable RegoValue input, @Nullable RegoValue data) {
    if (!memory.isOf(input, data)) {
      memory = recall(input, data);
    }
    return memory.answers();
  }

  private Memory recall(@Nullable RegoValue input, @Nullable RegoValue data) {
    for (Iterator<Memory> each = memories.iterator(); each.hasNext(); ) {
      Memory known = each.next();
      if (known.isOf(input, data)) {
        each.remove();
        memories.addFirst(known);
        return known;
      }
    }
    Memory fresh = new Memory(input, data, new Object[functions]);
    memories.addFirst(fresh);
    if (memories.size() > MEMORIES) {
      memories.removeLast();
    }
    return fresh;
  }

  /** Keeps the first solution of the query; plans of rules have one at most. */
  void solution(RegoValue bindings) {
    if (result == null) {
      result = bindings;
    }
  }

  @Nullable RegoValue result() {
    return result;
  }
}
