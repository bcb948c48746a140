package dev.cutset.source;

import dev.cutset.stack.Interest;
import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The providers that the engine makes by itself from the stack's configuration.
 *
 * <p>A preview refers to them and does not list them; what is known of them, above all their
 * region, is in the configuration at its top.
 */
final class DefaultProviders {
  private static final String NAME_PREFIX = "default";

  private final Tokens in;
  private final Interest interest;
  private final Map<String, Map<String, Value>> inputsByType = new LinkedHashMap<>();

  DefaultProviders(Tokens in, Interest interest) {
    this.in = in;
    this.interest = interest;
  }

  /** Reads the configuration at hand: keys such as {@code aws:region}, with their values. */
  void configuration() throws UnreadableInputException {
    ValueReader values = new ValueReader(in);
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      String key = fields.name();
      int colon = key.indexOf(':');
      String type = PulumiTypes.PROVIDER + key.substring(0, Math.max(0, colon));
      String property = key.substring(key.lastIndexOf(':') + 1);
      if (colon > 0 && interest.wants(type, property)) {
        inputsByType.computeIfAbsent(type, t -> new LinkedHashMap<>()).put(property, values.read());
      } else {
        in.skip();
      }
    }
  }

  /** Adds the default providers that resources refer to and that something is known of. */
  void addMissing(Resources resources) throws UnreadableInputException {
    Set<Urn> missing = new LinkedHashSet<>();
    for (Resource resource : resources.all()) {
      resource
          .provider()
          .filter(this::known)
          .filter(p -> !resources.contains(p))
          .ifPresent(missing::add);
    }
    for (Urn urn : missing) {
      ResourceDraft draft = new ResourceDraft();
      draft.urn = Optional.of(urn);
      draft.type = urn.type();
      draft.inputs = inputsByType.getOrDefault(urn.type(), Map.of());
      resources.add(draft.resource());
    }
  }

  private boolean known(Urn provider) {
    return provider.name().startsWith(NAME_PREFIX) && inputsByType.containsKey(provider.type());
  }
}
