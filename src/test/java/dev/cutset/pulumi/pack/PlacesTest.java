package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.PolicySetting;
import dev.cutset.gate.RulebookReader;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
  private static final RulebookReader READER = new RulebookReader(Map.of());

  @TempDir private Path project;
  @TempDir private Path pack;
  private Places places;

  @BeforeEach
  void begin() throws IOException {
    places = new Places(Optional.of(project), Optional.of(pack));
    packSays(
        """
        policies:
          SPOF-REGION: { enforcement: disabled, severity: low }
          SPOF-ZONE: { enforcement: advisory }
        """);
  }

  @Test
  void the_pack_sets_policies_and_the_project_stands_above_it() throws Exception {
    Files.writeString(
        project.resolve("cutset.yaml"),
        "target: region\npolicies:\n  SPOF-REGION: { enforcement: mandatory }\n");

    assertThat(configuration().policies())
        .containsOnlyKeys("SPOF-REGION", "SPOF-ZONE")
        .containsEntry("SPOF-REGION", setting(Enforcement.MANDATORY, Optional.of(Severity.LOW)))
        .containsEntry("SPOF-ZONE", setting(Enforcement.ADVISORY, Optional.empty()));
    assertThat(configuration().target()).isPresent();
  }

  @Test
  void a_pack_that_says_nothing_of_policies_sets_none() throws Exception {
    Files.copy(
        Path.of("policies/PulumiPolicy.yaml"),
        Files.createDirectory(pack.resolve("other")).resolve("PulumiPolicy.yaml"));

    assertThat(
            places
                .packAt(pack.resolve("other").toString())
                .rulebook(READER)
                .configuration()
                .policies())
        .isEmpty();
    assertThat(places.packAt("nowhere")).as("then it stays where it is").isEqualTo(places);
  }

  @Test
  void a_mistake_has_its_place_in_the_file() throws Exception {
    packSays("policies:\n  SPOF-REGIO: { enforcement: disabled }\nversion: 1.0.0\n");

    assertThatThrownBy(this::configuration)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(pack.resolve("PulumiPolicy.yaml") + ":5:")
        .hasMessageContaining("`SPOF-REGION`");
  }

  private Configuration configuration() throws Exception {
    return places.rulebook(READER).configuration();
  }

  private void packSays(String policies) throws IOException {
    Files.writeString(
        pack.resolve("PulumiPolicy.yaml"),
        "description: Refuses.\n# policies: none\nruntime: { name: java }\n" + policies);
  }

  private static PolicySetting setting(Enforcement enforcement, Optional<Severity> severity) {
    return new PolicySetting(Optional.of(enforcement), severity);
  }
}
