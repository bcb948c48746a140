package dev.cutset.config;

import dev.cutset.catalog.Scope;
import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.policy.Baseline;
import dev.cutset.policy.Cause;
import dev.cutset.policy.Known;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a baseline; a mistake in it is an error with its place, since what is misread could hide
 * what is new.
 */
public final class BaselineReader {
  /** The only form of the file that there is so far. */
  public static final int VERSION = 1;

  private static final String HELP = "`cutset baseline write` makes it anew";
  private static final List<String> KEYS = List.of("version", "findings");
  private static final List<String> FINDING_KEYS =
      List.of(
          "fingerprint",
          "policy",
          "scope",
          "failure",
          "resources",
          "entryPoints",
          "verdict",
          "blocks",
          "title");

  private final Mistakes mistakes;
  private final Map<String, Node> seen = new HashMap<>();

  private BaselineReader(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  public static Baseline read(Path file) throws ConfigurationException {
    try {
      return read(Files.readString(file), file.toString());
    } catch (CharacterCodingException e) {
      throw refused(new Mistake(file.toString(), 0, 0, "not a UTF-8 text", HELP));
    } catch (IOException e) {
      throw refused(new Mistake(file.toString(), 0, 0, "cannot be read", HELP));
    }
  }

  /**
   * Reads a text.
   *
   * @param file what messages call it
   */
  public static Baseline read(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    try {
      // JSON is YAML, whose parser tells where each value is.
      Optional<Node> root = mistakes.root(text);
      if (root.isEmpty()) {
        throw refused(new Mistake(file, 1, 1, "the file is empty", ""));
      }
      List<Known> findings = new BaselineReader(mistakes).findings(root.get());
      mistakes.throwIfAny();
      return new Baseline(findings);
    } catch (ConfigurationException e) {
      throw new ConfigurationException(e.mistakes().stream().map(BaselineReader::helped).toList());
    }
  }

  private static ConfigurationException refused(Mistake mistake) {
    return new ConfigurationException(List.of(mistake));
  }

  private static Mistake helped(Mistake mistake) {
    return new Mistake(
        mistake.file(),
        mistake.line(),
        mistake.column(),
        mistake.message().replaceFirst("^not YAML", "not JSON"),
        mistake.help().isEmpty() ? HELP : mistake.help());
  }

  private List<Known> findings(Node root) {
    Section section = Section.closed(root, KEYS, mistakes);
    if (section.isSound() && !(section.has("version") && section.has("findings"))) {
      mistakes.add(root, "not a baseline: it needs `version` and `findings`", "");
    }
    section
        .text("version")
        .filter(version -> !version.equals(String.valueOf(VERSION)))
        .ifPresent(
            version ->
                mistakes.add(
                    section.get("version").orElse(root),
                    "a baseline of version `" + version + "`; this Cutset reads version " + VERSION,
                    ""));
    List<Known> findings = new ArrayList<>();
    section.items("findings").forEach(node -> finding(node).ifPresent(findings::add));
    return findings;
  }

  private Optional<Known> finding(Node node) {
    Section section = Section.closed(node, FINDING_KEYS, mistakes);
    if (section.isSound()) {
      for (String key : FINDING_KEYS) {
        if (!section.has(key)) {
          mistakes.add(node, "a finding without `" + key + "`", "");
        }
      }
    }
    Optional<String> fingerprint = section.text("fingerprint");
    Optional<String> policy = section.text("policy");
    Optional<Scope> scope = section.word("scope", List.of(Scope.values()), Scope::word);
    Optional<String> failure = section.text("failure");
    List<Urn> resources = texts(section, "resources").stream().map(Urn::new).toList();
    List<String> entryPoints = texts(section, "entryPoints");
    Optional<Boolean> certain =
        section.word("verdict", List.of(true, false), BaselineReader::verdict);
    Optional<Boolean> blocks = section.word("blocks", List.of(true, false), String::valueOf);
    Optional<String> title = section.text("title");
    if (resources.isEmpty() && section.has("resources")) {
      mistakes.add(node, "a finding needs at least one of its `resources`", "");
    }
    if (fingerprint.isEmpty()
        || policy.isEmpty()
        || scope.isEmpty()
        || failure.isEmpty()
        || resources.isEmpty()
        || certain.isEmpty()
        || blocks.isEmpty()
        || title.isEmpty()) {
      return Optional.empty();
    }
    Cause cause = new Cause(policy.get(), scope.get(), failure.get(), resources);
    check(cause, fingerprint.get(), section);
    return Optional.of(new Known(cause, certain.get(), blocks.get(), entryPoints, title.get()));
  }

  /** Whoever edits a finding by hand is told that it says something else now. */
  private void check(Cause cause, String fingerprint, Section section) {
    Node where = section.get("fingerprint").orElse(section.node());
    if (!cause.fingerprint().equals(fingerprint)) {
      mistakes.add(where, "the fingerprint `" + fingerprint + "` is not that of this finding", "");
    }
    Node first = seen.putIfAbsent(fingerprint, where);
    if (first != null) {
      mistakes.add(
          where,
          "the finding is there twice, first on line " + mistakes.place(first).line(),
          "keep one of them, or let `cutset baseline write` make the file anew");
    }
  }

  private static String verdict(boolean certain) {
    return certain ? "down" : "unknown";
  }

  private static List<String> texts(Section section, String key) {
    List<String> texts = new ArrayList<>();
    section.items(key).forEach(item -> section.text(item, key).ifPresent(texts::add));
    return texts;
  }
}
