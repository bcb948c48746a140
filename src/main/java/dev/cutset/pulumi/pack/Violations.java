package dev.cutset.pulumi.pack;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.report.ViolationText;
import java.util.Map;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;

/** Says a judgement in the engine's own form. */
final class Violations {
  private final ViolationText text = new ViolationText();
  private final PackConfiguration configuration;
  private final Map<String, String> descriptions;
  private final String version = PackInfo.version();

  Violations(PackConfiguration configuration) {
    this.configuration = configuration;
    this.descriptions =
        configuration.policies().stream()
            .collect(Collectors.toMap(policy -> policy.id(), policy -> policy.description()));
  }

  AnalyzeResponse of(Judgement judgement, Edges.Completed seen) {
    AnalyzeResponse.Builder response = AnalyzeResponse.newBuilder();
    judgement.findings().forEach(finding -> response.addDiagnostics(diagnostic(finding)));
    if (!seen.lost().isEmpty() && configuration.incomplete() != Enforcement.DISABLED) {
      response.addDiagnostics(incomplete(seen));
    }
    return response.build();
  }

  /** What keeps an update from being provisioned, said of its first resource. */
  AnalyzeResponse blocking(Judgement judgement) {
    AnalyzeResponse.Builder response = AnalyzeResponse.newBuilder();
    judgement.findings().stream()
        .filter(Finding::blocks)
        .forEach(finding -> response.addDiagnostics(early(finding)));
    return response.build();
  }

  /** The engine names the resource that it asked about, and not the one that is meant. */
  private AnalyzeDiagnostic early(Finding finding) {
    AnalyzeDiagnostic found = diagnostic(finding);
    return found.toBuilder()
        .setMessage(found.getMessage() + "\nresource:   " + text.safe(finding.urn().text()))
        .setEnforcementLevel(Protocol.level(configuration.early()))
        .build();
  }

  /** That an update is refused for another reason. */
  AnalyzeResponse unjudged(String reason) {
    return AnalyzeResponse.newBuilder()
        .addDiagnostics(
            diagnostic(UnjudgedUpdate.ID, UnjudgedUpdate.DESCRIPTION)
                .setMessage(safeLines(reason))
                .setEnforcementLevel(Protocol.level(configuration.early()))
                .setSeverity(Protocol.severity(UnjudgedUpdate.SEVERITY)))
        .build();
  }

  private AnalyzeDiagnostic diagnostic(Finding finding) {
    // Above the target, and where something is not known, even a mandatory policy only advises.
    Enforcement effect = finding.blocks() ? Enforcement.MANDATORY : Enforcement.ADVISORY;
    return diagnostic(finding.policy(), descriptions.getOrDefault(finding.policy(), ""))
        .setMessage(text.text(finding))
        .setEnforcementLevel(Protocol.level(effect))
        .setSeverity(Protocol.severity(finding.severity()))
        .setUrn(finding.urn().text())
        .build();
  }

  private AnalyzeDiagnostic incomplete(Edges.Completed seen) {
    return diagnostic(IncompletePreview.ID, IncompletePreview.DESCRIPTION)
        .setMessage(safeLines(IncompletePreview.text(seen.lost(), seen.reason())))
        .setEnforcementLevel(Protocol.level(configuration.incomplete()))
        .setSeverity(Protocol.severity(IncompletePreview.SEVERITY))
        .build();
  }

  private String safeLines(String lines) {
    return lines.lines().map(text::safe).collect(Collectors.joining("\n"));
  }

  private AnalyzeDiagnostic.Builder diagnostic(String policy, String description) {
    return AnalyzeDiagnostic.newBuilder()
        .setPolicyName(policy)
        .setPolicyPackName(PackInfo.NAME)
        .setPolicyPackVersion(version)
        .setDescription(description);
  }
}
