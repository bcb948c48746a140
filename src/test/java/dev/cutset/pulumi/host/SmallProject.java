package dev.cutset.pulumi.host;

import dev.cutset.stack.Stack;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of one class, built to the jar that its Pulumi.yaml names. */
final class SmallProject {
  private static final String CLASS_PATH = System.getProperty("java.class.path");

  private final Path folder;
  final List<String> progress = new ArrayList<>();
  final List<String> screen = new ArrayList<>();
  private final Map<String, String> config = new LinkedHashMap<>();
  private Optional<String> stack = Optional.empty();
  private Duration limit = Duration.ofMinutes(2);

  SmallProject(Path folder) throws IOException {
    this.folder = folder;
    file("Pulumi.yaml", "name: shop\nruntime:\n  name: java\n  options:\n    binary: app.jar\n");
  }

  SmallProject file(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
    return this;
  }

  SmallProject stack(String name) {
    stack = Optional.of(name);
    return this;
  }

  SmallProject config(String key, String value) {
    config.put(key, value);
    return this;
  }

  SmallProject limit(Duration other) {
    limit = other;
    return this;
  }

  /** A program that does this with {@code context} in hand. */
  SmallProject deploys(String body) throws IOException {
    return mainIs("Pulumi.run(context -> {\n" + body + "\n});");
  }

  SmallProject mainIs(String body) throws IOException {
    String source =
        """
        import com.pulumi.Pulumi;
        import com.pulumi.aws.AwsFunctions;
        import com.pulumi.aws.Provider;
        import com.pulumi.aws.ProviderArgs;
        import com.pulumi.aws.ec2.*;
        import com.pulumi.aws.inputs.GetAvailabilityZonesArgs;
        import com.pulumi.core.*;
        import com.pulumi.deployment.InvokeOptions;
        import com.pulumi.resources.*;
        import java.util.*;
        public class App {
          static class Group extends ComponentResource {
            Group(String name) { super("shop:index:Group", name); }
          }
          static class Made extends ComponentResource {
            Made(String name) {
              super("shop:index:Made", name, ResourceArgs.Empty,
                  ComponentResourceOptions.builder().build(), true);
            }
          }
          public static void main(String[] args) throws Exception {
            %s
          }
        }
        """
            .formatted(body);
    compile(source);
    return this;
  }

  Stack run() throws ProgramException {
    return host().run(request());
  }

  ProgramHost host() {
    return new ProgramHost(System.getenv(), progress::add, screen::add, limit);
  }

  ProgramRequest request() {
    return new ProgramRequest(folder, stack, config);
  }

  private void compile(String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createDirectories(folder.resolve("classes"));
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-d", classes.toString(), "-proc:none", "-cp", CLASS_PATH),
                  null,
                  List.of(new Source(source)))
              .call();
      if (!compiled) {
        throw new AssertionError(said.toString());
      }
    }
    jar(classes);
  }

  private void jar(Path classes) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, "App");
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(CLASS_PATH.split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream out = Files.newOutputStream(folder.resolve("app.jar"));
        JarOutputStream jar = new JarOutputStream(out, manifest);
        Stream<Path> files = Files.list(classes)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        jar.putNextEntry(new JarEntry(file.getFileName().toString()));
        Files.copy(file, jar);
      }
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///App.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
