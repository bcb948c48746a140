package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/**
 * Reads Terraform's own state file, which is also what {@code terraform state pull} prints.
 *
 * <p>It holds what {@code terraform show -json} tells of a state, under other names; but it does
 * not mark all that is secret, so that names decide as well.
 */
final class TerraformStateReader implements DocumentReader {
  /** Those before the last have modules in place of resources. */
  private static final Set<String> VERSIONS = Set.of("1", "2", "3", "4");

  private final Tokens in;
  private final TerraformNames names;
  private final ValueReader values;
  private final SharedTexts texts = new SharedTexts();
  private final Deque<TerraformResource> resources = new ArrayDeque<>();
  private Optional<String> version;

  /**
   * A reader of the fields that are left.
   *
   * @param version what stood before them as the version of the file
   */
  TerraformStateReader(Tokens in, Interest interest, Naming naming, Optional<String> version) {
    this.in = in;
    this.names = new TerraformNames(interest, naming);
    this.values = new ValueReader(in);
    this.version = version;
  }

  @Override
  public void field(String name) throws UnreadableInputException {
    switch (name) {
      case "resources" -> {
        Tokens.Elements elements = in.elements();
        while (elements.next()) {
          resource();
        }
      }
      case "modules" -> {
        Tokens.Elements modules = in.elements();
        while (modules.next()) {
          for (StateDraft draft : new EarlyStateModule(in, names, texts).read()) {
            add(draft);
          }
        }
      }
      case "version" -> version = in.scalar();
      default -> in.skip();
    }
  }

  /** What comes before the type of a resource is read whole. */
  private void resource() throws UnreadableInputException {
    StateDraft draft = new StateDraft();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "module" -> draft.module = in.text().orElse("");
        case "mode" -> draft.managed = in.text().orElse("").equals("managed");
        case "type" -> draft.type = texts.of(in.text().orElse(""));
        case "name" -> draft.name = in.text().orElse("");
        case "provider" -> draft.provider = in.text().orElse("");
        case "instances" -> instances(draft);
        default -> in.skip();
      }
    }
    if (draft.type.isEmpty() || draft.name.isEmpty()) {
      throw in.unreadable("a resource has no `type` or no `name`", StateDraft.ADVICE);
    }
    add(draft);
  }

  private void add(StateDraft draft) throws UnreadableInputException {
    for (StateDraft.Instance instance : draft.instances) {
      if (!instance.deposed && isAskedFor(draft)) {
        resources.add(resource(draft, instance));
      }
    }
  }

  private boolean isAskedFor(StateDraft draft) {
    return draft.managed || names.type(draft.type).lookupsWanted();
  }

  private void instances(StateDraft draft) throws UnreadableInputException {
    Tokens.Elements elements = in.elements();
    while (elements.next()) {
      draft.instances.add(instance(draft));
    }
  }

  private StateDraft.Instance instance(StateDraft draft) throws UnreadableInputException {
    StateDraft.Instance instance = new StateDraft.Instance();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "index_key" -> instance.key = key();
        case "deposed" -> instance.deposed = in.text().isPresent();
        case "attributes" -> instance.attributes = attributes(draft);
        case "sensitive_attributes" -> instance.sensitive = SensitivePaths.tree(values.read());
        case "dependencies" ->
            in.texts().forEach(text -> Address.of(text).ifPresent(instance.dependencies::add));
        default -> in.skip();
      }
    }
    return instance;
  }

  /** The key of an instance as addresses have it: {@code [0]} or {@code ["eu-west-1a"]}. */
  private String key() {
    if (in.current() == JsonToken.VALUE_STRING) {
      return "[\"" + in.string().replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }
    return in.scalar().map(number -> "[" + number + "]").orElse("");
  }

  private Map<String, Value> attributes(StateDraft draft) throws UnreadableInputException {
    FewEntries.Builder<Value> attributes = new FewEntries.Builder<>();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      String name = fields.name();
      if (draft.type.isEmpty() || names.type(draft.type).wants(name)) {
        attributes.put(name, values.read());
      } else {
        in.skip();
      }
    }
    return attributes.build();
  }

  private TerraformResource resource(StateDraft draft, StateDraft.Instance instance)
      throws UnreadableInputException {
    String text = draft.text(instance);
    Optional<Address> address = Address.of(text);
    if (address.isEmpty()) {
      throw in.unreadable(
          "a resource has a `module`, `type` or `name` that no address can be made of",
          StateDraft.ADVICE);
    }
    TerraformResource.Properties properties = new TerraformResource.Properties();
    properties.values = SensitivePaths.withoutSecrets(draft.type, instance.attributes);
    properties.sensitive = instance.sensitive;
    ProviderReference provider = ProviderReference.of(draft.provider);
    return new TerraformResource(
        new Urn(text),
        address.get().withType(draft.type),
        texts.of(provider.name()),
        texts.of(ConfigurationReader.lastPart(provider.name()) + provider.alias()),
        properties.joined(names.type(draft.type)),
        instance.dependencies);
  }

  @Override
  public Stack stack() throws UnreadableInputException {
    if (version.filter(VERSIONS::contains).isEmpty()) {
      throw in.refused(
          "this is a Terraform state file of version " + version.orElse("?"),
          "pass what `terraform show -json` prints");
    }
    return new TerraformStack(in, Configuration.NONE, Map.of(), names)
        .of(resources, Stack.Source.TERRAFORM_STATE);
  }
}
