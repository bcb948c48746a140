package dev.cutset.pulumi.offline;

import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The Java SDK of one provider, as far as it is on the class path: which class stands for which
 * type or function token.
 *
 * <p>Classes are loaded but never initialised. A provider without an SDK on the class path has no
 * classes, and its resources echo their inputs only.
 */
final class Sdk {
  private final ClassLoader loader;
  private final String folder;
  private final Map<String, List<String>> classesBySimpleName;

  Sdk(String provider, ClassLoader loader) {
    this.loader = loader;
    this.folder = "com/pulumi/" + provider.replace("-", "").toLowerCase(Locale.ROOT) + "/";
    this.classesBySimpleName = classesIn(folder, loader);
  }

  /** The version that the SDK says it is. */
  Optional<String> version() {
    try (InputStream in = loader.getResourceAsStream(folder + "version.txt")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the version of the SDK in `" + folder + "`", e);
    }
  }

  /** The class of a resource type such as {@code aws:ec2/vpc:Vpc}. */
  Optional<Class<?>> resource(String token) {
    for (Class<?> candidate : candidates(afterLastColon(token))) {
      ResourceType type = candidate.getAnnotation(ResourceType.class);
      if (type != null && type.type().equals(token)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The class with the inputs of a resource. */
  Optional<Class<?>> inputsOf(Class<?> resource) {
    return load(resource.getName() + "Args");
  }

  /** The class of what a function such as {@code aws:ec2/getAmi:getAmi} returns. */
  Optional<Class<?>> result(String token) {
    String function = afterLastColon(token);
    if (function.isEmpty()) {
      return Optional.empty();
    }
    String name = Character.toUpperCase(function.charAt(0)) + function.substring(1) + "Result";
    String module = token.replaceFirst("^[^:]*:", "").replaceFirst("[/:].*", "");
    String ending =
        (module.equals("index") ? "" : "." + module.toLowerCase(Locale.ROOT).replace("/", "_"))
            + ".outputs."
            + name;
    return candidates(name).stream().filter(c -> c.getName().endsWith(ending)).findFirst();
  }

  private List<Class<?>> candidates(String simpleName) {
    List<Class<?>> found = new ArrayList<>();
    for (String name : classesBySimpleName.getOrDefault(simpleName, List.of())) {
      load(name).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException missing) {
      return Optional.empty();
    }
  }

  private static String afterLastColon(String token) {
    return token.substring(token.lastIndexOf(':') + 1);
  }

  private static Map<String, List<String>> classesIn(String folder, ClassLoader loader) {
    Map<String, List<String>> found = new HashMap<>();
    URL provider = loader.getResource(folder + "Provider.class");
    if (provider == null || !provider.getProtocol().equals("jar")) {
      return found;
    }
    try {
      JarFile jar = ((JarURLConnection) provider.openConnection()).getJarFile();
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        addClass(entry.getName(), folder, found);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the SDK `" + provider + "`", e);
    }
    return found;
  }

  private static void addClass(String file, String folder, Map<String, List<String>> found) {
    if (file.startsWith(folder) && file.endsWith(".class") && file.indexOf('$') < 0) {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      String simple = name.substring(name.lastIndexOf('.') + 1);
      found.computeIfAbsent(simple, s -> new ArrayList<>()).add(name);
    }
  }
}
