package dev.cutset.pulumi.pack;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.remedy.PropertyAddress.Index;
import dev.cutset.remedy.PropertyAddress.Step;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.remedy.Remedies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;
import pulumirpc.AnalyzerOuterClass.Remediation;

/**
 * Makes the changes that policies may make to a resource, in the engine's own values: everything
 * else in them, secrets and all, goes back as it came.
 */
final class ResourceRemedies {
  private final Remedies remedies;
  private final String version = PackInfo.version();

  ResourceRemedies(Remedies remedies) {
    this.remedies = remedies;
  }

  /**
   * The changed resource, once for each policy that changes it, each on top of those before it.
   *
   * @param declared its properties as Cutset reads them
   * @param policies the ids of the policies that may change it
   */
  RemediateResponse remediate(
      AnalyzeRequest resource, dev.cutset.stack.Value.Fields declared, Set<String> policies) {
    Map<String, List<PropertyChange>> byPolicy = new LinkedHashMap<>();
    remedies
        .changes(resource.getType(), declared, policies)
        .forEach(
            change ->
                byPolicy.computeIfAbsent(change.policy(), id -> new ArrayList<>()).add(change));
    RemediateResponse.Builder response = RemediateResponse.newBuilder();
    Struct properties = resource.getProperties();
    for (Map.Entry<String, List<PropertyChange>> entry : byPolicy.entrySet()) {
      for (PropertyChange change : entry.getValue()) {
        properties = applied(properties, change);
      }
      response.addRemediations(
          Remediation.newBuilder()
              .setPolicyName(entry.getKey())
              .setPolicyPackName(PackInfo.NAME)
              .setPolicyPackVersion(version)
              .setDescription(description(entry.getValue()))
              .setProperties(properties));
    }
    return response.build();
  }

  private static String description(List<PropertyChange> changes) {
    return String.join("; ", changes.stream().map(PropertyChange::why).distinct().toList());
  }

  private static Struct applied(Struct properties, PropertyChange change) {
    Value whole = Value.newBuilder().setStructValue(properties).build();
    return put(whole, change.property().steps(), Protocol.value(change.to())).getStructValue();
  }

  private static Value put(Value at, List<Step> steps, Value value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<Step> rest = steps.subList(1, steps.size());
    if (steps.get(0) instanceof Index index) {
      ListValue items = at.getListValue();
      Value changed = put(items.getValues(index.position()), rest, value);
      return Value.newBuilder()
          .setListValue(items.toBuilder().setValues(index.position(), changed))
          .build();
    }
    String name = ((PropertyAddress.Key) steps.get(0)).name();
    Struct fields = at.getStructValue();
    Value changed = put(fields.getFieldsOrDefault(name, Value.getDefaultInstance()), rest, value);
    return Value.newBuilder().setStructValue(fields.toBuilder().putFields(name, changed)).build();
  }
}
