package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.catalog.Scope;
import dev.cutset.rego.RegoValue;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts as the document that policies read: its fields are named as in {@link Facts}, its words
 * are those of reports, and what is not there has no key.
 */
public final class FactsDocument {
  /** What stands for a value that is not known yet, and for one that must not be shown. */
  private static final Map<String, Object> UNKNOWN = Map.of("unknown", true);

  /** Cuts name the same entry points, so that each is made a document once. */
  private final IdentityHashMap<EntryPointFact, RegoValue> entryPoints = new IdentityHashMap<>();

  private FactsDocument(Facts facts) {
    for (EntryPointFact entryPoint : facts.entryPoints()) {
      entryPoints.put(entryPoint, RegoValue.of(new Fields<>(entryPoint, FactsDocument::fields)));
    }
  }

  /** The document as JSON, on one line. */
  public static String json(Facts facts) {
    return of(facts).toJson();
  }

  static RegoValue of(Facts facts) {
    return new FactsDocument(facts).document(facts);
  }

  private RegoValue document(Facts facts) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("target", facts.target().word());
    document.put("entryPoints", new Worded<>(facts.entryPoints(), this::entryPoint));
    document.put("cuts", each(facts.cuts(), this::cut));
    document.put("components", each(facts.components(), FactsDocument::component));
    document.put("declaring", new Fields<>(facts.components(), FactsDocument::declaring));
    return RegoValue.of(document);
  }

  private RegoValue entryPoint(EntryPointFact fact) {
    RegoValue known = entryPoints.get(fact);
    return known == null ? RegoValue.of(fields(fact)) : known;
  }

  /** The positions of the components that declare each property. */
  private static Map<String, @Nullable Object> declaring(List<ComponentFact> components) {
    Map<String, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < components.size(); i++) {
      for (String property : components.get(i).properties().keySet()) {
        positions.computeIfAbsent(property, key -> new ArrayList<>()).add(i);
      }
    }
    return new LinkedHashMap<>(positions);
  }

  private static Map<String, @Nullable Object> fields(EntryPointFact entryPoint) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("urn", entryPoint.urn().text());
    fields.put("name", entryPoint.name());
    fields.put("target", entryPoint.target().word());
    fields.put("survives", new Worded<>(entryPoint.survives(), Scope::word));
    return fields;
  }

  private Map<String, @Nullable Object> cut(CutFact cut) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("verdict", cut.verdict().word());
    fields.put("scope", cut.scope().word());
    fields.put("failure", failure(cut.failure()));
    fields.put("cause", each(cut.cause(), FactsDocument::component));
    fields.put("entryPoints", new Worded<>(cut.entryPoints(), this::entryPoint));
    fields.put("largerFailures", each(cut.largerFailures(), FactsDocument::failure));
    fields.put("regionsElsewhere", cut.regionsElsewhere());
    fields.put("proof", each(cut.proof(), FactsDocument::step));
    fields.put("evidence", cut.evidence());
    fields.put("undecidedBy", cut.undecidedBy());
    return fields;
  }

  private static Map<String, @Nullable Object> failure(FailureFact failure) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", failure.kind());
    fields.put("name", failure.name());
    if (failure.urn().isPresent()) {
      fields.put("urn", failure.urn().get().text());
    }
    return fields;
  }

  private static Map<String, @Nullable Object> step(Step step) {
    return Map.of("urn", step.urn().text(), "name", step.name(), "because", step.because());
  }

  private static Map<String, @Nullable Object> component(ComponentFact component) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("urn", component.urn().text());
    fields.put("resources", new Worded<>(component.resources(), Urn::text));
    fields.put("name", component.name());
    fields.put("type", component.type());
    fields.put("title", component.title());
    if (component.role().isPresent()) {
      fields.put("role", component.role().get().word());
    }
    fields.put("copies", component.copies());
    fields.put("needed", component.needed());
    fields.put("quorum", component.quorum());
    fields.put("failover", component.failover().word());
    fields.put("zones", component.zones());
    fields.put("regions", component.regions());
    fields.put("standbys", each(component.standbys(), FactsDocument::standby));
    fields.put("behind", each(component.behind(), FactsDocument::gateway));
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    component.properties().forEach((name, value) -> properties.put(name, plain(value)));
    fields.put("properties", properties);
    Map<String, Object> remedy = new LinkedHashMap<>();
    component.remedy().forEach((scope, text) -> remedy.put(scope.word(), text));
    fields.put("remedy", remedy);
    return fields;
  }

  private static Map<String, @Nullable Object> standby(StandbyFact standby) {
    return Map.of(
        "kind", standby.kind(),
        "urn", standby.urn().text(),
        "name", standby.name(),
        "regions", standby.regions());
  }

  private static Map<String, @Nullable Object> gateway(GatewayFact gateway) {
    return Map.of(
        "urn", gateway.urn().text(),
        "name", gateway.name(),
        "crossZone", gateway.crossZone(),
        "zones", gateway.zones());
  }

  private static @Nullable Object plain(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    } else if (value instanceof Value.Num number) {
      return number.value();
    } else if (value instanceof Value.Text text) {
      return text.value();
    } else if (value instanceof Value.Items items) {
      List<@Nullable Object> plain = new ArrayList<>();
      items.values().forEach(item -> plain.add(plain(item)));
      return plain;
    } else if (value instanceof Value.Fields object) {
      Map<String, @Nullable Object> plain = new LinkedHashMap<>();
      object.values().forEach((name, field) -> plain.put(name, plain(field)));
      return plain;
    }
    return value.opaque() ? UNKNOWN : null;
  }

  /** Most of it no policy looks at, so that each part is put into words when one does. */
  private static <T> List<Object> each(
      List<T> facts, Function<T, Map<String, @Nullable Object>> fields) {
    return facts.isEmpty() ? List.of() : new Worded<>(facts, fact -> new Fields<>(fact, fields));
  }

  /** A list whose elements are put into words when somebody looks at the list. */
  private static final class Worded<T> extends AbstractList<Object> {
    private final List<T> facts;
    private final Function<T, ?> word;

    Worded(List<T> facts, Function<T, ?> word) {
      this.facts = facts;
      this.word = word;
    }

    @Override
    public Object get(int index) {
      return word.apply(facts.get(index));
    }

    @Override
    public int size() {
      return facts.size();
    }
  }

  /** A fact whose fields are put into words when somebody looks at one. */
  private static final class Fields<T> extends AbstractMap<String, @Nullable Object> {
    private final T fact;
    private final Function<T, Map<String, @Nullable Object>> fields;
    private @Nullable Map<String, @Nullable Object> known;

    Fields(T fact, Function<T, Map<String, @Nullable Object>> fields) {
      this.fact = fact;
      this.fields = fields;
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
      Map<String, @Nullable Object> all = known == null ? fields.apply(fact) : known;
      known = all;
      return all.entrySet();
    }
  }
}
