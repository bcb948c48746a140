package dev.cutset.config;

import dev.cutset.catalog.Scope;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Severity;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
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
    return read(WrittenFile.text(file), file.toString());
  }

  /**
   * Where a file says that the team's own policies are, and nothing else of it: what it says of
   * policies can be read once they are known.
   */
  public static List<OwnRules> rules(Path file) throws ConfigurationException {
    return rules(WrittenFile.text(file), file.toString());
  }

  /**
   * Where a text says that the team's own policies are.
   *
   * @param file what messages call it; paths are relative to its folder
   */
  public static List<OwnRules> rules(String text, String file) throws ConfigurationException {
    return only(text, file, List.of(), (section, mistakes) -> rules(section, file, mistakes));
  }

  /** Which server a file says is to judge, and nothing else of it. */
  public static Optional<CentralRules> opa(Path file) throws ConfigurationException {
    return opa(WrittenFile.text(file), file.toString());
  }

  /**
   * Which server a text says is to judge.
   *
   * @param file what messages call it; paths are relative to its folder
   */
  public static Optional<CentralRules> opa(String text, String file) throws ConfigurationException {
    return only(text, file, Optional.empty(), (section, mistakes) -> opa(section, file, mistakes));
  }

  private static Optional<CentralRules> opa(Section section, String file, Mistakes mistakes) {
    return section.get("opa").flatMap(new OpaServerReader(file, mistakes)::read);
  }

  /** What a file tells a program, and nothing else of it. */
  public static Answers answers(Path file) throws ConfigurationException {
    return only(
        WrittenFile.text(file),
        file.toString(),
        Answers.NONE,
        (section, mistakes) -> answers(section, file.toString(), mistakes));
  }

  /** What one part of a text says, whatever is wrong with the others; {@code none} without it. */
  private static <T> T only(
      String text, String file, T none, BiFunction<Section, Mistakes, T> reader)
      throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = mistakes.root(text);
    if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
      return none;
    }
    T read = reader.apply(Section.open(root.get(), mistakes), mistakes);
    mistakes.throwIfAny();
    return read;
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

  /**
   * Reads a text.
   *
   * @param file what messages call it
   */
  public Configuration read(String text, String file) throws ConfigurationException {
    Mistakes mistakes = new Mistakes(file);
    Optional<Node> root = mistakes.root(text);
    if (root.isEmpty() || isNothing(root.get())) {
      return Configuration.EMPTY;
    }
    Configuration configuration =
        configuration(Section.closed(root.get(), KEYS, mistakes), file, mistakes);
    mistakes.throwIfAny();
    return configuration;
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
