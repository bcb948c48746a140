package dev.cutset.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.rego.TarReader.Entry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles that the real {@code opa} signs. */
class OpaSignedBundleTest {
  private static final String SECRET = "a secret of some length";

  @TempDir private Path scratch;

  private Path sources;
  private OpaTool opa;

  @BeforeEach
  void sources() throws IOException {
    Optional<OpaTool> found = OpaTool.onPath();
    if (!"true".equals(System.getenv("CUTSET_REQUIRE_TOOLS"))) {
      Assumptions.assumeTrue(found.isPresent(), "skipped: there is no opa on PATH");
    }
    opa = found.orElseThrow(() -> new AssertionError("there is no opa on PATH"));
    sources = Files.createDirectories(scratch.resolve("sources/rules")).getParent();
    Files.writeString(
        sources.resolve("rules/shop.rego"),
        """
        package shop

        denials contains x if {
        \tsome x in input.items
        \tx > data.limits.price
        }
        """);
    // Whatever Go writes in another way than others do.
    Files.writeString(
        sources.resolve("data.json"),
        "{\"limits\": {\"price\": 10.50, \"big\": 1e3, \"exact\": 12345678901234567890.10},"
            + " \"z\": \"<&>\\u2028\\u0001\\b\\f\\u007f\\\"\\\\/ é 😀\", \"\\ue000\": 1,"
            + " \"\\ud83d\\ude00\": [true, null, {}], \"a\": -1, \"aa\": [[]]}\n");
    Files.writeString(sources.resolve(".manifest"), "{\"revision\": \"7\", \"roots\": [\"\"]}");
  }

  private byte[] build(String... signing) throws IOException {
    Path bundle = scratch.resolve("bundle.tar.gz");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "build",
                "--bundle",
                "--target",
                "plan",
                "--entrypoint",
                "shop/denials",
                "--output",
                bundle.toString()));
    arguments.addAll(List.of(signing));
    arguments.add(".");
    OpaTool.Outcome built = opa.run(scratch, sources, arguments);
    assertThat(built.exit()).as(built.err() + built.out()).isZero();
    return Files.readAllBytes(bundle);
  }

  private static Bundle read(byte[] bundle, Verification.Key key) {
    return Bundle.read(new ByteArrayInputStream(bundle), Verification.with(key));
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    if (!algorithm.startsWith("ES")) {
      KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
      rsa.initialize(2048);
      return rsa.generateKeyPair();
    }
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    String size = algorithm.substring(2).replace("512", "521");
    curve.initialize(new ECGenParameterSpec("secp" + size + "r1"));
    return curve.generateKeyPair();
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
        + "\n-----END "
        + type
        + "-----\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
  void what_opa_signs_with_a_pair_of_keys_is_taken(String algorithm) throws Exception {
    KeyPair pair = pair(algorithm);
    Path hidden =
        Files.writeString(
            scratch.resolve("key.pem"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    byte[] bundle = build("--signing-alg", algorithm, "--signing-key", hidden.toString());
    String open = pem("PUBLIC KEY", pair.getPublic().getEncoded());
    String other = pem("PUBLIC KEY", pair(algorithm).getPublic().getEncoded());

    if (!algorithm.startsWith("RS") && !algorithm.startsWith("PS") || algorithm.equals("RS256")) {
      assertThat(Verification.Key.usual(open, Optional.empty()))
          .isEqualTo(new Verification.Key(algorithm, open, Optional.empty()));
    }
    assertThat(
            read(bundle, new Verification.Key(algorithm, open, Optional.empty()))
                .plan()
                .entryPoints())
        .containsExactly("shop/denials");
    assertThatThrownBy(() -> read(bundle, new Verification.Key(algorithm, other, Optional.empty())))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("its signature is not that of the key `default`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HS256", "HS384", "HS512"})
  void what_opa_signs_with_a_secret_is_taken(String algorithm) throws Exception {
    byte[] bundle = build("--signing-alg", algorithm, "--signing-key", SECRET);
    Bundle read = read(bundle, new Verification.Key(algorithm, SECRET, Optional.empty()));
    assertThat(
            read.plan()
                .evaluate("shop/denials", RegoValue.parse("{\"items\": [10, 11]}"), read.data()))
        .map(RegoValue::toJson)
        .contains("[11]");
  }

  @Test
  void each_file_counts() throws Exception {
    byte[] bundle = build("--signing-alg", "HS256", "--signing-key", SECRET);
    Verification.Key key = new Verification.Key("HS256", SECRET, Optional.empty());
    List<Entry> files = files(bundle);
    assertThat(files)
        .extracting(BundleReader::path)
        .contains("plan.json", "data.json", ".manifest", ".signatures.json");
    assertThat(read(packed(files), key).sources()).isNotEmpty();
    for (Entry file : files) {
      List<Entry> dropped = new ArrayList<>(files);
      dropped.remove(file);
      refused(packed(dropped), key, file.name());
      List<Entry> changed = new ArrayList<>(dropped);
      changed.add(new Entry(file.name(), changed(file)));
      refused(packed(changed), key, file.name());
      List<Entry> twice = new ArrayList<>(files);
      twice.add(file);
      refused(packed(twice), key, file.name());
    }
    List<Entry> more = new ArrayList<>(files);
    more.add(new Entry("/more.rego", "package more".getBytes(StandardCharsets.UTF_8)));
    refused(packed(more), key, "more.rego");
  }

  private static byte[] changed(Entry file) {
    String text = new String(file.content(), StandardCharsets.UTF_8);
    String changed = text.replaceFirst("shop|10.50|7|[A-Za-z]\"\\]", "8");
    assertThat(changed).as(file.name()).isNotEqualTo(text);
    return changed.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(byte[] bundle, Verification.Key key, String name) {
    assertThatThrownBy(() -> read(bundle, key))
        .as(name)
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageContaining("the bundle is not trusted: ");
  }

  private static List<Entry> files(byte[] bundle) throws IOException {
    List<Entry> files = new ArrayList<>();
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bundle))) {
      new TarReader(unpacked, Bundle.MAX_BYTES).forEach(files::add);
    }
    return files;
  }

  private static byte[] packed(List<Entry> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    files.forEach(file -> Archive.entry(out, file.name(), '0', file.content()));
    out.writeBytes(new byte[1024]);
    return Archive.gzip(out.toByteArray()).readAllBytes();
  }

  @Test
  void a_scope_and_the_name_of_a_key_are_claims_that_opa_signs() throws Exception {
    Path claims =
        Files.writeString(
            scratch.resolve("claims.json"), "{\"scope\": \"write\", \"keyid\": \"house\"}");
    byte[] bundle =
        build(
            "--signing-alg", "HS256", "--signing-key", SECRET, "--claims-file", claims.toString());
    Verification.Key write = new Verification.Key("HS256", SECRET, Optional.of("write"));
    Verification house =
        new Verification(Map.of("house", write), Optional.of("house"), Optional.empty(), List.of());
    assertThat(Bundle.read(new ByteArrayInputStream(bundle), house).sources()).isNotEmpty();
    assertThatThrownBy(() -> read(bundle, new Verification.Key("HS256", SECRET, Optional.empty())))
        .hasMessageContaining("it is signed for the scope `write`, and not for ``");
  }

  @Test
  void what_opa_sign_says_of_files_fits_them() throws Exception {
    build();
    Path unpacked = Files.createDirectory(scratch.resolve("unpacked"));
    Files.createDirectories(unpacked.resolve("sub"));
    Files.writeString(unpacked.resolve("sub/data.yaml"), "b: [1, x, 2.50]\na: yes it is\n");
    List<Entry> files = new ArrayList<>();
    for (Entry file : files(Files.readAllBytes(scratch.resolve("bundle.tar.gz")))) {
      Path to = unpacked.resolve(BundleReader.path(file));
      Files.createDirectories(to.getParent());
      Files.write(to, file.content());
      files.add(file);
    }
    OpaTool.Outcome signed =
        opa.run(
            scratch,
            unpacked,
            List.of("sign", "--bundle", "--signing-alg", "HS256", "--signing-key", SECRET, "."));
    assertThat(signed.exit()).as(signed.err()).isZero();
    for (String name : List.of("sub/data.yaml", ".signatures.json")) {
      files.add(new Entry(name, Files.readAllBytes(unpacked.resolve(name))));
    }
    Bundle bundle = read(packed(files), new Verification.Key("HS256", SECRET, Optional.empty()));
    assertThat(((RegoObject) bundle.data()).get("sub")).isNotNull();
  }
}
