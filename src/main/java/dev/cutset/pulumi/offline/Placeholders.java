package dev.cutset.pulumi.offline;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.CustomType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes up what only the cloud knows: for each output the same typed value every time, in the shape
 * of the cloud where a shape is known.
 *
 * <p>A property that the program could have set but did not is empty (false, zero, no items), as it
 * is in the cloud; one that only the cloud can set has a value.
 */
final class Placeholders {
  private static final int DEEPEST = 4;

  private final Subject subject;
  private final Shapes shapes;
  private final Templates templates;
  // The properties being made: a shape that needs itself has no value.
  private final Set<String> pending = new HashSet<>();

  Placeholders(
      Subject subject,
      Shapes shapes,
      Function<String, Optional<String>> configuration,
      Created created) {
    this.subject = subject;
    this.shapes = shapes;
    this.templates =
        new Templates(
            subject,
            this::givenOrShaped,
            name -> configuration.apply(name).or(() -> shapes.constant(name)),
            created);
  }

  /** The identifier of a new resource. */
  String id() {
    return shaped("id")
        .flatMap(Protocol::text)
        .orElseGet(() -> subject.name() + "-" + subject.hex(7));
  }

  /** The inputs, and a value for every output that they do not hold. */
  Struct complete(List<OutputProperty> outputs) {
    Struct.Builder all = subject.inputs().toBuilder();
    for (OutputProperty output : outputs) {
      if (Protocol.property(subject.inputs(), output.name()).isEmpty()) {
        value(output, 0).ifPresent(value -> all.putFields(output.name(), value));
      }
    }
    for (String name : shapes.outputsOf(subject.token())) {
      if (!all.containsFields(name)) {
        givenOrShaped(name).ifPresent(value -> all.putFields(name, value));
      }
    }
    for (String name : subject.inputs().getFieldsMap().keySet()) {
      givenOrShaped(name).ifPresent(value -> all.putFields(name, value));
    }
    return all.build();
  }

  /** The answer to a lookup: its known shapes, the arguments, and a value for all else. */
  Struct answer(List<OutputProperty> results) {
    Struct.Builder answer = Struct.newBuilder();
    shapes
        .ofLookup(subject.token())
        .forEach(
            (name, shape) ->
                templates.fill(shape).ifPresent(value -> answer.putFields(name.toString(), value)));
    subject.inputs().getFieldsMap().forEach(answer::putFields);
    for (OutputProperty result : results) {
      if (!answer.containsFields(result.name())) {
        value(result, 0).ifPresent(value -> answer.putFields(result.name(), value));
      }
    }
    return answer.build();
  }

  private Optional<Value> givenOrShaped(String property) {
    return Protocol.property(subject.inputs(), property)
        .map(given -> given.hasStructValue() ? withMembers(given, property) : given)
        .or(() -> shaped(property));
  }

  /** An object that a program gave, with the members that its shape has beside. */
  private Value withMembers(Value given, String property) {
    Optional<Value> shape = shaped(property);
    if (Protocol.isMarked(given.getStructValue())
        || shape.filter(Value::hasStructValue).isEmpty()) {
      return given;
    }
    Struct all = shape.get().getStructValue().toBuilder().mergeFrom(given.getStructValue()).build();
    return Protocol.of(all);
  }

  private Optional<Value> shaped(String property) {
    if (!pending.add(property)) {
      return Optional.empty();
    }
    try {
      return shapes
          .ofType(subject.token(), property)
          .flatMap(templates::fill)
          .or(() -> shapes.ofAny(property).flatMap(templates::fill));
    } finally {
      pending.remove(property);
    }
  }

  private Optional<Value> value(OutputProperty output, int depth) {
    Optional<Value> shaped = depth == 0 ? givenOrShaped(output.name()) : Optional.empty();
    return shaped.isPresent() ? shaped : value(output.type(), output, depth);
  }

  private Optional<Value> value(Type type, OutputProperty output, int depth) {
    Class<?> raw = OutputProperty.raw(type);
    if (depth > DEEPEST || raw.equals(Optional.class)) {
      return Optional.empty();
    }
    if (raw.equals(Output.class) || raw.equals(Either.class)) {
      return value(OutputProperty.argument(type, 0), output, depth);
    }
    if (raw.equals(List.class)) {
      return Optional.of(items(type, output, depth));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Optional.of(Protocol.of(Struct.getDefaultInstance()));
    }
    if (raw.isAnnotationPresent(CustomType.class)) {
      return Optional.of(object(raw, depth));
    }
    return scalar(raw, output);
  }

  private Optional<Value> scalar(Class<?> type, OutputProperty output) {
    if (type.equals(String.class)) {
      String text = subject.name() + "-" + Subject.words(output.name()) + "-" + subject.hex(7);
      return Optional.of(Protocol.of(text));
    }
    if (type.equals(Boolean.class)) {
      return Optional.of(Protocol.of(false));
    }
    // Enumerations, assets and values of any kind have no value that is surely right.
    return Number.class.isAssignableFrom(type) ? Optional.of(Protocol.of(0)) : Optional.empty();
  }

  private Value items(Type type, OutputProperty output, int depth) {
    return Protocol.of(
        output.settable()
            ? List.<Value>of()
            : value(OutputProperty.argument(type, 0), output, depth + 1).stream().toList());
  }

  private Value object(Class<?> type, int depth) {
    Struct.Builder fields = Struct.newBuilder();
    for (OutputProperty member : OutputProperty.ofObject(type)) {
      value(member, depth + 1).ifPresent(value -> fields.putFields(member.name(), value));
    }
    return Protocol.of(fields.build());
  }
}
