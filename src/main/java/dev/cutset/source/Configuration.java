package dev.cutset.source;

import dev.cutset.stack.FewEntries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration in a Terraform plan: what its author wrote, module by module.
 *
 * @param providers provider configurations by their key, such as {@code aws.west}
 * @param root the root module
 */
record Configuration(Map<String, Provider> providers, Module root) {

  static final Configuration NONE = new Configuration(Map.of(), Module.EMPTY);

  /**
   * One provider configuration.
   *
   * @param name the last part of the provider's full name
   * @param alias the alias, empty for the default one
   * @param module the address of the module that it stands in, empty for the root
   * @param expressions what it is configured with
   */
  record Provider(String name, String alias, String module, Map<String, Expression> expressions) {}

  /**
   * One module as written, whatever its number of instances.
   *
   * @param resources by local name; data sources with the prefix {@code data.}
   * @param calls the modules that it calls, by the name of the call
   * @param outputs what callers can refer to
   * @param defaults its variables' default values
   * @param sensitive its variables that must not be shown
   */
  record Module(
      Map<String, Declaration> resources,
      Map<String, Call> calls,
      Map<String, Expression> outputs,
      Map<String, Expression> defaults,
      Set<String> sensitive) {

    static final Module EMPTY = new Module(Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
  }

  /**
   * One resource or data source as written.
   *
   * @param expressions by property
   * @param repetition the expression of {@code count} or {@code for_each}
   * @param dependsOn what the author listed as waited for
   * @param provider the key of its provider configuration, empty if not told
   */
  record Declaration(
      Map<String, Expression> expressions,
      Optional<Expression> repetition,
      List<Reference> dependsOn,
      String provider) {
    Declaration {
      expressions = FewEntries.copyOf(expressions);
      dependsOn = List.copyOf(dependsOn);
    }
  }

  /**
   * One call of a module.
   *
   * @param expressions by variable of the called module
   * @param repetition the expression of {@code count} or {@code for_each}
   * @param module what is called
   */
  record Call(
      Map<String, Expression> expressions, Optional<Expression> repetition, Module module) {}

  /**
   * The call that an instance of a module comes from.
   *
   * @param from where its arguments stand
   */
  record Called(Call call, Place from) {}

  /** Whether the plan came with a configuration at all. */
  boolean known() {
    return !equals(NONE);
  }

  /** The call of a module instance; empty for the root, and if the plan does not tell. */
  Optional<Called> called(List<Address.Module> path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    List<Address.Module> caller = path.subList(0, path.size() - 1);
    Address.Module self = path.get(path.size() - 1);
    Call call = module(caller).calls().get(self.name());
    return call == null
        ? Optional.empty()
        : Optional.of(new Called(call, new Place(caller, self.key(), call.repetition())));
  }

  /** The module that these instances of calls lead to; an empty one if the plan does not tell. */
  Module module(List<Address.Module> path) {
    Module module = root;
    for (Address.Module step : path) {
      Call call = module.calls().get(step.name());
      module = call == null ? Module.EMPTY : call.module();
    }
    return module;
  }
}
