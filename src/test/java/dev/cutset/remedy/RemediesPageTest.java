package dev.cutset.remedy;

import dev.cutset.Golden;
import dev.cutset.catalog.BundledEntries;
import dev.cutset.catalog.Condition;
import dev.cutset.catalog.ConditionTester;
import dev.cutset.catalog.Patch;
import dev.cutset.catalog.Patch.Becoming;
import dev.cutset.catalog.ResourceType;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/remedies.md} follow from the catalog. */
class RemediesPageTest {
  private static final Path PAGE = Path.of("docs/remedies.md");
  private static final String START = "<!-- remedies -->\n";
  private static final String END = "<!-- /remedies -->";

  @Test
  void the_page_lists_what_each_policy_has_set() throws IOException {
    String page = Files.readString(PAGE);
    Golden.assertSame(
        PAGE,
        page.substring(0, page.indexOf(START) + START.length())
            + tables()
            + page.substring(page.indexOf(END)));
  }

  private static String tables() {
    Map<String, StringBuilder> tables = new TreeMap<>();
    for (ResourceType type : BundledEntries.all()) {
      for (Patch patch : type.patches()) {
        for (String policy : patch.policies()) {
          tables.computeIfAbsent(policy, RemediesPageTest::head).append(row(type, patch));
        }
      }
    }
    return String.join("\n", tables.values());
  }

  private static StringBuilder head(String policy) {
    return new StringBuilder()
        .append("### ")
        .append(policy)
        .append("\n\n| type | is set | where | so that |\n|---|---|---|---|\n");
  }

  private static String row(ResourceType type, Patch patch) {
    String set =
        patch.set().entrySet().stream()
            .map(entry -> becomes(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    String where =
        Stream.of(
                patch.when().stream().map(RemediesPageTest::holds),
                patch.unless().stream().map(one -> "not: " + holds(one)),
                Stream.of("proposed only: it is made anew").filter(text -> patch.replaces()))
            .flatMap(texts -> texts)
            .collect(Collectors.joining("; "));
    return "| `" + type.token() + "` | " + set + " | " + where + " | " + patch.why() + " |\n";
  }

  private static String becomes(PropertyPath path, Becoming becoming) {
    String optional = becoming.ifPresent() ? ", if it is there" : "";
    if (becoming instanceof Patch.AtLeast atLeast) {
      return "`" + path + "` to " + atLeast.least() + " or more" + optional;
    }
    Patch.Exactly exactly = (Patch.Exactly) becoming;
    String from =
        exactly.value() instanceof Value.Bool ? "" : " in place of " + texts(exactly.from());
    return "`" + path + "` to " + texts(List.of(exactly.value())) + from + optional;
  }

  private static String holds(Condition condition) {
    Condition.Test test = condition.test();
    String path = "`" + condition.path() + "` ";
    if (test instanceof Condition.OneOf oneOf) {
      return path + "is " + texts(oneOf.values());
    } else if (test instanceof Condition.NoneOf noneOf) {
      return path + "is not " + texts(noneOf.values());
    } else if (test instanceof Condition.AtLeast atLeast) {
      return path + "is " + texts(List.of(Value.of(atLeast.least()))) + " or more";
    } else if (test instanceof Condition.Elements elements) {
      return path + "has " + elements.least() + " or more";
    } else if (test instanceof Condition.Matches matches) {
      return path + "matches `" + matches.pattern().replace("|", "\\|") + "`";
    }
    return path + (test instanceof Condition.Present ? "is there" : "is not there");
  }

  private static String texts(List<Value> values) {
    return values.stream()
        .map(value -> "`" + ConditionTester.asText(value).orElseThrow() + "`")
        .collect(Collectors.joining(" or "));
  }
}
