package dev.cutset.source;

import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the modules of a state file as Terraform wrote it before version 0.12. */
final class EarlyStateModules {
  private static final String ADVICE = "make the file with `terraform state pull`";

  /** A resource of {@code count} has the number of its instance behind its name. */
  private static final Pattern KEY =
      Pattern.compile("(data\\.)?([^.]+)\\.([^.]+)(?:\\.(?:([0-9]+)|\\*))?");

  private final Tokens in;
  private final TerraformNames names;
  private final SharedTexts texts;
  private final Collection<TerraformResource> found;

  EarlyStateModules(
      Tokens in, TerraformNames names, SharedTexts texts, Collection<TerraformResource> found) {
    this.in = in;
    this.names = names;
    this.texts = texts;
    this.found = found;
  }

  /** A resource while it is being read. */
  private static final class Draft {
    final String key;
    String provider = "";
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<String> dependencies = new ArrayList<>();

    Draft(String key) {
      this.key = key;
    }
  }

  void read() throws UnreadableInputException {
    Tokens.Elements modules = in.elements();
    while (modules.next()) {
      module();
    }
  }

  private void module() throws UnreadableInputException {
    String prefix = "";
    List<Draft> drafts = new ArrayList<>();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "path" -> prefix = prefix(in.texts());
        case "resources" -> {
          Tokens.Fields resources = in.fields();
          while (resources.next()) {
            drafts.add(draft(resources.name()));
          }
        }
        default -> in.skip();
      }
    }
    for (Draft draft : drafts) {
      add(prefix, draft);
    }
  }

  /** The path of a module begins with the root. */
  private static String prefix(List<String> path) {
    StringBuilder prefix = new StringBuilder();
    for (int i = 1; i < path.size(); i++) {
      prefix.append("module.").append(path.get(i)).append('.');
    }
    return prefix.toString();
  }

  private Draft draft(String key) throws UnreadableInputException {
    Draft draft = new Draft(key);
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "depends_on" -> draft.dependencies.addAll(in.texts());
        case "provider" -> draft.provider = in.text().orElse("");
        case "primary" -> primary(draft);
        default -> in.skip();
      }
    }
    return draft;
  }

  private void primary(Draft draft) throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      if (fields.name().equals("attributes")) {
        Tokens.Fields attributes = in.fields();
        while (attributes.next()) {
          in.scalar().ifPresent(text -> draft.attributes.put(attributes.name(), text));
        }
      } else if (fields.name().equals(TerraformNames.ID)) {
        in.scalar().ifPresent(text -> draft.attributes.put(TerraformNames.ID, text));
      } else {
        in.skip();
      }
    }
  }

  private void add(String prefix, Draft draft) throws UnreadableInputException {
    Matcher key = KEY.matcher(draft.key);
    String whole = key.matches() ? text(prefix, key, true) : "";
    Optional<Address> address = Address.of(whole);
    if (address.isEmpty()) {
      throw in.unreadable("a resource has a name that no address can be made of", ADVICE);
    }
    TerraformNames.Type type = names.type(key.group(2));
    // One that was replaced and not yet destroyed is left without attributes.
    if (draft.attributes.isEmpty() || (key.group(1) != null && !type.lookupsWanted())) {
      return;
    }
    String of = texts.of(key.group(2));
    TerraformResource.Properties properties = new TerraformResource.Properties();
    properties.values = SensitivePaths.withoutSecrets(of, wanted(draft, type));
    ProviderReference provider =
        ProviderReference.of(draft.provider.isEmpty() ? address.get().provider() : draft.provider);
    found.add(
        new TerraformResource(
            new Urn(whole),
            address.get().withType(of),
            texts.of(provider.name()),
            texts.of(provider.name() + provider.alias()),
            properties.joined(type),
            dependencies(prefix, draft)));
  }

  private static Map<String, Value> wanted(Draft draft, TerraformNames.Type type) {
    Map<String, Value> wanted = new LinkedHashMap<>();
    FlatAttributes.nested(draft.attributes)
        .forEach(
            (name, value) -> {
              if (type.wants(name)) {
                wanted.put(name, value);
              }
            });
    return wanted;
  }

  private static List<Address> dependencies(String prefix, Draft draft) {
    List<Address> dependencies = new ArrayList<>();
    for (String text : draft.dependencies) {
      Matcher key = KEY.matcher(text);
      if (key.matches() && !text.startsWith("module.")) {
        Address.of(text(prefix, key, false)).ifPresent(dependencies::add);
      }
    }
    return dependencies;
  }

  private static String text(String prefix, Matcher key, boolean instance) {
    String text = prefix + Address.local(key.group(1) == null, key.group(2), key.group(3));
    return instance && key.group(4) != null ? text + "[" + key.group(4) + "]" : text;
  }
}
