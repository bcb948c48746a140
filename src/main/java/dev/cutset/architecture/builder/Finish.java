package dev.cutset.architecture.builder;

import dev.cutset.architecture.Component;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.draft.Doubts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes components of drafts, with the properties that policies ask for. */
final class Finish {
  private static final String CROSS_ZONE = "crossZone";
  private static final String LEAST = "scalesDownTo";

  private final Reading reading;
  private final Doubts doubts;
  private final Drafts drafts;

  Finish(Reading reading, Doubts doubts, Drafts drafts) {
    this.reading = reading;
    this.doubts = doubts;
    this.drafts = drafts;
  }

  Map<Urn, Component> components() {
    Map<Urn, Component> components = new LinkedHashMap<>();
    for (Draft draft : drafts.all()) {
      draft.undecided(doubts.undecidedBy(draft.known()));
      Map<String, Value> properties = properties(draft.known());
      draft.scalesDownTo().ifPresent(least -> properties.put(LEAST, Value.of(least)));
      components.put(draft.urn(), draft.freeze(properties, crossZone(properties)));
    }
    return Renaming.absorbed(components, drafts);
  }

  private Map<String, Value> properties(Known known) {
    Map<String, Value> properties = new LinkedHashMap<>();
    known.type().facts().forEach((name, path) -> add(known, path, name, properties));
    return properties;
  }

  /** Application load balancers always send to other zones, the others if they are told to. */
  private static boolean crossZone(Map<String, Value> properties) {
    Value declared = properties.get(CROSS_ZONE);
    Value type = properties.get("loadBalancerType");
    if (type == null) {
      return !Value.of(false).equals(declared);
    }
    return Value.of("application").equals(type) || Value.of(true).equals(declared);
  }

  private void add(Known known, PropertyPath path, String name, Map<String, Value> properties) {
    List<Value> values = reading.values(known, path);
    boolean isList =
        path.steps().size() == 1
            && known.resource().property(path.property()).orElse(Value.NULL) instanceof Value.Items;
    if (values.size() == 1 && !isList) {
      properties.put(name, values.get(0));
    } else if (!values.isEmpty()) {
      properties.put(name, new Value.Items(values));
    }
  }
}
