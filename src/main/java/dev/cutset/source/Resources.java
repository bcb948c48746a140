package dev.cutset.source;

import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The resources read so far, in order, each URN once. */
final class Resources {
  private final Tokens in;
  private final Map<Urn, Resource> resources = new LinkedHashMap<>();

  Resources(Tokens in) {
    this.in = in;
  }

  /** Two resources of one name would leave every edge to it ambiguous, so none of them is taken. */
  void add(Resource resource) throws UnreadableInputException {
    if (resources.putIfAbsent(resource.urn(), resource) != null) {
      throw twice(in, resource.urn());
    }
  }

  static UnreadableInputException twice(Tokens in, Urn urn) {
    return in.refused(
        "the resource `" + urn + "` occurs twice",
        "make the file again, or repair the state first");
  }

  boolean contains(Urn urn) {
    return resources.containsKey(urn);
  }

  Set<Urn> urns() {
    return resources.keySet();
  }

  Iterable<Resource> all() {
    return resources.values();
  }

  /** The stack of these resources; a Pulumi URN tells the names of its project and stack. */
  Stack stack(Stack.Source source, String fallbackName) {
    String project = "";
    String name = fallbackName;
    for (Urn urn : resources.keySet()) {
      if (!urn.stack().isEmpty()) {
        project = urn.project();
        name = urn.stack();
        break;
      }
    }
    return new Stack(project, name, source, new ArrayList<>(resources.values()));
  }
}
