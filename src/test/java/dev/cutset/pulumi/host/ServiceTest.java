package dev.cutset.pulumi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.pulumi.guest.PatientLogging;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.LogManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The host for callers that know the stack's configuration and watch over the program. */
class ServiceTest {
  private static final List<String> SECRETS =
      List.of(
          "AWS_ACCESS_KEY_ID",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "ARM_CLIENT_SECRET",
          "AZURE_CLIENT_SECRET",
          "CLOUDFLARE_API_TOKEN",
          "CUTSET_OPA_TOKEN",
          "GITHUB_TOKEN",
          "GOOGLE_APPLICATION_CREDENTIALS",
          "GOOGLE_CREDENTIALS",
          "KUBECONFIG",
          "MAVEN_OPTS",
          "NPM_TOKEN",
          "PULUMI_ACCESS_TOKEN",
          "PULUMI_CONFIG_PASSPHRASE",
          "SSH_AUTH_SOCK",
          "VAULT_TOKEN");

  /** Beside what the engine tells: PATH is given here, the rest is what a shell sets by itself. */
  private static final Set<String> USUAL = Set.of("PATH", "PWD", "OLDPWD", "SHLVL", "_");

  @TempDir private Path folder;
  private SmallProject project;

  @BeforeEach
  void makeProject() throws IOException {
    project = new SmallProject(folder);
  }

  @Test
  void given_configuration_is_all_that_the_program_gets() throws Exception {
    ProgramRequest request =
        project
            .file("Pulumi.prod.yaml", "config: {shop:size: large, aws:region: eu-west-1}\n")
            .stack("acme/shop/prod")
            .deploys(
                """
                new Vpc("vpc", VpcArgs.builder().tags(Map.of(
                    "size", context.config().get("size").orElse("none"),
                    "owner", System.getenv("PULUMI_ORGANIZATION"))).build());
                """)
            .request()
            .withConfig(new ProgramConfig.Given(Map.of("aws:region", "us-west-2"), Set.of()));

    Stack stack = project.host().run(request);

    assertThat(stack.name()).isEqualTo("prod");
    assertThat(find(stack, "vpc").property("tags"))
        .contains(new Value.Fields(Map.of("size", Value.of("none"), "owner", Value.of("acme"))));
    assertThat(find(stack, "default").property("region")).contains(Value.of("us-west-2"));
  }

  @Test
  void a_program_gets_given_secrets_and_none_is_kept_marked_or_not() throws Exception {
    project.deploys(
        """
        var password = context.config().require("password");
        var login = context.config().requireObject("login", Map.class);
        new Vpc("vpc", VpcArgs.builder()
            .cidrBlock(context.config().requireSecret("password"))
            .tags(Map.of("plain", "x-" + password, "part", (String) login.get("key"),
                "length", "" + password.length()))
            .build());
        """);
    ProgramConfig.Given config =
        new ProgramConfig.Given(
            Map.of("shop:password", "hunter2", "shop:login", "{\"key\":\"abcdefg\"}"),
            Set.of("shop:password", "shop:login"));

    Stack stack = project.host().run(project.request().withConfig(config));

    assertThat(find(stack, "vpc").inputs())
        .isEqualTo(
            Map.of(
                "cidrBlock",
                Value.SECRET,
                "tags",
                new Value.Fields(
                    Map.of("plain", Value.SECRET, "part", Value.SECRET, "length", Value.of("7")))));
    assertThat(config.toString()).doesNotContain("hunter2");
  }

  @Test
  void the_whole_environment_is_passed_on_when_asked_for() throws Exception {
    project.mainIs("System.out.println(\"MINE=\" + System.getenv(\"MINE\"));");
    ProgramHost host =
        new ProgramHost(
            Map.of("PATH", System.getenv("PATH"), "MINE", "yes", "PULUMI_STACK", "else"),
            project.progress::add,
            project.screen::add);

    assertThatThrownBy(() -> host.run(project.request())).hasMessageContaining("declared nothing");
    assertThatThrownBy(() -> host.run(project.request().besideTheEngine()))
        .hasMessageContaining("declared nothing");
    assertThat(project.screen).containsExactly("MINE=null", "MINE=yes");
  }

  @Test
  void a_program_rests_while_it_waits_for_itself_unless_it_says_itself_how_it_logs()
      throws Exception {
    project.mainIs(
        "System.out.println(java.util.logging.LogManager.getLogManager().getClass().getName());");
    Map<String, String> own =
        Map.of(
            "PATH",
            System.getenv("PATH"),
            "JDK_JAVA_OPTIONS",
            "-Djava.util.logging.manager=java.util.logging.LogManager");

    assertThatThrownBy(() -> project.host().run(project.request()))
        .hasMessageContaining("declared nothing");
    ProgramHost host = new ProgramHost(own, project.progress::add, project.screen::add);
    assertThatThrownBy(() -> host.run(project.request().besideTheEngine()))
        .hasMessageContaining("declared nothing");

    assertThat(project.screen)
        .filteredOn(line -> !line.startsWith("NOTE"))
        .containsExactly(PatientLogging.class.getName(), LogManager.class.getName());
  }

  @Test
  void credentials_do_not_reach_the_program_and_that_it_runs_is_said() throws Exception {
    Map<String, String> environment = new HashMap<>(Map.of("PATH", System.getenv("PATH")));
    for (String name : SECRETS) {
      environment.put(name, "hunter2");
    }
    project.mainIs(
        "System.getenv().forEach((name, value) -> System.out.println(name + \"=\" + value));");
    List<String> said = new ArrayList<>();
    ProgramHost host = new ProgramHost(environment, said::add, project.screen::add);

    assertThatThrownBy(() -> host.run(project.request())).hasMessageContaining("declared nothing");

    assertThat(said).containsExactly("running the program of `shop`, as you asked");
    assertThat(String.join("\n", project.screen))
        .contains("PULUMI_STACK=")
        .doesNotContain("hunter2");
    assertThat(project.screen)
        .extracting(line -> line.replaceFirst("=.*", ""))
        .allMatch(name -> name.startsWith("PULUMI_") || USUAL.contains(name));
  }

  @Test
  @Timeout(60)
  void a_program_is_stopped_from_another_thread_and_none_starts_after_that() throws Exception {
    project
        .mainIs(
            "java.nio.file.Files.writeString(java.nio.file.Path.of(\"began\"), \"\");"
                + " Thread.sleep(600_000);")
        .limit(Duration.ofMinutes(10));
    ProgramHost host = project.host();
    CompletableFuture<Stack> running =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return host.run(project.request());
              } catch (ProgramException e) {
                throw new IllegalStateException(e);
              }
            });
    while (!Files.exists(folder.resolve("began"))) {
      Thread.sleep(20);
    }

    host.stop();

    assertThatThrownBy(running::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(ProgramException.Stopped.class)
        .hasRootCauseMessage("the program of `shop` was stopped");
    assertThatThrownBy(() -> host.run(project.request()))
        .isInstanceOf(ProgramException.Stopped.class);
  }

  @Test
  void a_jar_that_is_not_there_is_not_built() {
    assertThatThrownBy(() -> project.host().run(project.request().withoutBuild()))
        .isInstanceOf(ProgramException.NotBuilt.class)
        .hasMessageContaining("app.jar");
  }

  private static Resource find(Stack stack, String name) {
    return stack.resources().stream()
        .filter(resource -> resource.name().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
