package dev.cutset.cli;

import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationException;
import dev.cutset.gate.Gate;
import dev.cutset.gate.Inspection;
import dev.cutset.gate.Rulebook;
import dev.cutset.pulumi.host.Knowledge;
import dev.cutset.pulumi.host.KnowledgeReader;
import dev.cutset.pulumi.host.ProgramException;
import dev.cutset.pulumi.host.PulumiCli;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;

/** Looks at stacks with the catalog and the policies that come with Cutset, and with others. */
final class BundledInspector implements Inspector {
  /** From so many resources on what is left of reading them is tens of megabytes. */
  private static final int LARGE = 50_000;

  @Override
  public Inspection inspect(Input input, Rulebook rulebook)
      throws UnreadableInputException, ProgramException, ConfigurationException {
    YamlCatalog catalog = YamlCatalog.bundled();
    Configuration configuration = rulebook.configuration();
    Stack stack = read(input, configuration, new StackReader(catalog, catalog));
    clearAway(stack);
    return gate(catalog, rulebook).inspect(stack, configuration);
  }

  /**
   * Reading leaves behind as much as it keeps, and the JVM rather takes more memory than to look
   * for that: once, and where there is enough of it, somebody has to ask.
   */
  @SuppressWarnings("ExplicitGC") // a hint, in the one place where most of the heap is garbage
  private static void clearAway(Stack stack) {
    if (stack.resources().size() >= LARGE) {
      System.gc();
    }
  }

  /** The gate with the catalog that comes with Cutset, and the policies of a rulebook. */
  static Gate gate(Catalog catalog, Rulebook rulebook) {
    return new Gate(catalog, Software.all(), rulebook.judge());
  }

  private static Stack read(Input input, Configuration configuration, StackReader reader)
      throws UnreadableInputException, ProgramException, ConfigurationException {
    if (input instanceof Input.Located located) {
      return reader.read(located.path());
    }
    if (input instanceof Input.Program program) {
      Knowledge knowledge = KnowledgeReader.read(configuration.answers());
      return program.host().run(program.request().withKnowledge(knowledge));
    }
    if (input instanceof Input.Previewed previewed) {
      try (PulumiCli.Preview preview = previewed.pulumi().run(previewed.request())) {
        Stack stack = reader.read(preview.file());
        preview.refuseFailure();
        return stack;
      }
    }
    return reader.read(((Input.Streamed) input).stream(), "standard input");
  }
}
