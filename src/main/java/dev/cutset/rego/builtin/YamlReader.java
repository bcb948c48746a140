package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/**
 * The first document of a YAML text as a value.
 *
 * <p>Of a key that is repeated the last value counts; keys that are no texts become such; what is
 * merged with {@code <<} gives way to what stands beside it.
 */
final class YamlReader {
  /** What stands in a document without quotes and tag, and has yet to be told a type. */
  private static final Tag BARE = new Tag("!bare");

  /** What stands in quotes, or after an exclamation mark that names no tag, which says nothing. */
  private static final Tag QUOTED = new Tag("!quoted");

  private final Set<Node> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
  private int converted;
  private int convertedAgain;
  private int aliasDepth;

  private YamlReader() {}

  static RegoValue read(String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new BareSchema())
            .setAllowDuplicateKeys(true)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setMaxAliasesForCollections(Integer.MAX_VALUE)
            .setUseMarks(true)
            .build();
    try {
      Node first = null;
      // All documents are read, since a mistake in any of them counts.
      for (Node document : new Compose(settings).composeAllFromString(text)) {
        first = first == null ? document : first;
      }
      return first == null ? RegoNull.NULL : new YamlReader().value(first);
    } catch (MarkedYamlEngineException e) {
      throw failed(message(e));
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The latter of tags with a blank at an end.
      throw failed(String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      // The parser descends once for each level; nothing else tells it where to stop.
      throw failed("nested too deeply");
    }
  }

  /** A mistake as Go tells it: the line, and what was not found there. */
  private static String message(MarkedYamlEngineException mistake) {
    String problem = String.valueOf(mistake.getProblem());
    String found =
        problem.replaceFirst("^expected (.*), but (got|found).*", "did not find expected $1");
    String line =
        mistake.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
    return line + found;
  }

  private static BuiltinException failed(String message) {
    return BuiltinException.failed("yaml: " + message);
  }

  private RegoValue value(Node node) {
    if (node instanceof ScalarNode scalar) {
      count();
      return scalar(scalar);
    }
    if (!open.add(node)) {
      throw failed("anchor contains itself");
    }
    boolean again = !met.add(node);
    aliasDepth += again ? 1 : 0;
    count();
    RegoValue value = node instanceof SequenceNode list ? array(list) : object((MappingNode) node);
    aliasDepth -= again ? 1 : 0;
    open.remove(node);
    return value;
  }

  /** Refuses a small text that unfolds into a huge document by naming parts again and again. */
  private void count() {
    converted++;
    convertedAgain += aliasDepth > 0 ? 1 : 0;
    if (convertedAgain > 100
        && converted > 1000
        && convertedAgain / (double) converted > allowedShare(converted)) {
      throw failed("document contains excessive aliasing");
    }
  }

  private static double allowedShare(int converted) {
    double progress = (converted - 400_000) / 3_600_000.0;
    return 0.99 - 0.89 * Math.max(0, Math.min(1, progress));
  }

  private static RegoValue scalar(ScalarNode node) {
    return isBare(node)
        ? YamlScalars.resolve(node.getValue())
        : YamlScalars.tagged(node.getTag().getValue(), node.getValue());
  }

  private static boolean isBare(Node node) {
    return node.getTag().equals(BARE)
        || node.getTag().equals(QUOTED)
            && node instanceof ScalarNode scalar
            && scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  private RegoValue array(SequenceNode node) {
    List<RegoValue> elements = new ArrayList<>();
    for (Node element : node.getValue()) {
      elements.add(value(element));
    }
    return RegoArray.of(elements);
  }

  private RegoValue object(MappingNode node) {
    Map<String, RegoValue> fields = new HashMap<>();
    collect(node, fields);
    RegoObject.Builder object = RegoObject.builder();
    fields.forEach(object::put);
    return object.build();
  }

  private void collect(MappingNode node, Map<String, RegoValue> fields) {
    Map<String, RegoValue> own = new HashMap<>();
    List<Node> merged = new ArrayList<>();
    for (NodeTuple field : node.getValue()) {
      if (isMerge(field.getKeyNode())) {
        merged.addAll(
            field.getValueNode() instanceof SequenceNode list
                ? list.getValue()
                : List.of(field.getValueNode()));
      } else {
        own.put(key(field.getKeyNode()), value(field.getValueNode()));
      }
    }
    own.forEach(fields::putIfAbsent);
    for (Node source : merged) {
      merge(source, fields);
    }
  }

  private void merge(Node source, Map<String, RegoValue> fields) {
    if (!(source instanceof MappingNode mapping)) {
      throw failed("map merge requires map or sequence of maps as the value");
    }
    if (!open.add(source)) {
      throw failed("anchor contains itself");
    }
    boolean again = !met.add(source);
    aliasDepth += again ? 1 : 0;
    count();
    collect(mapping, fields);
    aliasDepth -= again ? 1 : 0;
    open.remove(source);
  }

  private static boolean isMerge(Node node) {
    return node instanceof ScalarNode scalar
        && scalar.getValue().equals("<<")
        && (isBare(node) || node.getTag().equals(Tag.MERGE));
  }

  private static String key(Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      throw failed("invalid map key");
    }
    String key = YamlScalars.key(scalar(scalar));
    if (key == null) {
      throw failed("unsupported map key of type: null");
    }
    return key;
  }

  /** Leaves what is bare as it is, so that {@link YamlScalars} may say what it means. */
  private static final class BareSchema implements Schema {
    @Override
    public ScalarResolver getScalarResolver() {
      return (value, implicit) -> implicit ? BARE : QUOTED;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
      return Map.of();
    }
  }

  /** The value that a bare text has, for the writer to know what must be quoted; or null. */
  static @Nullable RegoValue bare(String text) {
    try {
      return YamlScalars.resolve(text);
    } catch (BuiltinException e) {
      return null;
    }
  }
}
