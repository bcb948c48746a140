package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A folder with a policy, its input and data, its plan as {@code opa build} made it, and the value
 * of each entry point as {@code opa eval} gave it; an undefined one is not listed.
 */
record GoldenCase(Path folder) {
  private static final Path ALL = Path.of("src/test/resources/rego/cases");

  static List<GoldenCase> all() {
    try (var folders = Files.list(ALL)) {
      return folders.sorted().map(GoldenCase::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return folder.getFileName().toString();
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RegoValue json(String file) {
    try (var in = Files.newInputStream(folder.resolve(file))) {
      return RegoValue.parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> policies() {
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".rego"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The values of all entry points of a plan, under their names. */
  RegoValue evaluate(Plan plan) {
    RegoObject.Builder values = RegoObject.builder();
    for (String entryPoint : plan.entryPoints()) {
      Optional<RegoValue> value = plan.evaluate(entryPoint, json("input.json"), json("data.json"));
      // Through JSON, as the expected values have come, so that sets are lists in both.
      value.ifPresent(it -> values.put(entryPoint, RegoValue.parse(it.toJson())));
    }
    return values.build();
  }
}
