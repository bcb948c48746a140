package dev.cutset.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a Terraform expression or address names, such as {@code module.vpc.subnets[0]}, in its
 * parts.
 */
final class Reference {
  private static final String SPLAT = "*";
  private static final Set<String> NO_RESOURCES =
      Set.of("var", "local", "each", "count", "module", "data", "path", "terraform", "self");

  private final List<Part> parts;
  private @Nullable String local;

  /**
   * A reference.
   *
   * @param parts the names and the indexes, in order
   */
  Reference(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  List<Part> parts() {
    return parts;
  }

  /** What the configuration of its module calls the resource that it names, if it names one. */
  String local() {
    if (local == null) {
      local = Address.local(true, name(0), name(1));
    }
    return local;
  }

  /**
   * A name, or an index such as {@code 0} or {@code eu-west-1a}, without its quotes.
   *
   * @param text the name or the index
   * @param index whether it stood in brackets
   */
  record Part(String text, boolean index) {
    static Part ofIndex(String key) {
      return new Part(key, true);
    }

    /** Written out, as in {@link dev.cutset.stack.Urn}. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Part part && index == part.index && text.equals(part.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode() * 31 + Boolean.hashCode(index);
    }
  }

  static Reference of(String text) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.') {
        at++;
      } else if (c == '[') {
        int end = endOfIndex(text, at + 1);
        String key = unquoted(text.substring(at + 1, end));
        if (!key.equals(SPLAT)) {
          parts.add(Part.ofIndex(key));
        }
        at = end + 1;
      } else {
        int end = endOfName(text, at);
        parts.add(new Part(text.substring(at, end), false));
        at = end;
      }
    }
    return new Reference(parts);
  }

  /** The same with its names kept once. */
  Reference with(SharedTexts names) {
    List<Part> shared = new ArrayList<>(parts.size());
    parts.forEach(part -> shared.add(new Part(names.of(part.text()), part.index())));
    return new Reference(shared);
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '.' && text.charAt(end) != '[') {
      end++;
    }
    return end;
  }

  private static int endOfIndex(String text, int from) {
    boolean quoted = false;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ']' && !quoted) {
        return at;
      }
    }
    return text.length();
  }

  private static String unquoted(String index) {
    if (index.length() < 2 || !index.startsWith("\"") || !index.endsWith("\"")) {
      return index;
    }
    return index.substring(1, index.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** The name at a position; empty if there is none. */
  String name(int position) {
    return position < parts.size() && !parts.get(position).index()
        ? parts.get(position).text()
        : "";
  }

  boolean hasIndex(int position) {
    return position < parts.size() && parts.get(position).index();
  }

  /** Whether it is the bare name of a managed resource, of which an index or nothing chooses. */
  boolean namesAllInstances() {
    return parts.size() == 2 && !hasIndex(1) && !NO_RESOURCES.contains(name(0));
  }

  /** The parts from a position on. */
  List<Part> rest(int position) {
    return position < parts.size() ? parts.subList(position, parts.size()) : List.of();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reference reference && parts.equals(reference.parts);
  }

  @Override
  public int hashCode() {
    return parts.hashCode();
  }

  @Override
  public String toString() {
    return "Reference" + parts;
  }
}
