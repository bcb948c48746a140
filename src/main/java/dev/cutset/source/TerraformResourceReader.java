package dev.cutset.source;

import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/** Reads the resources of a Terraform plan's changes, and of a Terraform state. */
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
  private static final class Draft {
    String text = "";
    Optional<Address> address = Optional.empty();
    String provider = "";
    boolean deposed;
    final List<String> actions = new ArrayList<>();
    final TerraformResource.Properties properties = new TerraformResource.Properties();
    final List<Address> dependsOn = new ArrayList<>();

    boolean unread() {
      return address.isPresent() && !address.get().managed();
    }
  }

  /** Reads the entry of {@code resource_changes} at hand; empty if no managed resource is left. */
  Optional<TerraformResource> change() throws UnreadableInputException {
    Draft draft = new Draft();
    draft.properties.nullIsUnknown = true;
    in.object(
        name -> {
          if (name.equals("change") && !draft.unread()) {
            in.object(part -> changePart(draft, part));
          } else {
            common(draft, name);
          }
        });
    boolean left = draft.actions.stream().anyMatch(LEAVING::contains) && !draft.deposed;
    return left ? resource(draft) : resource(draft).filter(r -> false);
  }

  /** Reads the resource of a state at hand; empty if it is a data source. */
  Optional<TerraformResource> stateResource() throws UnreadableInputException {
    Draft draft = new Draft();
    in.object(
        name -> {
          switch (name) {
            case "values" -> draft.properties.values = properties(draft);
            case "sensitive_values" -> sensitive(draft);
            case "depends_on" ->
                in.texts().forEach(text -> Address.of(text).ifPresent(draft.dependsOn::add));
            default -> common(draft, name);
          }
        });
    return resource(draft);
  }

  private void common(Draft draft, String name) throws UnreadableInputException {
    switch (name) {
      case "address" -> {
        draft.text = in.text().orElse("");
        draft.address = Address.of(draft.text);
      }
      case "provider_name" -> draft.provider = texts.of(in.text().orElse(""));
      case "deposed", "deposed_key" -> draft.deposed = in.text().isPresent();
      default -> in.skip();
    }
  }

  private void changePart(Draft draft, String name) throws UnreadableInputException {
    switch (name) {
      case "actions" -> draft.actions.addAll(in.texts());
      case "after" -> draft.properties.values = properties(draft);
      case "after_unknown" -> {
        draft.properties.nullIsUnknown = in.current() == JsonToken.VALUE_NULL;
        draft.properties.unknown = properties(draft);
      }
      case "after_sensitive" -> sensitive(draft);
      default -> in.skip();
    }
  }

  private void sensitive(Draft draft) throws UnreadableInputException {
    draft.properties.allSensitive = in.current() == JsonToken.VALUE_TRUE;
    draft.properties.sensitive = properties(draft);
  }

  /** The wanted ones among the properties at hand; all of them while the type is not known. */
  private Map<String, Value> properties(Draft draft) throws UnreadableInputException {
    if (in.current() != JsonToken.START_OBJECT) {
      in.skip();
      return Map.of();
    }
    Map<String, Value> properties = new LinkedHashMap<>();
    in.object(
        name -> {
          if (wanted(draft, name)) {
            properties.put(name, values.read());
          } else {
            in.skip();
          }
        });
    return properties;
  }

  private boolean wanted(Draft draft, String name) {
    return draft.address.isEmpty()
        || name.equals(TerraformNames.ID)
        || names.type(draft.address.get().type()).property(name).wanted();
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
            draft.provider,
            "",
            draft.properties.joined(names.type(address.type())),
            draft.dependsOn));
  }
}
