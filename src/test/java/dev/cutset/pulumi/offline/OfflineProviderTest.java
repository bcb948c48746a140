package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.okhttp.OkHttpChannelBuilder;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse.DiffChanges;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.ResourceProviderGrpc;
import pulumirpc.ResourceProviderGrpc.ResourceProviderBlockingStub;

class OfflineProviderTest {
  private OfflineProvider provider;
  private ManagedChannel channel;
  private ResourceProviderBlockingStub engine;

  @BeforeEach
  void start() throws IOException {
    serve("aws", getClass().getClassLoader());
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    provider.close();
  }

  @Test
  void a_new_resource_has_its_inputs_and_what_only_the_cloud_knows() {
    CreateResponse vpc =
        create("aws:ec2/vpc:Vpc", "main", Map.of("cidrBlock", text("10.0.0.0/16")));

    assertThat(vpc.getId()).matches("vpc-0[0-9a-f]{16}");
    assertThat(output(vpc, "cidrBlock")).isEqualTo(text("10.0.0.0/16"));
    assertThat(output(vpc, "arn"))
        .isEqualTo(text("arn:aws:ec2:us-east-1:123456789012:vpc/" + vpc.getId()));
    assertThat(output(vpc, "defaultSecurityGroupId").getStringValue()).startsWith("sg-0");
    assertThat(output(vpc, "enableDnsHostnames")).isEqualTo(Protocol.of(false));
  }

  @Test
  void what_a_preview_will_create_has_no_identifier_and_unknown_outputs() {
    CreateResponse vpc =
        engine.create(
            CreateRequest.newBuilder()
                .setUrn(urn("aws:ec2/vpc:Vpc", "main"))
                .setProperties(struct(Map.of("cidrBlock", text("10.0.0.0/16"))))
                .setPreview(true)
                .build());

    assertThat(vpc.getId()).isEmpty();
    assertThat(output(vpc, "cidrBlock")).isEqualTo(text("10.0.0.0/16"));
    assertThat(output(vpc, "arn")).isEqualTo(text(Protocol.UNKNOWN));
    assertThat(output(vpc, "defaultSecurityGroupId")).isEqualTo(text(Protocol.UNKNOWN));
  }

  @Test
  void a_preview_can_be_asked_for_the_values_of_the_update() throws IOException {
    stop();
    serve("aws", getClass().getClassLoader(), Previews.MADE_UP);
    CreateRequest.Builder request =
        CreateRequest.newBuilder().setUrn(urn("aws:ec2/eip:Eip", "web")).setPreview(true);

    CreateResponse preview = engine.create(request.build());
    CreateResponse update = engine.create(request.setPreview(false).build());

    assertThat(preview).isEqualTo(update);
    assertThat(output(preview, "publicIp").getStringValue()).startsWith("198.18.");
  }

  @Test
  void a_preview_is_asked_for_in_words_and_a_wrong_word_is_refused() {
    assertThat(Previews.asked(Map.of())).isEqualTo(Previews.UNKNOWN);
    assertThat(Previews.asked(Map.of(Previews.VARIABLE, "unknown"))).isEqualTo(Previews.UNKNOWN);
    assertThat(Previews.asked(Map.of(Previews.VARIABLE, "made-up"))).isEqualTo(Previews.MADE_UP);
    assertThatThrownBy(() -> Previews.asked(Map.of(Previews.VARIABLE, "known")))
        .hasMessage(
            "CUTSET_OFFLINE_PREVIEW is `known`; set it to `unknown` or `made-up`, or not at all");
  }

  @Test
  void two_resources_of_one_type_have_nothing_in_common() {
    CreateResponse one = create("aws:ec2/eip:Eip", "lb-1", Map.of());
    CreateResponse other = create("aws:ec2/eip:Eip", "lb-2", Map.of());

    assertThat(one.getId()).isNotEqualTo(other.getId());
    assertThat(output(one, "publicIp")).isNotEqualTo(output(other, "publicIp"));
  }

  @Test
  void an_instance_is_in_the_zone_of_its_subnet() {
    CreateResponse subnet =
        create("aws:ec2/subnet:Subnet", "b", Map.of("availabilityZone", text("us-east-1b")));
    CreateResponse instance =
        create("aws:ec2/instance:Instance", "web", Map.of("subnetId", text(subnet.getId())));

    assertThat(output(instance, "availabilityZone")).isEqualTo(text("us-east-1b"));
  }

  @Test
  void an_instance_in_a_subnet_of_another_stack_is_in_the_first_zone() {
    CreateResponse instance =
        create("aws:ec2/instance:Instance", "web", Map.of("subnetId", text("subnet-elsewhere")));

    assertThat(output(instance, "availabilityZone")).isEqualTo(text("us-east-1a"));
  }

  @Test
  void what_a_program_could_have_set_and_did_not_is_empty() {
    CreateResponse group = create("aws:ec2/securityGroup:SecurityGroup", "web", Map.of());

    assertThat(output(group, "ingress")).isEqualTo(Protocol.of(List.<Value>of()));
  }

  @Test
  void an_object_that_only_the_cloud_can_fill_has_one_item_with_all_its_members() {
    CreateResponse certificate = create("aws:acm/certificate:Certificate", "shop", Map.of());

    Value options = output(certificate, "domainValidationOptions");
    assertThat(options.getListValue().getValuesList()).hasSize(1);
  }

  @Test
  void a_certificate_says_which_record_proves_the_domain() {
    CreateResponse certificate =
        create(
            "aws:acm/certificate:Certificate",
            "shop",
            Map.of("domainName", text("shop.example.com")));

    Value option = output(certificate, "domainValidationOptions").getListValue().getValues(0);
    assertThat(option.getStructValue().getFieldsOrThrow("resourceRecordName").getStringValue())
        .matches("_[0-9a-f]{32}\\.shop\\.example\\.com\\.");
    assertThat(option.getStructValue().getFieldsOrThrow("resourceRecordType"))
        .isEqualTo(text("CNAME"));
  }

  @Test
  void an_unknown_input_stays_unknown_and_a_secret_stays_a_secret() {
    Value secret =
        Protocol.of(
            Struct.newBuilder()
                .putFields(
                    "4dabf18193072939515e22adb298388d", text("1b47061264138c4ac30d75fd1eb44270"))
                .putFields("value", text("hunter2"))
                .build());
    CreateResponse database =
        create(
            "aws:rds/instance:Instance",
            "database",
            Map.of("password", secret, "identifier", text(Protocol.UNKNOWN)));

    assertThat(output(database, "password")).isEqualTo(secret);
    assertThat(output(database, "identifier")).isEqualTo(text(Protocol.UNKNOWN));
    assertThat(output(database, "endpoint").getStringValue()).doesNotContain(Protocol.UNKNOWN);
    assertThat(database.toString().split("hunter2", -1)).hasSize(2);
  }

  @Test
  void zones_are_those_of_the_configured_region() {
    engine.configure(
        ConfigureRequest.newBuilder()
            .setArgs(Struct.newBuilder().putFields("region", text("eu-west-1")))
            .build());

    Struct answer = lookup("aws:index/getAvailabilityZones:getAvailabilityZones", Map.of());

    assertThat(answer.getFieldsOrThrow("names"))
        .isEqualTo(
            Protocol.of(List.of(text("eu-west-1a"), text("eu-west-1b"), text("eu-west-1c"))));
  }

  @Test
  void different_questions_find_different_images_and_the_same_question_the_same() {
    Struct small = lookup("aws:ec2/getAmi:getAmi", Map.of("nameRegex", text("small")));
    Struct large = lookup("aws:ec2/getAmi:getAmi", Map.of("nameRegex", text("large")));

    assertThat(small).isNotEqualTo(large);
    assertThat(small)
        .isEqualTo(lookup("aws:ec2/getAmi:getAmi", Map.of("nameRegex", text("small"))));
    assertThat(small.getFieldsOrThrow("id").getStringValue()).matches("ami-0[0-9a-f]{16}");
  }

  @Test
  void a_lookup_without_a_shape_echoes_its_arguments_and_fills_what_the_sdk_names() {
    Struct answer = lookup("aws:ec2/getVpc:getVpc", Map.of("cidrBlock", text("10.9.0.0/16")));

    assertThat(answer.getFieldsOrThrow("cidrBlock")).isEqualTo(text("10.9.0.0/16"));
    assertThat(answer.getFieldsMap()).containsKeys("arn", "id", "mainRouteTableId");
  }

  @Test
  void a_lookup_that_nobody_knows_is_refused_by_name() {
    assertThatThrownBy(() -> lookup("aws:ec2/getNothing:getNothing", Map.of()))
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("`aws:ec2/getNothing:getNothing`");
  }

  @Test
  void an_object_of_kubernetes_has_a_name_and_is_known_by_it() throws IOException {
    stop();
    serve("kubernetes", getClass().getClassLoader());
    Value metadata = Protocol.of(struct(Map.of("namespace", text("shop"))));
    CreateResponse service =
        create("kubernetes:core/v1:Service", "web", Map.of("metadata", metadata));

    Struct named = output(service, "metadata").getStructValue();
    String name = named.getFieldsOrThrow("name").getStringValue();
    assertThat(named.getFieldsOrThrow("namespace")).isEqualTo(text("shop"));
    assertThat(name).matches("web-[0-9a-f]{8}");
    assertThat(service.getId()).isEqualTo("shop/" + name);
    assertThat(output(service, "status").toString()).contains("hostname", ".lb.example.com");
  }

  @Test
  void inputs_pass_the_check_as_they_are() {
    Struct inputs = Struct.newBuilder().putFields("cidrBlock", text("10.0.0.0/16")).build();

    assertThat(engine.check(CheckRequest.newBuilder().setNews(inputs).build()).getInputs())
        .isEqualTo(inputs);
  }

  @Test
  void a_difference_names_the_inputs_that_differ() {
    DiffRequest.Builder request =
        DiffRequest.newBuilder()
            .setOldInputs(struct(Map.of("multiAz", Protocol.of(false), "port", Protocol.of(1))))
            .setNews(struct(Map.of("multiAz", Protocol.of(true), "port", Protocol.of(1))));

    assertThat(engine.diff(request.build()).getDiffsList()).containsExactly("multiAz");
    assertThat(engine.diff(request.addIgnoreChanges("multiAz").build()).getChanges())
        .isEqualTo(DiffChanges.DIFF_NONE);
  }

  @Test
  void a_resource_that_exists_already_is_read_under_its_own_identifier() {
    ReadResponse vpc =
        engine.read(
            ReadRequest.newBuilder()
                .setId("vpc-theirs")
                .setUrn(urn("aws:ec2/vpc:Vpc", "theirs"))
                .build());

    assertThat(vpc.getId()).isEqualTo("vpc-theirs");
    assertThat(vpc.getProperties().getFieldsMap()).containsKey("mainRouteTableId");
  }

  @Test
  void an_update_keeps_what_the_cloud_made_up() {
    String urn = urn("aws:rds/instance:Instance", "database");
    Struct before = create("aws:rds/instance:Instance", "database", Map.of()).getProperties();
    Struct after =
        engine
            .update(
                UpdateRequest.newBuilder()
                    .setUrn(urn)
                    .setId("db")
                    .setNews(struct(Map.of("multiAz", Protocol.of(true))))
                    .build())
            .getProperties();

    assertThat(after.getFieldsOrThrow("endpoint")).isEqualTo(before.getFieldsOrThrow("endpoint"));
    assertThat(after.getFieldsOrThrow("multiAz")).isEqualTo(Protocol.of(true));
    assertThat(engine.delete(DeleteRequest.newBuilder().setId("db").build()))
        .isEqualTo(Empty.getDefaultInstance());
  }

  @Test
  void the_version_is_that_of_the_sdk() {
    assertThat(engine.getPluginInfo(Empty.getDefaultInstance()).getVersion()).isEqualTo("6.83.0");
  }

  @Test
  void a_provider_without_an_sdk_echoes_inputs_under_an_identifier() throws IOException {
    stop();
    try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
      serve("random", nothing);
      CreateResponse pet =
          create("random:index/randomPet:RandomPet", "pet", Map.of("length", Protocol.of(2)));

      assertThat(pet.getId()).matches("pet-[0-9a-f]{7}");
      assertThat(pet.getProperties()).isEqualTo(struct(Map.of("length", Protocol.of(2))));
    }
  }

  private void serve(String name, ClassLoader sdks) throws IOException {
    serve(name, sdks, Previews.UNKNOWN);
  }

  private void serve(String name, ClassLoader sdks, Previews previews) throws IOException {
    provider = OfflineProvider.start(name, sdks, previews);
    channel = OkHttpChannelBuilder.forAddress("127.0.0.1", provider.port()).usePlaintext().build();
    engine = ResourceProviderGrpc.newBlockingStub(channel);
  }

  private CreateResponse create(String type, String name, Map<String, Value> inputs) {
    return engine.create(
        CreateRequest.newBuilder().setUrn(urn(type, name)).setProperties(struct(inputs)).build());
  }

  private Struct lookup(String token, Map<String, Value> arguments) {
    InvokeRequest request =
        InvokeRequest.newBuilder().setTok(token).setArgs(struct(arguments)).build();
    return engine.invoke(request).getReturn();
  }

  private static String urn(String type, String name) {
    return "urn:pulumi:dev::shop::" + type + "::" + name;
  }

  private static Value output(CreateResponse response, String name) {
    return response.getProperties().getFieldsOrThrow(name);
  }

  private static Struct struct(Map<String, Value> fields) {
    return Struct.newBuilder().putAllFields(fields).build();
  }

  private static Value text(String text) {
    return Protocol.of(text);
  }
}
