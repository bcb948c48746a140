package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code pulumi stack export} and the state files of Pulumi's file backend. */
final class StateReader implements DocumentReader {
  private static final Set<String> VERSIONS = Set.of("3", "4");

  /** Operations whose resource is in no other list while they are under way. */
  private static final Set<String> BRINGING = Set.of("creating", "reading", "importing");

  private final Tokens in;
  private final PulumiResourceReader reader;
  private final Resources resources;
  private final List<ResourceDraft> pending = new ArrayList<>();
  private Optional<String> version;
  private String name = "";
  private boolean found;

  /**
   * A reader of one state.
   *
   * @param version the version of the state, where it was met already
   */
  StateReader(Tokens in, Interest interest, Urns urns, Optional<String> version) {
    this.version = version;
    this.in = in;
    this.reader = new PulumiResourceReader(in, interest, urns);
    this.resources = new Resources(in);
  }

  @Override
  public void field(String field) throws UnreadableInputException {
    switch (field) {
      case "version" -> version = in.scalar();
      case "deployment" -> deployment();
      case "checkpoint" -> checkpoint();
      default -> in.skip();
    }
  }

  /** Other versions have other shapes, in which resources would go unseen. */
  private void checkVersion() throws UnreadableInputException {
    if (version.isPresent() && !VERSIONS.contains(version.get())) {
      throw in.refused(
          "the state has a version other than 3 and 4",
          "export it with `pulumi stack export` of a Pulumi CLI of version 3");
    }
  }

  private void checkpoint() throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "stack" -> in.text().ifPresent(s -> name = s.substring(s.lastIndexOf('/') + 1));
        case "latest" -> deployment();
        default -> in.skip();
      }
    }
    found = true;
  }

  private void deployment() throws UnreadableInputException {
    checkVersion();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "resources" -> resources();
        case "pending_operations", "pendingOperations" -> operations();
        default -> in.skip();
      }
    }
    found = true;
  }

  private void resources() throws UnreadableInputException {
    Tokens.Elements elements = in.elements();
    while (elements.next()) {
      ResourceDraft draft = reader.read(Optional.empty());
      if (!draft.deleted) {
        resources.add(draft.resource());
      }
    }
  }

  private void operations() throws UnreadableInputException {
    Tokens.Elements elements = in.elements();
    while (elements.next()) {
      operation();
    }
  }

  private void operation() throws UnreadableInputException {
    @Nullable ResourceDraft draft = null;
    String type = "";
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "resource" -> draft = reader.read(Optional.empty());
        case "type" -> type = in.text().orElse("");
        default -> in.skip();
      }
    }
    if (draft != null && BRINGING.contains(type)) {
      pending.add(draft);
    }
  }

  @Override
  public Stack stack() throws UnreadableInputException {
    checkVersion();
    if (!found) {
      throw in.refused(
          "the state holds no `deployment` and no `checkpoint`",
          "export it with `pulumi stack export --file state.json`");
    }
    for (ResourceDraft draft : pending) {
      if (!draft.deleted && !resources.contains(draft.urn.orElseThrow())) {
        resources.add(draft.resource());
      }
    }
    return resources.stack(Stack.Source.STATE, name);
  }
}
