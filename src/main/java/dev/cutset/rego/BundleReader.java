package dev.cutset.rego;

import dev.cutset.rego.TarReader.Entry;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads bundles: the plan, the data documents at their paths, and the policies. */
final class BundleReader {
  private static final String YAML = "yaml.unmarshal";

  private final Builtins builtins;
  private final Optional<Verification> verification;
  private final Map<String, String> sources = new HashMap<>();
  private @Nullable Plan plan;
  private RegoValue data = RegoObject.EMPTY;
  private boolean wasm;

  BundleReader(Builtins builtins, Optional<Verification> verification) {
    this.builtins = builtins;
    this.verification = verification;
  }

  Bundle read(InputStream tarGz, long maxBytes) {
    List<Entry> files = new ArrayList<>();
    try (GZIPInputStream unpacked = new GZIPInputStream(tarGz)) {
      new TarReader(unpacked, maxBytes).forEach(files::add);
    } catch (ZipException | EOFException e) {
      throw TarReader.refused(e.getMessage() == null ? "it ends too early" : e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Nothing is looked into before all of it is known to be what was signed.
    verification.ifPresent(wanted -> new BundleSignature(wanted).verify(files));
    files.forEach(this::take);
    if (plan == null) {
      throw new UnsupportedPlanException(
          "the bundle has no `plan.json`"
              + (wasm ? ", only WebAssembly" : "")
              + ": make it with `opa build -t plan -e …`",
          List.of("plan.json"));
    }
    return new Bundle(plan, data, sources);
  }

  private void take(Entry entry) {
    String path = path(entry);
    if (BundleSignature.isIn(entry)) {
      if (verification.isEmpty()) {
        throw TarReader.refused("it is signed; give a key to verify it with");
      }
      return;
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    switch (path) {
      case "plan.json" -> plan = Plan.read(new ByteArrayInputStream(entry.content()), builtins);
      case "patch.json" ->
          throw TarReader.refused("it holds only the changes to another (`patch.json`)");
      default -> {
        wasm |= name.endsWith(".wasm");
        if (name.endsWith(".rego")) {
          sources.put(path, new String(entry.content(), StandardCharsets.UTF_8));
        } else if (name.equals("data.json") || name.equals("data.yaml")) {
          add(path, document(path, entry.content()));
        }
      }
    }
  }

  /** The path from the root of the bundle. */
  static String path(Entry entry) {
    return entry.name().replaceFirst("^\\.?/", "");
  }

  /** What a document says, by its name in JSON or in YAML. */
  static RegoValue document(String path, byte[] content) {
    return path.endsWith(".yaml") || path.endsWith(".yml")
        ? yaml(path, content)
        : json(path, content);
  }

  private static RegoValue json(String path, byte[] content) {
    try {
      return RegoValue.parse(new ByteArrayInputStream(content));
    } catch (IllegalArgumentException e) {
      throw TarReader.refused("`" + path + "` is " + e.getMessage());
    }
  }

  /** YAML means here what it means to policies. */
  private static RegoValue yaml(String path, byte[] content) {
    Builtin reader = Builtins.standard().find(YAML);
    if (reader == null) {
      throw new UnsupportedPlanException(
          "the bundle has `" + path + "`, which takes `" + YAML + "`", List.of(YAML));
    }
    RegoString text = new RegoString(new String(content, StandardCharsets.UTF_8));
    Evaluation reading = new Evaluation(EvaluationOptions.standard(), 0);
    try {
      RegoValue value = reader.call(reading.context(), text);
      return value == null ? RegoNull.NULL : value;
    } catch (BuiltinException e) {
      throw TarReader.refused("`" + path + "`: " + e.getMessage());
    }
  }

  /** Puts a document where the folders of its file say. */
  private void add(String path, RegoValue document) {
    String[] folders = path.split("/");
    RegoValue whole = document;
    for (int i = folders.length - 2; i >= 0; i--) {
      whole = RegoObject.builder().put(folders[i], whole).counted();
    }
    if (!(whole instanceof RegoObject)) {
      throw TarReader.refused("`" + path + "` is no object");
    }
    data = joined(data, whole, path);
  }

  private static RegoValue joined(RegoValue first, RegoValue second, String path) {
    if (!(first instanceof RegoObject base) || !(second instanceof RegoObject more)) {
      throw TarReader.refused("`" + path + "` gives a value that another file gives, too");
    }
    RegoObject.Builder all = base.toBuilder();
    more.forEach(
        (key, value) -> {
          RegoValue there = base.get(key);
          all.put(key, there == null ? value : joined(there, value, path));
        });
    return all.counted();
  }
}
