package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;

/**
 * One managed resource as a Terraform plan or state shows it, under Terraform's names.
 *
 * @param urn its address
 * @param address the address, taken apart
 * @param provider the full name of its provider
 * @param configured which configuration of its provider it uses, empty where the source leaves that
 *     to its configuration
 * @param values the wanted properties, with unknown and secret ones marked, and the names within
 *     them in Pulumi's words
 * @param dependsOn what it waits for, where the source lists them
 */
record TerraformResource(
    Urn urn,
    Address address,
    String provider,
    String configured,
    Map<String, Value> values,
    List<Address> dependsOn) {

  TerraformResource {
    values = FewEntries.copyOf(values);
    dependsOn = List.copyOf(dependsOn);
  }

  /** The three places in which a plan tells of a resource's properties, while they are read. */
  static final class Properties {
    Map<String, Value> values = Map.of();
    Map<String, Value> unknown = Map.of();
    Map<String, Value> sensitive = Map.of();
    boolean allSensitive;

    /** A plan that lists nothing as unknown, not even an empty object, has nulls in its place. */
    boolean nullIsUnknown;

    /** The wanted ones, with what is unknown and what is sensitive marked; null was not set. */
    Map<String, Value> joined(TerraformNames.Type type) {
      FewEntries.Builder<Value> joined = new FewEntries.Builder<>();
      for (Map.Entry<String, Value> property : values.entrySet()) {
        join(property.getKey(), property.getValue(), type, joined);
      }
      for (String name : unknown.keySet()) {
        if (!values.containsKey(name)) {
          join(name, Value.NULL, type, joined);
        }
      }
      return joined.build();
    }

    private void join(
        String name, Value said, TerraformNames.Type type, FewEntries.Builder<Value> joined) {
      if (!type.wants(name)) {
        return;
      }
      Value secret = allSensitive ? Value.of(true) : sensitive.get(name);
      Value shown = nullIsUnknown ? TerraformValues.nullsUnknown(said) : said;
      Value value = TerraformValues.join(shown, unknown.get(name), secret);
      if (!(value instanceof Value.Null)) {
        joined.put(name, type.renamed(name, value));
      }
    }
  }
}
