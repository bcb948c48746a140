package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    in.object(
        field -> {
          switch (field) {
            case "stack" -> in.text().ifPresent(s -> name = s.substring(s.lastIndexOf('/') + 1));
            case "latest" -> deployment();
            default -> in.skip();
          }
        });
    found = true;
  }

  private void deployment() throws UnreadableInputException {
    checkVersion();
    in.object(
        field -> {
          switch (field) {
            case "resources" -> in.list(this::resource);
            case "pending_operations", "pendingOperations" -> in.list(this::operation);
            default -> in.skip();
          }
        });
    found = true;
  }

  private void resource() throws UnreadableInputException {
    ResourceDraft draft = reader.read(Optional.empty());
    if (!draft.deleted) {
      resources.add(draft.resource());
    }
  }

  private void operation() throws UnreadableInputException {
    ResourceDraft[] draft = {null};
    String[] type = {""};
    in.object(
        field -> {
          switch (field) {
            case "resource" -> draft[0] = reader.read(Optional.empty());
            case "type" -> type[0] = in.text().orElse("");
            default -> in.skip();
          }
        });
    if (draft[0] != null && BRINGING.contains(type[0])) {
      pending.add(draft[0]);
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
