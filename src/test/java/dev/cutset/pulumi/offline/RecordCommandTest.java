package dev.cutset.pulumi.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine and the real Java host, with the offline provider in the place of AWS. */
class RecordCommandTest {
  private static final StackFolder STEP = StackFolder.named("ladder/1-single-server");

  @Test
  void a_preview_by_the_real_engine_is_what_was_recorded(@TempDir Path folder)
      throws IOException, InterruptedException {
    String record = Path.of("stacks", "record").toString();

    new RealTools(folder).run(record, "--to", folder.toString(), STEP.name());

    assertThat(folder.resolve(STEP.name() + ".json")).hasSameTextualContentAs(STEP.preview());
  }
}
