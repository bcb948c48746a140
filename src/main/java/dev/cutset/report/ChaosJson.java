package dev.cutset.report;

import dev.cutset.analysis.Loss;
import dev.cutset.analysis.Loss.Round;
import dev.cutset.analysis.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** A rehearsal for programs; the verdicts of a round are in the order of the entry points. */
public final class ChaosJson {
  private final String version;

  /**
   * A report that says what made it.
   *
   * @param version the version of Cutset
   */
  public ChaosJson(String version) {
    this.version = version;
  }

  public void render(RehearsalTable table, OutputStream out) throws IOException {
    JsonText.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("cutset", version);
          JsonText.list(
              "entryPoints",
              table.entryPoints(),
              (entryPoint, to) -> {
                to.writeStartObject();
                to.writeStringProperty("urn", entryPoint.urn().text());
                to.writeStringProperty("name", entryPoint.name());
                to.writeEndObject();
              },
              json);
          rounds("singles", table.singles(), json);
          rounds("pairs", table.pairs(), json);
          json.writeNumberProperty("seed", table.seed());
          rounds("random", table.random(), json);
          json.writeEndObject();
        });
  }

  private static void rounds(String name, List<Round> rounds, JsonGenerator json) {
    JsonText.list(
        name,
        rounds,
        (round, to) -> {
          to.writeStartObject();
          JsonText.list("lost", round.losses(), ChaosJson::loss, to);
          JsonText.texts("verdicts", round.verdicts().stream().map(Verdict::word).toList(), to);
          to.writeEndObject();
        },
        json);
  }

  private static void loss(Loss loss, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("kind", loss.kind().word());
    json.writeStringProperty("name", loss.name());
    json.writeName("urn");
    if (loss.urn().isPresent()) {
      json.writeString(loss.urn().get().text());
    } else {
      json.writeNull();
    }
    json.writeEndObject();
  }
}
