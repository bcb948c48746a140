package dev.cutset.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Writes the corpus in the words of other tools, so that they can be run on it. */
@Tag("peers")
class PeerFilesTest {

  @Test
  void each_case_is_written_as_a_plan_or_as_manifests() throws IOException {
    Path to = Path.of(System.getProperty("cutset.peers", "target/peers"));
    TerraformTypes types = new TerraformTypes();
    int written = 0;
    for (CorpusCase stack : CorpusCase.all()) {
      Map<?, ?> program = YamlProgram.load(stack.program());
      Optional<Map<String, Object>> plan = TerraformPlan.of(program, types);
      List<Map<String, Object>> manifests = Manifests.of(program);
      Path folder = Files.createDirectories(to.resolve(stack.name()));
      if (plan.isPresent()) {
        Files.writeString(folder.resolve("plan.json"), JsonWriting.text(plan.get()));
        written++;
      } else if (!manifests.isEmpty()) {
        StringBuilder text = new StringBuilder();
        manifests.forEach(m -> text.append("---\n").append(JsonWriting.text(m)).append('\n'));
        Files.writeString(folder.resolve("manifests.yaml"), text);
        written++;
      }
    }
    assertThat(written).isGreaterThan(200);
  }
}
