package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads the steps of a preview, and keeps for each URN the one resource that will result. */
final class Steps {
  private final Tokens in;
  private final Urns urns;
  private final PulumiResourceReader reader;
  private final String oldKey;
  private final String newKey;
  private final Map<Urn, Step> steps = new LinkedHashMap<>();
  private int same;

  /**
   * A reader of steps.
   *
   * @param oldKey the field with the resource as it was
   * @param newKey the field with the resource as it will be
   */
  Steps(Tokens in, Interest interest, Urns urns, String oldKey, String newKey) {
    this.in = in;
    this.urns = urns;
    this.reader = new PulumiResourceReader(in, interest, urns);
    this.oldKey = oldKey;
    this.newKey = newKey;
  }

  /** How many steps leave their resource as it is. */
  int same() {
    return same;
  }

  /** Reads the step at hand. */
  void read() throws UnreadableInputException {
    Draft draft = new Draft();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      field(draft, fields.name());
    }
    if (!Step.known(draft.op)) {
      throw in.unreadable(
          draft.op.isEmpty()
              ? "a step has no `op`"
              : "the operation `" + draft.op + "` is not known",
          "make the preview with a Pulumi CLI of version 3");
    }
    if (draft.op.equals("same")) {
      same++;
    }
    ResourceDraft resource = draft.result();
    if (Step.removes(draft.op) || (resource != null && resource.deleted)) {
      return;
    }
    if (resource == null) {
      throw in.unreadable(
          "the step `" + draft.op + "` says nothing of its resource" + draft.named(),
          "run `pulumi preview --json` again and read its errors");
    }
    keep(resource.urn.orElseThrow(), new Step(draft.op, resource.resource()));
  }

  /** A step while it is being read. */
  private static final class Draft {
    String op = "";
    Optional<Urn> urn = Optional.empty();
    @Nullable ResourceDraft before;
    @Nullable ResourceDraft after;

    @Nullable ResourceDraft result() {
      return after == null && Step.keeps(op) ? before : after;
    }

    String named() {
      return urn.map(u -> " `" + u + "`").orElse("");
    }
  }

  private void field(Draft draft, String name) throws UnreadableInputException {
    if (name.equals("op")) {
      draft.op = in.text().orElse("");
    } else if (name.equals("urn")) {
      draft.urn = urns.of(in.text());
    } else if (name.equals(newKey)) {
      draft.after = resource(draft);
    } else if (name.equals(oldKey) && (draft.op.isEmpty() || Step.keeps(draft.op))) {
      draft.before = resource(draft);
    } else {
      in.skip();
    }
  }

  private @Nullable ResourceDraft resource(Draft draft) throws UnreadableInputException {
    if (in.current() == JsonToken.VALUE_NULL) {
      return null;
    }
    return reader.read(draft.urn);
  }

  private void keep(Urn urn, Step step) throws UnreadableInputException {
    Step earlier = steps.get(urn);
    if (earlier != null && !step.continues(earlier)) {
      throw Resources.twice(in, urn);
    }
    if (earlier == null || step.outranks(earlier)) {
      steps.put(urn, step);
    }
  }

  /** The resources that will be, and what the configuration tells of their providers. */
  Stack stack(DefaultProviders providers) throws UnreadableInputException {
    Resources resources = new Resources(in);
    for (Step step : steps.values()) {
      resources.add(step.resource());
    }
    providers.addMissing(resources);
    return resources.stack(Stack.Source.PREVIEW, "");
  }
}
