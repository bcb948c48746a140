package dev.cutset.corpus;

import dev.cutset.StackFolder;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The corpus, the ladder and the templates, each read once. */
public final class AllStacks {
  private static final Map<String, Stack> STACKS = read();

  private AllStacks() {}

  public static Set<String> names() {
    return STACKS.keySet();
  }

  public static Stack named(String name) {
    return Objects.requireNonNull(STACKS.get(name), name);
  }

  private static Map<String, Stack> read() {
    YamlCatalog catalog = YamlCatalog.bundled();
    Map<String, Stack> stacks = new LinkedHashMap<>();
    CorpusCase.all().forEach(stack -> stacks.put(stack.name(), YamlProgram.read(stack.program())));
    try {
      for (StackFolder folder : StackFolder.all()) {
        stacks.put(folder.name(), new StackReader(catalog, catalog).read(folder.preview()));
      }
    } catch (IOException | UnreadableInputException failed) {
      throw new AssertionError(failed);
    }
    return stacks;
  }
}
