package dev.cutset.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a text that is one YAML document, or refuses it: no text, however hostile, ends in anything
 * but an answer or a {@link YamlException}.
 */
public final class YamlReader {
  private YamlReader() {}

  /**
   * The document as nodes, which know where they stand; empty where there is none.
   *
   * @param file what its nodes say that they are from
   */
  public static Optional<Node> nodes(String text, String file) throws YamlException {
    return guarded(() -> composed(text, settings(file)));
  }

  /**
   * The document as maps, lists, texts, numbers and truths; empty where there is none.
   *
   * @param file what its mistakes are said to be in
   */
  public static Optional<Object> values(String text, String file) throws YamlException {
    LoadSettings settings = settings(file);
    return guarded(
        () ->
            Optional.ofNullable(
                new StandardConstructor(settings)
                    .constructSingleDocument(composed(text, settings))));
  }

  private static LoadSettings settings(String file) {
    return LoadSettings.builder()
        .setLabel(file)
        .setUseMarks(true)
        // The whole text is in memory already; what it stands for is what YamlBounds limits.
        .setCodePointLimit(Integer.MAX_VALUE)
        .build();
  }

  private static Optional<Node> composed(String text, LoadSettings settings) throws YamlException {
    Optional<Node> root = new Compose(settings).composeString(text);
    Optional<Node> broken = root.flatMap(YamlBounds::broken);
    if (broken.isPresent()) {
      throw YamlException.unbounded(broken.get().getStartMark());
    }
    return root;
  }

  /** What is done with a text that may be anything. */
  @FunctionalInterface
  private interface Attempt<T> {
    Optional<T> make() throws YamlException;
  }

  private static <T> Optional<T> guarded(Attempt<T> attempt) throws YamlException {
    try {
      return attempt.make();
    } catch (MarkedYamlEngineException e) {
      String context =
          e.getContext() == null || e.getContext().isBlank() ? "" : e.getContext() + ", ";
      throw YamlException.notYaml(
          e.getProblemMark().or(e::getContextMark), context + e.getProblem());
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The latter of tags with a blank at an end, and of numbers that are none.
      throw YamlException.notYaml(Optional.empty(), String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      // The parser descends once for each level; nothing else tells it where to stop.
      throw YamlException.tooDeep();
    }
  }
}
