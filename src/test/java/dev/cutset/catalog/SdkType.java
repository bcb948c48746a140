package dev.cutset.catalog;

import com.pulumi.core.annotations.CustomType;
import com.pulumi.core.annotations.Export;
import com.pulumi.core.annotations.Import;
import dev.cutset.stack.PropertyPath;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource type as the classes of a Pulumi SDK describe it. */
final class SdkType {
  private final Class<?> resource;

  private SdkType(Class<?> resource) {
    this.resource = resource;
  }

  /**
   * The class that carries the token; its name follows from the token, the annotation proves it.
   */
  static Optional<SdkType> of(String token) {
    String[] parts = token.split("[:/]");
    String name = "com.pulumi." + parts[0] + "." + parts[1] + "." + parts[parts.length - 1];
    return load(name)
        .filter(
            found -> {
              var type = found.getAnnotation(com.pulumi.core.annotations.ResourceType.class);
              return type != null && type.type().equals(token);
            })
        .map(SdkType::new);
  }

  /** The first step of a path that the type does not know; empty when it knows them all. */
  Optional<String> stranger(PropertyPath path) {
    Map<String, List<Class<?>>> known = properties();
    for (String step : path.steps()) {
      if (!known.containsKey(step)) {
        return Optional.of(step);
      }
      List<Class<?>> next = known.get(step);
      if (next.isEmpty()) {
        // A map of free keys, or a text: nothing more can be said of what follows.
        return Optional.empty();
      }
      known = new HashMap<>();
      for (Class<?> type : next) {
        known.putAll(fields(type));
      }
    }
    return Optional.empty();
  }

  /** Whether a property holds a list. */
  boolean isList(String property) {
    for (Field field : resource.getDeclaredFields()) {
      Export export = field.getAnnotation(Export.class);
      if (export != null && export.name().equals(property)) {
        return List.of(export.refs()).contains(List.class);
      }
    }
    return false;
  }

  private Map<String, List<Class<?>>> properties() {
    Map<String, List<Class<?>>> all = new HashMap<>();
    for (Field field : resource.getDeclaredFields()) {
      Export export = field.getAnnotation(Export.class);
      if (export != null) {
        all.put(export.name(), objects(List.of(export.refs())));
      }
    }
    load(resource.getName() + "Args").ifPresent(args -> inputs(args, all));
    return all;
  }

  private static void inputs(Class<?> args, Map<String, List<Class<?>>> all) {
    for (Field field : args.getDeclaredFields()) {
      Import input = field.getAnnotation(Import.class);
      if (input != null) {
        all.putIfAbsent(input.name(), List.of());
      }
    }
  }

  /** The fields of an object type, from the setters of its builder. */
  private static Map<String, List<Class<?>>> fields(Class<?> object) {
    Map<String, List<Class<?>>> all = new HashMap<>();
    for (Class<?> builder : object.getDeclaredClasses()) {
      for (Method setter : builder.getDeclaredMethods()) {
        CustomType.Setter name = setter.getAnnotation(CustomType.Setter.class);
        if (name != null) {
          List<Class<?>> types = new ArrayList<>();
          collect(setter.getGenericParameterTypes()[0], types);
          all.computeIfAbsent(
                  name.value().isEmpty() ? setter.getName() : name.value(), k -> new ArrayList<>())
              .addAll(objects(types));
        }
      }
    }
    return all;
  }

  private static void collect(Type type, List<Class<?>> types) {
    if (type instanceof Class<?> one) {
      types.add(one.isArray() ? one.getComponentType() : one);
    } else if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        collect(argument, types);
      }
    }
  }

  private static List<Class<?>> objects(List<Class<?>> types) {
    return types.stream()
        .<Class<?>>map(type -> type)
        .filter(type -> type.isAnnotationPresent(CustomType.class))
        .toList();
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, SdkType.class.getClassLoader()));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
