package dev.cutset.report;

import dev.cutset.analysis.Facts;
import dev.cutset.analysis.Verdict;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Enforcement;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement;
import dev.cutset.policy.Severity;
import dev.cutset.policy.Waived;
import dev.cutset.remedy.PropertyAddress;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads a JSON report back, so that a case is a file and no Java. */
public final class JudgementReader {
  /** A name, or the number of an element of a list; quoted names are in no case. */
  private static final Pattern STEP = Pattern.compile("\\[(\\d+)]|[^.\\[\\]]+");

  private JudgementReader() {}

  public static Judgement read(Path report) throws IOException {
    JsonNode json = new ObjectMapper().readTree(Files.readString(report));
    JsonNode stack = json.get("stack");
    return new Judgement(
        new Judgement.StackSummary(
            text(stack, "project"),
            text(stack, "name"),
            word(Stack.Source.class, text(stack, "source")),
            stack.get("resources").asInt()),
        word(Judgement.Outcome.class, text(json, "verdict")),
        word(Scope.class, text(json, "target")),
        list(json, "entryPoints", JudgementReader::entryPoint),
        list(json, "findings", JudgementReader::finding),
        list(json, "waived", JudgementReader::waived),
        json.has("baselined") ? list(json, "baselined", JudgementReader::finding) : List.of(),
        list(stack, "notModelled", JudgementReader::typeCount),
        texts(json, "notes"),
        json.has("proofsChecked")
            ? OptionalInt.of(json.get("proofsChecked").asInt())
            : OptionalInt.empty());
  }

  private static Judgement.TypeCount typeCount(JsonNode type) {
    return new Judgement.TypeCount(text(type, "type"), type.get("count").asInt());
  }

  private static Judgement.JudgedEntryPoint entryPoint(JsonNode entry) {
    return new Judgement.JudgedEntryPoint(
        new Urn(text(entry, "urn")),
        text(entry, "name"),
        word(Scope.class, text(entry, "target")),
        list(entry, "survives", scope -> word(Scope.class, scope.asString())),
        word(Judgement.Outcome.class, text(entry, "verdict")));
  }

  private static Waived waived(JsonNode waived) {
    return new Waived(
        finding(waived.get("finding")),
        text(waived, "reason"),
        text(waived, "owner"),
        LocalDate.parse(text(waived, "expires")));
  }

  private static Finding finding(JsonNode finding) {
    return new Finding(
        text(finding, "policy"),
        word(Severity.class, text(finding, "severity")),
        word(Enforcement.class, text(finding, "enforcement")),
        finding.get("blocks").asBoolean(),
        word(Verdict.class, text(finding, "verdict")),
        word(Scope.class, text(finding, "scope")),
        failure(finding.get("failure")),
        new Urn(text(finding, "urn")),
        list(finding, "resources", urn -> new Urn(urn.asString())),
        texts(finding, "entryPoints"),
        text(finding, "title"),
        text(finding, "message"),
        text(finding, "fix"),
        list(finding, "proof", JudgementReader::step),
        texts(finding, "evidence"),
        texts(finding, "undecidedBy"),
        list(finding, "patch", JudgementReader::change));
  }

  private static PropertyAddress address(String text) {
    List<PropertyAddress.Step> steps = new ArrayList<>();
    Matcher step = STEP.matcher(text);
    while (step.find()) {
      steps.add(
          step.group(1) == null
              ? new PropertyAddress.Key(step.group())
              : new PropertyAddress.Index(Integer.parseInt(step.group(1))));
    }
    return new PropertyAddress(steps);
  }

  private static ResourceChange change(JsonNode change) {
    return new ResourceChange(
        new Urn(text(change, "urn")),
        new PropertyChange(
            address(text(change, "property")),
            Optional.of(value(change.get("from"))).filter(from -> !from.equals(Value.NULL)),
            value(change.get("to")),
            "",
            change.get("replaces").asBoolean(),
            text(change, "why")),
        address(text(change, "written")));
  }

  private static Value value(JsonNode value) {
    if (value.isBoolean()) {
      return Value.of(value.asBoolean());
    } else if (value.isNumber()) {
      return Value.of(value.asDouble());
    }
    return value.isNull() ? Value.NULL : Value.of(value.asString());
  }

  private static Facts.FailureFact failure(JsonNode failure) {
    JsonNode urn = failure.get("urn");
    return new Facts.FailureFact(
        text(failure, "kind"),
        text(failure, "name"),
        urn.isNull() ? Optional.empty() : Optional.of(new Urn(urn.asString())));
  }

  private static Facts.Step step(JsonNode step) {
    Urn urn = new Urn(text(step, "urn"));
    return new Facts.Step(urn, text(step, "name"), text(step, "because"));
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static List<String> texts(JsonNode node, String field) {
    return list(node, field, JsonNode::asString);
  }

  private static <T> List<T> list(JsonNode node, String field, Function<JsonNode, T> reader) {
    List<T> read = new ArrayList<>();
    node.get(field).forEach(item -> read.add(reader.apply(item)));
    return read;
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
