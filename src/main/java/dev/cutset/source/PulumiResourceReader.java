package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one resource in the form that states, previews and engine events share. */
final class PulumiResourceReader {
  /** The engine's and the providers' own bookkeeping among the properties. */
  private static final String BOOKKEEPING = "__";

  private final Tokens in;
  private final Interest interest;
  private final Urns urns;
  private final ValueReader values;

  PulumiResourceReader(Tokens in, Interest interest, Urns urns) {
    this.in = in;
    this.interest = interest;
    this.urns = urns;
    this.values = new ValueReader(in);
  }

  /**
   * Reads the resource at hand.
   *
   * @param expected its URN where it was named outside of the resource already
   */
  ResourceDraft read(Optional<Urn> expected) throws UnreadableInputException {
    ResourceDraft draft = new ResourceDraft();
    expected.ifPresent(urn -> name(draft, urn));
    in.object(name -> field(draft, name));
    if (draft.urn.isEmpty()) {
      throw in.unreadable("a resource has no `urn`", "make the file again with the Pulumi CLI");
    }
    // The type can come after the properties; only then is there something left to drop.
    draft.inputs.keySet().removeIf(name -> !interest.wants(draft.type, name));
    draft.outputs.keySet().removeIf(name -> !interest.wants(draft.type, name));
    // What a provider hands back as it was given is kept once.
    draft.outputs.replaceAll(
        (name, made) -> {
          Value given = draft.inputs.get(name);
          return made.equals(given) ? given : made;
        });
    if (!interest.wantsEdges(draft.type)) {
      draft.propertyDependencies.clear();
    }
    draft.secretOutputs.forEach(name -> draft.outputs.replace(name, Value.SECRET));
    return draft;
  }

  private void field(ResourceDraft draft, String name) throws UnreadableInputException {
    switch (name) {
      case "urn" -> in.text().ifPresent(text -> named(draft, text));
      case "type" -> in.text().ifPresent(text -> draft.type = urns.shared(text));
      case "custom" -> draft.custom = in.truth();
      case "id" -> draft.id = in.text().filter(id -> !Signatures.unknown(id));
      case "delete" -> draft.deleted = in.truth();
      case "parent" -> draft.parent = urns.of(in.text());
      case "provider" -> draft.provider = urns.ofProvider(in.text());
      case "inputs" -> draft.inputs = properties(draft.type);
      case "outputs" -> draft.outputs = properties(draft.type);
      case "additionalSecretOutputs" -> draft.secretOutputs.addAll(in.texts());
      case "dependencies" -> draft.dependencies.addAll(urnList());
      case "sourcePosition" -> draft.position = in.text().flatMap(SourcePosition::parse);
      case "propertyDependencies" -> propertyDependencies(draft);
      default -> in.skip();
    }
  }

  private void named(ResourceDraft draft, String text) {
    boolean known = draft.urn.isPresent() && draft.urn.get().text().equals(text);
    if (!known) {
      name(draft, urns.of(text));
    }
  }

  private void name(ResourceDraft draft, Urn urn) {
    draft.urn = Optional.of(urn);
    if (draft.type.isEmpty()) {
      draft.type = urns.typeOf(urn);
    }
  }

  private Map<String, Value> properties(String type) throws UnreadableInputException {
    Map<String, Value> properties = new LinkedHashMap<>();
    boolean[] marked = {false};
    in.object(
        name -> {
          marked[0] |= name.equals(Signatures.KEY);
          boolean wanted = type.isEmpty() || interest.wants(type, name);
          if (wanted && !marked[0] && !name.startsWith(BOOKKEEPING)) {
            properties.put(name, values.read());
          } else {
            in.skip();
          }
        });
    // All properties together are one marked value, such as one secret: none of them may be kept.
    return marked[0] ? new LinkedHashMap<>() : properties;
  }

  private void propertyDependencies(ResourceDraft draft) throws UnreadableInputException {
    in.object(
        name -> {
          List<Urn> on = urnList();
          if (!on.isEmpty()) {
            draft.propertyDependencies.put(name, List.copyOf(on));
          }
        });
  }

  private List<Urn> urnList() throws UnreadableInputException {
    List<Urn> list = new ArrayList<>();
    in.list(() -> in.text().ifPresent(text -> list.add(urns.of(text))));
    return list;
  }
}
