package dev.cutset.source;

import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a module of a state file as Terraform wrote it before version 0.12. */
final class EarlyStateModule {
  /** A resource of {@code count} has the number of its instance behind its name. */
  private static final Pattern KEY =
      Pattern.compile("(data\\.)?([^.]+)\\.([^.]+)(?:\\.(?:([0-9]+)|\\*))?");

  private final Tokens in;
  private final TerraformNames names;
  private final SharedTexts texts;

  EarlyStateModule(Tokens in, TerraformNames names, SharedTexts texts) {
    this.in = in;
    this.names = names;
    this.texts = texts;
  }

  /** A resource before it is known in which module it is. */
  private static final class Entry {
    final String key;
    String provider = "";
    final Map<String, String> attributes = new LinkedHashMap<>();
    final List<String> dependencies = new ArrayList<>();

    Entry(String key) {
      this.key = key;
    }
  }

  /** The resources of the module, each of one instance. */
  List<StateDraft> read() throws UnreadableInputException {
    String path = "";
    List<Entry> entries = new ArrayList<>();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "path" -> path = path(in.texts());
        case "resources" -> {
          Tokens.Fields resources = in.fields();
          while (resources.next()) {
            entries.add(entry(resources.name()));
          }
        }
        default -> in.skip();
      }
    }
    List<StateDraft> drafts = new ArrayList<>();
    for (Entry entry : entries) {
      drafts.add(draft(path, entry));
    }
    return drafts;
  }

  /** The path of a module begins with the root. */
  private static String path(List<String> steps) {
    return steps.stream().skip(1).map(step -> "module." + step).collect(Collectors.joining("."));
  }

  private Entry entry(String key) throws UnreadableInputException {
    Entry entry = new Entry(key);
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "depends_on" -> entry.dependencies.addAll(in.texts());
        case "provider" -> entry.provider = in.text().orElse("");
        case "primary" -> primary(entry);
        default -> in.skip();
      }
    }
    return entry;
  }

  private void primary(Entry entry) throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      if (fields.name().equals("attributes")) {
        Tokens.Fields attributes = in.fields();
        while (attributes.next()) {
          in.scalar().ifPresent(text -> entry.attributes.put(attributes.name(), text));
        }
      } else if (fields.name().equals(TerraformNames.ID)) {
        in.scalar().ifPresent(text -> entry.attributes.put(TerraformNames.ID, text));
      } else {
        in.skip();
      }
    }
  }

  private StateDraft draft(String path, Entry entry) throws UnreadableInputException {
    Matcher key = KEY.matcher(entry.key);
    Optional<Address> local = key.matches() ? Address.of(local(key)) : Optional.empty();
    if (local.isEmpty()) {
      throw in.unreadable(
          "a resource has a name that no address can be made of", StateDraft.ADVICE);
    }
    StateDraft draft = new StateDraft();
    draft.module = path;
    draft.managed = key.group(1) == null;
    draft.type = texts.of(key.group(2));
    draft.name = key.group(3);
    draft.provider = entry.provider.isEmpty() ? local.get().provider() : entry.provider;
    // One that was replaced and not yet destroyed is left without attributes.
    if (!entry.attributes.isEmpty()) {
      StateDraft.Instance instance = new StateDraft.Instance();
      instance.key = key.group(4) == null ? "" : "[" + key.group(4) + "]";
      instance.attributes = wanted(entry, names.type(draft.type));
      dependencies(draft.prefix(), entry, instance.dependencies);
      draft.instances.add(instance);
    }
    return draft;
  }

  private static Map<String, Value> wanted(Entry entry, TerraformNames.Type type) {
    Map<String, Value> wanted = new LinkedHashMap<>();
    FlatAttributes.nested(entry.attributes)
        .forEach(
            (name, value) -> {
              if (type.wants(name)) {
                wanted.put(name, value);
              }
            });
    return wanted;
  }

  private static void dependencies(String prefix, Entry entry, List<Address> dependencies) {
    for (String text : entry.dependencies) {
      Matcher key = KEY.matcher(text);
      if (key.matches() && !text.startsWith("module.")) {
        Address.of(prefix + local(key)).ifPresent(dependencies::add);
      }
    }
  }

  private static String local(Matcher key) {
    return Address.local(key.group(1) == null, key.group(2), key.group(3));
  }
}
