package dev.cutset.pulumi.offline;

import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.Export;
import java.lang.annotation.IncompleteAnnotationException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A property that a provider always gives back, with its type in the SDK.
 *
 * @param name as in the protocol, which is not always a Java name
 * @param type without the SDK's wrapper
 * @param settable whether a program may set it as an input too
 */
record OutputProperty(String name, Type type, boolean settable) {

  /** The outputs of a resource class that are never left out, sorted by name. */
  static List<OutputProperty> ofResource(Class<?> resource, Optional<Class<?>> inputs) {
    Set<String> settable = inputs.map(OutputProperty::memberNames).orElse(Set.of());
    return exported(resource, settable, export -> true).stream()
        .filter(output -> !raw(output.type()).equals(Optional.class))
        .toList();
  }

  /** All outputs of a resource class, sorted by name, that the SDK's core can take a value for. */
  static List<OutputProperty> allOfResource(Class<?> resource) {
    return exported(resource, Set.of(), OutputProperty::hasType);
  }

  /** Classes that were made for the first versions of the core say their types in other words. */
  private static boolean hasType(Export export) {
    try {
      return export.refs().length > 0 && !export.refs()[0].equals(Void.class);
    } catch (IncompleteAnnotationException e) {
      return false;
    }
  }

  private static List<OutputProperty> exported(
      Class<?> resource, Set<String> settable, Predicate<Export> wanted) {
    List<OutputProperty> found = new ArrayList<>();
    for (Field field : resource.getDeclaredFields()) {
      Export export = field.getAnnotation(Export.class);
      if (export != null && wanted.test(export)) {
        Type type = argument(declaredType(field), 0);
        found.add(new OutputProperty(export.name(), type, settable.contains(field.getName())));
      }
    }
    found.sort(Comparator.comparing(OutputProperty::name));
    return found;
  }

  /** The members of an SDK object, or of what a function returns, that are never left out. */
  static List<OutputProperty> ofObject(Class<?> object) {
    Map<String, OutputProperty> found = new TreeMap<>();
    for (Class<?> builder : object.getDeclaredClasses()) {
      if (!builder.isAnnotationPresent(CustomType.Builder.class)) {
        continue;
      }
      for (Method setter : builder.getDeclaredMethods()) {
        CustomType.Setter mark = setter.getAnnotation(CustomType.Setter.class);
        if (mark != null && !nullable(setter)) {
          String name = mark.value().isEmpty() ? setter.getName() : mark.value();
          found.put(name, new OutputProperty(name, setter.getGenericParameterTypes()[0], false));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The class behind a type, without its arguments. */
  static Class<?> raw(Type type) {
    Type bare = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return bare instanceof Class<?> known ? known : Object.class;
  }

  /** One type argument; an object of any kind where there is none. */
  static Type argument(Type type, int index) {
    return type instanceof ParameterizedType generic
        ? generic.getActualTypeArguments()[index]
        : Object.class;
  }

  // Only the getter's type tells what may be left out; the field's does not.
  private static Type declaredType(Field field) {
    try {
      return field.getDeclaringClass().getMethod(field.getName()).getGenericReturnType();
    } catch (NoSuchMethodException withoutGetter) {
      return field.getGenericType();
    }
  }

  private static boolean nullable(Method setter) {
    return Arrays.stream(setter.getParameterAnnotations()[0])
        .anyMatch(mark -> mark.annotationType().getSimpleName().equals("Nullable"));
  }

  private static Set<String> memberNames(Class<?> type) {
    return Arrays.stream(type.getDeclaredFields()).map(Field::getName).collect(Collectors.toSet());
  }
}
