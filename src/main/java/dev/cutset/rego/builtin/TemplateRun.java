package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.builtin.TemplateNode.Constant;
import dev.cutset.rego.builtin.TemplateNode.Pipe;
import dev.cutset.rego.builtin.TemplateNode.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills a template.
 *
 * <p>Values are texts, truths, whole and floating-point numbers of the template itself, the numbers
 * of the document (which are texts to Go), arrays and objects; null is no value.
 */
final class TemplateRun {
  /** How a list of nodes ended: at its end, or by leaving a loop or a turn of it. */
  private enum End {
    DONE,
    BREAK,
    CONTINUE
  }

  private static final class Binding {
    private final String name;
    private @Nullable Object value;

    Binding(String name, @Nullable Object value) {
      this.name = name;
      this.value = value;
    }
  }

  private final Map<String, List<TemplateNode>> templates;
  private final StringBuilder out;
  private final List<Binding> bindings = new ArrayList<>();

  private TemplateRun(
      Map<String, List<TemplateNode>> templates, StringBuilder out, @Nullable Object root) {
    this.templates = templates;
    this.out = out;
    bindings.add(new Binding("$", root));
  }

  static String render(String template, RegoObject data) {
    Map<String, List<TemplateNode>> templates = TemplateParser.parse(template);
    StringBuilder out = new StringBuilder();
    List<TemplateNode> main = templates.getOrDefault("", List.of());
    RegoValue plain = document(data);
    new TemplateRun(templates, out, plain).list(main, plain);
    return out.toString().replace("<no value>", "<undefined>");
  }

  /** OPA reads what a policy would write as JSON: a set, or a key that is no text, is a mistake. */
  private static RegoValue document(RegoObject data) {
    try {
      return RegoValue.parse(Notation.of(data));
    } catch (IllegalArgumentException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }

  static BuiltinException failed(String message) {
    return BuiltinException.failed("template: template: executing \"template\": " + message);
  }

  private End list(List<TemplateNode> nodes, @Nullable Object dot) {
    int scope = bindings.size();
    for (TemplateNode node : nodes) {
      End end = node(node, dot);
      if (end != End.DONE) {
        restore(scope);
        return end;
      }
    }
    restore(scope);
    return End.DONE;
  }

  private void restore(int scope) {
    bindings.subList(scope, bindings.size()).clear();
  }

  private End node(TemplateNode node, @Nullable Object dot) {
    if (node instanceof TemplateNode.Text text) {
      out.append(text.text());
    } else if (node instanceof TemplateNode.Output output) {
      Object value = named(output.pipe(), dot);
      if (output.pipe().variables().isEmpty()) {
        out.append(TemplateFunctions.show(value));
      }
    } else if (node instanceof TemplateNode.Choice choice) {
      int scope = bindings.size();
      boolean truth = TemplateFunctions.truth(named(choice.pipe(), dot));
      End end = list(truth ? choice.then() : choice.otherwise(), dot);
      restore(scope);
      return end;
    } else if (node instanceof TemplateNode.With with) {
      int scope = bindings.size();
      Object value = named(with.pipe(), dot);
      boolean truth = TemplateFunctions.truth(value);
      End end = truth ? list(with.then(), value) : list(with.otherwise(), dot);
      restore(scope);
      return end;
    } else if (node instanceof TemplateNode.Each each) {
      int scope = bindings.size();
      End end = each(each, dot);
      restore(scope);
      return end;
    } else if (node instanceof TemplateNode.Call call) {
      call(call, dot);
    } else if (node instanceof TemplateNode.Leave leave) {
      return leave.ends() ? End.BREAK : End.CONTINUE;
    }
    return End.DONE;
  }

  private void call(TemplateNode.Call call, @Nullable Object dot) {
    List<TemplateNode> body = templates.get(call.name());
    if (body == null) {
      throw failed("template \"" + call.name() + "\" not defined");
    }
    Object argument = call.argument() == null ? null : named(call.argument(), dot);
    new TemplateRun(templates, out, argument).list(body, argument);
  }

  private End each(TemplateNode.Each each, @Nullable Object dot) {
    Object value = value(each.pipe(), dot);
    List<Object> keys = new ArrayList<>();
    List<@Nullable Object> elements = new ArrayList<>();
    if (value instanceof RegoArray array) {
      for (RegoValue element : array) {
        keys.add((long) keys.size());
        elements.add(TemplateFunctions.plain(element));
      }
    } else if (value instanceof RegoObject object) {
      object.forEachField(
          (name, element) -> {
            keys.add(name);
            elements.add(TemplateFunctions.plain(element));
          });
    } else if (value instanceof Long count) {
      for (long i = 0; i < count; i++) {
        keys.add(i);
        elements.add(i);
      }
    } else if (value != null) {
      throw failed("range can't iterate over " + TemplateFunctions.show(value));
    }
    for (int i = 0; i < keys.size(); i++) {
      int scope = bindings.size();
      bind(each.pipe(), keys.get(i), elements.get(i));
      End end = list(each.body(), elements.get(i));
      restore(scope);
      if (end == End.BREAK) {
        return End.DONE;
      }
    }
    return keys.isEmpty() ? list(each.otherwise(), dot) : End.DONE;
  }

  private void bind(Pipe pipe, Object key, @Nullable Object element) {
    List<String> names = pipe.variables();
    if (names.size() == 2) {
      set(names.get(0), pipe.declares(), key);
    }
    if (!names.isEmpty()) {
      set(names.get(names.size() - 1), pipe.declares(), element);
    }
  }

  private void set(String name, boolean declares, @Nullable Object value) {
    if (declares) {
      bindings.add(new Binding(name, value));
    } else {
      binding(name).value = value;
    }
  }

  private Binding binding(String name) {
    for (int i = bindings.size() - 1; i >= 0; i--) {
      if (bindings.get(i).name.equals(name)) {
        return bindings.get(i);
      }
    }
    throw failed("undefined variable: " + name);
  }

  /** The value of a pipe, which gets the name that the pipe gives it. */
  private @Nullable Object named(Pipe pipe, @Nullable Object dot) {
    Object value = value(pipe, dot);
    for (String name : pipe.variables()) {
      set(name, pipe.declares(), value);
    }
    return value;
  }

  private @Nullable Object value(Pipe pipe, @Nullable Object dot) {
    Object value = null;
    boolean first = true;
    for (List<Term> command : pipe.commands()) {
      value = command(command, dot, first, value);
      first = false;
    }
    return value;
  }

  private @Nullable Object command(
      List<Term> terms, @Nullable Object dot, boolean first, @Nullable Object previous) {
    Term head = terms.get(0);
    if (!(head instanceof TemplateNode.Function function)) {
      if (terms.size() > 1 || !first) {
        throw failed("can't give argument to non-function");
      }
      if (head instanceof Constant constant && constant.value() == null) {
        throw failed("nil is not a command");
      }
      return term(head, dot);
    }
    List<Term> given = terms.subList(1, terms.size());
    if (function.name().equals("and") || function.name().equals("or")) {
      return shortened(function.name().equals("or"), given, dot, first, previous);
    }
    List<@Nullable Object> arguments = new ArrayList<>();
    for (Term term : given) {
      arguments.add(term(term, dot));
    }
    if (!first) {
      arguments.add(previous);
    }
    return TemplateFunctions.call(function.name(), arguments);
  }

  /** The first argument that decides; those after it are not looked at. */
  private @Nullable Object shortened(
      boolean decisive,
      List<Term> given,
      @Nullable Object dot,
      boolean first,
      @Nullable Object last) {
    if (given.isEmpty() && first) {
      throw failed("wrong number of args for and/or: want at least 1 got 0");
    }
    Object value = null;
    for (Term term : given) {
      value = term(term, dot);
      if (TemplateFunctions.truth(value) == decisive) {
        return value;
      }
    }
    return first ? value : last;
  }

  private @Nullable Object term(Term term, @Nullable Object dot) {
    if (term instanceof Constant constant) {
      return constant.value();
    } else if (term instanceof TemplateNode.Dot path) {
      return fields(dot, path.fields());
    } else if (term instanceof TemplateNode.Variable variable) {
      return fields(binding(variable.name()).value, variable.fields());
    } else if (term instanceof TemplateNode.Nested nested) {
      return fields(named(nested.pipe(), dot), nested.fields());
    } else if (term instanceof TemplateNode.Function function) {
      return TemplateFunctions.call(function.name(), List.of());
    }
    throw failed("a part of a command has no value");
  }

  /** What is below a field that is not there is not there either; below null is a mistake. */
  private static @Nullable Object fields(@Nullable Object start, List<String> fields) {
    Object value = start;
    boolean isNull = false;
    for (String field : fields) {
      if (isNull) {
        throw failed("nil pointer evaluating interface {}." + field);
      }
      if (value == null) {
        return null;
      }
      if (!(value instanceof RegoObject object)) {
        throw failed("can't evaluate field " + field + " in " + TemplateFunctions.show(value));
      }
      RegoValue found = object.get(field);
      isNull = found instanceof RegoNull;
      value = found == null ? null : TemplateFunctions.plain(found);
    }
    return value;
  }
}
