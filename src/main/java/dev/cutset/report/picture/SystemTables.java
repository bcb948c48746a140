package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.report.UnobeyedSigns;
import dev.cutset.stack.Urn;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * The components of both completions as JSON. Names and domains become numbers in tables that are
 * written in the end, and a component that is the same in both is written once.
 */
final class SystemTables {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new UnobeyedSigns())
          .build();

  private final JsonGenerator out;
  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final Map<String, Domain> domains = new LinkedHashMap<>();
  private final Map<String, Integer> domainNumbers = new LinkedHashMap<>();
  private final Map<String, Integer> components = new LinkedHashMap<>();

  SystemTables(JsonGenerator out) {
    this.out = out;
  }

  /** A completion: its components, by their numbers in the table, and what entry points need. */
  void run(Architecture architecture) {
    out.writeStartObject();
    out.writeArrayPropertyStart("components");
    for (Component component : architecture.components().values()) {
      out.writeNumber(components.computeIfAbsent(text(component), text -> components.size()));
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("needs");
    architecture.entryPoints().forEach(entry -> need(entry.need(), out));
    out.writeEndArray();
    out.writeEndObject();
  }

  /** The tables themselves. */
  void write() {
    out.writeArrayPropertyStart("components");
    components.keySet().forEach(out::writeRawValue);
    out.writeEndArray();
    out.writeArrayPropertyStart("domains");
    for (Domain domain : domains.values()) {
      out.writeStartArray();
      out.writeString(domain.scope().word());
      out.writeString(domain.key());
      out.writeString(Markup.safe(domain.name()));
      out.writeNumber(domain.parent().map(this::number).orElse(-1));
      out.writeEndArray();
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("ids");
    ids.keySet().forEach(out::writeString);
    out.writeEndArray();
  }

  void numbers(String name, List<String> texts) {
    out.writeArrayPropertyStart(name);
    texts.forEach(text -> out.writeNumber(number(text)));
    out.writeEndArray();
  }

  int number(Urn urn) {
    return number(urn.text());
  }

  private int number(String id) {
    return ids.computeIfAbsent(id, key -> ids.size());
  }

  private int number(Domain domain) {
    domain.parent().ifPresent(this::number);
    domains.putIfAbsent(domain.key(), domain);
    return domainNumbers.computeIfAbsent(domain.key(), key -> domainNumbers.size());
  }

  private String text(Component component) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeNumberProperty("id", number(component.id()));
      json.writeStringProperty("name", Markup.safe(component.kind().name()));
      json.writeStringProperty("title", Markup.safe(component.kind().title()));
      json.writeNumberProperty("required", component.required());
      json.writeName("need");
      need(component.need(), json);
      replicas("replicas", component.replicas(), json);
      replicas("standbys", standbys(component), json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private static List<Replica> standbys(Component component) {
    List<Replica> all = new ArrayList<>();
    component.standbys().stream().map(Standby::replicas).forEach(all::addAll);
    return all;
  }

  private void replicas(String name, List<Replica> replicas, JsonGenerator json) {
    if (replicas.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart(name);
    for (Replica replica : replicas) {
      json.writeStartObject();
      json.writeNumberProperty("id", number(replica.id()));
      json.writeStringProperty("name", Markup.safe(replica.name()));
      json.writeBooleanProperty("alone", replica.failsAlone());
      json.writeBooleanProperty("zoneKnown", replica.placement().zoneKnown());
      json.writeNumberProperty("at", number(replica.placement().domain()));
      json.writeName("need");
      need(replica.need(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** A component's number, or {@code [how many of these must be met, [needs]]}. */
  private void need(Need need, JsonGenerator json) {
    if (need instanceof Need.On on) {
      json.writeNumber(number(on.component()));
    } else if (need instanceof Need.Any any && !any.failover().countsAsRedundancy()) {
      need(any.needs().get(0), json);
    } else {
      json.writeStartArray();
      json.writeNumber(least(need));
      json.writeStartArray();
      need.parts().forEach(part -> need(part, json));
      json.writeEndArray();
      json.writeEndArray();
    }
  }

  private static int least(Need need) {
    if (need instanceof Need.AtLeast some) {
      return some.least();
    }
    return need instanceof Need.Any ? 1 : need.parts().size();
  }
}
