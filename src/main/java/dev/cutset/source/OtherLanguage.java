package dev.cutset.source;

import java.util.regex.Pattern;

/** What people pass that is no JSON, known by its first lines. */
enum OtherLanguage {
  TERRAFORM(
      "(?s)\\A(?:\\s++|#[^\\n]*\\n|//[^\\n]*\\n|/\\*.*?\\*/)*+"
          + "(?:terraform|provider|resource|data|module|variable|locals|output|moved|import|check)"
          + "(?:[ \\t]+\"[^\"\\n]*\")*[ \\t]*\\{",
      "this is code of Terraform, not a plan",
      "in its folder run `terraform plan -out plan.bin && terraform show -json plan.bin >"
          + " plan.json`, and pass the plan.json"),
  PLAN_FOR_PEOPLE(
      "(?:Terraform|OpenTofu) used the selected providers|: Refreshing state\\.\\.\\.",
      "this is a plan for people, not JSON",
      "save the plan with `-out=PLANFILE`, and pass what `terraform show -json PLANFILE` prints"),
  PREVIEW_FOR_PEOPLE(
      "(?m)^Previewing (?:update|refresh|destroy)\\b",
      "this is a preview for people, not JSON",
      "pass what `pulumi preview --json` prints"),
  CLOUDFORMATION(
      "(?m)^(?:AWSTemplateFormatVersion|Resources):",
      "this is a template of CloudFormation, which is not read",
      Document.ADVICE),
  KUBERNETES(
      "(?m)^apiVersion:",
      "this is a manifest of Kubernetes, which is read only as part of a stack",
      Document.ADVICE),
  PULUMI_PROJECT(
      "(?m)^runtime:",
      "this tells of a Pulumi project, not of a stack",
      "pass the folder of the project, or what `pulumi preview --json` prints in it"),
  LIST("\\A\\s*\\[", "this is a list, not a JSON object", Document.ADVICE),
  OTHER("", "this is not a JSON object", Document.ADVICE);

  private final Pattern sign;
  private final String what;
  private final String advice;

  OtherLanguage(String sign, String what, String advice) {
    this.sign = Pattern.compile(sign);
    this.what = what;
    this.advice = advice;
  }

  String what() {
    return what;
  }

  /** Why a text with these first lines is no stack, and what to pass. */
  static UnreadableInputException refused(String text, String where) {
    for (OtherLanguage each : values()) {
      if (each.sign.matcher(text).find()) {
        return new UnreadableInputException(where, each.what, each.advice);
      }
    }
    throw new IllegalStateException("the last is in any text");
  }
}
