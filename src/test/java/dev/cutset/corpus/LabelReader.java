package dev.cutset.corpus;

import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Judgement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads what a case expects; a word that it does not know is a mistake, never ignored. */
final class LabelReader {
  private static final Set<String> KEYS =
      Set.of("layer", "target", "verdict", "entryPoints", "findings", "advice", "why");
  private static final Set<String> CLAIM_KEYS =
      Set.of("policy", "scope", "verdict", "resources", "entryPoints", "undecidedBy");

  private final Map<?, ?> content;

  LabelReader(String text) {
    Object loaded = new Load(LoadSettings.builder().build()).loadFromString(text);
    content = map(loaded, KEYS);
  }

  Layer layer() {
    return Layer.of(text(content, "layer"));
  }

  Scope target() {
    return content.containsKey("target") ? scope(text(content, "target")) : Scope.ZONE;
  }

  String why() {
    return text(content, "why").strip();
  }

  Label label() {
    return new Label(
        Judgement.Outcome.valueOf(text(content, "verdict").toUpperCase(Locale.ROOT)),
        texts(content, "entryPoints"),
        claims("findings"),
        content.containsKey("advice") ? Optional.of(claims("advice")) : Optional.empty());
  }

  private List<Claim> claims(String key) {
    if (!(content.get(key) instanceof List<?> list)) {
      throw new IllegalArgumentException("`" + key + "` is not a list");
    }
    return list.stream().map(item -> claim(map(item, CLAIM_KEYS))).toList();
  }

  private static Claim claim(Map<?, ?> fields) {
    return new Claim(
        text(fields, "policy"),
        scope(text(fields, "scope")),
        texts(fields, "resources"),
        Verdict.valueOf(text(fields, "verdict").toUpperCase(Locale.ROOT)),
        fields.containsKey("entryPoints") ? texts(fields, "entryPoints") : List.of(),
        fields.containsKey("undecidedBy") ? texts(fields, "undecidedBy") : List.of());
  }

  private static Scope scope(String word) {
    return Scope.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Map<?, ?> map(Object value, Set<String> allowed) {
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException("not a mapping: `" + value + "`");
    }
    for (Object key : map.keySet()) {
      if (!allowed.contains(key)) {
        throw new IllegalArgumentException("unknown key `" + key + "`, known are " + allowed);
      }
    }
    return map;
  }

  private static String text(Map<?, ?> fields, String key) {
    if (fields.get(key) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw new IllegalArgumentException("`" + key + "` is missing");
  }

  private static List<String> texts(Map<?, ?> fields, String key) {
    if (fields.get(key) instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException("`" + key + "` is not a list");
  }
}
