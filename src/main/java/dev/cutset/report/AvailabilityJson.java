package dev.cutset.report;

import dev.cutset.analysis.Availability;
import dev.cutset.analysis.Availability.Cost;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/** How much of the time a stack is down, for programs; shares of the time between 0 and 1. */
public final class AvailabilityJson {
  private final String version;

  /**
   * A report that says what made it.
   *
   * @param version the version of Cutset
   */
  public AvailabilityJson(String version) {
    this.version = version;
  }

  public void render(AvailabilityPage page, OutputStream out) throws IOException {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("cutset", version);
          JsonText.list("entryPoints", page.entryPoints(), AvailabilityJson::entryPoint, json);
          JsonText.list("gains", page.gains(), (gain, to) -> gain(gain, page, to), json);
          json.writeEndObject();
        });
  }

  private static void entryPoint(Availability one, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("urn", one.entryPoint().urn().text());
    json.writeStringProperty("name", one.entryPoint().name());
    range("down", one.down(), json);
    json.writeBooleanProperty("exact", one.exact());
    JsonText.list("costs", one.costs(), AvailabilityJson::cost, json);
    JsonText.list("figures", one.figures(), AvailabilityJson::used, json);
    json.writeEndObject();
  }

  private static void used(Availability.Used used, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("what", used.what());
    range("down", new Availability.Range(used.figure().best(), used.figure().worst()), json);
    json.writeStringProperty("source", used.figure().source());
    json.writeEndObject();
  }

  private static void cost(Cost cost, JsonGenerator json) {
    double best = cost.figure().best();
    double worst = cost.figure().worst();
    json.writeStartObject();
    json.writeStringProperty("urn", cost.component().resource().text());
    json.writeStringProperty("name", cost.component().kind().name());
    json.writeStringProperty("type", cost.component().kind().type());
    json.writeNumberProperty("copies", cost.copies());
    range("one", new Availability.Range(best, worst), json);
    range("two", new Availability.Range(best * best, worst * worst), json);
    json.writeStringProperty("source", cost.figure().source());
    range("cost", cost.cost(), json);
    json.writeEndObject();
  }

  private static void gain(AvailabilityPage.Gain gain, AvailabilityPage page, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("urn", gain.fix().urn().text());
    JsonText.texts("set", page.set(gain.fix(), " = "), json);
    JsonText.list(
        "entryPoints",
        gain.entryPoints(),
        (one, to) -> {
          to.writeStartObject();
          to.writeStringProperty("name", one.entryPoint().name());
          range("down", one.down(), to);
          to.writeEndObject();
        },
        json);
    json.writeEndObject();
  }

  private static void range(String name, Availability.Range range, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("best", range.best());
    json.writeNumberProperty("worst", range.worst());
    json.writeEndObject();
  }
}
