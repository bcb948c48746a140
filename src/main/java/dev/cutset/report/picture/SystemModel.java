package dev.cutset.report.picture;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Completed;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.Domain;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.Replica;
import dev.cutset.architecture.Standby;
import dev.cutset.policy.Finding;
import dev.cutset.stack.Urn;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** What the page computes with: both completions, the cards, and the findings, as JSON. */
final class SystemModel {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private SystemModel() {}

  /** JSON that can stand in a script element: nothing in it ends the element. */
  static String json(Completed completed, Picture picture, List<Finding> findings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeArrayPropertyStart("runs");
      run(completed.kindest(), json);
      run(completed.harshest(), json);
      json.writeEndArray();
      json.writeArrayPropertyStart("cards");
      picture.cards().forEach(card -> card(card, json));
      json.writeEndArray();
      json.writeArrayPropertyStart("findings");
      findings.forEach(finding -> finding(finding, json));
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static void run(Architecture architecture, JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("components");
    architecture.components().values().forEach(component -> component(component, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("entryPoints");
    for (EntryPoint entry : architecture.entryPoints()) {
      json.writeStartObject();
      json.writeStringProperty("id", entry.urn().text());
      json.writeStringProperty("name", entry.name());
      json.writeName("need");
      need(entry.need(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void component(Component component, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", component.id().text());
    json.writeStringProperty("name", component.kind().name());
    json.writeStringProperty("title", component.kind().title());
    json.writeNumberProperty("required", component.required());
    json.writeName("need");
    need(component.need(), json);
    json.writeArrayPropertyStart("replicas");
    component.replicas().forEach(replica -> replica(replica, json));
    json.writeEndArray();
    json.writeArrayPropertyStart("standbys");
    component.standbys().stream()
        .map(Standby::replicas)
        .flatMap(List::stream)
        .forEach(replica -> replica(replica, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void replica(Replica replica, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", replica.id());
    json.writeStringProperty("name", replica.name());
    json.writeBooleanProperty("alone", replica.failsAlone());
    json.writeBooleanProperty("zoneKnown", replica.placement().zoneKnown());
    json.writeArrayPropertyStart("domains");
    for (Optional<Domain> at = Optional.of(replica.placement().domain());
        at.isPresent();
        at = at.get().parent()) {
      json.writeStartArray();
      json.writeString(at.get().scope().word());
      json.writeString(at.get().key());
      json.writeString(at.get().name());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeName("need");
    need(replica.need(), json);
    json.writeEndObject();
  }

  /** A component's name, or {@code [how many of these must be met, [needs]]}. */
  private static void need(Need need, JsonGenerator json) {
    if (need instanceof Need.On on) {
      json.writeString(on.component().text());
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

  private static void card(Picture.Card card, JsonGenerator json) {
    json.writeStartObject();
    json.writeBooleanProperty("entry", card.entry());
    json.writeStringProperty("title", card.title());
    texts("members", card.members(), json);
    texts("copies", card.copies(), json);
    json.writeEndObject();
  }

  private static void finding(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    texts("chain", finding.proof().stream().map(step -> step.urn().text()).toList(), json);
    texts("resources", finding.resources().stream().map(Urn::text).toList(), json);
    json.writeEndObject();
  }

  private static void texts(String name, List<String> texts, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }
}
