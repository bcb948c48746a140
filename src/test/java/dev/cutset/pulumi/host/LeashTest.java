package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    assertThat(process.waitFor(1, TimeUnit.SECONDS)).as("while it is held").isFalse();
    List<ProcessHandle> all = descendants(process, 2);

    // What the system does for a process that is killed.
    process.getOutputStream().close();

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(all).hasSize(2).noneMatch(ProcessHandle::isAlive);
  }

  /** As many as that: on a busy machine the shell starts the second after the first has spoken. */
  private static List<ProcessHandle> descendants(Process process, int expected)
      throws InterruptedException {
    for (int tries = 0; tries < 300 && process.descendants().count() < expected; tries++) {
      Thread.sleep(100);
    }
    return process.descendants().toList();
  }

  @Test
  void arguments_arrive_as_they_are() throws Exception {
    Process process = start("printf", "%s|", "two words", "$HOME", "*", "");

    assertThat(process.inputReader().readLine()).isEqualTo("two words|$HOME|*||");
  }

  @Test
  void one_that_stands_back_lets_others_go_first() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/nice")));
    // Without a command it says how far back it stands.
    Process tied = start("nice");
    Process behind = new ProcessBuilder(Leash.BEHIND.tie(List.of("nice"))).start();

    int before = Integer.parseInt(tied.inputReader().readLine());
    assertThat(behind.inputReader().readLine()).isEqualTo(Math.min(19, before + 10) + "");
    assertThat(behind.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(behind.exitValue()).isZero();
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(Leash.TIED.tie(List.of(command))).start();
  }
}
