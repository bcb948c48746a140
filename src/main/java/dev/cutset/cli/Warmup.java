package dev.cutset.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the launcher runs when it makes an archive of classes: checks of small stacks in the forms
 * that people and pipelines use, so that the archive has what such a check needs, and no more.
 */
public final class Warmup {
  /** A change of one server, as Terraform plans it. */
  private static final String PLAN =
      """
      {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module":
      {"resources": [{"address": "aws_instance.web", "mode": "managed", "type": "aws_instance",
      "name": "web", "provider_name": "registry.terraform.io/hashicorp/aws", "values":
      {"ami": "ami-1", "instance_type": "t3.small", "associate_public_ip_address": true}}]}},
      "resource_changes": [{"address": "aws_instance.web", "mode": "managed",
      "type": "aws_instance", "name": "web", "change": {"actions": ["create"], "before": null,
      "after": {"ami": "ami-1"}, "after_unknown": {"id": true}}}],
      "configuration": {"provider_config": {"aws": {"name": "aws", "expressions":
      {"region": {"constant_value": "eu-west-1"}}}}, "root_module": {"resources":
      [{"address": "aws_instance.web", "mode": "managed", "type": "aws_instance", "name": "web",
      "provider_config_key": "aws", "expressions": {"ami": {"constant_value": "ami-1"}}}]}}}
      """;

  private Warmup() {}

  /**
   * Checks a preview and a plan.
   *
   * @param arguments the file of the preview
   */
  public static void main(String[] arguments) {
    run(InputStream.nullInputStream(), "check", arguments[0]);
    for (String format : new String[] {"json", "sarif", "junit", "markdown"}) {
      run(InputStream.nullInputStream(), "check", arguments[0], "--format", format);
    }
    run(new ByteArrayInputStream(PLAN.getBytes(StandardCharsets.UTF_8)), "check", "-");
    Runtime.getRuntime().halt(ExitCode.NOTHING_BLOCKS);
  }

  private static void run(InputStream in, String... arguments) {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    new Main(
            new Surroundings(
                in,
                nowhere,
                nowhere,
                StandardCharsets.UTF_8,
                Path.of(""),
                Map.of("CUTSET_TERMINAL", "true")))
        .run(arguments);
  }
}
