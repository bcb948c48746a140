package dev.cutset.source;

import static java.util.Collections.disjoint;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Reads the resources of a Terraform plan's changes, and of a Terraform state. Data sources count
 * as resources where a state tells of them and somebody asks for what they look up.
 */
final class TerraformResourceReader {
  /** What leaves a resource behind; the other actions delete it or forget about it. */
  private static final Set<String> LEAVING = Set.of("no-op", "create", "read", "update");

  private final Tokens in;
  private final TerraformNames names;
  private final ValueReader values;
  private final SharedTexts texts = new SharedTexts();

  TerraformResourceReader(Tokens in, TerraformNames names) {
    this.in = in;
    this.names = names;
    this.values = new ValueReader(in);
  }

  /** A resource while it is being read. */
  private final class Draft {
    private final boolean managed;
    private final boolean lookups;
    String text = "";
    Optional<Address> address = Optional.empty();

    /** What is known of its type, once its address was read, if it is one to read. */
    TerraformNames.@Nullable Type type;

    String provider = "";
    boolean deposed;

    /** Whether its change leaves it behind. */
    boolean left;

    final TerraformResource.Properties properties = new TerraformResource.Properties();
    final List<Address> dependsOn = new ArrayList<>();

    /**
     * One of those that are sought.
     *
     * @param managed whether what Terraform manages is
     * @param lookups whether what it looks up is
     */
    Draft(boolean managed, boolean lookups) {
      this.managed = managed;
      this.lookups = lookups;
    }

    boolean unread() {
      return address.isPresent()
          && !(address.get().managed()
              ? managed
              : lookups && names.type(address.get().type()).lookupsWanted());
    }
  }

  /** Reads the entry of {@code resource_changes} at hand; empty if no managed resource is left. */
  Optional<TerraformResource> change() throws UnreadableInputException {
    Draft draft = new Draft(true, false);
    draft.properties.nullIsUnknown = true;
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      if (fields.name().equals("change") && !draft.unread()) {
        changed(draft);
      } else {
        common(draft, fields.name());
      }
    }
    Optional<TerraformResource> resource = resource(draft);
    return draft.left && !draft.deposed ? resource : Optional.empty();
  }

  /** Reads the resource of a state at hand; empty if it is a data source that nobody asks for. */
  Optional<TerraformResource> stateResource() throws UnreadableInputException {
    return ofState(new Draft(true, true));
  }

  /** Reads the resource of a state at hand if it is a data source that somebody asks for. */
  Optional<TerraformResource> lookup() throws UnreadableInputException {
    return ofState(new Draft(false, true));
  }

  private Optional<TerraformResource> ofState(Draft draft) throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "values" -> draft.properties.values = properties(draft);
        case "sensitive_values" -> sensitive(draft);
        case "depends_on" ->
            in.texts().forEach(text -> Address.of(text).ifPresent(draft.dependsOn::add));
        default -> common(draft, fields.name());
      }
    }
    return resource(draft);
  }

  private void common(Draft draft, String name) throws UnreadableInputException {
    switch (name) {
      case "address" -> {
        draft.text = in.text().orElse("");
        draft.address = Address.of(draft.text);
        if (draft.address.isPresent() && !draft.unread()) {
          draft.type = names.type(draft.address.get().type());
        }
      }
      case "provider_name" -> draft.provider = texts.of(in.text().orElse(""));
      case "deposed", "deposed_key" -> draft.deposed = in.text().isPresent();
      default -> in.skip();
    }
  }

  private void changed(Draft draft) throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "actions" -> draft.left = !disjoint(in.texts(), LEAVING);
        case "after" -> draft.properties.values = properties(draft);
        case "after_unknown" -> {
          draft.properties.nullIsUnknown = in.current() == JsonToken.VALUE_NULL;
          draft.properties.unknown = properties(draft);
        }
        case "after_sensitive" -> sensitive(draft);
        default -> in.skip();
      }
    }
  }

  private void sensitive(Draft draft) throws UnreadableInputException {
    draft.properties.allSensitive = in.current() == JsonToken.VALUE_TRUE;
    draft.properties.sensitive = properties(draft);
  }

  /** The wanted ones among the properties at hand; all of them while the type is not known. */
  private Map<String, Value> properties(Draft draft) throws UnreadableInputException {
    if (in.current() != JsonToken.START_OBJECT || draft.unread()) {
      in.skip();
      return Map.of();
    }
    FewEntries.Builder<Value> properties = new FewEntries.Builder<>();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      String name = fields.name();
      if (draft.type == null || draft.type.wants(name)) {
        properties.put(name, values.read());
      } else {
        in.skip();
      }
    }
    return properties.build();
  }

  private Optional<TerraformResource> resource(Draft draft) throws UnreadableInputException {
    if (draft.address.isEmpty()) {
      throw in.unreadable(
          "a resource has no `address`", "make the file with `terraform show -json`");
    }
    if (draft.unread()) {
      return Optional.empty();
    }
    Address address = draft.address.get();
    return Optional.of(
        new TerraformResource(
            new Urn(draft.text),
            address.withType(texts.of(address.type())),
            draft.provider.isEmpty() ? texts.of(address.provider()) : draft.provider,
            "",
            draft.properties.joined(Objects.requireNonNull(draft.type)),
            draft.dependsOn));
  }
}
