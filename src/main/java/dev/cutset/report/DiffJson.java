package dev.cutset.report;

import dev.cutset.policy.Comparison;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What a change does to a stack, for programs. */
public final class DiffJson {
  private final String version;

  /**
   * A report that says what made it.
   *
   * @param version the version of Cutset
   */
  public DiffJson(String version) {
    this.version = version;
  }

  /** Writes the report; closing the stream is left to the caller. */
  public void render(Comparison comparison, OutputStream out) throws IOException {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("cutset", version);
          json.writeBooleanProperty("blocks", comparison.addsWhatBlocks());
          end("before", comparison.before(), json);
          end("after", comparison.after(), json);
          findings("added", comparison.added(), json);
          findings("worse", comparison.worse(), json);
          findings("removed", comparison.removed(), json);
          findings("kept", comparison.kept(), json);
          json.writeEndObject();
        });
  }

  private static void end(String name, Judgement judgement, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    JsonReport.stack(judgement, json);
    json.writeStringProperty("verdict", Wording.word(judgement.verdict()));
    json.writeStringProperty("target", judgement.target().word());
    json.writeEndObject();
  }

  private static void findings(String name, List<Finding> findings, JsonGenerator json) {
    JsonText.list(
        name,
        findings,
        (finding, generator) -> {
          generator.writeStartObject();
          generator.writeStringProperty("fingerprint", finding.fingerprint());
          generator.writeName("finding");
          JsonReport.finding(finding, generator);
          generator.writeEndObject();
        },
        json);
  }
}
