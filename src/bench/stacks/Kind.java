package dev.cutset.bench.stacks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A resource type: what it is called, and what it carries that nobody set. */
final class Kind {
  final String terraform;
  final String pulumi;
  final String idPrefix;
  final Map<String, Object> known = new LinkedHashMap<>();
  final List<String> absent = new java.util.ArrayList<>();
  final List<String> empty = new java.util.ArrayList<>();
  final List<String> later = new java.util.ArrayList<>();
  final Set<String> single = new LinkedHashSet<>();
  private final Map<String, String> called = new LinkedHashMap<>();

  private Kind(String terraform, String pulumi, String idPrefix) {
    this.terraform = terraform;
    this.pulumi = pulumi;
    this.idPrefix = idPrefix;
  }

  /** Pulumi's name of an attribute. */
  String property(String attribute) {
    return called.computeIfAbsent(attribute, Kind::camelCase);
  }

  static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(
          camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return camel.toString();
  }

  /** Reads {@code kinds.txt}, which says at its head how it is written. */
  static Map<String, Kind> read(Path file) throws IOException {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      Kind kind = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        List<String> words = List.of(line.strip().split(" +(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (words.get(0).startsWith("aws_")) {
          kind = new Kind(words.get(0), words.get(1), words.get(2));
          kinds.put(kind.terraform, kind);
        } else if (kind != null) {
          kind.add(words.get(0), words.subList(1, words.size()));
        }
      }
    }
    return kinds;
  }

  private void add(String group, List<String> words) {
    switch (group) {
      case "known" -> words.forEach(word -> known.put(before(word), constant(after(word))));
      case "called" -> words.forEach(word -> called.put(before(word), after(word)));
      case "null" -> absent.addAll(words);
      case "empty" -> empty.addAll(words);
      case "later" -> later.addAll(words);
      case "single" -> single.addAll(words);
      default -> throw new IllegalArgumentException("`" + group + "` in kinds.txt");
    }
  }

  private static String before(String word) {
    return word.substring(0, word.indexOf('='));
  }

  private static String after(String word) {
    return word.substring(word.indexOf('=') + 1);
  }

  private static Object constant(String json) {
    return switch (json) {
      case "true", "false" -> Boolean.valueOf(json);
      default ->
          json.startsWith("\"") ? json.substring(1, json.length() - 1) : Integer.valueOf(json);
    };
  }
}
