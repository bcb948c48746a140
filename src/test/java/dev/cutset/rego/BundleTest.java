package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final String PLAN = file("plans/shop.json");

  private static String file(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/rego", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream bundle(String... namesAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      files.put(namesAndTexts[i], namesAndTexts[i + 1]);
    }
    return Archive.gzip(Archive.tar(files));
  }

  private static void assertRefused(ByteArrayInputStream bundle, String why) {
    assertThatThrownBy(() -> Bundle.read(bundle))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining(why);
  }

  @Test
  void a_bundle_has_a_plan_its_data_and_the_policies_it_was_made_of() {
    Bundle bundle =
        Bundle.read(
            bundle(
                "/data.json", "{\"limits\": {\"price\": 10}}",
                "/shop.rego", "package shop",
                "/plan.json", PLAN,
                "/.manifest", "{}"));
    assertThat(bundle.data()).isEqualTo(RegoValue.parse("{\"limits\": {\"price\": 10}}"));
    assertThat(bundle.sources()).isEqualTo(Map.of("shop.rego", "package shop"));
    RegoValue input =
        RegoValue.parse("{\"items\": [{\"name\": \"x\", \"price\": 12, \"tags\": []}]}");
    assertThat(bundle.plan().evaluate("shop/denials", input, bundle.data()))
        .map(RegoValue::toJson)
        .contains("[\"x costs 12 of [\\\"x\\\"]\"]");
  }

  @Test
  void the_folder_of_a_data_file_is_its_path() {
    Bundle bundle =
        Bundle.read(
            bundle(
                "plan.json", PLAN,
                "data.json", "{\"a\": {\"x\": 1}}",
                "a/b/data.json", "[1]",
                "./a/c/data.json", "{\"d\": 2}",
                "a/other.json", "3"));
    assertThat(bundle.data())
        .isEqualTo(RegoValue.parse("{\"a\": {\"x\": 1, \"b\": [1], \"c\": {\"d\": 2}}}"));
  }

  @Test
  void two_files_may_not_give_one_value() {
    assertRefused(
        bundle("plan.json", PLAN, "data.json", "{\"a\": 1}", "a/data.json", "{}"),
        "`a/data.json` gives a value that another file gives, too");
  }

  @Test
  void data_may_be_yaml_where_policies_may_read_it() {
    Assumptions.assumeTrue(Builtins.standard().find("yaml.unmarshal") != null, "skipped: no YAML");
    Bundle bundle = Bundle.read(bundle("plan.json", PLAN, "a/data.yaml", "b: [1, x]\n"));
    assertThat(bundle.data()).isEqualTo(RegoValue.parse("{\"a\": {\"b\": [1, \"x\"]}}"));
  }

  @Test
  void a_bundle_without_a_plan_is_refused() {
    assertRefused(bundle("data.json", "{}"), "the bundle has no `plan.json`: make it with");
    assertRefused(bundle("policy.wasm", ""), "has no `plan.json`, only WebAssembly");
    assertThatThrownBy(() -> Bundle.read(bundle("data.json", "{}")))
        .extracting(e -> ((UnsupportedPlanException) e).missing())
        .asString()
        .isEqualTo("[plan.json]");
  }

  @Test
  void what_would_be_taken_for_more_than_it_is_is_refused() {
    assertRefused(bundle("plan.json", PLAN, ".signatures.json", "{}"), "it is signed; give a key");
    assertRefused(bundle("plan.json", PLAN, "patch.json", "{}"), "only the changes to another");
    assertRefused(bundle("plan.json", PLAN, "data.json", "[1]"), "`data.json` is no object");
    assertRefused(bundle("plan.json", PLAN, "data.json", "{"), "`data.json` is not JSON at line 1");
  }

  @Test
  void what_is_no_bundle_is_refused() {
    assertRefused(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)), "GZIP");
    assertRefused(new ByteArrayInputStream(new byte[0]), "the bundle cannot be read");
    assertRefused(Archive.gzip(new byte[] {1, 2, 3}), "not a tar archive");
    assertRefused(
        Archive.gzip("x".repeat(600).getBytes(StandardCharsets.UTF_8)), "not a tar archive");
    byte[] whole = bundle("plan.json", PLAN).readAllBytes();
    for (int length = 1; length < whole.length; length += 97) {
      assertRefused(new ByteArrayInputStream(whole, 0, length), "the bundle");
    }
    byte[] tar = Archive.tar(Map.of("plan.json", PLAN));
    assertRefused(Archive.gzip(Arrays.copyOf(tar, 2_000)), "the archive ends within a file");
  }

  @Test
  void a_small_file_that_unpacks_to_much_is_refused() {
    byte[] packed = bundle("plan.json", PLAN, "x", "0".repeat(50_000_000)).readAllBytes();
    assertThat(packed).hasSizeLessThan(100_000);
    assertThatThrownBy(
            () -> Bundle.read(new ByteArrayInputStream(packed), Builtins.standard(), 10_000_000))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("more than the 10000000 bytes that are allowed");
  }

  @Test
  void a_size_that_is_a_lie_is_refused_before_anything_is_set_aside() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Archive.entry(out, "plan.json", '0', new byte[0]);
    byte[] tar = out.toByteArray();
    Archive.put(tar, 124, "77777777777");
    Archive.put(tar, 148, "        ");
    int sum = 0;
    for (byte each : tar) {
      sum += each & 0xFF;
    }
    Archive.put(tar, 148, "%06o".formatted(sum) + "\0 ");
    assertRefused(Archive.gzip(tar), "more than the");
  }

  @Test
  void long_names_are_read_as_both_kinds_of_tar_write_them() {
    String folder = "f".repeat(120);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String name = folder + "/data.json";
    Archive.entry(out, "././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8));
    Archive.entry(out, name.substring(0, 99), '0', "1".getBytes(StandardCharsets.UTF_8));
    String posix = " path=g" + name + "\n";
    posix = (posix.length() + 3) + posix;
    Archive.entry(out, "pax", 'x', posix.getBytes(StandardCharsets.UTF_8));
    Archive.entry(out, "g" + name.substring(0, 98), '0', "2".getBytes(StandardCharsets.UTF_8));
    Archive.entry(out, "folder", '5', new byte[0]);
    Archive.entry(out, "plan.json", '0', PLAN.getBytes(StandardCharsets.UTF_8));
    assertThat(Bundle.read(Archive.gzip(out.toByteArray())).data())
        .isEqualTo(RegoValue.of(Map.of(folder, 1, "g" + folder, 2)));
  }
}
