package dev.cutset.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say who judges beside the policies that come with Cutset. */
final class JudgeOptions {
  @Option(
      names = "--policy",
      paramLabel = "PATH",
      description = {
        "Policies of your own, beside those that come with Cutset: a folder of Rego, or a bundle"
            + " made by `cutset policies build`; can be repeated."
      })
  private List<String> policies = new ArrayList<>();

  /** Where the policies are that are named here. */
  List<Path> policies(Surroundings surroundings) {
    return policies.stream().map(surroundings::resolve).toList();
  }
}
