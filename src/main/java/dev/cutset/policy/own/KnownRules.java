package dev.cutset.policy.own;

import dev.cutset.policy.JudgeException;
import dev.cutset.policy.Rules;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.Set;

/**
 * Policies that speak for themselves only: a finding under another's id would be set, waived and
 * explained as that one's.
 *
 * @param name what messages call them
 * @param ids what they say that their findings are called
 */
record KnownRules(String name, Set<String> ids, Rules rules) implements Rules {
  KnownRules {
    ids = Set.copyOf(ids);
  }

  @Override
  public RegoSet answers(RegoValue facts) {
    RegoSet answers = rules.answers(facts);
    for (RegoValue answer : answers) {
      if (!(answer instanceof RegoObject finding)
          || !(finding.get("policy") instanceof RegoString id)
          || !ids.contains(id.value())) {
        throw new JudgeException(
            name
                + " answered `"
                + answer
                + "`, which is no finding of one of its policies ("
                + String.join(", ", ids.stream().sorted().toList())
                + ")");
      }
    }
    return answers;
  }
}
