package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Hints;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.corpus.YamlProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The type of a manifest is known, but not always that of the object in it. */
class ManifestsTest {

  @Test
  void a_kind_of_object_that_nothing_is_known_of_is_named() {
    assertThat(notes("example.com/v1", "Shop"))
        .containsExactly(
            "not looked into, because nothing is known of these kinds of objects: `Shop`");
  }

  @Test
  void a_kind_of_object_that_is_known_is_not() {
    assertThat(notes("cert-manager.io/v1", "ClusterIssuer")).isEmpty();
  }

  private static List<String> notes(String version, String kind) {
    String program =
        """
        resources:
          object:
            type: kubectl:index/manifest:Manifest
            properties:
              yamlBody: |
                apiVersion: %s
                kind: %s
                metadata: { name: it }
        """
            .formatted(version, kind);
    return new ArchitectureBuilder(YamlCatalog.bundled(), Software.all(), Hints.NONE)
        .build(YamlProgram.read(program))
        .kindest()
        .notes();
  }
}
