package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One of OPA's own cases: policies, documents, a query, and what must come of it.
 *
 * @param group the folder of the case, which names what it is about
 * @param fields the case as written
 */
record ConformanceCase(String group, String note, Map<?, ?> fields) {
  private static final Pattern PLAIN_QUERY =
      Pattern.compile("data((?:\\.[A-Za-z_][A-Za-z0-9_]*)+)(?:\\s*=\\s*(x))?");

  /** All cases of a folder, in order. */
  static List<ConformanceCase> readAll(Path folder) {
    List<ConformanceCase> cases = new ArrayList<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        cases.addAll(read(group(folder, file), file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static String group(Path folder, Path file) {
    Path parent = folder.relativize(file).getParent();
    return parent == null ? "" : parent.toString();
  }

  private static List<ConformanceCase> read(String group, Path file) throws IOException {
    LoadSettings settings =
        LoadSettings.builder().setAllowDuplicateKeys(true).setCodePointLimit(100_000_000).build();
    List<ConformanceCase> cases = new ArrayList<>();
    if (new Load(settings).loadFromString(Files.readString(file)) instanceof Map<?, ?> document
        && document.get("cases") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> fields) {
          cases.add(new ConformanceCase(group, String.valueOf(fields.get("note")), fields));
        }
      }
    }
    return cases;
  }

  List<String> modules() {
    return fields.get("modules") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  String query() {
    return String.valueOf(fields.get("query")).trim();
  }

  /** The path of the rule that the query asks for, if it asks for one and nothing else. */
  @Nullable String plainPath() {
    Matcher matcher = PLAIN_QUERY.matcher(query());
    boolean plain = matcher.matches() && fields.get("input_term") == null;
    return plain ? matcher.group(1).substring(1).replace('.', '/') : null;
  }

  boolean bindsResult() {
    return query().endsWith("x") && query().contains("=");
  }

  /** The names of the variables whose values are wanted. */
  List<String> variables() {
    TreeSet<String> names = new TreeSet<>();
    if (fields.get("want_result") instanceof List<?> results) {
      for (Object result : results) {
        if (result instanceof Map<?, ?> bindings) {
          bindings.keySet().forEach(name -> names.add(String.valueOf(name)));
        }
      }
    }
    return List.copyOf(names);
  }

  RegoValue data() {
    Object data = fields.get("data");
    return data == null ? RegoObject.EMPTY : RegoValue.of(data);
  }

  boolean strict() {
    return Boolean.TRUE.equals(fields.get("strict_error"));
  }

  boolean wantsError() {
    return fields.get("want_error") != null || fields.get("want_error_code") != null;
  }

  boolean sorts() {
    return Boolean.TRUE.equals(fields.get("sort_bindings"));
  }
}
