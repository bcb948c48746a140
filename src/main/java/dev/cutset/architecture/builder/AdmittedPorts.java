package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Reading;
import dev.cutset.catalog.ResourceType.Firewall;
import dev.cutset.stack.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ports to which a rule admits others, besides those that administrators use. */
final class AdmittedPorts {
  /** Stands for all ports that are not told one by one. */
  private static final int OTHERS = -1;

  private static final int LONGEST = 16;
  private static final Set<Integer> ADMINISTRATION = Set.of(22, 3389);
  private static final Set<String> ECHO = Set.of("icmp", "icmpv6", "1", "58");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5}))?");

  private AdmittedPorts() {}

  /** None of a rule that is there for administrators, or for those who ping, who are not served. */
  static Set<Integer> of(Firewall firewall, Value rule) {
    if (isEcho(firewall, rule)) {
      return Set.of();
    }
    Set<Integer> ports = new HashSet<>();
    if (firewall.fromPort().equals(firewall.toPort())) {
      addRanges(firewall.fromPort().within(rule), ports);
    } else {
      addBetween(firewall.fromPort().within(rule), firewall.toPort().within(rule), ports);
    }
    firewall.morePorts().map(path -> path.within(rule)).ifPresent(more -> addRanges(more, ports));
    if (ports.isEmpty()) {
      return Set.of(OTHERS);
    }
    ports.removeAll(ADMINISTRATION);
    return ports;
  }

  private static boolean isEcho(Firewall firewall, Value rule) {
    return firewall.protocol().stream()
        .flatMap(path -> path.within(rule).stream())
        .flatMap(value -> Reading.asText(value).stream())
        .anyMatch(protocol -> ECHO.contains(protocol.toLowerCase(Locale.ROOT)));
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
    OptionalDouble first = single(from);
    OptionalDouble last = single(to);
    if (first.isPresent() && last.isPresent()) {
      add((int) first.getAsDouble(), (int) last.getAsDouble(), ports);
    } else {
      ports.add(OTHERS);
    }
  }

  private static OptionalDouble single(List<Value> values) {
    return values.size() == 1 ? Reading.asNumber(values.get(0)) : OptionalDouble.empty();
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
