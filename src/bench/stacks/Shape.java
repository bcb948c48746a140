package dev.cutset.bench.stacks;

/**
 * An architecture that can be made at any size. What a resource refers to was made before it, so
 * that any number of the first ones is a stack too.
 */
interface Shape {
  void make(Stack.Site site);
}
