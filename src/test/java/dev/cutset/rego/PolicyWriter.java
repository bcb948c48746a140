package dev.cutset.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes random policies out of a grammar; one seed always gives the same policy. */
final class PolicyWriter {
  private static final Path GRAMMAR = FuzzBatch.DOCUMENTS.resolve("grammar.txt");
  private static final Pattern HOLE = Pattern.compile("\\{([A-Z]+[0-9]?)(!{0,2})}");
  private static final Pattern VARIABLE = Pattern.compile("\\$([ntblsoa])[0-9]?");
  private static final Pattern NAMING = Pattern.compile("^@([A-Z]+[0-9]?):");
  private static final int DEPTH = 6;

  private final Map<String, List<String>> grammar;
  private final Random random;
  private final List<Name> names = new ArrayList<>();
  private String rule = "";
  private final String prefix;
  private int count;

  /** A variable or rule that may be used. */
  private record Name(String kind, String name) {}

  /** A rule or function with all its definitions. */
  record Unit(String kind, String name, String text) {
    /** Whether it has a value of its own, without arguments. */
    boolean isRule() {
      return !isStub() && !kind.matches("[FP][0-9]");
    }

    boolean isStub() {
      return kind.isEmpty();
    }

    /** The simplest that others can use in its place, as long as the text of this one. */
    Unit stub() {
      String head =
          switch (kind) {
            case "F1", "P1" -> name + "(x) := x";
            case "F2" -> name + "(x, _) := x";
            default -> name + " := input.s";
          };
      return new Unit("", name, head + "\n".repeat(lineEnds()));
    }

    int lineEnds() {
      return (int) text.chars().filter(each -> each == '\n').count();
    }
  }

  /** There was no way to write it: no function is there yet that could be called. */
  private static final class DeadEnd extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DeadEnd() {
      super("", null, false, false);
    }
  }

  private PolicyWriter(Map<String, List<String>> grammar, long seed) {
    this.grammar = grammar;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    // Some errors of the tool have a name only, and not where it is.
    this.prefix = seed + "_";
  }

  /** The rules of a policy; a later one may use those before it. */
  static List<Unit> write(Map<String, List<String>> grammar, long seed) {
    PolicyWriter writer = new PolicyWriter(grammar, seed);
    List<Unit> units = new ArrayList<>();
    for (int wanted = 3 + writer.random.nextInt(6); wanted > 0; wanted--) {
      String text = writer.expand("RULE", 0);
      Name name = writer.names.get(writer.names.size() - 1);
      units.add(new Unit(name.kind(), name.name(), text));
    }
    return units;
  }

  static Map<String, List<String>> grammar() {
    Map<String, List<String>> grammar = new HashMap<>();
    try {
      for (String line : Files.readAllLines(GRAMMAR)) {
        int colon = line.indexOf(": ");
        if (!line.startsWith("#") && colon > 0) {
          grammar
              .computeIfAbsent(line.substring(0, colon), kind -> new ArrayList<>())
              .add(line.substring(colon + 2).replace("\\n", "\n"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return grammar;
  }

  private String expand(String kind, int depth) {
    List<String> known =
        names.stream().filter(each -> each.kind().equals(kind)).map(Name::name).toList();
    List<String> ways = grammar.getOrDefault(kind, List.of());
    if (!known.isEmpty() && (ways.isEmpty() || random.nextInt(3) == 0)) {
      return known.get(random.nextInt(known.size()));
    }
    for (int attempt = 0; attempt < 20 && !ways.isEmpty(); attempt++) {
      String way = ways.get(random.nextInt(ways.size()));
      int before = names.size();
      // Where it is deep already, what has no holes is looked for with some patience.
      if (depth <= DEPTH + attempt / 4 || !HOLE.matcher(way).find()) {
        try {
          return write(way, depth + 1);
        } catch (DeadEnd e) {
          names.subList(before, names.size()).clear();
        }
      }
    }
    throw new DeadEnd();
  }

  private String write(String way, int depth) {
    Matcher naming = NAMING.matcher(way);
    String kind = naming.find() ? naming.group(1) : "";
    String text = kind.isEmpty() ? way : way.substring(naming.end());
    if (!kind.isEmpty()) {
      rule = "r" + prefix + ++count;
    }
    boolean scope = text.startsWith("~");
    int outside = names.size();
    List<Name> fresh = new ArrayList<>();
    text = variables(text.substring(scope ? 1 : 0).replace("@", rule), fresh);
    text = fill(text, "", depth);
    names.addAll(fresh);
    text = fill(text, "!", depth);
    text = fill(text, "!!", depth);
    if (scope) {
      names.subList(outside, names.size()).clear();
    }
    if (!kind.isEmpty()) {
      names.add(new Name(kind, rule));
    }
    return text;
  }

  private String variables(String text, List<Name> fresh) {
    Map<String, String> chosen = new HashMap<>();
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> chosen.computeIfAbsent(found.group(), it -> variable(it, fresh)));
  }

  private String variable(String symbol, List<Name> fresh) {
    String kind =
        switch (symbol.charAt(1)) {
          case 'n' -> "NUMBER";
          case 't' -> "TEXT";
          case 'b' -> "TRUTH";
          case 'l' -> "LIST";
          case 's' -> "SET";
          case 'o' -> "OBJECT";
          default -> "ANY";
        };
    String name = "v" + prefix + ++count;
    fresh.add(new Name(kind, name));
    return name;
  }

  private String fill(String text, String turn, int depth) {
    Matcher hole = HOLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (hole.find()) {
      String with = hole.group(2).equals(turn) ? expand(hole.group(1), depth) : hole.group();
      hole.appendReplacement(filled, Matcher.quoteReplacement(with));
    }
    return hole.appendTail(filled).toString();
  }
}
