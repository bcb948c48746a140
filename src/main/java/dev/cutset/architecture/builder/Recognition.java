package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.catalog.ResourceType.Network;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Software;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises the software that a resource runs, by its texts or else by its name. */
final class Recognition {
  private static final Set<Role> DATA =
      EnumSet.of(Role.DATABASE, Role.CACHE, Role.QUEUE, Role.STORAGE);

  /** Where much else listens, too: names, dashboards, servers of pages. */
  private static final Set<Integer> SHARED = Set.of(53, 7000, 7001, 8086, 8123, 9000, 9001);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z]+");

  private static final Pattern CONTAINER_PORT =
      Pattern.compile("\"containerPort\"\\s*:\\s*(\\d{1,5})\\b");

  /** What passes on to other software, or listens by chance where other software does. */
  private static final Pattern NOT_ITSELF =
      Pattern.compile("(?i)proxy|bouncer|haproxy|envoy|nginx|socat|exporter|tunnel|alert-?manager");

  /** What is called by its software and by one of these talks to it, and is not it. */
  private static final Set<String> OTHER_SIDE =
      Set.of("client", "clients", "agent", "agents", "exporter", "exporters");

  private final List<Software> known;
  private final Texts texts;
  private final Map<Known, Optional<Software>> found = new HashMap<>();

  Recognition(List<Software> known, Texts texts) {
    this.known = known;
    this.texts = texts;
  }

  Optional<Software> of(Known component) {
    return found.computeIfAbsent(component, this::find);
  }

  private Optional<Software> find(Known component) {
    boolean opaque = false;
    StringBuilder all = new StringBuilder();
    for (Texts.Source source : texts.sources(component)) {
      Texts.in(source).forEach(text -> all.append(text).append('\n'));
      opaque |= Texts.opaque(source);
    }
    Optional<Software> running =
        Software.in(known, all.toString()).or(() -> byPorts(component, all.toString()));
    if (running.isPresent() || opaque) {
      return running.or(() -> byName(component));
    }
    // A machine can run many things: data software has to be in its name as well as in its texts.
    return byName(component)
        .filter(software -> software.role() != Role.GATEWAY && !software.ensemble())
        .filter(software -> software.named().stream().anyMatch(all.toString()::contains));
  }

  /** What holds data and admits others nowhere but where such software listens. */
  Optional<Software> admittedTo(Known component, Set<Integer> ports) {
    return NOT_ITSELF.matcher(component.name()).find() || SHARED.containsAll(ports)
        ? Optional.empty()
        : known.stream()
            .filter(Recognition::holdsData)
            .filter(software -> software.listensOn(ports))
            .findFirst();
  }

  /** The ports by which what holds data can be told. */
  Set<Integer> portsOfData() {
    Set<Integer> ports = new HashSet<>();
    for (Software software : known) {
      if (holdsData(software)) {
        ports.addAll(software.ports());
      }
    }
    ports.removeAll(SHARED);
    return ports;
  }

  private static boolean holdsData(Software software) {
    return DATA.contains(software.role()) && !software.ensemble();
  }

  /** What listens where only such software does is that, if nothing else listens beside it. */
  private Optional<Software> byPorts(Known component, String texts) {
    Set<Integer> ports = new HashSet<>();
    for (PropertyPath path : component.type().network().map(Network::ports).orElse(List.of())) {
      for (Value value : path.in(component.resource())) {
        Reading.asNumber(value).ifPresent(number -> ports.add((int) number));
      }
    }
    if (texts.contains("containerPort")) {
      Matcher told = CONTAINER_PORT.matcher(texts);
      while (told.find()) {
        ports.add(Integer.parseInt(told.group(1)));
      }
    }
    return ports.isEmpty() || NOT_ITSELF.matcher(texts).find()
        ? Optional.empty()
        : known.stream().filter(software -> software.listensOn(ports)).findFirst();
  }

  private Optional<Software> byName(Known component) {
    if (Purpose.isNameOfCluster(component.name())) {
      return Optional.empty();
    }
    String[] words = BETWEEN_WORDS.split(component.name().toLowerCase(Locale.ROOT));
    for (String word : words) {
      if (OTHER_SIDE.contains(word)) {
        return Optional.empty();
      }
    }
    return known.stream().filter(software -> isCalled(software, words)).findFirst();
  }

  /** By one word, or by two that stand side by side: what is one word is written as two, too. */
  private static boolean isCalled(Software software, String[] words) {
    for (String name : software.named()) {
      for (int i = 0; i < words.length; i++) {
        if (name.equals(words[i]) || (i > 0 && isBoth(name, words[i - 1], words[i]))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isBoth(String name, String one, String next) {
    return name.length() == one.length() + next.length()
        && name.startsWith(one)
        && name.endsWith(next);
  }
}
