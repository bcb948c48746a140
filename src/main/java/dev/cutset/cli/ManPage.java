package dev.cutset.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page, in the language of man: made of what {@code --help} shows. */
final class ManPage {
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private final CommandLine root;
  private final String version;
  private final StringBuilder page = new StringBuilder();

  ManPage(CommandLine root, String version) {
    this.root = root;
    this.version = version;
  }

  String text() {
    String name = root.getCommandName();
    String title = name.toUpperCase(Locale.ROOT);
    // A page with a date of its own would differ from build to build.
    request(".TH " + title + " 1 \"\" \"Cutset " + plain(version) + "\" \"User Commands\"");
    section("NAME");
    page.append(plain(name)).append(" \\- ").append(plain(summary(root))).append('\n');
    section("SYNOPSIS");
    synopsis(root);
    section("DESCRIPTION");
    prose(
        "Reads what a Pulumi program or a Terraform plan is about to create, works out what each"
            + " failure of an instance, zone, region or DNS provider does to the users, proves it,"
            + " and refuses the stack. Alone it says what to do in the current folder.");
    section("COMMANDS");
    inner(root).forEach(this::command);
    section("EXIT STATUS");
    inner(root).stream()
        .map(CommandLine::getCommandSpec)
        .filter(command -> command.name().equals("check"))
        .forEach(this::exitCodes);
    section("FILES");
    item("cutset.yaml", "beside the stack: what it must survive, policies, hints, waivers");
    item("cutset-baseline.json", "beside the stack: what was found before");
    section("ENVIRONMENT");
    item("JAVA_HOME", "the JDK that runs it");
    item("CUTSET_JAVA_OPTS", "further options for the JVM");
    item("NO_COLOR", "set to anything: no colours");
    section("EXAMPLES");
    examples(root);
    return page.toString();
  }

  private static List<CommandLine> inner(CommandLine command) {
    return List.copyOf(new LinkedHashSet<>(command.getSubcommands().values()));
  }

  private void command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    request(".SS " + plain(spec.qualifiedName()));
    synopsis(command);
    request(".PP");
    prose(String.join(" ", spec.usageMessage().description()));
    for (PositionalParamSpec positional : spec.positionalParameters()) {
      described("\\fI" + plain(positional.paramLabel()) + "\\fR", positional);
    }
    for (OptionSpec option : spec.options()) {
      // What every command has is said once.
      if (!option.usageHelp() && !option.versionHelp()) {
        described(names(option), option);
      }
    }
    if (!spec.usageMessage().exitCodeList().isEmpty()) {
      request(".PP");
      prose("Exit status:");
      exitCodes(spec);
    }
    examples(command);
    inner(command).forEach(this::command);
  }

  private void synopsis(CommandLine command) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    String synopsis = help.abbreviatedSynopsis().strip();
    String name = command.getCommandSpec().qualifiedName();
    request(".B " + plain(name));
    page.append(plain(synopsis.substring(name.length()).strip())).append('\n');
  }

  private static String summary(CommandLine command) {
    String text = String.join(" ", command.getCommandSpec().usageMessage().description());
    String sentence = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static String names(OptionSpec option) {
    String value = option.arity().max() == 0 ? "" : "=\\fI" + plain(option.paramLabel()) + "\\fR";
    List<String> names = new ArrayList<>(List.of(option.names()));
    return names.stream()
            .map(name -> "\\fB" + plain(name) + "\\fR")
            .collect(Collectors.joining(", "))
        + value;
  }

  private void described(String term, ArgSpec argument) {
    request(".TP");
    page.append(term).append('\n');
    prose(String.join(" ", argument.description()));
  }

  private void item(String term, String text) {
    request(".TP");
    request(".B " + plain(term));
    prose(text);
  }

  private void exitCodes(CommandSpec spec) {
    spec.usageMessage().exitCodeList().forEach(this::item);
  }

  private void examples(CommandLine command) {
    String[] footer = command.getCommandSpec().usageMessage().footer();
    if (footer.length == 0) {
      return;
    }
    request(".PP");
    request(".EX");
    for (String line : footer) {
      page.append(plain(line)).append('\n');
    }
    request(".EE");
  }

  private void section(String name) {
    request(".SH " + name);
  }

  private void request(String line) {
    page.append(line).append('\n');
  }

  /** A paragraph, in which what is quoted is bold. */
  private void prose(String text) {
    StringBuilder line = new StringBuilder();
    Matcher quoted = QUOTED.matcher(text);
    int from = 0;
    while (quoted.find()) {
      line.append(escaped(text.substring(from, quoted.start())))
          .append("\\fB")
          .append(escaped(quoted.group(1)))
          .append("\\fR");
      from = quoted.end();
    }
    page.append(guarded(line.append(escaped(text.substring(from))).toString())).append('\n');
  }

  private static String plain(String text) {
    return guarded(escaped(text));
  }

  /** A line that begins with a point or an apostrophe would be an order. */
  private static String guarded(String line) {
    return line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '"' -> escaped.append("\\(dq");
                case '\'' -> escaped.append("\\(aq");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '`' -> escaped.append("\\(ga");
                default -> {
                  if (point < 0x80) {
                    escaped.append((char) point);
                  } else {
                    escaped.append(String.format("\\[u%04X]", point));
                  }
                }
              }
            });
    return escaped.toString();
  }
}
