package dev.cutset.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What another tool said of the corpus, as far as it is about copies and failover.
 *
 * @param tool its name and version
 * @param all how many alarms it raised, of whatever kind
 * @param resources the names of the resources that it names, by case
 */
record PeerAlarms(String tool, int all, Map<String, Set<String>> resources) {

  static PeerAlarms read(String tool) {
    Path file = Path.of("src/test/resources/peers", tool + ".txt");
    try {
      List<String> lines = Files.readAllLines(file);
      Map<String, Set<String>> resources = new HashMap<>();
      for (String line : lines.subList(2, lines.size())) {
        String[] caseAndResource = line.split(" ", 3);
        resources.computeIfAbsent(caseAndResource[0], c -> new HashSet<>()).add(caseAndResource[1]);
      }
      return new PeerAlarms(
          lines.get(0).substring(2), Integer.parseInt(lines.get(1).split(" ")[1]), resources);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> in(CorpusCase stack) {
    return resources.getOrDefault(stack.name(), Set.of());
  }
}
