package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import org.jspecify.annotations.Nullable;

/** What a schema says of a value by other schemas for the same value. */
record SchemaCombination(SchemaNode schema, RegoValue value, SchemaResult result, String path) {
  private void fail(String type, String description) {
    result.add(type, path, description);
  }

  private SchemaResult checkHere(SchemaNode other) {
    return SchemaCheck.check(other, value, path);
  }

  void check() {
    anyOf();
    oneOf();
    allOf();
    if (schema.not != null && checkHere(schema.not).isValid()) {
      fail("number_not", "Must not validate the schema (not)");
    }
    if (value instanceof RegoObject object) {
      dependencies(object);
    }
    condition();
    result.credit();
  }

  static @Nullable SchemaResult better(@Nullable SchemaResult best, SchemaResult other) {
    return best == null || other.score() > best.score() ? other : best;
  }

  private void anyOf() {
    SchemaResult best = null;
    for (SchemaNode each : schema.anyOf) {
      SchemaResult attempt = checkHere(each);
      if (attempt.isValid()) {
        return;
      }
      best = better(best, attempt);
    }
    if (best != null) {
      fail("number_any_of", "Must validate at least one schema (anyOf)");
      result.take(best);
    }
  }

  private void oneOf() {
    if (schema.oneOf.isEmpty()) {
      return;
    }
    SchemaResult best = null;
    int valid = 0;
    for (SchemaNode each : schema.oneOf) {
      SchemaResult attempt = checkHere(each);
      if (attempt.isValid()) {
        valid++;
      } else if (valid == 0) {
        best = better(best, attempt);
      }
    }
    if (valid != 1) {
      fail("number_one_of", "Must validate one and only one schema (oneOf)");
      if (valid == 0 && best != null) {
        result.take(best);
      }
    }
  }

  private void allOf() {
    boolean all = true;
    for (SchemaNode each : schema.allOf) {
      SchemaResult attempt = checkHere(each);
      all &= attempt.isValid();
      result.take(attempt);
    }
    if (!all) {
      fail("number_all_of", "Must validate all the schemas (allOf)");
    }
  }

  private void dependencies(RegoObject object) {
    schema.dependencies.forEach(
        (name, dependency) -> {
          if (object.get(name) == null) {
            return;
          }
          for (String needed : dependency.names()) {
            if (object.get(needed) == null) {
              fail("missing_dependency", "Has a dependency on " + needed);
            }
          }
          if (dependency.schema() != null) {
            SchemaCheck.check(dependency.schema(), object, result, path);
          }
        });
  }

  private void condition() {
    if (schema.condition == null) {
      return;
    }
    boolean holds = checkHere(schema.condition).isValid();
    SchemaNode part = holds ? schema.consequence : schema.alternative;
    SchemaResult attempt = part == null ? new SchemaResult() : checkHere(part);
    if (!attempt.isValid()) {
      fail(
          holds ? "condition_then" : "condition_else",
          holds
              ? "Must validate \"then\" as \"if\" was valid"
              : "Must validate \"else\" as \"if\" was not valid");
      result.take(attempt);
    }
  }
}
