package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Judgement.StackSummary;
import dev.cutset.policy.Judgement.TypeCount;
import dev.cutset.stack.Urn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * The report for programs, as {@code report.schema.json} describes it: the same judgement gives the
 * same bytes, all of them ASCII, so that no charset on the way can hurt it.
 */
public final class JsonReport {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

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
    try (JsonGenerator json = JSON.createGenerator(new Indented(), out, JsonEncoding.UTF8)) {
      report(judgement, json);
      json.writeRaw('\n');
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private void report(Judgement judgement, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("cutset", version);
    stack(judgement, json);
    json.writeStringProperty("verdict", word(judgement.verdict()));
    json.writeStringProperty("target", judgement.target().word());
    list("entryPoints", judgement.entryPoints(), JsonReport::entryPoint, json);
    list("findings", judgement.findings(), JsonReport::finding, json);
    texts("notes", judgement.notes(), json);
    json.writeEndObject();
  }

  private static void stack(Judgement judgement, JsonGenerator json) {
    StackSummary stack = judgement.stack();
    json.writeObjectPropertyStart("stack");
    json.writeStringProperty("project", stack.project());
    json.writeStringProperty("name", stack.name());
    json.writeStringProperty("source", word(stack.source()));
    json.writeNumberProperty("resources", stack.resources());
    list("notModelled", judgement.notModelled(), JsonReport::typeCount, json);
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
    texts("survives", entry.survives().stream().map(Scope::word).toList(), json);
    json.writeStringProperty("verdict", word(entry.verdict()));
    json.writeEndObject();
  }

  private static void finding(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("policy", finding.policy());
    json.writeStringProperty("severity", finding.severity().word());
    json.writeStringProperty("enforcement", finding.enforcement().word());
    json.writeBooleanProperty("blocks", finding.blocks());
    json.writeStringProperty("verdict", finding.verdict().word());
    json.writeStringProperty("scope", finding.scope().word());
    failure(finding.failure(), json);
    json.writeStringProperty("urn", finding.urn().text());
    texts("resources", finding.resources().stream().map(Urn::text).toList(), json);
    texts("entryPoints", finding.entryPoints(), json);
    json.writeStringProperty("title", finding.title());
    json.writeStringProperty("message", finding.message());
    json.writeStringProperty("fix", finding.fix());
    list("proof", finding.proof(), JsonReport::step, json);
    texts("evidence", finding.evidence(), json);
    texts("undecidedBy", finding.undecidedBy(), json);
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
    json.writeStringProperty("because", step.because());
    json.writeEndObject();
  }

  private static void texts(String name, List<String> texts, JsonGenerator json) {
    list(name, texts, (text, generator) -> generator.writeString(text), json);
  }

  private static <T> void list(
      String name, List<T> items, BiConsumer<T, JsonGenerator> writer, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    items.forEach(item -> writer.accept(item, json));
    json.writeEndArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Two blanks a level, and the same line ends everywhere. */
  private static final class Indented extends ObjectWriteContext.Base {
    private final PrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    @Override
    public PrettyPrinter getPrettyPrinter() {
      return printer;
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }
}
