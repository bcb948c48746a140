package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bundle is taken as a whole, or not at all. */
class BundleSignatureTest {
  private static final Verification.Key KEY =
      new Verification.Key("HS256", SignedFiles.SECRET, Optional.empty());
  private static final Verification HOUSE = trusting(Map.of("house", KEY));

  private final Map<String, String> files = new LinkedHashMap<>();

  @BeforeEach
  void files() throws IOException {
    files.put("plan.json", Files.readString(Path.of("src/test/resources/rego/plans/shop.json")));
    files.put("data.json", "{\"a\":1,\"limits\":{\"price\":10}}");
    files.put("rules/shop.rego", "package shop\n");
    files.put(".manifest", "{\"revision\":\"1\",\"roots\":[\"\"]}");
  }

  private static Verification trusting(Map<String, Verification.Key> keys) {
    return new Verification(keys, Optional.empty(), Optional.empty(), List.of());
  }

  private SignedFiles signed() {
    return new SignedFiles(files);
  }

  private static void refused(ByteArrayInputStream bundle, Verification wanted, String why) {
    assertThatThrownBy(() -> Bundle.read(bundle, wanted))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("the bundle is not trusted: " + why)
        .hasMessageNotContaining(SignedFiles.SECRET);
  }

  @Test
  void what_was_signed_is_taken() {
    Bundle bundle = Bundle.read(signed().bundle(), HOUSE);
    assertThat(bundle.data()).isEqualTo(RegoValue.parse(files.get("data.json")));
    assertThat(bundle.sources()).containsOnlyKeys("rules/shop.rego");
    assertThat(bundle.plan().entryPoints()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.json", "data.json", "rules/shop.rego", ".manifest"})
  void a_file_that_was_changed_is_not(String name) {
    String text = files.get(name);
    String changed = text.replaceFirst("1|package", "3");
    assertThat(changed).isNotEqualTo(text);
    refused(signed().with(name, changed).bundle(), HOUSE, "`" + name + "` is not what was signed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"plan.json", "data.json", "rules/shop.rego", ".manifest"})
  void a_file_that_was_dropped_is_missed(String name) {
    refused(signed().without(name).bundle(), HOUSE, "missing, of what was signed: " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"more.rego", "rules/data.json", "note.txt", "./plan.json", "/plan.json"})
  void a_file_that_was_added_is_noticed(String name) {
    refused(
        signed().with(name, "{}").bundle(),
        HOUSE,
        "`" + name.replaceFirst("^\\.?/", "") + "` is not among what was signed");
  }

  @Test
  void a_document_may_be_laid_out_otherwise_and_a_policy_may_not() {
    String data = " { \"limits\": {\"price\":\n10},\t\"a\": 1 }\n";
    assertThat(Bundle.read(signed().with("data.json", data).bundle(), HOUSE).data())
        .isEqualTo(RegoValue.parse(data));
    refused(
        signed().with("rules/shop.rego", "package shop\n\n").bundle(),
        HOUSE,
        "`rules/shop.rego` is not what was signed");
  }

  @Test
  void a_bundle_without_a_signature_is_refused_where_one_is_wanted() {
    refused(Archive.gzip(Archive.tar(files)), HOUSE, "it is not signed");
  }

  @Test
  void a_signed_bundle_is_refused_where_there_is_nothing_to_verify_it_with() {
    assertThatThrownBy(() -> Bundle.read(signed().bundle()))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("it is signed; give a key to verify it with");
    assertThatThrownBy(() -> trusting(Map.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void another_key_does_not_do() {
    refused(
        signed().bundle(),
        trusting(
            Map.of("house", new Verification.Key("HS256", "another secret", Optional.empty()))),
        "its signature is not that of the key `house` (HS256)");
    refused(
        signed().bundle(),
        trusting(
            Map.of("house", new Verification.Key("HS512", SignedFiles.SECRET, Optional.empty()))),
        "its signature is not that of the key `house` (HS512)");
    refused(
        signed().bundle(),
        trusting(Map.of("cellar", KEY, "attic", KEY)),
        "it is signed with a key `house`, and those that are trusted are [attic, cellar]");
    refused(
        signed().bundle(),
        trusting(
            Map.of("house", new Verification.Key("RS256", SignedFiles.SECRET, Optional.empty()))),
        "its signature cannot be verified with the key that was given (RS256)");
  }

  @Test
  void the_key_is_the_one_that_is_asked_for_before_the_one_that_is_named() {
    Verification mine =
        new Verification(Map.of("mine", KEY), Optional.of("mine"), Optional.empty(), List.of());
    assertThat(Bundle.read(signed().bundle(), mine).sources()).hasSize(1);
    assertThat(Bundle.read(signed().by("").bundle(), Verification.with(KEY)).sources()).hasSize(1);
    assertThat(Bundle.read(signed().by("").claiming("keyid", "house").bundle(), HOUSE).sources())
        .hasSize(1);
    refused(signed().by("").bundle(), HOUSE, "it is signed with a key ``");
  }

  @Test
  void the_algorithm_is_that_of_the_key_whatever_the_signature_says() {
    String payload = signed().token().split("\\.")[1];
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(BundleSignature.utf8("{\"alg\":\"none\",\"kid\":\"house\"}"));
    refused(
        signed().bundle("{\"signatures\": [\"" + none + "." + payload + ".\"]}"),
        HOUSE,
        "its signature is not that of the key `house`");
  }

  @Test
  void a_scope_must_be_the_one_that_was_signed() {
    Verification other =
        new Verification(Map.of("house", KEY), Optional.empty(), Optional.of("write"), List.of());
    Verification ofKey =
        trusting(
            Map.of(
                "house", new Verification.Key("HS256", SignedFiles.SECRET, Optional.of("read"))));
    SignedFiles scoped = signed().claiming("scope", "read");

    assertThat(Bundle.read(scoped.bundle(), ofKey).sources()).hasSize(1);
    refused(scoped.bundle(), other, "it is signed for the scope `read`, and not for `write`");
    refused(scoped.bundle(), HOUSE, "it is signed for the scope `read`, and not for ``");
    refused(signed().bundle(), ofKey, "it is signed for the scope ``, and not for `read`");
  }

  @Test
  void what_is_excluded_needs_no_signature() {
    Verification lenient =
        new Verification(
            Map.of("house", KEY),
            Optional.empty(),
            Optional.empty(),
            List.of(".manifest", "rules/*.rego", "n?te.txt"));
    assertThat(
            Bundle.read(
                    signed()
                        .without(".manifest")
                        .with(".manifest", "{}")
                        .with("rules/shop.rego", "package other")
                        .with("note.txt", "x")
                        .bundle(),
                    lenient)
                .sources())
        .containsEntry("rules/shop.rego", "package other");
    refused(
        signed().with("rules/deep/more.rego", "package x").bundle(),
        lenient,
        "`rules/deep/more.rego` is not among what was signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"signatures\": []}",
        "{\"signatures\": [\"a.b\"]}",
        "{\"signatures\": [7]}",
        "{\"signatures\": [\"a.b.c\", \"a.b.c\"]}",
        "{\"signatures\": [\"a.b.c\"]}",
        "half",
        "{\"signatures\": [\"!.!.!\"]}",
        "{\"plugin\": \"own\", \"signatures\": [\"a.b.c\"]}"
      })
  void what_is_no_signature_is_refused(String signatures) {
    refused(signed().bundle(signatures), HOUSE, "");
  }

  @Test
  void two_signatures_files_are_one_too_many() {
    refused(signed().with("a/.signatures.json", "{}").bundle(), HOUSE, "it has more than one");
  }

  @Test
  void digests_by_other_algorithms_are_known_by_their_names_in_opa() {
    for (String name : List.of("SHA-1", "SHA-384", "SHA-512", "SHA-512-256", "MD5")) {
      List<Map<String, String>> listed =
          files.entrySet().stream()
              .map(
                  file ->
                      Map.of(
                          "name", file.getKey(),
                          "hash",
                              SignedFiles.digest(
                                  name.replace("SHA-512-", "SHA-512/"), file.getValue()),
                          "algorithm", name))
              .toList();
      assertThat(Bundle.read(signed().claiming("files", listed).bundle(), HOUSE).sources())
          .as(name)
          .hasSize(1);
    }
    refused(
        signed()
            .claiming(
                "files", List.of(Map.of("name", "plan.json", "hash", "00", "algorithm", "CRC")))
            .bundle(),
        HOUSE,
        "the digest of `plan.json` is by `CRC`, which is not known");
    refused(
        signed()
            .claiming(
                "files", List.of(Map.of("name", "plan.json", "hash", "xy", "algorithm", "MD5")))
            .bundle(),
        HOUSE,
        "the digest of `plan.json` is none");
  }

  @Test
  void a_key_shows_in_no_text() {
    assertThat(HOUSE.toString()).doesNotContain(SignedFiles.SECRET);
    assertThatThrownBy(() -> new Verification.Key("HS1", "x", Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
