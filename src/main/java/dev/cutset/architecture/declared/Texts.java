package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Relations.Relation;
import dev.cutset.catalog.Link;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The texts of a component in which the things that it uses show: user data, environments,
 * definitions, its own and those it borrows.
 */
public final class Texts {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{24,}={0,2}\\s*");
  private static final int DEEPEST = 4;

  /** What Terraform's provider keeps of user data in place of the text itself. */
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{40}|[0-9A-Za-z+/]{27}=");

  /** A property that may tell what a component uses. */
  public record Source(Known said, PropertyPath path) {

    /** How messages name it. */
    public String named() {
      return said.said(path);
    }

    /** Whether it says what runs rather than what that uses. */
    public boolean isImage() {
      return path.steps().get(path.steps().size() - 1).equals("image");
    }
  }

  private final Relations relations;

  public Texts(Relations relations) {
    this.relations = relations;
  }

  public List<Source> sources(Known known) {
    List<Source> sources = new ArrayList<>();
    for (Known sayer : sayers(known)) {
      sayer.type().reads().forEach(path -> sources.add(new Source(sayer, path)));
    }
    return sources;
  }

  /** The component's resource and all from which it borrows, its own first. */
  public Set<Known> sayers(Known known) {
    if (relations.of(Link.Verb.BORROWS, known).isEmpty()) {
      return Set.of(known);
    }
    Set<Known> sayers = new LinkedHashSet<>();
    gather(known, sayers, 0);
    return Collections.unmodifiableSet(sayers);
  }

  /** Where it says what it says, if nobody can tell yet what that is. */
  public Optional<PropertyPath> elsewhere(Known known) {
    return relations.borrowsUnknown(known);
  }

  private void gather(Known known, Set<Known> sayers, int depth) {
    if (depth <= DEEPEST && sayers.add(known)) {
      for (Relation relation : relations.of(Link.Verb.BORROWS, known)) {
        gather(relation.object(), sayers, depth + 1);
      }
    }
  }

  /** All known texts within a property, decoded where they are encoded. */
  public static List<String> in(Source source) {
    List<String> texts = new ArrayList<>();
    for (Value value : source.path().in(source.said().resource())) {
      collect(value, source.isImage(), texts);
    }
    return texts;
  }

  /** Whether part of the property is not known, or only a digest of it is. */
  public static boolean opaque(Source source) {
    return holds(source, value -> value.opaque() || isDigest(value));
  }

  private static boolean isDigest(Value value) {
    return value instanceof Value.Text text && DIGEST.matcher(text.value()).matches();
  }

  /** Whether part of the property is not known yet; what is secret stays so and tells nothing. */
  public static boolean isUnknown(Source source) {
    return holds(source, Value.Unknown.class::isInstance);
  }

  private static boolean holds(Source source, Predicate<Value> wanted) {
    return source.path().in(source.said().resource()).stream()
        .anyMatch(value -> holds(value, wanted));
  }

  private static boolean holds(Value value, Predicate<Value> wanted) {
    if (value instanceof Value.Items items) {
      return items.values().stream().anyMatch(item -> holds(item, wanted));
    } else if (value instanceof Value.Fields fields) {
      return fields.values().values().stream().anyMatch(field -> holds(field, wanted));
    }
    return wanted.test(value);
  }

  /** Only at the start of a line a name is that of an image: `postgres` elsewhere is a setting. */
  private static void collect(Value value, boolean image, List<String> texts) {
    if (value instanceof Value.Text text && !isDigest(value)) {
      String plain = decoded(text.value());
      texts.add(image ? plain : " " + plain.replace("\n", "\n "));
    } else if (value instanceof Value.Items items) {
      items.values().forEach(item -> collect(item, image, texts));
    } else if (value instanceof Value.Fields fields) {
      fields.values().forEach((name, field) -> collect(field, name.startsWith("image"), texts));
    }
  }

  private static String decoded(String text) {
    if (!BASE64.matcher(text).matches()) {
      return text;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      String plain = new String(bytes, StandardCharsets.UTF_8);
      return plain.indexOf('\uFFFD') < 0 && plain.indexOf('\0') < 0 ? plain : text;
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
