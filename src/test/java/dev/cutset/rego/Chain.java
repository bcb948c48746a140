package dev.cutset.rego;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The plan of a chain of rules, each of which asks the next one. */
final class Chain {
  private Chain() {}

  /** The last rule is the number of rules; no Rego is compiled for it, so it needs no tool. */
  static byte[] of(int rules) {
    String functions =
        IntStream.rangeClosed(1, rules)
            .mapToObj(i -> function(i, i == rules))
            .collect(Collectors.joining(","));
    String plan =
        """
        {"static": {"strings": [{"value": "result"}, {"value": "%d"}],
                    "files": [{"value": "chain.rego"}]},
         "plans": {"plans": [{"name": "chain", "blocks": [{"stmts": [
           {"type": "CallStmt", "stmt": {"func": "f1", "args": [%s], "result": 2, "row": 1, "col": 1}},
           {"type": "MakeObjectStmt", "stmt": {"target": 3}},
           {"type": "ObjectInsertStmt", "stmt": {"object": 3,
             "key": {"type": "string_index", "value": 0}, "value": {"type": "local", "value": 2}}},
           {"type": "ResultSetAddStmt", "stmt": {"value": 3}}]}]}]},
         "funcs": {"funcs": [%s]}}
        """
            .formatted(rules, DOCUMENTS, functions);
    return plan.getBytes(StandardCharsets.UTF_8);
  }

  private static final String DOCUMENTS =
      "{\"type\": \"local\", \"value\": 0}, {\"type\": \"local\", \"value\": 1}";

  private static String function(int number, boolean last) {
    String body =
        last
            ? "{\"type\": \"MakeNumberRefStmt\", \"stmt\": {\"index\": 1, \"target\": 2}}"
            : "{\"type\": \"CallStmt\", \"stmt\": {\"func\": \"f%d\", \"args\": [%s], \"result\": 2, \"row\": %d, \"col\": 1}}"
                .formatted(number + 1, DOCUMENTS, number + 1);
    return """
        {"name": "f%d", "path": ["f%d"], "params": [0, 1], "blocks": [{"stmts": [%s,
          {"type": "ReturnLocalStmt", "stmt": {"source": 2}}]}]}"""
        .formatted(number, number, body);
  }
}
