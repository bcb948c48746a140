package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Judgement.StackSummary;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.policy.Waived;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * The report for programs, as {@code report.schema.json} describes it: the same judgement gives the
 * same bytes, all of them ASCII, so that no charset on the way can hurt it.
 */
public final class JsonReport {
  private final String version;

  /**
   * A report that says what made it.
   *
   * @param version the version of Cutset
   */
  public JsonReport(String version) {
    this.version = version;
  }

  /** Writes the report; closing the stream is left to the caller. */
  public void render(Judgement judgement, OutputStream out) throws IOException {
    JsonText.write(out, json -> report(judgement, json));
  }

  void report(Judgement judgement, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("cutset", version);
    stack(judgement, json);
    json.writeStringProperty("verdict", Wording.word(judgement.verdict()));
    json.writeStringProperty("target", judgement.target().word());
    JsonText.list("entryPoints", judgement.entryPoints(), JsonReport::entryPoint, json);
    JsonText.list("findings", judgement.findings(), JsonReport::finding, json);
    JsonText.list("waived", judgement.waived(), JsonReport::waived, json);
    if (!judgement.baselined().isEmpty()) {
      JsonText.list("baselined", judgement.baselined(), JsonReport::finding, json);
    }
    JsonText.texts("notes", judgement.notes(), json);
    judgement
        .proofsChecked()
        .ifPresent(proofs -> json.writeNumberProperty("proofsChecked", proofs));
    json.writeEndObject();
  }

  static void stack(Judgement judgement, JsonGenerator json) {
    StackSummary stack = judgement.stack();
    json.writeObjectPropertyStart("stack");
    json.writeStringProperty("project", stack.project());
    json.writeStringProperty("name", stack.name());
    json.writeStringProperty("source", Wording.word(stack.source()));
    json.writeNumberProperty("resources", stack.resources());
    JsonText.list("notModelled", judgement.notModelled(), JsonReport::typeCount, json);
    json.writeEndObject();
  }

  private static void typeCount(TypeCount type, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", type.type());
    json.writeNumberProperty("count", type.count());
    json.writeEndObject();
  }

  private static void entryPoint(JudgedEntryPoint entry, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("urn", entry.urn().text());
    json.writeStringProperty("name", entry.name());
    json.writeStringProperty("target", entry.target().word());
    JsonText.texts("survives", entry.survives().stream().map(Scope::word).toList(), json);
    json.writeStringProperty("verdict", Wording.word(entry.verdict()));
    json.writeEndObject();
  }

  static void finding(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("policy", finding.policy());
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("enforcement", finding.enforcement().word());
    json.writeBooleanProperty("blocks", finding.blocks());
    json.writeStringProperty("verdict", finding.verdict().word());
    json.writeStringProperty("scope", finding.scope().word());
    failure(finding.failure(), json);
    json.writeStringProperty("urn", finding.urn().text());
    JsonText.texts("resources", finding.resources().stream().map(Urn::text).toList(), json);
    JsonText.texts("entryPoints", finding.entryPoints(), json);
    json.writeStringProperty("title", finding.title());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("fix", finding.fix());
    JsonText.list("proof", finding.proof(), JsonReport::step, json);
    JsonText.texts("evidence", finding.evidence(), json);
    JsonText.texts("undecidedBy", finding.undecidedBy(), json);
    JsonText.list("patch", finding.patch(), JsonReport::change, json);
    json.writeEndObject();
  }

  private static void waived(Waived waived, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("reason", waived.reason());
    json.writeStringProperty("owner", waived.owner());
    json.writeStringProperty("expires", waived.expires().toString());
    json.writeName("finding");
    finding(waived.finding(), json);
    json.writeEndObject();
  }

  private static void failure(Facts.FailureFact failure, JsonGenerator json) {
    json.writeObjectPropertyStart("failure");
    json.writeStringProperty("kind", failure.kind());
    json.writeStringProperty("name", failure.name());
    json.writeName("urn");
    if (failure.urn().isPresent()) {
      json.writeString(failure.urn().get().text());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }

  private static void step(Facts.Step step, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("urn", step.urn().text());
    json.writeStringProperty("name", step.name());
    json.writeStringProperty("because", step.because());
    json.writeEndObject();
  }

  private static void change(ResourceChange patched, JsonGenerator json) {
    PropertyChange change = patched.change();
    json.writeStartObject();
    json.writeStringProperty("urn", patched.urn().text());
    json.writeStringProperty("property", change.property().toString());
    json.writeStringProperty("written", patched.written().toString());
    json.writeName("from");
    value(change.from().orElse(Value.NULL), json);
    json.writeName("to");
    value(change.to(), json);
    json.writeBooleanProperty("replaces", change.replaces());
    json.writeStringProperty("why", change.why());
    json.writeEndObject();
  }

  /** A property that is set holds a text, a number or a truth value, before and after. */
  static void value(Value value, JsonGenerator json) {
    if (value instanceof Value.Bool bool) {
      json.writeBoolean(bool.value());
    } else if (value instanceof Value.Num number) {
      number(number.value(), json);
    } else if (value instanceof Value.Text text) {
      json.writeString(text.value());
    } else {
      json.writeNull();
    }
  }

  private static void number(double number, JsonGenerator json) {
    if (number == Math.rint(number)) {
      json.writeNumber((long) number);
    } else {
      json.writeNumber(number);
    }
  }
}
