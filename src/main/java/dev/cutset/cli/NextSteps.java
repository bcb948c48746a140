package dev.cutset.cli;

import dev.cutset.report.Page;
import dev.cutset.template.Setting;
import dev.cutset.template.Template;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what to do with a project that was just made. */
final class NextSteps {
  private final Page page;

  NextSteps(Page page) {
    this.page = page;
  }

  private record Step(String command, String why) {}

  /**
   * The commands, in their order.
   *
   * @param folder as the user named it
   */
  void show(Template template, Optional<String> folder) throws IOException {
    List<Step> steps = new ArrayList<>();
    folder.ifPresent(path -> steps.add(new Step("cd " + quoted(path), "")));
    steps.add(new Step("cutset check .", "which single failure takes it down?"));
    steps.add(new Step("pulumi stack init dev", ""));
    for (Setting setting : template.settings()) {
      steps.add(new Step(command(setting), setting.description()));
    }
    steps.add(new Step("pulumi up", ""));
    page.line("Next:");
    page.blank();
    int widest = steps.stream().mapToInt(step -> step.command().length()).max().orElse(0);
    for (Step step : steps) {
      if (step.why().isEmpty()) {
        page.line("  " + step.command());
      } else {
        page.hanging("  " + step.command(), widest + 4, step.why());
      }
    }
  }

  private static String command(Setting setting) {
    // A secret is typed where nobody sees it.
    return setting.secret()
        ? "pulumi config set --secret " + setting.key()
        : "pulumi config set "
            + setting.key()
            + " "
            + setting.value().map(NextSteps::quoted).orElse("VALUE");
  }

  /** A word as a shell takes it for one. */
  static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
