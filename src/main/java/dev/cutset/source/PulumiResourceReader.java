package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Interest;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
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
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      field(draft, fields.name());
    }
    if (draft.urn.isEmpty()) {
      throw in.unreadable("a resource has no `urn`", "make the file again with the Pulumi CLI");
    }
    draft.inputs = wanted(draft.type, draft.inputs);
    draft.outputs = settled(draft, wanted(draft.type, draft.outputs));
    if (!interest.wantsEdges(draft.type)) {
      draft.propertyDependencies.clear();
    }
    return draft;
  }

  /** Those that somebody reads: the type can come after the properties, when all were kept. */
  private Map<String, Value> wanted(String type, Map<String, Value> properties) {
    boolean all = true;
    for (String name : properties.keySet()) {
      all &= interest.wants(type, name);
    }
    if (all) {
      return properties;
    }
    FewEntries.Builder<Value> wanted = new FewEntries.Builder<>();
    properties.forEach(
        (name, value) -> {
          if (interest.wants(type, name)) {
            wanted.put(name, value);
          }
        });
    return wanted.build();
  }

  /**
   * What a provider hands back as it was given is kept once; what it says is secret, not at all.
   */
  private static Map<String, Value> settled(ResourceDraft draft, Map<String, Value> outputs) {
    FewEntries.Builder<Value> settled = new FewEntries.Builder<>();
    for (Map.Entry<String, Value> output : outputs.entrySet()) {
      String name = output.getKey();
      Value made = output.getValue();
      Value given = draft.inputs.get(name);
      Value kept = given != null && given.equals(made) ? given : made;
      settled.put(name, draft.secretOutputs.contains(name) ? Value.SECRET : kept);
    }
    return settled.build();
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
    FewEntries.Builder<Value> properties = new FewEntries.Builder<>();
    boolean marked = false;
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      String name = fields.name();
      marked |= name.equals(Signatures.KEY);
      boolean wanted = type.isEmpty() || interest.wants(type, name);
      if (wanted && !marked && !name.startsWith(BOOKKEEPING)) {
        properties.put(name, values.read());
      } else {
        in.skip();
      }
    }
    // All properties together are one marked value, such as one secret: none of them may be kept.
    return marked ? Map.of() : properties.build();
  }

  private void propertyDependencies(ResourceDraft draft) throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      List<Urn> on = urnList();
      if (!on.isEmpty()) {
        draft.propertyDependencies.put(fields.name(), List.copyOf(on));
      }
    }
  }

  private List<Urn> urnList() throws UnreadableInputException {
    List<Urn> list = new ArrayList<>();
    Tokens.Elements elements = in.elements();
    while (elements.next()) {
      in.text().ifPresent(text -> list.add(urns.of(text)));
    }
    return list;
  }
}
