package dev.cutset.policy;

import dev.cutset.analysis.Analysis;
import dev.cutset.analysis.Facts;
import dev.cutset.analysis.FactsBuilder;
import dev.cutset.catalog.Scope;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.config.Configuration;
import dev.cutset.gate.Gate;
import dev.cutset.source.StackReader;
import dev.cutset.stack.Stack;
import java.nio.file.Path;

/** Prints what the policies are asked about a stack. */
public final class FactsWriter {
  private FactsWriter() {}

  public static void main(String[] arguments) throws Exception {
    YamlCatalog catalog = YamlCatalog.bundled();
    Stack stack = new StackReader(catalog, catalog).read(Path.of(arguments[0]));
    Gate gate = new Gate(catalog, Software.all(), Judge.bundled());
    Analysis analysis = gate.analyse(stack, Configuration.EMPTY);
    Facts facts = new FactsBuilder(analysis, Scope.ZONE).facts();
    System.out.println(FactsDocument.of(facts).toJson());
  }
}
