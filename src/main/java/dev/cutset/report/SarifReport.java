package dev.cutset.report;

import static dev.cutset.report.JsonText.list;
import static dev.cutset.report.JsonText.texts;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.Severity;
import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The report for code scanning: SARIF 2.1.0. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final String version;
  private final PolicyCatalog policies;
  private final Map<String, Integer> rules = new HashMap<>();

  /**
   * A report that says what made it, and by which rules.
   *
   * @param version the version of Cutset
   */
  public SarifReport(String version, PolicyCatalog policies) {
    this.version = version;
    this.policies = policies;
    for (PolicyInfo policy : policies.policies()) {
      rules.put(policy.id(), rules.size());
    }
  }

  /** Writes the report; closing the stream is left to the caller. */
  public void render(Judgement judgement, CodeLocations locations, OutputStream out)
      throws IOException {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("$schema", SCHEMA);
          json.writeStringProperty("version", "2.1.0");
          json.writeArrayPropertyStart("runs");
          run(judgement, locations, json);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void run(Judgement judgement, CodeLocations locations, JsonGenerator json) {
    json.writeStartObject();
    tool(judgement.stack().source().isTerraform(), json);
    json.writeObjectPropertyStart("automationDetails");
    json.writeStringProperty("id", "cutset/" + stack(judgement.stack()));
    json.writeEndObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    invocation(judgement, json);
    json.writeArrayPropertyStart("results");
    judgement.findings().forEach(finding -> result(finding, Optional.empty(), locations, json));
    judgement
        .waived()
        .forEach(
            waived ->
                result(
                    waived.finding(), Optional.of(Wording.justification(waived)), locations, json));
    judgement
        .baselined()
        .forEach(finding -> result(finding, Optional.of("in the baseline"), locations, json));
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("verdict", Wording.word(judgement.verdict()));
    json.writeStringProperty("target", judgement.target().word());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Code hosts tell the runs of several stacks apart by it. */
  private static String stack(Judgement.StackSummary stack) {
    String name = stack.project() + "/" + stack.name();
    return name.equals("/") ? "" : name + "/";
  }

  private void tool(boolean terraform, JsonGenerator json) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "Cutset");
    json.writeStringProperty("version", version);
    list("rules", policies.policies(), (policy, to) -> rule(policy, terraform, to), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(PolicyInfo policy, boolean terraform, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("id", policy.id());
    json.writeStringProperty("name", policy.name());
    message("shortDescription", policy.title(), json);
    message("fullDescription", policy.description(), json);
    json.writeObjectPropertyStart("help");
    json.writeStringProperty("text", policy.description() + " Fix: " + policy.remediation() + ".");
    json.writeStringProperty("markdown", PolicyPage.of(policies.page(policy), terraform));
    json.writeEndObject();
    if (!policy.relatedResources().isEmpty()) {
      json.writeStringProperty("helpUri", policy.relatedResources().get(0).ref());
    }
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", "error");
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    texts("tags", List.of("reliability", "single-point-of-failure", policy.layer()), json);
    json.writeStringProperty("problem.severity", problem(policy.severity()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String problem(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "recommendation";
    };
  }

  private static void invocation(Judgement judgement, JsonGenerator json) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", true);
    list("toolExecutionNotifications", judgement.notes(), SarifReport::notification, json);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void notification(String note, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("level", "note");
    message("message", note, json);
    json.writeEndObject();
  }

  private void result(
      Finding finding, Optional<String> accepted, CodeLocations locations, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.policy());
    Integer rule = rules.get(finding.policy());
    if (rule != null) {
      json.writeNumberProperty("ruleIndex", rule);
    }
    json.writeStringProperty("level", level(finding));
    message("message", Wording.whole(finding), json);
    json.writeArrayPropertyStart("locations");
    location(locations.of(finding.resources()), finding.resources(), json);
    json.writeEndArray();
    codeFlow(finding, locations, json);
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("cutsetCause/v1", finding.fingerprint());
    json.writeEndObject();
    accepted.ifPresent(justification -> suppression(justification, json));
    properties(finding, json);
    json.writeEndObject();
  }

  private static void suppression(String justification, JsonGenerator json) {
    json.writeArrayPropertyStart("suppressions");
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("status", "accepted");
    json.writeStringProperty("justification", justification);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static String level(Finding finding) {
    if (finding.blocks()) {
      return "error";
    }
    return finding.verdict() == Verdict.UNKNOWN ? "warning" : "note";
  }

  private static void location(SourcePosition position, List<Urn> resources, JsonGenerator json) {
    json.writeStartObject();
    physicalLocation(position, json);
    list("logicalLocations", resources, SarifReport::logicalLocation, json);
    json.writeEndObject();
  }

  private static void physicalLocation(SourcePosition position, JsonGenerator json) {
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", uri(position.file()));
    json.writeEndObject();
    json.writeObjectPropertyStart("region");
    json.writeNumberProperty("startLine", position.line());
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void logicalLocation(Urn urn, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", urn.name());
    json.writeStringProperty("fullyQualifiedName", urn.text());
    json.writeStringProperty("kind", "resource");
    json.writeEndObject();
  }

  /** The chain from the failure to the entry point, as the steps of a flow. */
  private static void codeFlow(Finding finding, CodeLocations locations, JsonGenerator json) {
    if (finding.proof().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("codeFlows");
    json.writeStartObject();
    json.writeArrayPropertyStart("threadFlows");
    json.writeStartObject();
    list(
        "locations",
        finding.proof(),
        (step, generator) -> flowStep(step, locations, generator),
        json);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void flowStep(Facts.Step step, CodeLocations locations, JsonGenerator json) {
    json.writeStartObject();
    json.writeObjectPropertyStart("location");
    physicalLocation(locations.of(List.of(step.urn())), json);
    message("message", step.name() + ": " + step.because(), json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void properties(Finding finding, JsonGenerator json) {
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("enforcement", finding.enforcement().word());
    json.writeStringProperty("verdict", finding.verdict().word());
    json.writeStringProperty("scope", finding.scope().word());
    texts("entryPoints", finding.entryPoints(), json);
    texts("evidence", finding.evidence(), json);
    texts("undecidedBy", finding.undecidedBy(), json);
    json.writeEndObject();
  }

  private static void message(String name, String text, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  private static String uri(String file) {
    // Half a surrogate pair is no letter, and has no bytes to write.
    String path =
        file.codePoints()
            .map(point -> Character.getType(point) == Character.SURROGATE ? 0xfffd : point)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    try {
      if (path.startsWith("/")) {
        return new URI("file", "", path, null).toASCIIString();
      }
      // A colon in the first segment would read as a scheme; after a slash it does not.
      return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no URI can be made of `" + path + "`", e);
    }
  }
}
