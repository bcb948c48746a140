package dev.cutset.pulumi.offline;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.pulumi.core.annotations.CustomType;
import com.pulumi.resources.Resource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one provider's cloud without asking it: the outputs of its types, from its Java
 * SDK, and the answers to lookups, from shapes.
 */
public final class OfflineCloud {
  private static final int DEEPEST = 8;

  private final Shapes shapes;
  private final Sdk sdk;

  /**
   * The cloud of one provider.
   *
   * @param provider its name, such as {@code aws}
   * @param sdks where the classes of its SDK are, if anywhere
   */
  public OfflineCloud(String provider, ClassLoader sdks) {
    this(Shapes.of(provider), new Sdk(provider, sdks));
  }

  OfflineCloud(Shapes shapes, Sdk sdk) {
    this.shapes = shapes;
    this.sdk = sdk;
  }

  /**
   * The inputs of a resource, and the mark of the unknown wherever its type has an output that they
   * do not hold.
   *
   * <p>The mark is what keeps edges: the Java SDK forgets whose output a value is when the value is
   * left out.
   */
  public Struct leaveUnknown(String type, Struct inputs) {
    Struct.Builder all = inputs.toBuilder();
    sdk.resource(type)
        .ifPresent(
            resource -> {
              for (OutputProperty output : OutputProperty.allOfResource(resource)) {
                Value given = inputs.getFieldsMap().get(output.name());
                if (!isResource(output.type())) {
                  all.putFields(output.name(), leaveUnknown(given, output.type(), 0));
                }
              }
            });
    return all.build();
  }

  /**
   * The answer to a lookup, the same every time; empty where nothing is known of it.
   *
   * @param configuration of the provider that is asked, such as its region
   */
  public Optional<Struct> answer(
      String token, Function<String, Optional<String>> configuration, Struct arguments) {
    return answer(token, configuration, arguments, new Created());
  }

  Optional<Struct> answer(
      String token,
      Function<String, Optional<String>> configuration,
      Struct arguments,
      Created created) {
    Optional<Class<?>> result = sdk.result(token);
    if (result.isEmpty() && !shapes.lookups().contains(token)) {
      return Optional.empty();
    }
    List<OutputProperty> results = result.map(OutputProperty::ofObject).orElse(List.of());
    Subject subject = Subject.lookup(token, configuration.apply("region").orElse(""), arguments);
    return Optional.of(new Placeholders(subject, shapes, configuration, created).answer(results));
  }

  /** Outputs that are resources themselves; the SDK refuses the mark in their place. */
  private static boolean isResource(Type type) {
    Class<?> raw = OutputProperty.raw(type);
    return Resource.class.isAssignableFrom(raw)
        || (type instanceof ParameterizedType generic
            && Arrays.stream(generic.getActualTypeArguments()).anyMatch(OfflineCloud::isResource));
  }

  private static Value leaveUnknown(@Nullable Value given, Type type, int depth) {
    if (given == null || given.hasNullValue() || depth > DEEPEST) {
      return given == null || given.hasNullValue() ? Protocol.of(Protocol.UNKNOWN) : given;
    }
    Class<?> raw = OutputProperty.raw(type);
    if (given.hasListValue() && raw.equals(List.class)) {
      Type item = OutputProperty.argument(type, 0);
      return Protocol.of(
          given.getListValue().getValuesList().stream()
              .map(value -> leaveUnknown(value, item, depth + 1))
              .toList());
    }
    if (raw.equals(Optional.class)) {
      return leaveUnknown(given, OutputProperty.argument(type, 0), depth + 1);
    }
    if (given.hasStructValue() && raw.isAnnotationPresent(CustomType.class)) {
      return Protocol.of(members(given.getStructValue(), raw, depth));
    }
    return given;
  }

  // An object marked by a signature, such as a secret, is not an object of the type.
  private static Struct members(Struct given, Class<?> type, int depth) {
    Map<String, Value> fields = given.getFieldsMap();
    if (Protocol.isMarked(given)) {
      return given;
    }
    Struct.Builder all = given.toBuilder();
    for (OutputProperty member : OutputProperty.ofObject(type)) {
      all.putFields(
          member.name(), leaveUnknown(fields.get(member.name()), member.type(), depth + 1));
    }
    return all.build();
  }
}
