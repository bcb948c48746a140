package dev.cutset.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the configuration part of a Terraform plan, of which only references are of interest. */
final class ConfigurationReader {
  private final Tokens in;
  private final ExpressionReader expressions;
  private final ValueReader values;
  private final SharedTexts providers = new SharedTexts();

  ConfigurationReader(Tokens in) {
    this.in = in;
    this.expressions = new ExpressionReader(in);
    this.values = new ValueReader(in);
  }

  Configuration read() throws UnreadableInputException {
    Map<String, Configuration.Provider> providers = new LinkedHashMap<>();
    Configuration.Module root = Configuration.Module.EMPTY;
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "provider_config" -> {
          Tokens.Fields configured = in.fields();
          while (configured.next()) {
            providers.put(configured.name(), provider());
          }
        }
        case "root_module" -> root = module();
        default -> in.skip();
      }
    }
    return new Configuration(providers, root);
  }

  private Configuration.Provider provider() throws UnreadableInputException {
    String name = "";
    String fullName = "";
    String alias = "";
    String module = "";
    Map<String, Expression> settings = Map.of();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "name" -> name = in.text().orElse("");
        case "full_name" -> fullName = in.text().orElse("");
        case "alias" -> alias = in.text().orElse("");
        case "module_address" -> module = in.text().orElse("");
        case "expressions" -> settings = expressions.all();
        default -> in.skip();
      }
    }
    String told = fullName.isEmpty() ? name : fullName;
    return new Configuration.Provider(lastPart(told), alias, module, settings);
  }

  /** {@code registry.terraform.io/hashicorp/aws} is known as {@code aws}. */
  static String lastPart(String fullName) {
    return fullName.substring(fullName.lastIndexOf('/') + 1);
  }

  private Configuration.Module module() throws UnreadableInputException {
    Map<String, Configuration.Declaration> resources = new LinkedHashMap<>();
    Map<String, Configuration.Call> calls = new LinkedHashMap<>();
    Map<String, Expression> outputs = new LinkedHashMap<>();
    Map<String, Expression> defaults = new LinkedHashMap<>();
    Set<String> sensitive = new HashSet<>();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "resources" -> {
          Tokens.Elements elements = in.elements();
          while (elements.next()) {
            resource(resources);
          }
        }
        case "module_calls" -> {
          Tokens.Fields called = in.fields();
          while (called.next()) {
            calls.put(called.name(), call());
          }
        }
        case "outputs" -> {
          Tokens.Fields named = in.fields();
          while (named.next()) {
            output(named.name(), outputs);
          }
        }
        case "variables" -> {
          Tokens.Fields named = in.fields();
          while (named.next()) {
            variable(named.name(), defaults, sensitive);
          }
        }
        default -> in.skip();
      }
    }
    return new Configuration.Module(resources, calls, outputs, defaults, sensitive);
  }

  private void resource(Map<String, Configuration.Declaration> resources)
      throws UnreadableInputException {
    String address = "";
    String provider = "";
    Map<String, Expression> properties = Map.of();
    Optional<Expression> repetition = Optional.empty();
    List<Reference> dependsOn = List.of();
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "address" -> address = in.text().orElse("");
        case "provider_config_key" -> provider = providers.of(in.text().orElse(""));
        case "expressions" -> properties = expressions.withoutConstants();
        case "count_expression", "for_each_expression" ->
            repetition = Optional.of(expressions.read(false));
        case "depends_on" -> dependsOn = expressions.references();
        default -> in.skip();
      }
    }
    resources.put(
        address, new Configuration.Declaration(properties, repetition, dependsOn, provider));
  }

  private Configuration.Call call() throws UnreadableInputException {
    Map<String, Expression> arguments = Map.of();
    Optional<Expression> repetition = Optional.empty();
    Configuration.Module module = Configuration.Module.EMPTY;
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "expressions" -> arguments = expressions.all();
        case "count_expression", "for_each_expression" ->
            repetition = Optional.of(expressions.read(false));
        case "module" -> module = module();
        default -> in.skip();
      }
    }
    return new Configuration.Call(arguments, repetition, module);
  }

  private void output(String output, Map<String, Expression> outputs)
      throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next("expression")) {
      outputs.put(output, expressions.read(false));
    }
  }

  private void variable(String variable, Map<String, Expression> defaults, Set<String> sensitive)
      throws UnreadableInputException {
    Tokens.Fields fields = in.fields();
    while (fields.next()) {
      switch (fields.name()) {
        case "default" -> defaults.put(variable, new Expression.Constant(values.read()));
        case "sensitive" -> {
          if (in.truth()) {
            sensitive.add(variable);
          }
        }
        default -> in.skip();
      }
    }
  }
}
