package dev.cutset.rego.graphql;

/**
 * Where something stands in a text, from 1 on, in characters. After a block of text or a line that
 * ends in two characters the column is one that no reader would count, as it is in OPA.
 */
record Position(int line, int column) {}
