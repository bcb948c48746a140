package dev.cutset.policy;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One finding as a policy worded it, read field by field: what is missing or odd is refused. */
final class Answer {
  private final RegoObject fields;

  private Answer(RegoObject fields) {
    this.fields = fields;
  }

  static Answer of(RegoValue value) {
    if (value instanceof RegoObject fields) {
      return new Answer(fields);
    }
    throw new JudgeException("a policy answered `" + value + "`, which is no finding");
  }

  String policy() {
    return text("policy");
  }

  Severity severity() {
    return word(Severity.class, "severity");
  }

  Enforcement enforcement() {
    return word(Enforcement.class, "enforcement");
  }

  /** What the finding does once what is not known yet turned out for the worse. */
  Enforcement atWorst() {
    return fields.get("at_worst") == null
        ? Enforcement.MANDATORY
        : word(Enforcement.class, "at_worst");
  }

  String title() {
    return text("title");
  }

  String message() {
    return text("message");
  }

  String fix() {
    return text("fix");
  }

  Urn urn() {
    return new Urn(text("urn"));
  }

  List<Urn> resources() {
    List<Urn> urns = new ArrayList<>();
    if (fields.get("resources") instanceof RegoArray resources) {
      for (RegoValue resource : resources) {
        urns.add(new Urn(string("resources", resource)));
      }
      return urns;
    }
    throw wrong("resources", "a list");
  }

  /** The positions of the cuts that the finding is about, the one that it names first. */
  List<Integer> cuts() {
    List<Integer> positions = new ArrayList<>();
    if (fields.get("cuts") instanceof RegoArray cuts && cuts.size() > 0) {
      for (RegoValue cut : cuts) {
        positions.add(position(cut));
      }
      return positions;
    }
    throw wrong("cuts", "a list of positions");
  }

  private int position(RegoValue cut) {
    if (cut instanceof RegoNumber number && number.isLong()) {
      return Math.toIntExact(number.longValue());
    }
    throw wrong("cuts", "a list of positions");
  }

  /** The component that the finding is about. */
  Optional<Urn> component() {
    return fields.get("component") == null
        ? Optional.empty()
        : Optional.of(new Urn(text("component")));
  }

  JudgeException wrong(String field, String wanted) {
    return new JudgeException(
        "the field `" + field + "` of a finding is not " + wanted + ": `" + fields + "`");
  }

  private String text(String field) {
    return string(field, fields.get(field));
  }

  private String string(String field, @Nullable RegoValue value) {
    if (value instanceof RegoString string && !string.value().isBlank()) {
      return string.value();
    }
    throw wrong(field, "a text");
  }

  private <E extends Enum<E>> E word(Class<E> words, String field) {
    try {
      return Enum.valueOf(words, text(field).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      JudgeException wrong = wrong(field, "one of its words");
      wrong.initCause(e);
      throw wrong;
    }
  }
}
