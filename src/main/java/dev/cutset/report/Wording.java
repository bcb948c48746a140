package dev.cutset.report;

import dev.cutset.catalog.ConditionTester;
import dev.cutset.catalog.Scope;
import dev.cutset.policy.Finding;
import dev.cutset.policy.Judgement.JudgedEntryPoint;
import dev.cutset.policy.Judgement.Outcome;
import dev.cutset.policy.Judgement.StackSummary;
import dev.cutset.policy.Waived;
import dev.cutset.remedy.PropertyChange;
import dev.cutset.remedy.ResourceChange;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How reports put things that more than one of them says. */
public final class Wording {
  private Wording() {}

  /** A constant as formats for programs write it. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  /** That so many proofs were checked; where one does not hold there is no report. */
  static String checked(int proofs) {
    return count(proofs, "proof", "proofs") + " checked, and every one holds";
  }

  /** Names as one reads them out, the rest of a long list counted. */
  static String names(List<String> names) {
    if (names.size() > 3) {
      return names.get(0) + ", " + names.get(1) + " and " + (names.size() - 2) + " others";
    }
    if (names.size() < 2) {
      return String.join("", names);
    }
    List<String> first = names.subList(0, names.size() - 1);
    return String.join(", ", first) + " and " + names.get(names.size() - 1);
  }

  /** Any one domain of a scope. */
  static String any(Scope scope) {
    return switch (scope) {
      case INSTANCE -> "any one instance";
      case ZONE -> "any one zone";
      case REGION -> "any one region";
      case PROVIDER -> "any one DNS provider";
      case CLOUD -> "any one cloud";
    };
  }

  /** Which stack it was, how large, and where it is from. */
  public static String stack(StackSummary stack) {
    String name =
        stack.project().isEmpty() || stack.name().isEmpty()
            ? stack.project() + stack.name()
            : stack.project() + "/" + stack.name();
    return (name.isEmpty() ? "" : "stack " + name + ", ")
        + count(stack.resources(), "resource", "resources")
        + ", read from "
        + source(stack.source());
  }

  /** The scopes of which it survives every single failure. */
  public static String survived(JudgedEntryPoint entry) {
    if (!entry.survives().isEmpty()) {
      return entry.survives().stream().map(Scope::word).collect(Collectors.joining(", "));
    }
    return entry.verdict() == Outcome.UNDECIDED
        ? "no single failure for certain"
        : "no single failure";
  }

  /** Whether it passes without surviving what it must: all that stands against it was accepted. */
  static boolean isLetPass(JudgedEntryPoint entry) {
    return entry.verdict() == Outcome.PASSED && !entry.survives().contains(entry.target());
  }

  /** What an entry point must survive, and that it need not here. */
  public static String target(JudgedEntryPoint entry) {
    return entry.target().word() + (isLetPass(entry) ? ", which is let pass" : "");
  }

  /** All of a finding in one line, for formats with room for no more. */
  static String whole(Finding finding) {
    return finding.title() + ". " + finding.message() + " Fix: " + finding.fix() + ".";
  }

  /** Who accepts a finding, why and for how long. */
  static String justification(Waived waived) {
    return waived.reason() + " (" + waived.owner() + ", until " + waived.expires() + ")";
  }

  /** Which policy says it of which failure. */
  public static String kind(Finding finding) {
    return finding.policy() + ", " + at(finding);
  }

  /** Of which failure a finding speaks. */
  static String at(Finding finding) {
    return finding.isOfCut() ? finding.scope().word() + " failure" : "whatever fails";
  }

  /** The same behind a title, where it is of one. */
  static String beside(Finding finding) {
    return finding.isOfCut() ? " (" + at(finding) + ")" : "";
  }

  /** The same in a column of failures. */
  static String failureColumn(Finding finding) {
    return finding.isOfCut() ? finding.scope().word() : "any";
  }

  static String source(Stack.Source source) {
    return switch (source) {
      case PREVIEW -> "a preview";
      case STATE -> "a state";
      case PROGRAM -> "a program";
      case ENGINE -> "the engine";
      case TERRAFORM_PLAN -> "a Terraform plan";
      case TERRAFORM_STATE -> "a Terraform state";
    };
  }

  /** What fails. */
  static String failure(Finding finding) {
    String name = finding.failure().name();
    return finding.scope() == Scope.INSTANCE
        ? name
        : finding.scope() == Scope.PROVIDER
            ? "DNS provider " + name
            : domain(finding.scope().word(), name);
  }

  /** Something of a kind; a domain of which only words are known tells its kind itself. */
  static String domain(String kind, String name) {
    return saysKind(kind, name) ? name : kind + " " + name;
  }

  /** Whether a name is that of no single domain, such as {@code the zone of orders}. */
  static boolean saysKind(String kind, String name) {
    return name.startsWith(kind + " ") || name.contains(kind + " of ");
  }

  /** What becomes of a property. */
  static String change(ResourceChange patched, String leadsTo) {
    PropertyChange change = patched.change();
    return patched.written()
        + " "
        + change.from().map(Wording::value).orElse("not set")
        + " "
        + leadsTo
        + " "
        + value(change.to())
        + (change.replaces() ? ", which makes it anew: remediate leaves that to you" : "");
  }

  static String value(Value value) {
    return ConditionTester.asText(value).orElse("something");
  }

  /** The resource as its author finds it in the program. */
  static String resource(Urn urn) {
    return urn.type().isEmpty() ? urn.name() : urn.name() + " (" + urn.type() + ")";
  }
}
