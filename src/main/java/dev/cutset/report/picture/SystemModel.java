package dev.cutset.report.picture;

import dev.cutset.architecture.Completed;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.policy.Finding;
import dev.cutset.report.UnobeyedSigns;
import dev.cutset.stack.Urn;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * What the page computes with: both completions, the sheets with their cards, and the findings, as
 * JSON. Whatever is named more than once is a number in a table.
 */
final class SystemModel {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .characterEscapes(new UnobeyedSigns())
          .build();

  private final Completed completed;
  private final List<Atlas.Sheet> sheets;
  private final List<Finding> findings;

  SystemModel(Completed completed, List<Atlas.Sheet> sheets, List<Finding> findings) {
    this.completed = completed;
    this.sheets = sheets;
    this.findings = findings;
  }

  /** JSON that can stand in a script element: nothing in it ends the element. */
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      SystemTables tables = new SystemTables(json);
      json.writeStartObject();
      json.writeArrayPropertyStart("runs");
      tables.run(completed.kindest());
      tables.run(completed.harshest());
      json.writeEndArray();
      json.writeArrayPropertyStart("entryPoints");
      completed.kindest().entryPoints().forEach(entry -> entry(entry, json));
      json.writeEndArray();
      json.writeArrayPropertyStart("sheets");
      sheets.forEach(sheet -> sheet(sheet, tables, json));
      json.writeEndArray();
      json.writeArrayPropertyStart("findings");
      findings.forEach(finding -> finding(finding, tables, json));
      json.writeEndArray();
      tables.write();
      json.writeEndObject();
    }
    return text.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static void entry(EntryPoint entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", entry.urn().text());
    json.writeStringProperty("name", Markup.safe(entry.name()));
    json.writeEndObject();
  }

  private static void sheet(Atlas.Sheet sheet, SystemTables tables, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", Markup.safe(sheet.name()));
    json.writeNumberProperty("above", sheet.above());
    json.writeArrayPropertyStart("cards");
    sheet.picture().cards().forEach(card -> card(card, tables, json));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void card(Picture.Card card, SystemTables tables, JsonGenerator json) {
    json.writeStartObject();
    json.writeBooleanProperty("entry", card.entry());
    json.writeStringProperty("title", Markup.safe(card.title()));
    json.writeStringProperty("subtitle", Markup.safe(card.subtitle()));
    card.opens().ifPresent(sheet -> json.writeNumberProperty("opens", sheet));
    tables.numbers("members", card.members());
    tables.numbers("copies", card.copies());
    json.writeEndObject();
  }

  private static void finding(Finding finding, SystemTables tables, JsonGenerator json) {
    json.writeStartObject();
    tables.numbers("chain", finding.proof().stream().map(step -> step.urn().text()).toList());
    tables.numbers("resources", finding.resources().stream().map(Urn::text).toList());
    json.writeStringProperty("kind", finding.failure().kind());
    json.writeStringProperty("name", Markup.safe(finding.failure().name()));
    json.writeNumberProperty("urn", finding.failure().urn().map(tables::number).orElse(-1));
    json.writeEndObject();
  }
}
