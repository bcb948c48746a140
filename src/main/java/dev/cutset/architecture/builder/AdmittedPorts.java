package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Reading;
import dev.cutset.catalog.ResourceType.Firewall;
import dev.cutset.stack.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports to which a rule admits others, without those for administration. */
final class AdmittedPorts {
  /** Stands for all ports that are not told one by one. */
  private static final int OTHERS = -1;

  private static final int LONGEST = 16;
  private static final Set<Integer> ADMINISTRATION = Set.of(22, 3389);
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private AdmittedPorts() {}

  static Set<Integer> of(Firewall firewall, Value rule) {
    Set<Integer> ports = new HashSet<>();
    if (firewall.fromPort().equals(firewall.toPort())) {
      addRanges(firewall.fromPort().within(rule), ports);
    } else {
      addBetween(firewall.fromPort().within(rule), firewall.toPort().within(rule), ports);
    }
    firewall.morePorts().map(path -> path.within(rule)).ifPresent(more -> addRanges(more, ports));
    ports.removeAll(ADMINISTRATION);
    return ports.isEmpty() ? Set.of(OTHERS) : ports;
  }

  private static void addRanges(List<Value> values, Set<Integer> ports) {
    for (Value value : values) {
      Matcher range = RANGE.matcher(Reading.asText(value).orElse(""));
      if (!range.matches()) {
        ports.add(OTHERS);
        continue;
      }
      int first = Integer.parseInt(range.group(1));
      add(first, range.group(2) == null ? first : Integer.parseInt(range.group(2)), ports);
    }
  }

  private static void addBetween(List<Value> from, List<Value> to, Set<Integer> ports) {
    if (from.size() == 1
        && to.size() == 1
        && Reading.asNumber(from.get(0)).isPresent()
        && Reading.asNumber(to.get(0)).isPresent()) {
      add(
          (int) Reading.asNumber(from.get(0)).getAsDouble(),
          (int) Reading.asNumber(to.get(0)).getAsDouble(),
          ports);
    } else {
      ports.add(OTHERS);
    }
  }

  private static void add(int first, int last, Set<Integer> ports) {
    if (first < 1 || last - first > LONGEST) {
      ports.add(OTHERS);
      return;
    }
    for (int port = first; port <= last; port++) {
      ports.add(port);
    }
  }

  /** Whether all of them are told one by one. */
  static boolean areKnown(Set<Integer> ports) {
    return !ports.contains(OTHERS);
  }
}
