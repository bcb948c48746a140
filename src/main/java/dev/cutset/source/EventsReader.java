package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;

/**
 * Reads the engine's events, one JSON object a line, as a preview writes them when it streams.
 *
 * <p>Limit: the events carry no dependencies, so the resources come without edges but parents and
 * providers.
 */
final class EventsReader implements DocumentReader {
  private final Tokens in;
  private final Steps steps;
  private final DefaultProviders providers;
  private boolean finished;

  EventsReader(Tokens in, Interest interest, Urns urns) {
    this.in = in;
    this.steps = new Steps(in, interest, urns, "old", "new");
    this.providers = new DefaultProviders(in, interest);
  }

  @Override
  public boolean lines() {
    return true;
  }

  @Override
  public void field(String name) throws UnreadableInputException {
    switch (name) {
      case "preludeEvent" -> {
        Tokens.Fields fields = in.fields();
        while (fields.next("config")) {
          providers.configuration();
        }
      }
      case "resourcePreEvent" -> {
        Tokens.Fields fields = in.fields();
        while (fields.next("metadata")) {
          steps.read();
        }
      }
      case "diagnosticEvent" -> Diagnostic.read(in).refuseErrors(in);
      case "resOpFailedEvent", "errorEvent" ->
          throw in.unreadable("the preview failed", "make `pulumi preview` succeed first");
      case "summaryEvent" -> {
        in.skip();
        finished = true;
      }
      default -> in.skip();
    }
  }

  @Override
  public Stack stack() throws UnreadableInputException {
    if (!finished) {
      throw in.refused(
          "the events end before the summary, so the preview did not finish",
          "run the preview again to its end");
    }
    return steps.stack(providers);
  }
}
