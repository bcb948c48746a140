package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;

/** Reads {@code pulumi preview --json}. */
final class PreviewReader implements DocumentReader {
  private final Tokens in;
  private final Steps steps;
  private final DefaultProviders providers;
  private boolean found;
  private int unchanged;

  PreviewReader(Tokens in, Interest interest, Urns urns) {
    this.in = in;
    this.steps = new Steps(in, interest, urns, "oldState", "newState");
    this.providers = new DefaultProviders(in, interest);
  }

  @Override
  public void field(String name) throws UnreadableInputException {
    switch (name) {
      case "config" -> providers.configuration();
      case "steps" -> {
        Tokens.Elements elements = in.elements();
        while (elements.next()) {
          steps.read();
        }
        found = true;
      }
      case "diagnostics" -> {
        Tokens.Elements elements = in.elements();
        while (elements.next()) {
          Diagnostic.read(in).refuseErrors(in);
        }
      }
      case "changeSummary" -> changeSummary();
      case "maybeCorrupt" -> refuseCorrupt();
      default -> in.skip();
    }
  }

  private void changeSummary() throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next("same")) {
      unchanged = in.count();
    }
  }

  private void refuseCorrupt() throws UnreadableInputException {
    if (in.truth()) {
      throw in.unreadable(
          "the engine says that this preview may be corrupt", "run `pulumi preview --json` again");
    }
  }

  @Override
  public Stack stack() throws UnreadableInputException {
    if (!found) {
      throw in.refused(
          "the preview holds no `steps`, so it did not finish",
          "run `pulumi preview --json` again and read its errors");
    }
    // Without the flag the engine leaves out what does not change, and the stack would look small.
    if (unchanged > steps.same()) {
      throw in.refused(
          "the preview leaves out " + (unchanged - steps.same()) + " unchanged resources",
          "run `pulumi preview --json --show-sames`");
    }
    return steps.stack(providers);
  }
}
