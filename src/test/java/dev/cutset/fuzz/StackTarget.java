package dev.cutset.fuzz;

import dev.cutset.catalog.YamlCatalog;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Interest;
import java.io.ByteArrayInputStream;

/** Previews, events, states, plans and states of Terraform: whatever a stack is read from. */
public final class StackTarget {
  private static final StackReader READER =
      new StackReader(Interest.everything(), YamlCatalog.bundled());

  private StackTarget() {}

  public static void fuzzerTestOneInput(byte[] input) {
    try {
      READER.read(new ByteArrayInputStream(input), "input");
    } catch (UnreadableInputException refused) {
      // That is its way to say so.
    }
  }
}
