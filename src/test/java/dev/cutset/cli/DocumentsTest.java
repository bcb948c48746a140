package dev.cutset.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.Golden;
import dev.cutset.StackFolder;
import dev.cutset.config.Configuration;
import dev.cutset.config.ConfigurationReader;
import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents show is what the command line does. */
class DocumentsTest {
  private static final Pattern CONSOLE =
      Pattern.compile("```console\n\\$ cutset (.*)\n(?s:(.*?))```\n");
  private static final Pattern DRAWING =
      Pattern.compile("<!-- cutset (graph .*) -->\n```mermaid\n(?s:(.*?))```\n");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
  private static final Pattern POLICY = Pattern.compile("SPOF(?:-[A-Z]+)+");

  static Stream<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(pages(Path.of(""), 1));
    for (String folder : List.of("docs", "policies", "stacks")) {
      // No deeper: built programs may lie below the stacks.
      documents.addAll(pages(Path.of(folder), 3));
    }
    return documents.stream();
  }

  static List<StackFolder> stacks() throws IOException {
    return StackFolder.all();
  }

  private static List<Path> pages(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_command_prints_what_the_document_shows(Path document) throws IOException {
    String text = Files.readString(document);

    String real =
        CONSOLE
            .matcher(text)
            .replaceAll(block -> Matcher.quoteReplacement(console(block.group(1))));

    Golden.assertSame(document, real);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_drawing_is_what_the_command_beside_it_draws(Path document) throws IOException {
    String text = Files.readString(document);

    String real =
        DRAWING
            .matcher(text)
            .replaceAll(block -> Matcher.quoteReplacement(drawing(block.group(1))));

    Golden.assertSame(document, real);
  }

  static List<StackFolder> ladder() throws IOException {
    return StackFolder.ladder();
  }

  @ParameterizedTest
  @MethodSource("ladder")
  void the_page_of_each_step_has_a_drawing_of_it(StackFolder folder) throws IOException {
    Matcher drawing = DRAWING.matcher(Files.readString(folder.path().resolve("README.md")));

    assertThat(drawing.find()).isTrue();
    assertThat(drawing.group(1)).endsWith(" " + folder.preview());
  }

  @Test
  void the_readme_shows_a_command() throws IOException {
    assertThat(CONSOLE.matcher(Files.readString(Path.of("README.md"))).results()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void the_page_of_each_stack_shows_what_is_said_of_it(StackFolder folder) throws IOException {
    String page = Files.readString(folder.path().resolve("README.md"));
    Matcher command = CONSOLE.matcher(page);

    assertThat(command.find()).isTrue();
    assertThat(command.group(1)).startsWith("check " + folder.path());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void links_lead_to_files_that_are_there(Path document) throws IOException {
    List<String> dead = new ArrayList<>();
    Matcher link = LINK.matcher(Files.readString(document));
    while (link.find()) {
      String target = link.group(1);
      if (!target.contains("://") && !Files.exists(document.resolveSibling(target))) {
        dead.add(target);
      }
    }

    assertThat(dead).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void policies_that_a_document_names_are_there(Path document) throws IOException {
    List<String> ids = PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).toList();

    assertThat(POLICY.matcher(Files.readString(document)).results().map(MatchResult::group))
        .isSubsetOf(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/configuration.md"})
  void a_configuration_that_is_shown_can_be_used(String document) throws Exception {
    ConfigurationReader reader =
        new ConfigurationReader(
            PolicyCatalog.bundled().policies().stream().map(PolicyInfo::id).toList());
    Matcher block =
        Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(Path.of(document)));

    assertThat(block.find()).isTrue();
    assertThat(reader.read(block.group(1), document)).isNotEqualTo(Configuration.EMPTY);
  }

  @Test
  void the_page_on_the_command_line_names_every_option() throws IOException {
    String page = Files.readString(Path.of("docs/cli.md"));
    Session session = new Session(Path.of(""));
    List<String> options = new ArrayList<>();
    for (String command : List.of("check", "diff", "baseline write", "explain", "graph", "new")) {
      Matcher option =
          Pattern.compile("--[a-z-]+").matcher(session.run((command + " --help").split(" ")).out());
      while (option.find()) {
        options.add(option.group());
      }
    }
    options.removeAll(List.of("--help", "--version", "--json"));

    assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(page).contains(option));
  }

  private static String drawing(String command) {
    String drawn = new Session(Path.of("")).run(command.split(" ")).out();
    return "<!-- cutset " + command + " -->\n```mermaid\n" + drawn + "```\n";
  }

  private static String console(String command) {
    Session.Result result = new Session(Path.of("")).run(command.split(" "));
    return "```console\n$ cutset " + command + "\n" + result.out() + result.err() + "```\n";
  }
}
