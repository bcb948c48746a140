package dev.cutset.report;

import dev.cutset.analysis.Verdict;
import dev.cutset.policy.Baseline;
import dev.cutset.policy.Known;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/**
 * A baseline as a file: JSON with one finding on each line, sorted, so that version control shows
 * which came and went, and two branches that mend different ones merge.
 */
public final class BaselineText {
  private static final String HEAD = "{\n  \"version\": 1,\n  \"findings\": [";

  public void render(Baseline baseline, Appendable out) throws IOException {
    out.append(HEAD);
    out.append(
        baseline.findings().stream()
            .map(known -> "\n    " + JsonText.line(json -> finding(known, json)))
            .collect(Collectors.joining(",")));
    out.append(baseline.findings().isEmpty() ? "]\n}\n" : "\n  ]\n}\n");
  }

  private static void finding(Known known, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("fingerprint", known.cause().fingerprint());
    json.writeStringProperty("policy", known.cause().policy());
    json.writeStringProperty("scope", known.cause().scope().word());
    json.writeStringProperty("failure", known.cause().failure());
    JsonText.texts("resources", known.cause().resources().stream().map(Urn::text).toList(), json);
    JsonText.texts("entryPoints", known.entryPoints(), json);
    json.writeStringProperty("verdict", (known.certain() ? Verdict.DOWN : Verdict.UNKNOWN).word());
    json.writeBooleanProperty("blocks", known.blocks());
    json.writeStringProperty("title", known.title());
    json.writeEndObject();
  }
}
