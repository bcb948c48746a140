package dev.cutset.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.faults.Installed.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same on a machine without a network, not even with itself. */
@Tag("faults")
class NoNetworkTest {
  private static final String WITHOUT = "unshare -rn ";

  @TempDir private Path folder;
  private Installed cutset;

  @BeforeEach
  void install() throws IOException {
    Installed.require(
        Installed.works("unshare", "-rn", "true"), "no `unshare -rn` on this machine");
    cutset = Installed.in(folder);
  }

  @Test
  void there_is_none_indeed() throws Exception {
    String ask = "exec 3<>/dev/tcp/127.0.0.1/$(cat port)";
    try (java.net.ServerSocket server =
        new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Files.writeString(cutset.work.resolve("port"), String.valueOf(server.getLocalPort()));

      assertThat(cutset.run("bash -c '" + ask + "'").code()).isZero();
      assertThat(cutset.run(WITHOUT + "bash -c '" + ask + "'").code()).isNotZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check $fragile",
        "check $resilient",
        "check --verbose --format html $fragile",
        "check --format sarif $fragile",
        "explain $fragile SPOF-DATABASE",
        "chaos $fragile",
        "chaos --export fis --to experiments $fragile",
        "availability $fragile",
        "fix $fragile",
        "diff $fragile $resilient",
        "facts $fragile",
        "graph --format svg $fragile",
        "baseline write --file baseline.json $fragile",
        "policies list",
        "new ladder/1-single-server shop",
        "--help",
      })
  void a_command_says_the_same(String command) throws Exception {
    Outcome with = cutset.run("mkdir with; cd with; cutset " + command);
    Outcome without = cutset.run("mkdir without; cd without; " + WITHOUT + "cutset " + command);

    assertThat(without).isEqualTo(with);
    assertThat(with.code()).as(with.err()).isIn(0, 1);
    assertThat(with.out() + with.err()).isNotBlank();
  }

  @Test
  void a_file_beside_a_program_runs_nothing_of_it() throws Exception {
    Files.copy(Path.of(Installed.FRAGILE), cutset.work.resolve("preview.json"));
    Files.writeString(cutset.work.resolve("Pulumi.yaml"), "name: shop\nruntime: java\n");
    Files.writeString(cutset.work.resolve("pom.xml"), "<project/>");
    trap(cutset.work.resolve("mvnw"));
    Path traps = Files.createDirectory(folder.resolve("traps"));
    for (String tool : new String[] {"mvn", "gradle", "pulumi", "opa", "node", "git", "sh"}) {
      trap(traps.resolve(tool));
    }
    String path = "PATH=" + traps + ":$PATH; ";

    assertThat(cutset.run(path + "cutset check preview.json").code()).isOne();
    assertThat(cutset.run(path + "cutset explain preview.json SPOF-DATABASE").code()).isZero();
    assertThat(cutset.run(path + "cutset check --format sarif preview.json").code()).isOne();
    assertThat(folder.resolve("sprung")).doesNotExist();

    // The folder itself is a program, and that one is run: the trap can spring.
    Outcome program = cutset.run(path + "cutset check .");
    assertThat(program.err()).contains("building the program with Maven");
    assertThat(folder.resolve("sprung")).exists();
  }

  private void trap(Path tool) throws IOException {
    Files.writeString(
        tool, "#!/bin/bash\necho \"$0\" >>" + folder.resolve("sprung") + "\nexit 1\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }
}
