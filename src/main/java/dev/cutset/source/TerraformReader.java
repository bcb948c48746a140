package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what {@code terraform show -json} prints of a plan or of a state. */
final class TerraformReader implements DocumentReader {
  private final Tokens in;
  private final TerraformNames names;
  private final TerraformResourceReader reader;
  private final Deque<TerraformResource> resources = new ArrayDeque<>();
  private final Map<String, Value> variables = new LinkedHashMap<>();
  private Configuration configuration = Configuration.NONE;
  private boolean changes;
  private boolean planned;
  private boolean state;

  TerraformReader(Tokens in, Interest interest, Naming naming) {
    this.in = in;
    this.names = new TerraformNames(interest, naming);
    this.reader = new TerraformResourceReader(in, names);
  }

  @Override
  public void field(String name) throws UnreadableInputException {
    switch (name) {
      case "resource_changes" -> {
        Tokens.Elements elements = in.elements();
        while (elements.next()) {
          reader.change().ifPresent(resources::add);
        }
        changes = true;
      }
      case "configuration" -> configuration = new ConfigurationReader(in).read();
      case "variables" -> variables();
      case "planned_values" -> plannedValues();
      case "prior_state" -> priorState();
      case "values" -> {
        stateValues(false);
        state = true;
      }
      case "errored" -> refuseIf(in.truth(), "the plan failed", "make `terraform plan` succeed");
      case "complete" ->
          refuseIf(
              !in.truth(),
              "the plan leaves out a part of the configuration",
              "make `terraform plan` succeed, and plan without targets");
      default -> in.skip();
    }
  }

  private void refuseIf(boolean wrong, String what, String advice) throws UnreadableInputException {
    if (wrong) {
      throw in.unreadable(what, advice);
    }
  }

  private void variables() throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      variable(fields.name());
    }
  }

  private void variable(String variable) throws UnreadableInputException {
    ValueReader values = new ValueReader(in);
    Tokens.Fields fields = in.fields();
    while (fields.next("value")) {
      variables.put(variable, values.read());
    }
  }

  /** The same resources as in the changes; only whether there are any is of interest. */
  private void plannedValues() throws UnreadableInputException {
    Tokens.Fields values = in.fields();
    while (values.next("root_module")) {
      plannedModule();
    }
  }

  private void plannedModule() throws UnreadableInputException {
    Tokens.Fields parts = in.fields();
    while (parts.next()) {
      planned |= parts.name().equals("resources") || parts.name().equals("child_modules");
      in.skip();
    }
  }

  /** What was before the plan; of interest is what Terraform looked up for it. */
  private void priorState() throws UnreadableInputException {
    Tokens.Fields parts = in.fields();
    while (parts.next("values")) {
      stateValues(true);
    }
  }

  private void stateValues(boolean prior) throws UnreadableInputException {
    Tokens.Fields values = in.fields();
    while (values.next("root_module")) {
      stateModule(prior);
    }
  }

  private void stateModule(boolean prior) throws UnreadableInputException {
    Tokens.Fields parts = in.fields();
    while (parts.next()) {
      switch (parts.name()) {
        case "resources" -> {
          Tokens.Elements elements = in.elements();
          while (elements.next()) {
            (prior ? reader.lookup() : reader.stateResource()).ifPresent(resources::add);
          }
        }
        case "child_modules" -> {
          Tokens.Elements modules = in.elements();
          while (modules.next()) {
            stateModule(prior);
          }
        }
        default -> in.skip();
      }
    }
  }

  @Override
  public Stack stack() throws UnreadableInputException {
    if (planned && !changes) {
      throw in.refused(
          "the plan holds no `resource_changes`", "pass all that `terraform show -json` prints");
    }
    TerraformStack stack = new TerraformStack(in, configuration, variables, names);
    return stack.of(resources, state ? Stack.Source.TERRAFORM_STATE : Stack.Source.TERRAFORM_PLAN);
  }
}
