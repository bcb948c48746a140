package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of Rego as they are read, before anything is compiled. */
class PolicySourcesTest {
  @TempDir private Path folder;

  private void put(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void rego_and_data_and_pages_are_read_and_nothing_hidden_or_strange() throws Exception {
    put("owner/policy.rego", "package cutset.policies.owner\n");
    put("owner/policy_test.rego", "package owner_test\n");
    put("owner/README.md", "# Owners");
    put("owner/data.yaml", "a: 1");
    put("data.json", "{}");
    put("lib/data.yml", "b: 2");
    put("lib/README.md", "# Nobody's");
    put(".git/policy.rego", "package hidden");
    put("notes.txt", "no");
    put("data.toml", "no");

    PolicyFolder read = PolicyFolder.read(folder);

    assertThat(read.path()).isEqualTo(folder);
    assertThat(read.files())
        .extracting(SourceFile::path)
        .containsExactlyInAnyOrder(
            "data.json",
            "lib/data.yml",
            "owner/data.yaml",
            "owner/policy.rego",
            "owner/policy_test.rego");
    assertThat(read.rules())
        .extracting(SourceFile::path)
        .doesNotContain("owner/policy_test.rego")
        .hasSize(4);
    assertThat(read.hasTests()).isTrue();
    assertThat(read.pages()).isEqualTo(Map.of("owner", "# Owners"));
  }

  @Test
  void a_policy_at_the_root_has_the_page_at_the_root() throws Exception {
    put("policy.rego", "package cutset.policies[\"cost-centre\"]\n");
    put("README.md", "# Costs");

    PolicyFolder read = PolicyFolder.read(folder);

    assertThat(read.pages()).isEqualTo(Map.of("cost-centre", "# Costs"));
    assertThat(read.hasTests()).isFalse();
  }

  @Test
  void a_policy_is_not_begun_under_an_id_of_cutsets_own() {
    assertThatThrownBy(() -> new PolicyScaffold("SPOF-MINE", folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("the id `SPOF-MINE` is Cutset's");
  }

  @Test
  void a_folder_without_rego_is_refused() throws Exception {
    put("data.json", "{}");

    assertThatThrownBy(() -> PolicyFolder.read(folder))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("holds no Rego");
  }

  @Test
  void a_package_of_cutsets_is_refused_with_its_file() throws Exception {
    put("mine.rego", "package cutset.lib\n");

    assertThatThrownBy(() -> PolicyFolder.read(folder))
        .hasMessageContaining(folder.resolve("mine.rego").toString())
        .hasMessageContaining("the package `cutset.lib` is Cutset's");
  }

  @Test
  void another_encoding_is_refused_with_its_file() throws Exception {
    put("mine.rego", "package a\n");
    Files.write(folder.resolve("mine.rego"), "# \u00e4".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PolicyFolder.read(folder))
        .hasMessageContaining("mine.rego` is not a UTF-8 text");
  }

  @Test
  void a_folder_that_is_not_there_cannot_be_read() {
    assertThatThrownBy(() -> PolicyFolder.read(folder.resolve("none")))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @CsvSource({
    "package cutset.policies.owner, owner",
    "'package\tcutset.policies.owner # ours', owner",
    "'package cutset.policies[\"cost-centre\"]', cost-centre",
    "'# package cutset.policies.no',",
    "package cutset.policies,",
    "package cutset.policies.a.b,",
    "package other.policies.owner,"
  })
  void a_policy_is_told_by_its_package(String text, String policy) {
    assertThat(new SourceFile("a/policy.rego", text).policy())
        .isEqualTo(Optional.ofNullable(policy));
  }

  @Test
  void only_rego_has_a_package() {
    assertThat(new SourceFile("data.yaml", "package a").packageName()).isEmpty();
    assertThat(new SourceFile("a.rego", "\npackage a").packageName()).contains("a");
  }

  @Test
  void findings_are_a_rule_at_the_beginning_of_a_line() {
    assertThat(new SourceFile("a.rego", "package a\nfindings contains 1").hasFindings()).isTrue();
    assertThat(new SourceFile("a.rego", "package a\n  findings := 1").hasFindings()).isFalse();
    assertThat(new SourceFile("a.rego", "package a\nfindingsOf := 1").hasFindings()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACME-OWNER", "a", "Acme_owner-2", "SPOF"})
  void an_id_of_ones_own_is_taken(String id) {
    assertThatCode(() -> PolicyIds.check(id)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2a", "a-", "a--b", "a b", "-a", "a.b"})
  void what_is_no_id_is_refused(String id) {
    assertThatThrownBy(() -> PolicyIds.check(id)).hasMessageContaining("is no id of a policy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPOF-MINE", "spof-mine", "ALL", "all", "incomplete-preview"})
  void an_id_of_cutsets_is_refused(String id) {
    assertThatThrownBy(() -> PolicyIds.check(id)).hasMessageContaining("is Cutset's");
  }

  @Test
  void files_have_one_digest_together_and_none_runs_into_the_next() {
    SourceFile one = new SourceFile("a.rego", "bc");
    assertThat(Digest.of(List.of(one))).isEqualTo(Digest.of(List.of(one))).hasSize(64);
    assertThat(Digest.of(List.of(one)))
        .isNotEqualTo(Digest.of(List.of(new SourceFile("a.regob", "c"))))
        .isNotEqualTo(Digest.of(List.of(one, one)));
    assertThat(Digest.of("")).startsWith("e3b0c442").endsWith("b855");
  }

  @Test
  void a_policy_to_begin_with_is_written_over_nothing() throws Exception {
    PolicyScaffold scaffold = new PolicyScaffold("ACME_COST-CENTRE", folder);

    assertThat(scaffold.write())
        .containsExactly(
            scaffold.folder().resolve("policy.rego"),
            scaffold.folder().resolve("policy_test.rego"),
            scaffold.folder().resolve("README.md"));
    assertThat(scaffold.folder()).isEqualTo(folder.resolve("acme-cost-centre"));
    assertThat(scaffold.folder().resolve("policy.rego"))
        .content()
        .contains("ACME_COST-CENTRE", "package cutset.policies[\"acme-cost-centre\"]")
        .contains("Acme cost centre")
        .doesNotContain("@ID@", "@PACKAGE@", "@TITLE@");
    Files.delete(scaffold.folder().resolve("policy.rego"));
    assertThatThrownBy(scaffold::write)
        .hasMessageContaining("policy_test.rego` is there already and is left as it is");
    assertThat(scaffold.folder().resolve("policy.rego")).doesNotExist();
  }

  @Test
  void a_plain_name_is_a_plain_package() throws Exception {
    PolicyScaffold scaffold = new PolicyScaffold("Owner", folder);
    scaffold.write();

    assertThat(scaffold.folder().resolve("policy.rego"))
        .content()
        .contains("package cutset.policies.owner\n");
  }

  @Test
  void a_policy_cannot_be_begun_below_a_file() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatThrownBy(() -> new PolicyScaffold("Owner", file).write())
        .isInstanceOf(OwnPolicyException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void a_workplace_has_the_library_beside_the_files_and_goes_again() throws Exception {
    Path place;
    try (Workplace work =
        Workplace.of(
            List.of(new SourceFile("a/b.rego", "own")),
            List.of(new SourceFile("c.rego", "library")))) {
      place = work.folder();
      assertThat(place.resolve("a/b.rego")).hasContent("own");
      assertThat(place.resolve(".cutset/c.rego")).hasContent("library");
    }
    assertThat(place).doesNotExist();
  }
}
