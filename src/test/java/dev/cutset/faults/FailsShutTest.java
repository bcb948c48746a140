package dev.cutset.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.faults.Installed.Outcome;
import dev.cutset.faults.Installed.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, no stack passes for it, and a report that was said to be written is there. */
@Tag("faults")
class FailsShutTest {
  private static final int BLOCKED = 1;
  private static final int WRONG_USE = 2;
  private static final int INTERNAL = 4;
  private static final int TERMINATED = 128 + 15;

  @TempDir private Path folder;
  private Installed cutset;

  @BeforeEach
  void install() throws IOException {
    cutset = Installed.in(folder);
  }

  @Test
  void nothing_fails_where_nothing_is_wrong() throws Exception {
    assertThat(cutset.run("cutset check $fragile").code()).isEqualTo(BLOCKED);

    Outcome passed = cutset.run("cutset check -o report $resilient");

    assertThat(passed).isEqualTo(new Outcome(0, "", "cutset: the report is in `report`\n"));
    assertThat(cutset.litter()).containsExactly("report");
  }

  @Test
  void a_full_disk_under_the_output_does_not_pass() throws Exception {
    Outcome full = cutset.run("cutset check $resilient >/dev/full");

    assertThat(full.code()).isEqualTo(INTERNAL);
    assertThat(full.err()).contains("not all of the output could be written");
  }

  @Test
  void a_full_disk_under_a_report_leaves_the_old_one_and_says_so() throws Exception {
    yesterday();
    cutset.run("cutset check $fragile");

    // A file may have one block: the report begins, and does not fit.
    Outcome full = cutset.run("ulimit -f 1; cutset check --format html -o report $resilient");

    assertThat(full.code()).as(full.err()).isEqualTo(WRONG_USE);
    assertThat(full.err()).contains("report` cannot be written").doesNotContain("the report is in");
    thatIsYesterdays();
  }

  @Test
  void a_small_disk_that_runs_full_leaves_the_old_report_and_says_so() throws Exception {
    Installed.require(
        Installed.works("unshare", "-rm", "true"), "no `unshare -rm` on this machine");
    cutset.run("cutset check $fragile");

    Outcome full =
        cutset.run(
            """
            unshare -rm bash -c 'mkdir disk && mount -t tmpfs -o size=8k tmpfs disk &&
              echo yesterday >disk/report &&
              cutset check --format html -o disk/report $resilient
              echo $? $(ls -A disk) $(cat disk/report)'""");

    assertThat(full.out()).as(full.err()).isEqualTo("2 report yesterday\n");
    assertThat(full.err()).contains("disk/report` cannot be written").doesNotContain("is in");
  }

  @Test
  void a_device_is_written_to_and_stays_one() throws Exception {
    Outcome full =
        cutset.run(
            "cutset check -o /dev/full $resilient; code=$?; "
                + "[[ -c /dev/full ]] || exit 99; exit $code");

    assertThat(full.code()).isEqualTo(WRONG_USE);
    assertThat(full.err()).contains("`/dev/full` cannot be written: No space left on device");
    assertThat(cutset.run("cutset check -o /dev/null $resilient; [[ -c /dev/null ]]").code())
        .isZero();
  }

  @Test
  void a_folder_that_takes_no_file_is_wrong_use() throws Exception {
    Outcome refused = cutset.run("cutset check -o /proc/report $resilient");

    assertThat(refused.code()).isEqualTo(WRONG_USE);
    assertThat(refused.err()).contains("`/proc/report` cannot be written");
  }

  @Test
  void an_output_that_nobody_reads_any_more_does_not_pass() throws Exception {
    Outcome pipe =
        cutset.run("cutset check --format html $resilient | true; exit ${PIPESTATUS[0]}");
    assertThat(pipe.code()).as(pipe.err()).isEqualTo(INTERNAL);

    Outcome closed = cutset.run("cutset check $resilient >&-");
    assertThat(closed.code()).as(closed.err()).isEqualTo(INTERNAL);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6})
  void without_memory_there_is_no_verdict_and_the_old_report_stays(int megabytes) throws Exception {
    yesterday();
    cutset.run("cutset check $fragile");

    Outcome starved =
        cutset
            .with("CUTSET_JAVA_OPTS", "-Xmx" + megabytes + "m")
            .run("cutset check --format html -o report $resilient");

    assertThat(starved.code()).as(starved.err()).isEqualTo(INTERNAL);
    assertThat(starved.err())
        .contains("the memory is not enough")
        .doesNotContain("the report is in");
    thatIsYesterdays();
  }

  @Test
  void a_jvm_that_cannot_start_passes_nothing() throws Exception {
    Outcome none =
        cutset.with("CUTSET_JAVA_OPTS", "-Xmx1k").run("cutset check -o report $resilient");

    assertThat(none.code()).isNotZero();
    assertThat(cutset.litter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone", "empty", "half", "other"})
  void a_damaged_archive_of_classes_changes_nothing_but_the_time(String damage) throws Exception {
    Outcome before = cutset.run("cutset check $fragile");
    Path archive = cutset.archive();
    byte[] content = Files.readAllBytes(archive);
    Files.delete(archive);
    switch (damage) {
      case "empty" -> Files.createFile(archive);
      case "half" -> Files.write(archive, Arrays.copyOf(content, content.length / 2));
      case "other" -> Files.writeString(archive, "no archive at all\n".repeat(10_000));
      default -> assertThat(archive).doesNotExist();
    }

    assertThat(cutset.run("cutset check $fragile")).isEqualTo(before);
    assertThat(cutset.run("cutset check $resilient").code()).isZero();
    assertThat(Files.size(cutset.archive())).as("made anew").isGreaterThan(content.length / 2 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"empty", "half"})
  void a_damaged_jar_passes_nothing(String damage) throws Exception {
    Path jar = cutset.home.resolve("target/cutset.jar");
    byte[] content = Files.readAllBytes(jar);
    Files.write(jar, Arrays.copyOf(content, damage.equals("half") ? content.length / 2 : 0));

    Outcome damaged = cutset.run("cutset check -o report $resilient");

    assertThat(damaged.code()).isNotZero();
    assertThat(cutset.litter()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "policy/plan.packed, empty",
    "policy/plan.packed, half",
    "catalog/catalog.packed, empty",
    "catalog/catalog.packed, half"
  })
  void a_damaged_file_that_was_unpacked_passes_nothing(String file, String damage)
      throws Exception {
    cutset.run("cutset check $resilient");
    Path unpacked = cutset.home.resolve("target/shipped/dev/cutset").resolve(file);
    byte[] content = Files.readAllBytes(unpacked);
    Files.write(unpacked, Arrays.copyOf(content, damage.equals("half") ? content.length / 2 : 0));

    Outcome damaged = cutset.run("cutset check -o report $fragile");

    assertThat(damaged.code()).as(damaged.err()).isEqualTo(INTERNAL);
    assertThat(damaged.err()).contains("nothing was judged");
    assertThat(cutset.litter()).isEmpty();

    // What is gone is read from the jar.
    Files.delete(unpacked);
    assertThat(cutset.run("cutset check $fragile").code()).isEqualTo(BLOCKED);
  }

  @Test
  void policies_that_are_none_pass_nothing() throws Exception {
    Path broken = Files.createDirectories(folder.resolve("broken/dev/cutset/policy"));
    Files.writeString(broken.resolve("plan.packed"), "{}");

    // What is there comes before what is in the jar.
    Outcome lawless =
        cutset
            .with("CUTSET_JAVA_OPTS", "-Dcutset.shipped=" + folder.resolve("broken"))
            .run("cutset check -o report $resilient");

    assertThat(lawless.code()).as(lawless.err()).isEqualTo(INTERNAL);
    assertThat(lawless.err()).contains("nothing was judged");
    assertThat(cutset.litter()).isEmpty();
  }

  @Test
  void without_a_place_for_temporary_files_the_verdict_is_the_same() throws Exception {
    Outcome checked =
        cutset
            .with("CUTSET_JAVA_OPTS", "-Djava.io.tmpdir=/nowhere")
            .with("HOME", "/nowhere")
            .run("cutset check -o report $fragile");

    assertThat(checked.code()).as(checked.err()).isEqualTo(BLOCKED);
    assertThat(cutset.litter()).containsExactly("report");
  }

  @Test
  void a_signal_while_the_input_is_read_leaves_the_old_report() throws Exception {
    yesterday();
    Outcome signalled =
        cutset.run(
            """
            mkfifo input
            cutset check -o report - <input &
            exec 5>input
            head -c 2000 $fragile >&5
            sleep 2
            kill -TERM $!
            wait $!
            code=$?
            rm input
            exit $code""");

    assertThat(signalled.code()).as(signalled.err()).isEqualTo(TERMINATED);
    assertThat(signalled.err()).doesNotContain("the report is in");
    thatIsYesterdays();
  }

  @Test
  void two_at_once_write_the_same_file_and_one_of_them_whole() throws Exception {
    Outcome alone = cutset.run("cutset check --format json -o alone $fragile");
    assertThat(alone.code()).isEqualTo(BLOCKED);
    List<Running> crowd = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      crowd.add(cutset.start("cutset check --format json -o report $fragile"));
    }

    for (Running running : crowd) {
      assertThat(running.await())
          .isEqualTo(new Outcome(BLOCKED, "", "cutset: the report is in `report`\n"));
    }
    assertThat(cutset.work.resolve("report")).hasSameBinaryContentAs(cutset.work.resolve("alone"));
    assertThat(cutset.litter()).containsExactly("alone", "report");
  }

  @Test
  void two_first_uses_at_once_make_one_archive_and_both_judge() throws Exception {
    Running one = cutset.start("cutset check $fragile");
    Running other = cutset.start("cutset check $fragile");

    assertThat(one.await()).isEqualTo(other.await());
    assertThat(cutset.run("cutset check $resilient").code()).isZero();
  }

  private void yesterday() throws IOException {
    Files.writeString(cutset.work.resolve("report"), "yesterday", StandardOpenOption.CREATE_NEW);
  }

  private void thatIsYesterdays() {
    assertThat(cutset.work.resolve("report")).hasContent("yesterday");
    assertThat(cutset.litter()).containsExactly("report");
  }
}
