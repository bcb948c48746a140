package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.own.Opa.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How a tool is found and run: whatever it does, it has ended when we go on. */
@Timeout(60)
class OpaTest {
  private static final Duration LIMIT = Duration.ofSeconds(6);

  @TempDir private Path scratch;

  /** A tool that is a script of the shell, and the environment in which it is found. */
  private Map<String, String> tool(String script) throws IOException {
    Path folder = Files.createDirectories(scratch.resolve("tools"));
    Path tool = Files.writeString(folder.resolve("opa"), "#!/bin/sh\n" + script + "\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    return Map.of("PATH", folder.toString(), "GREETING", "good morning");
  }

  private Outcome run(String script, String... arguments) throws Exception {
    return Opa.in(tool(script), LIMIT).orElseThrow().run(scratch, List.of(arguments));
  }

  @Test
  void the_first_on_the_path_that_can_be_run_is_taken() throws Exception {
    Path data = Files.createDirectories(scratch.resolve("data"));
    Files.writeString(data.resolve("opa"), "not to be run");
    Files.createDirectories(scratch.resolve("folders/opa"));
    String tools = tool("echo ours").get("PATH");
    String path = ":" + data + ":" + scratch.resolve("folders") + ":" + tools + ":" + scratch;

    Opa opa = Opa.in(Map.of("PATH", path), LIMIT).orElseThrow();

    assertThat(opa.run(scratch, List.of("version"))).isEqualTo(new Outcome(0, "ours"));
    assertThat(Opa.in(Map.of("PATH", data + ":" + scratch.resolve("folders")))).isEmpty();
    assertThat(Opa.in(Map.of("PATH", ""))).isEmpty();
    assertThat(Opa.in(Map.of())).isEmpty();
  }

  @Test
  void what_it_says_is_kept_wherever_it_says_it_and_how_it_ended() throws Exception {
    Outcome failed = run("echo one $2; echo two >&2; exit 3", "check", "all");

    assertThat(failed).isEqualTo(new Outcome(3, "one all\ntwo"));
    assertThat(failed.succeeded()).isFalse();
    assertThat(run("exit 0", "check").succeeded()).isTrue();
  }

  @Test
  void it_runs_in_the_folder_and_in_the_environment_that_it_is_given() throws Exception {
    assertThat(run("pwd -P; echo $GREETING; echo ${HOME:-homeless}", "check").said())
        .isEqualTo(scratch.toRealPath() + "\ngood morning\nhomeless");
  }

  @Test
  void nothing_is_there_for_it_to_read() throws Exception {
    assertThat(run("while read line; do :; done; echo read", "check").said()).isEqualTo("read");
  }

  @Test
  void one_that_does_not_end_is_stopped() throws Exception {
    Path number = scratch.resolve("number");
    Map<String, String> endless = tool("echo $$ > number.new; mv number.new number; sleep 30");
    Map<String, String> environment = Map.of("PATH", endless.get("PATH") + ":/usr/bin:/bin");
    Opa opa = Opa.in(environment, Duration.ofSeconds(2)).orElseThrow();

    assertThatThrownBy(() -> opa.run(scratch, List.of("test", ".")))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage("`opa test` did not end within 2 seconds");
    assertEnds(Long.parseLong(Files.readString(number).strip()));
  }

  private static void assertEnds(long number) throws Exception {
    var left = ProcessHandle.of(number);
    if (left.isPresent()) {
      left.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void who_is_interrupted_meanwhile_says_so_and_stays_interrupted() throws Exception {
    Opa opa = Opa.in(tool("exec /bin/sleep 30"), LIMIT).orElseThrow();
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> opa.run(scratch, List.of("build")))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage("`opa build` was interrupted");
    assertThat(Thread.interrupted()).as("the thread is still interrupted").isTrue();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void nothing_of_what_it_said_is_left_behind() throws Exception {
    Path kept = Path.of(run("/bin/readlink /proc/$$/fd/1", "version").said());

    assertThat(kept.getFileName().toString()).startsWith("cutset-opa-");
    assertThat(kept).doesNotExist();
  }

  @Test
  void one_that_cannot_be_started_is_named() throws Exception {
    Map<String, String> environment = tool("exit 0");
    Path tool = scratch.resolve("tools/opa");
    Files.writeString(tool, "#!/nowhere/sh\n");

    assertThatThrownBy(
            () -> Opa.in(environment, LIMIT).orElseThrow().run(scratch, List.of("build")))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageStartingWith("`" + tool + "` cannot be run: ");
  }

  @Test
  void another_version_has_another_mark() throws Exception {
    Opa opa = Opa.in(tool("echo 1")).orElseThrow();
    String before = opa.mark();
    assertThat(opa.mark()).isEqualTo(before).isNotEmpty();
    tool("echo newer");
    assertThat(opa.mark()).isNotEqualTo(before);

    Files.delete(scratch.resolve("tools/opa"));
    assertThatThrownBy(opa::mark)
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("tools/opa` cannot be read: ");
  }
}
