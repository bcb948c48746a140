package dev.cutset.analysis;

import dev.cutset.architecture.EntryPoint;
import java.util.List;

/** One entry point under one failure, of all that there are. */
record Point(Claims claims, List<Failure> failures, int entryPoint, int number) {

  EntryPoint entry() {
    return claims.entryPoints().get(entryPoint);
  }

  Failure failure() {
    return failures.get(number);
  }

  /** What is said of it does not hold. */
  RejectedProofException rejected(String why) {
    return new RejectedProofException(
        "what is said of `"
            + entry().name()
            + "` when "
            + failure().kind()
            + " `"
            + failure().name()
            + "` fails was rejected: "
            + why,
        "entry point "
            + (entryPoint + 1)
            + " of "
            + claims.entryPoints().size()
            + ", failure "
            + (number + 1)
            + " of "
            + failures.size()
            + " ("
            + failure().kind()
            + ")");
  }
}
