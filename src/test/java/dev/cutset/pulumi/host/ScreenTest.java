package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final String RECORD =
      "Jan 1, 2026 com.pulumi.deployment.internal.DeploymentImpl$DefaultEngineLogger errorAsync";

  private final List<String> shown = new ArrayList<>();
  private final Screen screen = new Screen(shown::add);

  @Test
  void what_is_printed_and_then_told_is_shown_once() {
    screen.printed(RECORD);
    screen.printed("SEVERE: no such size");
    screen.printed("\tat App.main");
    screen.told("no such size\n\tat App.main\n");
    screen.printed("goodbye");

    assertThat(shown).containsExactly("no such size", "\tat App.main", "goodbye");
  }

  @Test
  void what_is_told_and_then_printed_is_shown_once() {
    screen.told("hello");
    screen.printed(RECORD);
    screen.printed("INFO: hello");
    screen.printed("goodbye");

    assertThat(shown).containsExactly("hello", "goodbye");
  }

  @Test
  void what_is_printed_and_never_told_is_shown_in_the_end() {
    screen.printed(RECORD);
    screen.printed("SEVERE: the engine is gone");
    screen.release();

    assertThat(shown).containsExactly("the engine is gone");
  }

  @Test
  void the_command_of_the_program_is_left_out_of_its_error() {
    screen.told(
        "Running program [PID: 7](/bin/java -cp a.jar:(b).jar App) failed with an unhandled"
            + " exception:\njava.lang.IllegalStateException: (really)");

    assertThat(shown)
        .containsExactly(
            "the program failed with an unhandled exception:",
            "java.lang.IllegalStateException: (really)");
  }
}
