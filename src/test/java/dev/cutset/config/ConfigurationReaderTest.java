package dev.cutset.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cutset.Golden;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import dev.cutset.policy.server.ClientKey;
import dev.cutset.policy.server.OpaServer;
import dev.cutset.policy.server.TokenSource;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigurationReaderTest {
  private static final Path CASES = Path.of("src/test/resources/dev/cutset/config");

  private final ConfigurationReader reader =
      new ConfigurationReader(List.of("SPOF-DATABASE", "SPOF-REGION"));

  @Test
  void all_that_can_be_said_is_read() throws Exception {
    Configuration expected =
        new Configuration(
            Optional.of(Scope.REGION),
            List.of(
                new EntryPointRule.Target(new NamePattern("shop.example.com"), Scope.PROVIDER),
                new EntryPointRule.Declare(
                    new NamePattern("urn:pulumi:*::aws:ec2/instance:Instance::vpn"),
                    Optional.of("vpn.example.com")),
                new EntryPointRule.Exclude(new NamePattern("*-internal"))),
            Map.of(
                "SPOF-REGION",
                new PolicySetting(Optional.of(Enforcement.ADVISORY), Optional.empty()),
                "SPOF-DATABASE",
                new PolicySetting(
                    Optional.of(Enforcement.MANDATORY), Optional.of(Severity.CRITICAL))),
            Enforcement.MANDATORY,
            List.of(
                hint("web-*")
                    .needs("orders-db", "urn:*::cache")
                    .notNeeds("reporting-db")
                    .because("the reports are read by nobody at night")
                    .build(),
                hint("zk-?")
                    .role(Role.COORDINATOR)
                    .quorum(new Hint.Quorum("zk", new Hint.Majority()))
                    .build(),
                hint("etcd-*").quorum(new Hint.Quorum("etcd", new Hint.AtLeast(2))).build(),
                hint("bare-metal")
                    .placement(
                        new Hint.Placement(
                            Optional.of("1"), Optional.of("dc-west"), Optional.empty()))
                    .build(),
                hint("zone-file")
                    .placement(
                        new Hint.Placement(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("our own name servers")))
                    .build()),
            List.of(
                new Waiver(
                    "SPOF-DATABASE",
                    List.of(new NamePattern("orders"), new NamePattern("*-replica")),
                    "moves to Aurora in spring",
                    "team-orders",
                    LocalDate.of(2031, 3, 31))),
            new Answers(
                Map.of(
                    "acme/network/prod",
                    new StackOutputs.Written(
                        Map.of(
                            "vpcId",
                            Value.of("vpc-1"),
                            "zones",
                            new Value.Items(List.of(Value.of("a"), Value.of("b"))),
                            "size",
                            Value.of(3),
                            "later",
                            Value.UNKNOWN,
                            "password",
                            Value.SECRET)),
                    "data/prod",
                    new StackOutputs.From(
                        CASES.resolve("data/state.json"),
                        new Place(CASES.resolve("valid/everything.yaml").toString(), 40, 11))),
                List.of(
                    new LookupAnswer(
                        "aws:ec2/getAmi:getAmi",
                        Map.of("mostRecent", Value.of(true)),
                        Map.of("id", Value.of("ami-1"), "architecture", Value.UNKNOWN)),
                    new LookupAnswer(
                        "aws:index/getRegion:getRegion",
                        Map.of(),
                        Map.of("name", Value.of("eu-west-1"))))),
            true);

    assertThat(reader.read(CASES.resolve("valid/everything.yaml"))).isEqualTo(expected);
  }

  @Test
  void the_server_that_judges_is_read_with_its_files_beside_the_configuration() throws Exception {
    Path file = CASES.resolve("valid/everything.yaml");
    Path keys = CASES.resolve("valid/keys");
    OpaServer expected =
        new OpaServer(
            URI.create("https://opa.example.com:8181/central"),
            "acme/findings",
            Optional.of(new TokenSource.Variable("OPA_TOKEN")),
            Optional.of(keys.resolve("authority.pem")),
            Optional.of(new ClientKey(keys.resolve("client.pem"), keys.resolve("client.key"))),
            Duration.ofSeconds(30),
            0);
    assertThat(ConfigurationReader.opa(file).map(CentralRules::server)).contains(expected);
    assertThat(
            ConfigurationReader.opa(CASES.resolve("valid/opa-at-its-simplest.yaml"))
                .map(CentralRules::server))
        .contains(OpaServer.at(URI.create("http://localhost:8181")));
    assertThat(ConfigurationReader.opa("target: zone\n", "cutset.yaml")).isEmpty();
  }

  @Test
  void a_file_that_says_nothing_is_the_empty_configuration() throws Exception {
    assertThat(reader.read("", "cutset.yaml")).isEqualTo(Configuration.EMPTY);
    assertThat(reader.read("# later\n", "cutset.yaml")).isEqualTo(Configuration.EMPTY);
    assertThat(reader.read("---\n", "cutset.yaml")).isEqualTo(Configuration.EMPTY);
  }

  @Test
  void a_quorum_without_a_number_is_a_majority() throws Exception {
    assertThat(reader.read(CASES.resolve("valid/quorum-without-number.yaml")).hints())
        .containsExactly(hint("zk").quorum(new Hint.Quorum("zk", new Hint.Majority())).build());
  }

  @Test
  void a_function_is_the_same_by_its_long_and_its_short_token() {
    LookupAnswer answer = new LookupAnswer("aws:ec2:getAmi", Map.of(), Map.of());
    LookupAnswer there = new LookupAnswer("aws:getRegion", Map.of("id", Value.NULL), Map.of());

    assertThat(answer.answers("aws:ec2/getAmi:getAmi", Map.of("owners", Value.UNKNOWN))).isTrue();
    assertThat(answer.answers("aws:ec2/getAmiIds:getAmiIds", Map.of())).isFalse();
    assertThat(there.answers("aws:index/getRegion:getRegion", Map.of())).isTrue();
    assertThat(there.answers("aws:index/getRegion:getRegion", Map.of("id", Value.of("x"))))
        .isFalse();
  }

  static Stream<Path> mistakes() throws IOException {
    return Stream.concat(
        ConfigurationCases.in(CASES.resolve("invalid")),
        ConfigurationCases.in(CASES.resolve("beyond-the-schema")));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_is_an_error_with_its_place(Path file) throws IOException {
    String text = Files.readString(file);
    ConfigurationException error =
        catchThrowableOfType(ConfigurationException.class, () -> reader.read(text, "cutset.yaml"));

    assertThat(error).as("reading %s", file.getFileName()).isNotNull();
    Golden.assertSame(ConfigurationCases.expected(file), error.getMessage() + "\n");
    assertThat(error.mistakes()).allSatisfy(mistake -> assertThat(mistake.line()).isPositive());
  }

  @Test
  void a_file_that_is_absent_is_an_error_that_names_it(@TempDir Path folder) {
    Path file = folder.resolve("cutset.yaml");

    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(file + ": cannot be read; check that it exists and may be read");
  }

  @Test
  void a_file_that_is_no_text_is_an_error_that_names_it(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("cutset.yaml");
    Files.write(file, new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(file + ": not a UTF-8 text; save it as UTF-8");
  }

  @Test
  void a_mapping_that_contains_itself_is_refused() {
    assertThatThrownBy(() -> reader.read("&a { hints: [*a] }", "cutset.yaml"))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("aliases that stand for too much or for themselves");
  }

  @Test
  void deep_nesting_is_refused_and_does_not_crash() {
    String deep = "hints: " + "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> reader.read(deep, "cutset.yaml"))
        .isInstanceOf(ConfigurationException.class);
  }

  private static HintBuilder hint(String match) {
    return new HintBuilder(match);
  }
}
