package dev.cutset.report;

import dev.cutset.policy.Finding;
import dev.cutset.policy.Fix;
import dev.cutset.policy.FixPlan;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalDouble;
import tools.jackson.core.JsonGenerator;

/** A plan of fixes for programs. */
public final class FixJson {
  private final String version;

  /**
   * A report that says what made it.
   *
   * @param version the version of Cutset
   */
  public FixJson(String version) {
    this.version = version;
  }

  /** Writes the plan; the whole judgement after it on request. */
  public void render(FixPlan plan, boolean whatIf, OutputStream out) throws IOException {
    JsonText.write(out, json -> plan(plan, whatIf, json));
  }

  private void plan(FixPlan plan, boolean whatIf, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("cutset", version);
    JsonReport.stack(plan.before(), json);
    json.writeStringProperty("target", plan.before().target().word());
    json.writeStringProperty("before", Wording.word(plan.before().verdict()));
    json.writeStringProperty("after", Wording.word(plan.after().verdict()));
    json.writeBooleanProperty("reached", plan.reached());
    json.writeNumberProperty("copies", plan.copies());
    json.writeName("price");
    price(plan.currency().isEmpty() ? OptionalDouble.empty() : plan.price(), json);
    json.writeStringProperty("currency", plan.currency());
    boolean terraform = plan.before().stack().source().isTerraform();
    JsonText.list("fixes", plan.fixes(), (fix, to) -> fix(fix, terraform, to), json);
    JsonText.list("byHand", plan.byHand(), FixJson::summary, json);
    if (whatIf) {
      json.writeName("judgement");
      new JsonReport(version).report(plan.after(), json);
    }
    json.writeEndObject();
  }

  private static void fix(Fix fix, boolean terraform, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("urn", fix.urn().text());
    json.writeStringProperty("type", fix.type());
    Snippet snippet = Snippet.of(fix, terraform);
    JsonText.list("set", fix.changes(), (change, to) -> change(change, snippet, to), json);
    json.writeBooleanProperty("replaces", fix.replaces());
    JsonText.list("mends", fix.mends(), FixJson::summary, json);
    json.writeNumberProperty("copies", fix.copies());
    json.writeName("price");
    price(fix.price(), json);
    json.writeObjectPropertyStart("snippet");
    json.writeStringProperty("language", terraform ? "terraform" : "java");
    JsonText.texts("lines", snippet.lines(), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void change(PropertyChange change, Snippet snippet, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("property", change.property().toString());
    json.writeStringProperty("written", snippet.written(change.property()));
    json.writeName("from");
    JsonReport.value(change.from().orElse(Value.NULL), json);
    json.writeName("to");
    JsonReport.value(change.to(), json);
    json.writeStringProperty("why", change.why());
    json.writeEndObject();
  }

  private static void summary(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("policy", finding.policy());
    json.writeStringProperty("scope", finding.scope().word());
    json.writeStringProperty("verdict", finding.verdict().word());
    JsonText.texts("resources", finding.resources().stream().map(Urn::text).toList(), json);
    JsonText.texts("entryPoints", finding.entryPoints(), json);
    json.writeStringProperty("title", finding.title());
    json.writeStringProperty("fix", finding.fix());
    json.writeEndObject();
  }

  private static void price(OptionalDouble price, JsonGenerator json) {
    if (price.isPresent()) {
      json.writeNumber(price.getAsDouble());
    } else {
      json.writeNull();
    }
  }
}
