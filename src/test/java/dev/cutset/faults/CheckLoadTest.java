package dev.cutset.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.faults.Installed.Outcome;
import dev.cutset.faults.Installed.Running;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many checks at a time on one machine. */
@Tag("load")
class CheckLoadTest {
  private static final int AT_ONCE = 50;

  @TempDir private Path folder;

  @Test
  void fifty_checks_at_once_say_what_one_says() throws Exception {
    Installed cutset = Installed.in(folder);
    List<Outcome> alone =
        List.of(cutset.run("cutset check $fragile"), cutset.run("cutset check $resilient"));
    assertThat(alone).extracting(Outcome::code).containsExactly(1, 0);

    List<Running> crowd = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      crowd.add(cutset.start("cutset check " + (i % 2 == 0 ? "$fragile" : "$resilient")));
    }

    for (int i = 0; i < AT_ONCE; i++) {
      assertThat(crowd.get(i).await()).isEqualTo(alone.get(i % 2));
    }
  }
}
