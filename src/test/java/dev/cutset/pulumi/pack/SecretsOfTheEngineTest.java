package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.cutset.StackFolder;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** A secret in a message of the engine comes back in none, whichever property it is. */
@Timeout(120)
class SecretsOfTheEngineTest {
  private static final String SECRET = "hunter2";

  private static Value secret() {
    return Value.newBuilder()
        .setStructValue(
            Struct.newBuilder()
                .putFields(
                    "4dabf18193072939515e22adb298388d", text("1b47061264138c4ac30d75fd1eb44270"))
                .putFields("value", text(SECRET)))
        .build();
  }

  private static Value text(String text) {
    return Value.newBuilder().setStringValue(text).build();
  }

  private static Struct with(Struct properties, String name) {
    return properties.toBuilder().putFields(name, secret()).build();
  }

  @Test
  void no_property_of_any_resource_is_told() throws Exception {
    RecordedEngine engine =
        new RecordedEngine(StackFolder.named("ladder/1-single-server").recorded());
    AnalyzeStackRequest whole = engine.stack();
    int tried = 0;
    try (ServedPack pack = ServedPack.bundled()) {
      for (int i = 0; i < whole.getResourcesCount(); i++) {
        AnalyzerResource resource = whole.getResources(i);
        for (String name : resource.getProperties().getFieldsMap().keySet()) {
          AnalyzerResource planted =
              resource.toBuilder().setProperties(with(resource.getProperties(), name)).build();
          assertThat(said(pack, whole.toBuilder().setResources(i, planted).build()))
              .as("%s of %s", name, resource.getUrn())
              .doesNotContain(SECRET);
          tried++;
        }
      }
      assertThat(pack.log.all()).doesNotContain(SECRET);
    }
    assertThat(tried).isGreaterThan(30);
  }

  private static String said(ServedPack pack, AnalyzeStackRequest request) {
    try {
      return pack.engine.analyzeStack(request).toString();
    } catch (StatusRuntimeException refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  @Test
  void what_is_remediated_has_it_where_it_was_and_nowhere_else() throws Exception {
    RecordedEngine engine =
        new RecordedEngine(StackFolder.named("ladder/1-single-server").recorded());
    Map<String, PolicyConfig> all = new TreeMap<>();
    for (String policy : ServedPack.policyIds()) {
      all.put(
          policy,
          PolicyConfig.newBuilder().setEnforcementLevel(EnforcementLevel.REMEDIATE).build());
    }
    int remediated = 0;
    try (ServedPack pack = ServedPack.bundled().configured(all)) {
      for (AnalyzeRequest resource : engine.resources()) {
        AnalyzeRequest planted =
            resource.toBuilder()
                .setProperties(
                    with(resource.getProperties(), "planted").toBuilder()
                        .removeFields("availabilityZone"))
                .build();
        assertThat(pack.engine.analyze(planted).toString()).doesNotContain(SECRET);
        for (var change : pack.engine.remediate(planted).getRemediationsList()) {
          assertThat(change.getProperties().getFieldsOrThrow("planted")).isEqualTo(secret());
          Struct others = change.getProperties().toBuilder().removeFields("planted").build();
          assertThat(List.of(change.getDescription(), others.toString(), change.getDiagnostic()))
              .allSatisfy(text -> assertThat(text).doesNotContain(SECRET));
          remediated++;
        }
      }
      assertThat(pack.log.all()).doesNotContain(SECRET);
    }
    assertThat(remediated).isPositive();
  }
}
