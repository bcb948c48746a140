package dev.cutset.cli;

import dev.cutset.report.Page;
import dev.cutset.template.Template;
import java.io.IOException;
import java.util.List;

/** Shows templates, with a line on each. */
final class TemplateListing {
  private final Page page;

  TemplateListing(Page page) {
    this.page = page;
  }

  void show(List<Template> templates) throws IOException {
    show("To start from:", templates.stream().filter(each -> !each.isStep()).toList());
    show(
        "To learn from, one story step by step:",
        templates.stream().filter(Template::isStep).toList());
    page.line("Start a project: cutset new TEMPLATE FOLDER");
  }

  private void show(String title, List<Template> templates) throws IOException {
    if (templates.isEmpty()) {
      return;
    }
    int widest = templates.stream().mapToInt(each -> each.name().length()).max().orElse(0);
    page.line(title);
    page.blank();
    for (Template each : templates) {
      page.hanging("  " + each.name(), widest + 4, each.description());
    }
    page.blank();
  }
}
