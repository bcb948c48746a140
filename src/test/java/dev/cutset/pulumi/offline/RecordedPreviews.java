package dev.cutset.pulumi.offline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The previews in the ladder's folders. */
final class RecordedPreviews {
  static final Path LADDER = Path.of("stacks", "ladder");

  private RecordedPreviews() {}

  /** The folders of the ladder's steps, in order. */
  static List<Path> steps() throws IOException {
    List<Path> steps = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(LADDER, Files::isDirectory)) {
      folders.forEach(steps::add);
    }
    steps.sort(null);
    return steps;
  }

  /** What a step's preview says that each resource will be. */
  static List<Map<?, ?>> states(Path step) throws IOException {
    List<Map<?, ?>> states = new ArrayList<>();
    for (Object change : (List<?>) preview(step).get("steps")) {
      states.add((Map<?, ?>) ((Map<?, ?>) change).get("newState"));
    }
    return states;
  }

  // JSON is YAML, and a YAML parser is at hand.
  private static Map<?, ?> preview(Path step) throws IOException {
    Path file = step.resolve("preview.json");
    LoadSettings settings =
        LoadSettings.builder().setLabel(file.toString()).setCodePointLimit(1 << 26).build();
    return (Map<?, ?>) new Load(settings).loadFromString(Files.readString(file));
  }
}
