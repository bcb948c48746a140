package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.StackFolder;
import dev.cutset.analysis.ProofAudit;
import dev.cutset.analysis.Tampered;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.gate.Gate;
import dev.cutset.source.StackReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What `--verify` shows, and what it does about an analysis that is wrong. */
class VerifyTest {
  private static final Path PREVIEW = StackFolder.named("ladder/2-second-server").preview();
  private static final String HOLDS = " proofs checked, and every one holds\n";

  @TempDir private Path folder;

  @Test
  void the_summary_says_how_many_proofs_were_checked_where_somebody_asked() throws IOException {
    Session session = new Session(stack(""));

    assertThat(session.run("check").out()).doesNotContain("proofs");
    assertThat(session.run("check", "--format", "json").out()).doesNotContain("proofsChecked");
    assertThat(session.run("check", "--verify").out()).containsPattern("\\n\\d+" + HOLDS);
    assertThat(session.run("check", "--verify", "--format", "json").out())
        .containsPattern("\"proofsChecked\" : [1-9]\\d*");
  }

  @Test
  void it_changes_nothing_else() throws IOException {
    Session session = new Session(stack(""));
    Session.Result plain = session.run("check");
    Session.Result verified = session.run("check", "--verify");

    assertThat(verified.code()).isEqualTo(plain.code());
    assertThat(verified.out().replaceFirst("\\d+" + HOLDS, "")).isEqualTo(plain.out());
  }

  @Test
  void the_configuration_can_ask_for_it_too() throws IOException {
    assertThat(new Session(stack("verify: true\n")).run("check").out()).contains(HOLDS);
  }

  @Test
  void both_stacks_are_checked_where_one_is_compared_with_another() throws IOException {
    Session session = new Session(stack("")).with(wrong(Tampered.Way.SAID_TO_BE_UP));

    assertThat(session.run("check").code()).isEqualTo(ExitCode.BLOCKED);
    assertThat(
            session
                .run(
                    "check",
                    "--verify",
                    "--base",
                    PREVIEW.toAbsolutePath().toString(),
                    "--report",
                    "markdown=x.md")
                .code())
        .isEqualTo(ExitCode.INTERNAL);
    assertThat(folder.resolve("x.md")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(Tampered.Way.class)
  void a_proof_that_is_wrong_is_our_fault_and_nothing_is_judged(Tampered.Way way)
      throws IOException {
    Session.Result result = new Session(stack("")).with(wrong(way)).run("check", "--verify");

    assertThat(result.code()).isEqualTo(ExitCode.INTERNAL);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).startsWith("cutset: ").contains("; nothing was judged\n");
    Path report = Path.of(result.err().replaceAll("(?s).*with `(.*)`, which.*", "$1"));
    assertThat(report).content().contains("RejectedProofException").contains("\n  about ");
    Files.delete(report);
  }

  @Test
  void who_is_at_the_terminal_is_told_names_and_the_report_of_the_fault_holds_none()
      throws IOException {
    Session.Result result =
        new Session(stack("")).with(wrong(Tampered.Way.SAID_TO_BE_UP)).run("check", "--verify");

    assertThat(result.err())
        .startsWith("cutset: what is said of `shop.example.com` when ")
        .contains("` fails was rejected: it is said to be up, the proofs say otherwise");
    Path report = Path.of(result.err().replaceAll("(?s).*with `(.*)`, which.*", "$1"));
    assertThat(report)
        .content()
        .containsPattern("about entry point 1 of 1, failure \\d+ of \\d+ \\([a-z]+\\)")
        .doesNotContain("shop.example.com", "us-east-1");
    Files.delete(report);
  }

  private Path stack(String configuration) throws IOException {
    Files.copy(PREVIEW, folder.resolve("preview.json"));
    Files.writeString(folder.resolve("cutset.yaml"), configuration);
    return folder;
  }

  /** Like the real one, but for what it says of the analysis to those who check it. */
  private static Inspector wrong(Tampered.Way way) {
    YamlCatalog catalog = YamlCatalog.bundled();
    return (input, rulebook) ->
        new Gate(catalog, Software.all(), rulebook.judge())
            .with(
                (completed, analysis, facts) ->
                    new ProofAudit(completed).check(new Tampered(analysis, way), facts))
            .inspect(
                new StackReader(catalog, catalog).read(((Input.Located) input).path()),
                rulebook.configuration());
  }
}
