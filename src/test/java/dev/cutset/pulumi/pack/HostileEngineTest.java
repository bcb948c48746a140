package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** Whatever is sent in the engine's name is judged, or refused by name; the pack lives on. */
@Timeout(60)
class HostileEngineTest {
  private static final String TYPE = "aws:ec2/instance:Instance";

  private ServedPack pack;

  @BeforeEach
  void start() throws Exception {
    pack = ServedPack.bundled();
  }

  @AfterEach
  void stop() {
    assertThat(pack.engine.analyzeStack(of(server(1))).getDiagnosticsList())
        .as("it still judges")
        .isEmpty();
    pack.close();
  }

  private static String urn(int number) {
    return "urn:pulumi:dev::shop::" + TYPE + "::box-" + number;
  }

  private static AnalyzerResource.Builder server(int number) {
    return AnalyzerResource.newBuilder().setUrn(urn(number)).setType(TYPE).setName("box-" + number);
  }

  private static AnalyzeStackRequest of(AnalyzerResource.Builder... resources) {
    AnalyzeStackRequest.Builder all = AnalyzeStackRequest.newBuilder();
    for (AnalyzerResource.Builder resource : resources) {
      all.addResources(resource);
    }
    return all.build();
  }

  private static void assertRefused(ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT))
        .hasMessageContaining(why)
        .message()
        .doesNotContain("Exception:", "\u001b", "##vso[");
  }

  @Test
  void a_resource_that_is_sent_twice_is_refused() {
    assertRefused(() -> pack.engine.analyzeStack(of(server(1), server(1))), "twice");
  }

  @Test
  void a_resource_without_a_name_is_refused() {
    assertRefused(() -> pack.engine.analyzeStack(of(server(1).setUrn(""))), "without a URN");
    assertRefused(
        () -> pack.engine.analyzeStack(of(server(1).addDependencies(""))), "refers to nothing");
    assertRefused(
        () -> pack.engine.analyzeStack(of(server(1).setParent(" "))), "refers to nothing");
    AnalyzerProviderResource unnamed = AnalyzerProviderResource.newBuilder().setUrn(" ").build();
    assertRefused(
        () -> pack.engine.analyzeStack(of(server(1).setProvider(unnamed))), "refers to nothing");
  }

  @Test
  void a_name_that_commands_is_shown_and_not_obeyed() {
    String name = urn(1) + "\u001b[31m ##vso[task.x]";
    assertRefused(
        () -> pack.engine.analyzeStack(of(server(1).setUrn(name), server(1).setUrn(name))),
        "\\u001b");
  }

  @Test
  void references_to_nothing_to_itself_and_in_a_circle_are_judged() {
    AnalyzerResource.Builder[] circle =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    server(i)
                        .setParent(urn((i + 1) % 5))
                        .addDependencies(urn((i + 1) % 5))
                        .addDependencies(urn(i))
                        .addDependencies("no URN at all")
                        .setProvider(AnalyzerProviderResource.newBuilder().setUrn(urn((i + 2) % 5)))
                        .putPropertyDependencies(
                            "userData",
                            AnalyzerPropertyDependencies.newBuilder()
                                .addUrns(urn((i + 1) % 5))
                                .build()))
            .toArray(AnalyzerResource.Builder[]::new);
    assertThat(pack.engine.analyzeStack(of(circle)).getDiagnosticsList()).isEmpty();
  }

  @Test
  void what_is_nested_deeper_than_the_protocol_allows_is_refused_before_it_is_read() {
    Value deep = Value.newBuilder().setStringValue("x").build();
    for (int i = 0; i < 80; i++) {
      deep =
          Value.newBuilder()
              .setStructValue(Struct.newBuilder().putFields("x", deep).build())
              .build();
    }
    AnalyzeRequest request =
        AnalyzeRequest.newBuilder()
            .setUrn(urn(1))
            .setType(TYPE)
            .setProperties(Struct.newBuilder().putFields("userData", deep))
            .build();
    assertThatThrownBy(() -> pack.engine.withDeadlineAfter(20, TimeUnit.SECONDS).analyze(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isNotEqualTo(Status.Code.DEADLINE_EXCEEDED));
  }

  @Test
  void a_level_and_a_place_that_cannot_be_are_refused() {
    PolicyConfig unknown = PolicyConfig.newBuilder().setEnforcementLevelValue(77).build();
    assertRefused(
        () ->
            pack.engine.configure(
                ConfigureAnalyzerRequest.newBuilder()
                    .putPolicyConfig("SPOF-ZONE", unknown)
                    .build()),
        "unknown");
    assertRefused(
        () ->
            pack.engine.handshake(
                AnalyzerHandshakeRequest.newBuilder().setRootDirectory("a\u0000b").build()),
        "no path");
  }
}
