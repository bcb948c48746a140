package dev.cutset.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Configuration.Module[] root = {Configuration.Module.EMPTY};
    in.object(
        name -> {
          switch (name) {
            case "provider_config" -> in.object(key -> providers.put(key, provider()));
            case "root_module" -> root[0] = module();
            default -> in.skip();
          }
        });
    return new Configuration(providers, root[0]);
  }

  private Configuration.Provider provider() throws UnreadableInputException {
    String[] texts = {"", "", "", ""};
    Map<String, Expression> settings = new LinkedHashMap<>();
    in.object(
        name -> {
          switch (name) {
            case "name" -> texts[0] = in.text().orElse("");
            case "full_name" -> texts[1] = in.text().orElse("");
            case "alias" -> texts[2] = in.text().orElse("");
            case "module_address" -> texts[3] = in.text().orElse("");
            case "expressions" -> settings.putAll(expressions.all());
            default -> in.skip();
          }
        });
    String name = texts[1].isEmpty() ? texts[0] : texts[1];
    return new Configuration.Provider(lastPart(name), texts[2], texts[3], settings);
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
    in.object(
        name -> {
          switch (name) {
            case "resources" -> in.list(() -> resource(resources));
            case "module_calls" -> in.object(call -> calls.put(call, call()));
            case "outputs" -> in.object(output -> output(output, outputs));
            case "variables" -> in.object(variable -> variable(variable, defaults, sensitive));
            default -> in.skip();
          }
        });
    return new Configuration.Module(resources, calls, outputs, defaults, sensitive);
  }

  private void resource(Map<String, Configuration.Declaration> resources)
      throws UnreadableInputException {
    String[] address = {""};
    String[] provider = {""};
    Map<String, Expression> properties = new LinkedHashMap<>();
    List<Expression> repetition = new ArrayList<>();
    List<Reference> dependsOn = new ArrayList<>();
    in.object(
        name -> {
          switch (name) {
            case "address" -> address[0] = in.text().orElse("");
            case "provider_config_key" -> provider[0] = providers.of(in.text().orElse(""));
            case "expressions" -> properties.putAll(expressions.withoutConstants());
            case "count_expression", "for_each_expression" ->
                repetition.add(expressions.read(false));
            case "depends_on" -> dependsOn.addAll(expressions.references());
            default -> in.skip();
          }
        });
    resources.put(
        address[0],
        new Configuration.Declaration(
            properties, repetition.stream().findFirst(), dependsOn, provider[0]));
  }

  private Configuration.Call call() throws UnreadableInputException {
    Map<String, Expression> arguments = new LinkedHashMap<>();
    List<Expression> repetition = new ArrayList<>();
    Configuration.Module[] module = {Configuration.Module.EMPTY};
    in.object(
        name -> {
          switch (name) {
            case "expressions" -> arguments.putAll(expressions.all());
            case "count_expression", "for_each_expression" ->
                repetition.add(expressions.read(false));
            case "module" -> module[0] = module();
            default -> in.skip();
          }
        });
    return new Configuration.Call(arguments, repetition.stream().findFirst(), module[0]);
  }

  private void output(String output, Map<String, Expression> outputs)
      throws UnreadableInputException {
    in.object(
        name -> {
          if (name.equals("expression")) {
            outputs.put(output, expressions.read(false));
          } else {
            in.skip();
          }
        });
  }

  private void variable(String variable, Map<String, Expression> defaults, Set<String> sensitive)
      throws UnreadableInputException {
    in.object(
        name -> {
          switch (name) {
            case "default" -> defaults.put(variable, new Expression.Constant(values.read()));
            case "sensitive" -> {
              if (in.truth()) {
                sensitive.add(variable);
              }
            }
            default -> in.skip();
          }
        });
  }
}
