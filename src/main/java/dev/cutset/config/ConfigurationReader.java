package dev.cutset.config;

import dev.cutset.catalog.Scope;
import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import dev.cutset.stack.YamlBounds;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads {@code cutset.yaml}; a mistake in it is an error with its place, never ignored. */
public final class ConfigurationReader {
  static final List<String> KEYS =
      List.of(
          "target",
          "entryPoints",
          "policies",
          "rules",
          "opa",
          "undecided",
          "verify",
          "waivers",
          "hints",
          "stacks",
          "lookups");
  static final List<String> POLICY_KEYS = List.of("enforcement", "severity", "waivable");
  static final List<Enforcement> ENFORCEMENTS =
      List.of(
          Enforcement.ADVISORY, Enforcement.MANDATORY, Enforcement.REMEDIATE, Enforcement.DISABLED);
  static final List<Enforcement> UNDECIDED = List.of(Enforcement.ADVISORY, Enforcement.MANDATORY);

  private final KnownPolicies known;

  /**
   * A reader for settings of these policies.
   *
   * @param policyIds an id that is not among them is a mistake
   */
  public ConfigurationReader(Collection<String> policyIds) {
    this(new KnownPolicies(policyIds, false));
  }

  /** A reader for settings of policies. */
  public ConfigurationReader(KnownPolicies known) {
    this.known = known;
  }

  public Configuration read(Path file) throws ConfigurationException {
    return read(content(file), file.toString());
  }

  private static String content(Path file) throws ConfigurationException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw unreadable(file, "not a UTF-8 text", "save it as UTF-8");
    } catch (IOException e) {
      throw unreadable(file, "cannot be read", "check that it exists and may be read");
    }
  }

  /**
   * Where a file says that the team's own policies are, and nothing else of it: what it says of
   * policies can be read once they are known.
   */
  public static List<OwnRules> rules(Path file) throws ConfigurationException {
    return rules(content(file), file.toString());
  }

  /**
   * Where a text says that the team's own policies are.
   *
   * @param file what messages call it; paths are relative to its folder
   */
  public static List<OwnRules> rules(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = compose(text, file, mistakes);
    mistakes.throwIfAny();
    if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
      return List.of();
    }
    List<OwnRules> rules = rules(Section.open(root.get(), mistakes), file, mistakes);
    mistakes.throwIfAny();
    return rules;
  }

  /** Which server a file says is to judge, and nothing else of it. */
  public static Optional<CentralRules> opa(Path file) throws ConfigurationException {
    return opa(content(file), file.toString());
  }

  /**
   * Which server a text says is to judge.
   *
   * @param file what messages call it; paths are relative to its folder
   */
  public static Optional<CentralRules> opa(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = compose(text, file, mistakes);
    mistakes.throwIfAny();
    if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
      return Optional.empty();
    }
    Optional<CentralRules> server = opa(Section.open(root.get(), mistakes), file, mistakes);
    mistakes.throwIfAny();
    return server;
  }

  private static Optional<CentralRules> opa(Section section, String file, Mistakes mistakes) {
    return section.get("opa").flatMap(new OpaServerReader(file, mistakes)::read);
  }

  /** What a file tells a program, and nothing else of it. */
  public static Answers answers(Path file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file.toString());
    Optional<Node> root = compose(content(file), file.toString(), mistakes);
    mistakes.throwIfAny();
    if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
      return Answers.NONE;
    }
    Answers answers = answers(Section.open(root.get(), mistakes), file.toString(), mistakes);
    mistakes.throwIfAny();
    return answers;
  }

  private static Answers answers(Section section, String file, Mistakes mistakes) {
    AnswersReader reader = new AnswersReader(file, mistakes);
    return new Answers(reader.stacks(section), each(section.items("lookups"), reader::lookup));
  }

  private static List<OwnRules> rules(Section section, String file, Mistakes mistakes) {
    List<OwnRules> rules = new ArrayList<>();
    for (Node item : section.items("rules")) {
      Optional<String> path = section.text(item, "rules");
      try {
        path.map(Path.of(file)::resolveSibling)
            .ifPresent(place -> rules.add(new OwnRules(place.normalize(), mistakes.place(item))));
      } catch (InvalidPathException e) {
        mistakes.add(item, "`" + path.orElse("") + "` is no path of a file", "");
      }
    }
    return rules;
  }

  private static ConfigurationException unreadable(Path file, String message, String help) {
    return new ConfigurationException(List.of(new Mistake(file.toString(), 0, 0, message, help)));
  }

  /**
   * Reads a text.
   *
   * @param file what messages call it
   */
  public Configuration read(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = compose(text, file, mistakes);
    mistakes.throwIfAny();
    if (root.isEmpty() || isNothing(root.get())) {
      return Configuration.EMPTY;
    }
    Configuration configuration =
        configuration(Section.closed(root.get(), KEYS, mistakes), file, mistakes);
    mistakes.throwIfAny();
    return configuration;
  }

  static Optional<Node> compose(String text, String file, Mistakes mistakes) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(file)
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      Optional<Node> broken = root.flatMap(YamlBounds::broken);
      if (broken.isPresent()) {
        mistakes.add(
            broken.get(),
            "nested too deeply, or with aliases that stand for too much or for themselves",
            "write out what they stand for");
        return Optional.empty();
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      String context =
          e.getContext() == null || e.getContext().isBlank() ? "" : e.getContext() + ", ";
      mistakes.add(
          e.getProblemMark().or(e::getContextMark), "not YAML: " + context + e.getProblem(), "");
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The latter of tags with a blank at an end.
      mistakes.add(Optional.empty(), "not YAML: " + e.getMessage(), "");
    } catch (StackOverflowError e) {
      // The parser descends once for each level; nothing else tells it where to stop.
      mistakes.add(Optional.empty(), "nested too deeply", "");
    }
    return Optional.empty();
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  private Configuration configuration(Section section, String file, Mistakes mistakes) {
    Map<String, PolicySetting> settings = policies(section, mistakes);
    // They are read by whoever asks for them; here it only shows whether they can be.
    rules(section, file, mistakes);
    opa(section, file, mistakes);
    return new Configuration(
        section.word("target", List.of(Scope.values()), Scope::word),
        each(section.items("entryPoints"), new EntryPointRuleReader(mistakes)::read),
        settings,
        section
            .word("undecided", UNDECIDED, Enforcement::word)
            .orElse(Configuration.EMPTY.undecided()),
        each(section.items("hints"), new HintReader(mistakes)::read),
        each(
            section.items("waivers"),
            new WaiverReader(known, notWaivable(settings), mistakes)::read),
        answers(section, file, mistakes),
        section.word("verify", List.of(true, false), String::valueOf).orElse(false));
  }

  private static <T> List<T> each(List<Node> nodes, Function<Node, Optional<T>> reader) {
    List<T> read = new ArrayList<>();
    nodes.forEach(node -> reader.apply(node).ifPresent(read::add));
    return read;
  }

  private Map<String, PolicySetting> policies(Section section, Mistakes mistakes) {
    Map<String, PolicySetting> settings = new LinkedHashMap<>();
    section
        .get("policies")
        .map(node -> Section.open(node, mistakes))
        .ifPresent(
            policies ->
                policies
                    .entries()
                    .forEach((id, entry) -> settings.put(id, policy(id, entry, mistakes))));
    return settings;
  }

  private PolicySetting policy(String id, Section.Entry entry, Mistakes mistakes) {
    if (!known.mayBe(id)) {
      mistakes.add(entry.key(), "unknown policy `" + id + "`", known.suggestion(id));
    }
    Section section = Section.closed(entry.value(), POLICY_KEYS, mistakes);
    return new PolicySetting(
        section.word("enforcement", ENFORCEMENTS, Enforcement::word),
        section.word("severity", List.of(Severity.values()), Severity::word),
        section.word("waivable", List.of(true, false), String::valueOf));
  }

  private static List<String> notWaivable(Map<String, PolicySetting> settings) {
    return settings.entrySet().stream()
        .filter(setting -> setting.getValue().waivable().equals(Optional.of(false)))
        .map(Map.Entry::getKey)
        .toList();
  }
}
