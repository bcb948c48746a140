package dev.cutset.template;

import dev.cutset.yaml.YamlException;
import dev.cutset.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the {@code Pulumi.yaml} of a program says about it as a template. */
final class TemplateReader {

  Template read(String name, Path folder) throws IOException {
    Path file = folder.resolve("Pulumi.yaml");
    Map<?, ?> project = project(file);
    Map<?, ?> template = map(project.get("template"));
    String description =
        text(template.get("description")).or(() -> text(project.get("description"))).orElse("");
    return new Template(
        name,
        description,
        settings(map(template.get("config")), map(project.get("config"))),
        folder);
  }

  private static Map<?, ?> project(Path file) throws IOException {
    try {
      return map(YamlReader.values(Files.readString(file), file.toString()).orElse(null));
    } catch (YamlException e) {
      throw new IOException("`" + file + "`: " + e.problem(), e);
    }
  }

  /**
   * What the template asks for; if it asks for nothing in particular, all that the program reads.
   */
  private static List<Setting> settings(Map<?, ?> asked, Map<?, ?> read) {
    Map<String, Object> entries = new LinkedHashMap<>();
    (asked.isEmpty() ? read : asked).forEach((key, value) -> entries.put(key.toString(), value));
    List<Setting> settings = new ArrayList<>();
    entries.forEach((key, entry) -> settings.add(setting(key, entry, map(read.get(key)))));
    return settings;
  }

  private static Setting setting(String key, Object entry, Map<?, ?> declared) {
    Map<?, ?> fields = map(entry);
    Optional<String> value =
        fields.isEmpty()
            ? text(entry)
            : text(fields.get("default"))
                .or(() -> text(fields.get("value")))
                .or(() -> text(declared.get("default")))
                .or(() -> text(declared.get("value")));
    return new Setting(
        key,
        text(fields.get("description")).or(() -> text(declared.get("description"))).orElse(""),
        value,
        Boolean.TRUE.equals(fields.get("secret")) || Boolean.TRUE.equals(declared.get("secret")));
  }

  private static Optional<String> text(@Nullable Object node) {
    return node == null || node instanceof Map ? Optional.empty() : Optional.of(node.toString());
  }

  private static Map<?, ?> map(@Nullable Object node) {
    return node instanceof Map<?, ?> map ? map : Map.of();
  }
}
