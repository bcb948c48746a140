package dev.cutset.policy;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Facts.ComponentFact;
import dev.cutset.analysis.Facts.CutFact;
import dev.cutset.analysis.Facts.EntryPointFact;
import dev.cutset.analysis.Facts.FailureFact;
import dev.cutset.analysis.Facts.GatewayFact;
import dev.cutset.analysis.Facts.StandbyFact;
import dev.cutset.analysis.Facts.Step;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Scope;
import dev.cutset.rego.RegoValue;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts as the document that policies read: its fields are named as in {@link Facts}, its words
 * are those of reports, and what is not there has no key.
 */
public final class FactsDocument {
  /** What stands for a value that is not known yet, and for one that must not be shown. */
  private static final Map<String, Object> UNKNOWN = Map.of("unknown", true);

  private FactsDocument() {}

  /** The document as JSON, on one line. */
  public static String json(Facts facts) {
    return of(facts).toJson();
  }

  static RegoValue of(Facts facts) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("target", facts.target().word());
    document.put("entryPoints", each(facts.entryPoints(), FactsDocument::entryPoint));
    document.put("cuts", each(facts.cuts(), FactsDocument::cut));
    document.put("components", each(facts.components(), FactsDocument::component));
    return RegoValue.of(document);
  }

  private static Object entryPoint(EntryPointFact entryPoint) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("urn", entryPoint.urn().text());
    fields.put("name", entryPoint.name());
    fields.put("target", entryPoint.target().word());
    fields.put("survives", each(entryPoint.survives(), Scope::word));
    return fields;
  }

  private static Object cut(CutFact cut) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("verdict", cut.verdict().word());
    fields.put("scope", cut.scope().word());
    fields.put("failure", failure(cut.failure()));
    fields.put("cause", each(cut.cause(), FactsDocument::component));
    fields.put("entryPoints", each(cut.entryPoints(), FactsDocument::entryPoint));
    fields.put("largerFailures", each(cut.largerFailures(), FactsDocument::failure));
    fields.put("regionsElsewhere", cut.regionsElsewhere());
    fields.put("proof", each(cut.proof(), FactsDocument::step));
    fields.put("evidence", cut.evidence());
    fields.put("undecidedBy", cut.undecidedBy());
    return fields;
  }

  private static Object failure(FailureFact failure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", failure.kind());
    fields.put("name", failure.name());
    if (failure.urn().isPresent()) {
      fields.put("urn", failure.urn().get().text());
    }
    return fields;
  }

  private static Object step(Step step) {
    return Map.of("urn", step.urn().text(), "because", step.because());
  }

  private static Object component(ComponentFact component) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("urn", component.urn().text());
    fields.put("resources", each(component.resources(), Urn::text));
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

  private static Object standby(StandbyFact standby) {
    return Map.of(
        "kind", standby.kind(),
        "urn", standby.urn().text(),
        "name", standby.name(),
        "regions", standby.regions());
  }

  private static Object gateway(GatewayFact gateway) {
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
  private static <T> List<Object> each(List<T> facts, Function<T, Object> fields) {
    return facts.isEmpty() ? List.of() : new Worded<>(facts, fields);
  }

  /** Facts in the words of the document. */
  private static final class Worded<T> extends AbstractList<Object> {
    private final List<T> facts;
    private final Function<T, Object> fields;

    Worded(List<T> facts, Function<T, Object> fields) {
      this.facts = facts;
      this.fields = fields;
    }

    @Override
    public Object get(int index) {
      return fields.apply(facts.get(index));
    }

    @Override
    public int size() {
      return facts.size();
    }
  }
}
