package dev.cutset.bench.stacks;

/** How a stack is written down. */
interface Form {
  void write(Json out, Stack stack);
}
