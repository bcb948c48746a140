package dev.cutset.source;

import dev.cutset.stack.Urn;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The URNs of one input, each kept once: edges name the same few over and over. */
final class Urns {
  private static final int SEPARATORS_IN_URN = 3;

  private final Map<String, Urn> urns = new HashMap<>();
  private final Map<String, Urn> providers = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();

  Urn of(String text) {
    return urns.computeIfAbsent(text, Urn::new);
  }

  Optional<Urn> of(Optional<String> text) {
    return text.map(this::of);
  }

  /** The type that the URN names; empty where it names none. */
  String typeOf(Urn urn) {
    return shared(urn.type());
  }

  /** The same text, kept once. */
  String shared(String type) {
    return types.computeIfAbsent(type, t -> t);
  }

  /** The URN in a reference to a provider, which is a URN and then the provider's id. */
  Optional<Urn> ofProvider(Optional<String> reference) {
    return reference.map(text -> providers.computeIfAbsent(text, t -> of(withoutId(t))));
  }

  private static String withoutId(String reference) {
    return separators(reference) > SEPARATORS_IN_URN
        ? reference.substring(0, reference.lastIndexOf("::"))
        : reference;
  }

  private static int separators(String text) {
    int count = 0;
    for (int at = text.indexOf("::"); at >= 0; at = text.indexOf("::", at + 2)) {
      count++;
    }
    return count;
  }
}
