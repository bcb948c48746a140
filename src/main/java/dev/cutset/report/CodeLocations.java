package dev.cutset.report;

import dev.cutset.stack.SourcePosition;
import dev.cutset.stack.Urn;
import java.util.List;
import java.util.Map;

/**
 * The files that a report points to.
 *
 * @param input the file or folder that was looked at, as a path with slashes from where the tool
 *     ran; what is declared nowhere that anybody knows is pointed to there
 * @param positions where programs declare resources, as paths of the same kind
 */
public record CodeLocations(String input, Map<Urn, SourcePosition> positions) {

  public CodeLocations {
    positions = Map.copyOf(positions);
  }

  /** The place of the first of the resources that has one; else the start of the input. */
  SourcePosition of(List<Urn> resources) {
    return resources.stream()
        .filter(positions::containsKey)
        .findFirst()
        .map(positions::get)
        .orElse(new SourcePosition(input, 1));
  }
}
