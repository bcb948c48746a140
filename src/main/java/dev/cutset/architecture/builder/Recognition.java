package dev.cutset.architecture.builder;

import dev.cutset.architecture.builder.Declared.Known;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Software;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recognises the software that a resource runs, by its texts or else by its name. */
final class Recognition {
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
    Optional<Software> running = Software.in(known, all.toString());
    if (running.isPresent() || opaque) {
      return running.or(() -> byName(component));
    }
    // A machine can run many things: data software has to be in its name as well as in its texts.
    return byName(component)
        .filter(software -> software.role() != Role.GATEWAY && !software.majority())
        .filter(software -> software.named().stream().anyMatch(all.toString()::contains));
  }

  private Optional<Software> byName(Known component) {
    List<String> words = List.of(component.name().toLowerCase(Locale.ROOT).split("[^a-z]+", -1));
    return known.stream()
        .filter(software -> software.named().stream().anyMatch(words::contains))
        .findFirst();
  }
}
