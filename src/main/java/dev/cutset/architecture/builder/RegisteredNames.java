package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.declared.Relations.Relation;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Role;
import dev.cutset.stack.PropertyPath;
import java.util.Optional;

/**
 * The names under which things are registered in a namespace of their own, as services are in AWS
 * Cloud Map: that of the registry, and behind it that of the namespace.
 */
final class RegisteredNames {
  private static final PropertyPath NAME = PropertyPath.of("name");

  private final Declared declared;
  private final Relations relations;
  private final References references;

  RegisteredNames(Declared declared, Relations relations, References references) {
    this.declared = declared;
    this.relations = relations;
    this.references = references;
  }

  /** From now on texts that say such a name mean what is registered under it. */
  void alias() {
    for (Known registry : declared.all()) {
      if (registry.type().role().isEmpty()
          && !relations.of(Link.Verb.BALANCES, registry).isEmpty()) {
        for (Relation within : relations.of(Link.Verb.NEEDS, registry)) {
          if (within.object().type().role().filter(Role.DNS::equals).isPresent()) {
            alias(registry, within.object());
          }
        }
      }
    }
  }

  private void alias(Known registry, Known namespace) {
    Optional<String> first = name(registry);
    Optional<String> rest = name(namespace);
    for (Relation registered : relations.of(Link.Verb.BALANCES, registry)) {
      if (first.isPresent() && rest.isPresent()) {
        references.alias(first.get() + "." + rest.get(), registered.object());
      } else {
        references.aliasUnknown(registered.object());
      }
    }
  }

  private static Optional<String> name(Known known) {
    return NAME.in(known.resource()).stream()
        .flatMap(value -> Reading.asText(value).stream())
        .findFirst();
  }
}
