package dev.cutset.rego;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The statements that decide what runs next. */
final class Flow {
  private Flow() {}

  /** Runs blocks one after the other; an undefined one only ends itself. */
  record Blocks(Block[] blocks) implements Statement {
    @Override
    public int run(Frame frame) {
      for (Block block : blocks) {
        int flow = block.run(frame);
        if (flow > UNDEFINED) {
          return Statement.outward(flow);
        }
      }
      return NEXT;
    }

    @Override
    public boolean hasFailed(Frame frame) {
      return false;
    }
  }

  /** Leaves the block, and as many around it as the index says. */
  record Break(int index) implements Statement {
    @Override
    public int run(Frame frame) {
      return index;
    }
  }

  /** Holds when the block is undefined. */
  record Not(Block block) implements Statement {
    @Override
    public int run(Frame frame) {
      int flow = block.run(frame);
      if (flow == NEXT) {
        return UNDEFINED;
      }
      return flow == UNDEFINED ? NEXT : Statement.outward(flow);
    }
  }

  /** Runs the block with another value in place of a document or a part of it. */
  record With(int local, RegoValue[] path, Operand value, Block block) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue before = frame.locals[local];
      RegoValue replacement = value.get(frame);
      if (path.length > 0 && replacement == null) {
        return UNDEFINED;
      }
      frame.locals[local] =
          path.length == 0 || replacement == null
              ? replacement
              : replaced(frame, before, 0, replacement);
      int flow = block.run(frame);
      frame.locals[local] = before;
      return flow > UNDEFINED ? Statement.outward(flow) : flow;
    }

    @Override
    public boolean hasFailed(Frame frame) {
      return path.length > 0 && value.get(frame) == null;
    }

    @Override
    public String failure(Frame frame) {
      return "undefined";
    }

    private RegoValue replaced(
        Frame frame, @Nullable RegoValue base, int depth, RegoValue replacement) {
      if (depth == path.length) {
        return replacement;
      }
      RegoObject.Builder copy =
          base instanceof RegoObject object ? object.toBuilder() : RegoObject.builder();
      copy.put(path[depth], replaced(frame, copy.get(path[depth]), depth + 1, replacement));
      frame.evaluation.spending().make(1 + copy.size());
      return copy.counted();
    }
  }

  /** Runs the block for each element of a collection, in order. */
  record Scan(int source, int key, int value, Block block, int place) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue collection = frame.locals[source];
      if (collection instanceof RegoArray array) {
        return runArray(frame, array);
      } else if (collection instanceof RegoObject object) {
        ValueTable.Sorted sorted = object.table().sorted();
        return runTable(frame, sorted.keys(), sorted.values());
      } else if (collection instanceof RegoSet set) {
        RegoValue[] elements = set.table().sortedKeys();
        return runTable(frame, elements, elements);
      }
      return NEXT;
    }

    @Override
    public boolean hasFailed(Frame frame) {
      return false;
    }

    private int runArray(Frame frame, RegoArray array) {
      long position = 0;
      for (Iterator<RegoValue> elements = array.iterator(); elements.hasNext(); position++) {
        int flow = runOne(frame, RegoNumber.of(position), elements.next());
        if (flow > UNDEFINED) {
          return Statement.outward(flow);
        }
      }
      return NEXT;
    }

    private int runTable(Frame frame, RegoValue[] keys, RegoValue[] values) {
      for (int i = 0; i < keys.length; i++) {
        int flow = runOne(frame, keys[i], values[i]);
        if (flow > UNDEFINED) {
          return Statement.outward(flow);
        }
      }
      return NEXT;
    }

    private int runOne(Frame frame, RegoValue nextKey, RegoValue nextValue) {
      frame.evaluation.spending().step();
      Tracer tracer = frame.evaluation.tracer();
      if (tracer != null) {
        tracer.next(frame.place(place), nextKey, nextValue);
      }
      frame.locals[key] = nextKey;
      frame.locals[value] = nextValue;
      return block.run(frame);
    }
  }

  /** Ends the function with the value of a variable. */
  record Return(int source) implements Statement {
    @Override
    public int run(Frame frame) {
      frame.returned = frame.locals[source];
      return RETURN;
    }
  }

  /** Adds a solution of the query. */
  record Solution(int value) implements Statement {
    @Override
    public int run(Frame frame) {
      RegoValue bindings = frame.locals[value];
      if (bindings != null) {
        frame.evaluation.solution(bindings);
      }
      return NEXT;
    }
  }

  /** Does nothing. */
  record Nop() implements Statement {
    @Override
    public int run(Frame frame) {
      return NEXT;
    }
  }
}
