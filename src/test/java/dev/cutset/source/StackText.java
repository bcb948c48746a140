package dev.cutset.source;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.Collection;
import java.util.stream.Collectors;

/** A stack as lines of text, for golden files. */
final class StackText {
  private StackText() {}

  static String of(Stack stack) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s project=%s stack=%s%n".formatted(stack.source(), stack.project(), stack.name()));
    for (Resource r : stack.resources()) {
      text.append("%n%s%n  type %s%n".formatted(r.urn(), r.type()));
      r.id().ifPresent(id -> text.append("  id %s%n".formatted(id)));
      r.parent().ifPresent(p -> text.append("  parent %s%n".formatted(p)));
      r.provider().ifPresent(p -> text.append("  provider %s%n".formatted(p)));
      r.inputs().forEach((k, v) -> text.append("  in %s = %s%n".formatted(k, value(v))));
      r.outputs().forEach((k, v) -> text.append("  out %s = %s%n".formatted(k, value(v))));
      r.propertyDependencies().forEach((k, v) -> text.append("  %s <- %s%n".formatted(k, urns(v))));
      if (!r.dependencies().isEmpty()) {
        text.append("  after %s%n".formatted(urns(r.dependencies())));
      }
    }
    return text.toString();
  }

  private static String urns(Collection<Urn> urns) {
    return urns.stream().map(Urn::text).collect(Collectors.joining(" "));
  }

  private static String value(Value value) {
    if (value instanceof Value.Text text) {
      return '"' + text.value() + '"';
    }
    if (value instanceof Value.Num number) {
      return String.valueOf(number.value()).replaceFirst("\\.0$", "");
    }
    if (value instanceof Value.Bool bool) {
      return String.valueOf(bool.value());
    }
    if (value instanceof Value.Items items) {
      return items.values().stream()
          .map(StackText::value)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Value.Fields fields) {
      return fields.values().entrySet().stream()
          .map(e -> e.getKey() + ": " + value(e.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
  }
}
