package dev.cutset.report;

import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Severity;
import dev.cutset.stack.SourcePosition;
import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;

/**
 * The report for the code quality of a merge request: what GitLab reads of Code Climate's issues.
 *
 * <p>It has no word for what was accepted, so that what is waived or in the baseline is there as
 * something to know, and says so.
 */
public final class CodeQualityReport {
  private static final String INFORMATION = "info";

  /** Writes the report; closing the stream is left to the caller. */
  public void render(Judgement judgement, CodeLocations locations, OutputStream out)
      throws IOException {
    JsonText.write(
        out,
        json -> {
          json.writeStartArray();
          judgement
              .findings()
              .forEach(
                  finding ->
                      issue(finding, severity(finding), Wording.whole(finding), locations, json));
          judgement
              .waived()
              .forEach(
                  waived ->
                      accepted(
                          waived.finding(),
                          "Waived: " + Wording.justification(waived),
                          locations,
                          json));
          judgement
              .baselined()
              .forEach(finding -> accepted(finding, "In the baseline", locations, json));
          json.writeEndArray();
        });
  }

  private static void accepted(
      Finding finding, String why, CodeLocations locations, JsonGenerator json) {
    issue(finding, INFORMATION, why + ". " + Wording.whole(finding), locations, json);
  }

  private static void issue(
      Finding finding,
      String severity,
      String description,
      CodeLocations locations,
      JsonGenerator json) {
    SourcePosition position = locations.of(finding.resources());
    json.writeStartObject();
    json.writeStringProperty("description", description);
    json.writeStringProperty("check_name", finding.policy());
    json.writeStringProperty("fingerprint", finding.fingerprint());
    json.writeStringProperty("severity", severity);
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("path", position.file());
    json.writeObjectPropertyStart("lines");
    json.writeNumberProperty("begin", position.line());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What blocks is bad as its policy says; what is undecided, small; advice, something to know. */
  private static String severity(Finding finding) {
    if (finding.blocks()) {
      return word(finding.severity());
    }
    return finding.verdict() == Verdict.UNKNOWN ? "minor" : INFORMATION;
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "blocker";
      case HIGH -> "critical";
      case MEDIUM -> "major";
      case LOW -> "minor";
    };
  }
}
