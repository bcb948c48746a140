package dev.cutset.catalog;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what is known of software, as strictly as the entries of resource types. */
final class SoftwareReader {
  private static final String FILE = "software.yaml";
  private static final List<String> KEYS =
      List.of(
          "title",
          "role",
          "majority",
          "replicated",
          "runs",
          "named",
          "ports",
          "ingressClasses",
          "remedy");

  List<Software> read() {
    try (InputStream in = SoftwareReader.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the catalog lacks " + FILE);
      }
      LoadSettings settings = LoadSettings.builder().setLabel(FILE).build();
      Node root = new Compose(settings).composeInputStream(in).orElseThrow();
      List<Software> all = new ArrayList<>();
      Block.of(new Origin(FILE, FILE), root)
          .values()
          .forEach((name, node) -> all.add(software(name, node)));
      return List.copyOf(all);
    } catch (IOException failed) {
      throw new CatalogException(FILE, failed);
    }
  }

  private static Software software(String name, Node node) {
    Origin origin = new Origin(FILE, name);
    Block block = Block.of(origin, node, KEYS);
    return new Software(
        name,
        block.need("title", origin::text),
        block.need("role", role -> origin.word(role, Role.class)),
        block.flag("majority"),
        block.has("replicated") && block.flag("replicated"),
        block.all("runs", pattern -> pattern(origin, pattern)),
        block.all("named", origin::text),
        Set.copyOf(block.all("ports", port -> Integer.valueOf(origin.text(port)))),
        Set.copyOf(block.all("ingressClasses", origin::text)),
        block.get("remedy", new RemedyReader(origin)::read).orElse(Map.of()));
  }

  private static Pattern pattern(Origin origin, Node node) {
    String text = origin.text(node);
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException wrong) {
      throw origin.mistake(node, "`" + text + "` is no pattern: " + wrong.getDescription());
    }
  }
}
