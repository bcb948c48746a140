package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.corpus.YamlProgram;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import java.util.List;

/** A small program, read as far as no completion matters. */
final class Program {
  private static final YamlCatalog CATALOG = YamlCatalog.bundled();

  private final Groundwork ground;

  Program(Stack stack) {
    this.ground = Groundwork.of(stack, CATALOG, Software.all());
  }

  /** A program of which only the resources are given, each in a line of YAML. */
  static Program of(String... resources) {
    return new Program(
        YamlProgram.read(
            "config: {'aws:region': us-east-1}\nresources:\n  "
                + String.join("\n  ", resources)
                + "\n"));
  }

  static Program of(List<Resource> resources) {
    return new Program(new Stack("corpus", "test", Stack.Source.PREVIEW, resources));
  }

  Groundwork ground() {
    return ground;
  }

  Known known(String name) {
    return ground.declared().all().stream()
        .filter(known -> known.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
