package dev.cutset.pulumi.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class PatientLoggingTest {
  private final PatientLogging logging = new PatientLogging();

  @Test
  void whoever_asks_whether_all_is_done_rests_in_between() {
    Logger asked = logger("com.pulumi.deployment.internal.DeploymentImpl");

    long begun = System.nanoTime();
    for (int i = 0; i < 20; i++) {
      asked.log(Level.FINEST, "Remaining tasks [1]: {}");
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(20));
  }

  @Test
  void all_is_logged_as_it_would_be() {
    Logger asked = logger("com.pulumi.deployment.internal.DeploymentImpl");
    List<String> logged = new ArrayList<>();
    asked.setLevel(Level.ALL);
    asked.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            logged.add(
                entry.getSourceClassName() + " " + entry.getLevel() + " " + entry.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });

    asked.log(Level.FINEST, "Remaining tasks [1]: {}");
    asked.severe("a failure");

    String here = getClass().getName();
    assertThat(logged)
        .containsExactly(here + " FINEST Remaining tasks [1]: {}", here + " SEVERE a failure");
  }

  @Test
  void nobody_else_gets_another_logger() {
    assertThat(logging.getLogger("com.pulumi.Log")).isNull();
  }

  private Logger logger(String name) {
    return Objects.requireNonNull(logging.getLogger(name));
  }
}
