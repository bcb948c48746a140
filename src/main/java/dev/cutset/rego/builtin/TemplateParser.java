package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.builtin.TemplateLexer.Piece;
import dev.cutset.rego.builtin.TemplateLexer.Word;
import dev.cutset.rego.builtin.TemplateNode.Constant;
import dev.cutset.rego.builtin.TemplateNode.Pipe;
import dev.cutset.rego.builtin.TemplateNode.Term;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads templates as Go's text/template writes them. */
final class TemplateParser {
  private final List<Piece> pieces;
  private final Map<String, List<TemplateNode>> named = new HashMap<>();
  private final List<String> variables = new ArrayList<>(List.of("$"));
  private int at;
  private int loops;
  private List<Word> words = List.of();
  private int word;

  private TemplateParser(String template) {
    pieces = TemplateLexer.cut(template);
  }

  /** The templates of a text by their names; the text itself has the empty name. */
  static Map<String, List<TemplateNode>> parse(String template) {
    TemplateParser parser = new TemplateParser(template);
    List<TemplateNode> main = parser.list(false);
    parser.named.put("", main);
    return parser.named;
  }

  private static BuiltinException failed(String message) {
    return TemplateLexer.failed(message);
  }

  /** Reads to the end, or to the {@code end} or {@code else} that closes what is open. */
  private List<TemplateNode> list(boolean open) {
    List<TemplateNode> nodes = new ArrayList<>();
    while (at < pieces.size()) {
      Piece piece = pieces.get(at++);
      if (!piece.isAction()) {
        nodes.add(new TemplateNode.Text(piece.text()));
        continue;
      }
      words = piece.words();
      word = 0;
      String first = peek();
      if (first.equals("end") || first.equals("else")) {
        if (!open) {
          throw failed("unexpected {{" + first + "}}");
        }
        return nodes;
      }
      TemplateNode node = action(first);
      if (node != null) {
        nodes.add(node);
      }
    }
    if (open) {
      throw failed("unexpected EOF");
    }
    return nodes;
  }

  private String peek() {
    return word < words.size() ? words.get(word).text() : "";
  }

  private @Nullable TemplateNode action(String first) {
    return switch (first) {
      case "" -> throw failed("missing value for command");
      case "if", "with", "range" -> {
        word++;
        yield control(first);
      }
      case "define" -> {
        define();
        yield null;
      }
      case "block", "template" -> call(first);
      case "break", "continue" -> {
        word++;
        closed(first);
        if (loops == 0) {
          throw failed("{{" + first + "}} outside {{range}}");
        }
        yield new TemplateNode.Leave(first.equals("break"));
      }
      default -> {
        Pipe pipe = pipe("command");
        closed("command");
        yield new TemplateNode.Output(pipe);
      }
    };
  }

  private void closed(String context) {
    if (word < words.size()) {
      throw failed("unexpected <" + peek() + "> in " + context);
    }
  }

  private TemplateNode control(String kind) {
    int scope = variables.size();
    Pipe pipe = pipe(kind);
    closed(kind);
    loops += kind.equals("range") ? 1 : 0;
    List<TemplateNode> then = list(true);
    loops -= kind.equals("range") ? 1 : 0;
    List<TemplateNode> otherwise = List.of();
    if (peek().equals("else")) {
      word++;
      if (!kind.equals("range") && peek().equals(kind)) {
        word++;
        otherwise = List.of(control(kind));
      } else {
        closed("else");
        otherwise = list(true);
        if (peek().equals("else")) {
          throw failed("expected end; found {{else}}");
        }
      }
    }
    restore(scope);
    return switch (kind) {
      case "if" -> new TemplateNode.Choice(pipe, then, otherwise);
      case "with" -> new TemplateNode.With(pipe, then, otherwise);
      default -> new TemplateNode.Each(pipe, then, otherwise);
    };
  }

  private void restore(int scope) {
    variables.subList(scope, variables.size()).clear();
  }

  private String name() {
    word++;
    Term name = word < words.size() ? TemplateConstants.read(words.get(word++).text()) : null;
    if (name instanceof Constant constant && constant.value() instanceof String text) {
      return text;
    }
    throw failed("a template has no name");
  }

  private void define() {
    String name = name();
    closed("define clause");
    body(name);
  }

  private void body(String name) {
    List<String> outer = List.copyOf(variables);
    restore(1);
    int outerLoops = loops;
    loops = 0;
    List<TemplateNode> body = list(true);
    if (peek().equals("else")) {
      throw failed("unexpected {{else}} in define clause");
    }
    loops = outerLoops;
    restore(0);
    variables.addAll(outer);
    // What holds nothing but blanks does not replace what has been defined before.
    if (!named.containsKey(name) || !isBlank(body)) {
      named.put(name, body);
    }
  }

  private static boolean isBlank(List<TemplateNode> nodes) {
    return nodes.stream()
        .allMatch(node -> node instanceof TemplateNode.Text text && text.text().isBlank());
  }

  private TemplateNode call(String kind) {
    String name = name();
    Pipe argument = word < words.size() ? pipe(kind + " clause") : null;
    closed(kind + " clause");
    if (kind.equals("block")) {
      if (argument == null) {
        throw failed("missing value for block clause");
      }
      body(name);
    }
    return new TemplateNode.Call(name, argument);
  }

  private Pipe pipe(String context) {
    List<String> names = new ArrayList<>();
    boolean declares = false;
    int equals = assignment();
    if (equals > 0) {
      declares = words.get(equals).text().equals(":=");
      for (int i = word; i < equals; i += 2) {
        names.add(words.get(i).text());
      }
      if (names.size() > 1 && !context.equals("range")) {
        throw failed("too many declarations in " + context);
      }
      word = equals + 1;
    }
    List<List<Term>> commands = new ArrayList<>();
    do {
      commands.add(command(context));
    } while (accept("|"));
    for (String name : names) {
      if (declares) {
        variables.add(name);
      } else {
        declared(name);
      }
    }
    return new Pipe(List.copyOf(names), declares, commands);
  }

  /** Where names are given a value: after one variable, or after two with a comma. */
  private int assignment() {
    int position = word + 1;
    if (!peek().startsWith("$")) {
      return 0;
    }
    if (position + 1 < words.size()
        && words.get(position).text().equals(",")
        && words.get(position + 1).text().startsWith("$")) {
      position += 2;
    }
    String text = position < words.size() ? words.get(position).text() : "";
    return text.equals(":=") || text.equals("=") ? position : 0;
  }

  private boolean accept(String text) {
    boolean found = peek().equals(text);
    word += found ? 1 : 0;
    return found;
  }

  private List<Term> command(String context) {
    List<Term> terms = new ArrayList<>();
    while (word < words.size() && !peek().equals("|") && !peek().equals(")")) {
      if (!terms.isEmpty() && !words.get(word).spaced()) {
        throw failed("unexpected <" + peek() + "> in operand");
      }
      terms.add(term());
    }
    if (terms.isEmpty()) {
      throw failed("missing value for " + context);
    }
    return List.copyOf(terms);
  }

  private Term term() {
    String text = words.get(word++).text();
    if (text.equals("(")) {
      Pipe pipe = pipe("parenthesized pipeline");
      if (!accept(")")) {
        throw failed("unclosed left paren");
      }
      return new TemplateNode.Nested(pipe, fields());
    } else if (text.startsWith("$")) {
      declared(text);
      return new TemplateNode.Variable(text, fields());
    } else if (text.equals(".")) {
      return new TemplateNode.Dot(List.of());
    } else if (text.matches("\\.[\\p{L}_].*")) {
      List<String> fields = new ArrayList<>(List.of(text.substring(1)));
      fields.addAll(fields());
      return new TemplateNode.Dot(List.copyOf(fields));
    }
    Term constant = TemplateConstants.read(text);
    if (constant != null) {
      return constant;
    }
    if (!TemplateFunctions.NAMES.contains(text)) {
      throw failed("function \"" + text + "\" not defined");
    }
    return new TemplateNode.Function(text);
  }

  private void declared(String name) {
    if (!variables.contains(name)) {
      throw failed("undefined variable \"" + name + "\"");
    }
  }

  private List<String> fields() {
    List<String> fields = new ArrayList<>();
    while (word < words.size()
        && !words.get(word).spaced()
        && words.get(word).text().matches("\\.[\\p{L}_].*")) {
      fields.add(words.get(word++).text().substring(1));
    }
    return List.copyOf(fields);
  }
}
