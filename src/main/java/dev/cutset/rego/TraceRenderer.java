package dev.cutset.rego;

import dev.cutset.rego.TraceEvent.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes what happens in an evaluation as lines of text: the place, what happened, the expression
 * as it stands in the policy if its source is there, and the values.
 */
public final class TraceRenderer implements Consumer<TraceEvent> {
  private static final int PLACE = 24;

  private final Map<String, List<String>> sources;
  private final Consumer<String> lines;

  /**
   * Renders without the text of the policy.
   *
   * @param lines takes each line
   */
  public TraceRenderer(Consumer<String> lines) {
    this(Map.of(), lines);
  }

  /**
   * Renders with the text of the policy.
   *
   * @param sources the text of each file, under the name that the plan has for it
   * @param lines takes each line
   */
  public TraceRenderer(Map<String, String> sources, Consumer<String> lines) {
    this.sources =
        sources.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> entry.getValue().lines().toList()));
    this.lines = lines;
  }

  @Override
  public void accept(TraceEvent event) {
    String place = event.location().row() == 0 ? "" : event.location().toString();
    boolean ofRule = event.kind() == Kind.ENTER || event.kind() == Kind.EXIT;
    String said =
        ofRule || event.kind() == Kind.KNOWN
            ? event.detail()
            : said(source(event.location()), event);
    lines.accept(
        (pad(place) + "| ".repeat(event.depth()) + word(event.kind()) + " " + said)
            .stripTrailing());
  }

  private static String said(String text, TraceEvent event) {
    if (text.isEmpty() || event.detail().isEmpty()) {
      return text + event.detail();
    }
    return text + "   # " + event.detail();
  }

  private static String pad(String place) {
    return place + " ".repeat(Math.max(1, PLACE - place.length()));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The expression as it stands in the policy, or its first line. */
  private String source(Location place) {
    List<String> text = sources.getOrDefault(place.file(), List.of());
    if (place.row() < 1 || place.row() > text.size()) {
      return "";
    }
    String line = text.get(place.row() - 1);
    boolean whole = place.endRow() == place.row();
    int end = whole ? Math.min(place.endColumn() - 1, line.length()) : line.length();
    int start = Math.min(Math.max(0, place.column() - 1), end);
    return line.substring(start, end).strip() + (place.endRow() > place.row() ? " …" : "");
  }
}
