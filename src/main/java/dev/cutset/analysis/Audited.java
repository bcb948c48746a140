package dev.cutset.analysis;

/** A verdict that follows from accepted proofs. */
record Audited(Point point, Verdict verdict) {}
