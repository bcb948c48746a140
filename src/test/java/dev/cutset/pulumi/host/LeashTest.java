package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeashTest {
  @BeforeEach
  void needsAShell() {
    assumeTrue(Leash.canTie());
  }

  @Test
  void a_process_ends_as_it_would_without() throws Exception {
    Process process = start("sh", "-c", "echo said; exit 7");

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(7);
    assertThat(process.inputReader().readLine()).isEqualTo("said");
    assertThat(process.descendants()).isEmpty();
  }

  @Test
  void a_process_ends_when_nobody_holds_the_other_end_any_more() throws Exception {
    Process process = start("sh", "-c", "echo begun; exec sleep 600");
    assertThat(process.inputReader().readLine()).isEqualTo("begun");
    List<ProcessHandle> all = process.descendants().toList();
    assertThat(process.waitFor(1, TimeUnit.SECONDS)).as("while it is held").isFalse();

    // What the system does for a process that is killed.
    process.getOutputStream().close();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(all).hasSize(2).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    Process process = start("printf", "%s|", "two words", "$HOME", "*", "");

    assertThat(process.inputReader().readLine()).isEqualTo("two words|$HOME|*||");
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(Leash.tie(List.of(command))).start();
  }
}
