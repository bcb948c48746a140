package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** One JSON input: finds out its kind while reading, and hands its fields to the reader of it. */
final class Document {
  static final String ADVICE =
      "pass what one of these prints: `pulumi preview --json`, `pulumi stack export`,"
          + " `terraform show -json PLANFILE`";
  private static final int MOST_KEYS_SHOWN = 5;

  /** What pipelines and policy checks hand a Terraform plan on in. */
  private static final Set<String> WRAPPERS = Set.of("plan", "tfplan");

  private final Tokens in;
  private final Optional<LoggedText> around;
  private final Interest interest;
  private final Naming naming;
  private final List<String> unrecognised = new ArrayList<>();
  private Optional<String> version = Optional.empty();
  private @Nullable DocumentReader reader;

  Document(Tokens in, Optional<LoggedText> around, Interest interest, Naming naming) {
    this.in = in;
    this.around = around;
    this.interest = interest;
    this.naming = naming;
  }

  Stack read() throws IOException, UnreadableInputException {
    JsonToken token = in.next();
    if (token == null) {
      throw in.refused("the input is empty", ADVICE);
    }
    if (token != JsonToken.START_OBJECT) {
      throw in.unreadable("expected a JSON object", ADVICE);
    }
    while (token == JsonToken.START_OBJECT) {
      Tokens.Fields fields = in.fields();
      while (fields.next()) {
        field(fields.name());
      }
      DocumentReader known = reader;
      if (known == null) {
        throw unrecognised();
      }
      token = around.isPresent() ? pastText(around.get(), known) : in.next();
      if (token != null && !known.lines()) {
        throw in.unreadable(
            "something follows after the end of the JSON object",
            "remove it, or make the file again");
      }
    }
    if (token != null) {
      throw in.unreadable("expected a JSON object on each line", "make the file again");
    }
    return Objects.requireNonNull(reader).stack();
  }

  /** Among logged text one object has to be all. */
  private @Nullable JsonToken pastText(LoggedText text, DocumentReader known)
      throws IOException, UnreadableInputException {
    if (known.lines()) {
      throw in.refused("there is other text before the JSON", "remove it, or make the file again");
    }
    return text.hidesAnother(in) ? JsonToken.START_OBJECT : null;
  }

  private void field(String name) throws UnreadableInputException {
    if (reader == null) {
      Optional<Kind> kind = Kind.of(name);
      reader = kind.isPresent() ? readerOf(kind.get()) : null;
    }
    if (reader != null) {
      reader.field(name);
    } else if (WRAPPERS.contains(name) && in.current() == JsonToken.START_OBJECT) {
      Tokens.Fields wrapped = in.fields();
      while (wrapped.next()) {
        field(wrapped.name());
      }
    } else {
      unrecognised.add(name);
      version = name.equals("version") ? in.scalar() : version;
      in.skip();
    }
  }

  private DocumentReader readerOf(Kind kind) throws UnreadableInputException {
    if (unrecognised.contains("resources")) {
      throw in.refused(
          "`resources` stands before what tells the kind of the file",
          "pass the file as it was written");
    }
    Urns urns = new Urns();
    return switch (kind) {
      case PREVIEW -> new PreviewReader(in, interest, urns);
      case EVENTS -> new EventsReader(in, interest, urns);
      case STATE -> new StateReader(in, interest, urns, version);
      case TERRAFORM -> new TerraformReader(in, interest, naming);
      case TERRAFORM_STATE -> new TerraformStateReader(in, interest, naming, version);
    };
  }

  private UnreadableInputException unrecognised() {
    if (unrecognised.contains("@level")) {
      return in.refused(
          "this is what `terraform plan -json` logs, which is not the plan",
          "save the plan with `-out=PLANFILE`, and pass what `terraform show -json PLANFILE` prints");
    }
    if (unrecognised.contains("AWSTemplateFormatVersion")) {
      return in.refused(OtherLanguage.CLOUDFORMATION.what(), ADVICE);
    }
    if (unrecognised.containsAll(Set.of("apiVersion", "kind"))) {
      return in.refused(OtherLanguage.KUBERNETES.what(), ADVICE);
    }
    List<String> shown =
        unrecognised.stream()
            .filter(key -> key.matches("\\w{1,40}"))
            .limit(MOST_KEYS_SHOWN)
            .map(key -> "`" + key + "`")
            .toList();
    String found = shown.isEmpty() ? "" : "; it has " + String.join(", ", shown);
    return in.refused("the kind of this JSON object is not known" + found, ADVICE);
  }
}
