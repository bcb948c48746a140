package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the resources that a property refers to: by a literal id, name or address that another
 * resource has, or by the edges that the engine recorded for the property.
 */
public final class References {

  /**
   * What a property refers to.
   *
   * @param strangers literal values that name nothing in this stack
   * @param open whether part of it is not known and left no edge either
   */
  public record Found(List<Known> resources, List<String> strangers, boolean open) {
    public static final Found NOTHING = new Found(List.of(), List.of(), false);
  }

  private static final Pattern ENDING = Pattern.compile("(?:Arn|Id|Name|Identifier|Url)?s?$");
  private static final Pattern MODULES =
      Pattern.compile("(?:module\\.[^.\\[]+(?:\\[[^\\]]*])?\\.)+");
  private static final Pattern PATH_OF_SERVICE = Pattern.compile("service/[^/]+/[^/]+");
  private static final Pattern ADDRESS_AND_PORT = Pattern.compile("[^:/]+:\\d+");

  private final Declared declared;
  private final Identities identities;
  private final Map<Urn, List<Known>> substitutes;
  private final Map<String, List<Known>> aliases = new HashMap<>();
  private final Set<Known> unnamed = new HashSet<>();

  public References(Declared declared) {
    this(declared, new Identities(declared), new HashMap<>());
  }

  private References(Declared declared, Identities identities, Map<Urn, List<Known>> substitutes) {
    this.declared = declared;
    this.identities = identities;
    this.substitutes = substitutes;
  }

  /** The same without the aliases, and open to others. */
  public References withoutAliases() {
    return new References(declared, identities, substitutes);
  }

  /** From now on a reference to the one means the other: an address, an attachment. */
  public void substitute(Known one, Known other) {
    if (!one.urn().equals(other.urn())) {
      substitutes.computeIfAbsent(one.urn(), key -> new ArrayList<>()).add(other);
    }
  }

  /** From now on this text names the resource too. */
  public void alias(String text, Known known) {
    aliases.computeIfAbsent(Identities.normal(text), key -> new ArrayList<>()).add(known);
  }

  /** From now on a name that is not known names the resource too. */
  public void aliasUnknown(Known known) {
    unnamed.add(known);
  }

  /** Whether texts may name it in a way that is not known. */
  public boolean mayBeNamed(Known known) {
    return unnamed.contains(known) || identities.unnamed(known);
  }

  /** Whatever the property at the path refers to that is accepted. */
  public Found find(Known from, PropertyPath path, Predicate<Known> accept) {
    return find(from.resource(), path, path.in(from.resource()), accept);
  }

  public Found find(Resource from, PropertyPath path, List<Value> values, Predicate<Known> accept) {
    if (values.isEmpty()) {
      return Found.NOTHING;
    }
    Set<Known> found = new LinkedHashSet<>();
    List<String> strangers = new ArrayList<>();
    boolean opaque = false;
    for (Value value : values) {
      if (value.opaque()) {
        opaque = true;
      } else if (value instanceof Value.Text || value instanceof Value.Num) {
        String text = Reading.asText(value).orElse("");
        List<Known> named =
            text.isBlank() ? List.of() : nearest(from, accepted(from, pointedAt(text), accept));
        if (named.size() < 2) {
          found.addAll(named);
        } else {
          List<Known> meant = Namesakes.meant(from, named, linked(from, path.property()));
          found.addAll(meant);
          opaque |= meant.size() > 1 && Namesakes.mayTell(from, meant);
        }
        if (named.isEmpty() && !text.isBlank()) {
          strangers.add(text);
        }
      } else if (value instanceof Value.Fields fields) {
        found.addAll(accepted(from, referredTo(fields), accept));
        opaque |= isMapOfUnknown(fields);
      }
    }
    if (opaque || (found.isEmpty() && !strangers.isEmpty())) {
      List<Known> edges =
          opaque ? linked(from, path.property()) : told(from, path.property(), strangers);
      List<Known> linked = accepted(from, edges, accept);
      found.addAll(linked);
      if (!linked.isEmpty()) {
        strangers.clear();
      }
      opaque = opaque && linked.isEmpty() && !isExplained(from, path.property());
    }
    if (opaque && found.isEmpty()) {
      Optional<Known> only =
          onlyOneMeant(
              from, path, accept.and(known -> !known.resource().type().equals(from.type())));
      only.ifPresent(found::add);
      opaque = only.isEmpty();
    }
    return new Found(List.copyOf(found), strangers, opaque);
  }

  /** Those of the name, or the service of the name at the end of a path. */
  private List<Known> pointedAt(String text) {
    if (!PATH_OF_SERVICE.matcher(text).matches()) {
      return named(withoutPort(text));
    }
    return named(text.substring(text.lastIndexOf('/') + 1)).stream()
        .filter(known -> known.type().token().endsWith(":Service"))
        .toList();
  }

  private String withoutPort(String text) {
    return ADDRESS_AND_PORT.matcher(text).matches() && named(text).isEmpty()
        ? text.substring(0, text.indexOf(':'))
        : text;
  }

  /** A whole resource given in place of its id names itself by its URN. */
  private List<Known> referredTo(Value.Fields fields) {
    return Reading.asText(fields.values().getOrDefault("urn", Value.NULL))
        .flatMap(urn -> declared.find(new Urn(urn)))
        .map(List::of)
        .orElse(List.of());
  }

  /** A map whose entries are made of outputs, such as the triggers of a delay. */
  private static boolean isMapOfUnknown(Value.Fields fields) {
    return !fields.values().containsKey("urn")
        && fields.values().values().stream().anyMatch(Value::opaque);
  }

  /**
   * The only resource that a property with such a name can mean. A first preview of a Java program
   * loses most edges, but a {@code targetGroupArn} is that of a target group.
   */
  private Optional<Known> onlyOneMeant(Resource from, PropertyPath path, Predicate<Known> accept) {
    String last = path.steps().get(path.steps().size() - 1);
    String kind = ENDING.matcher(last).replaceFirst("").toLowerCase(Locale.ROOT);
    List<Known> exact = accepted(from, identities.ofKind(kind), accept);
    if (!exact.isEmpty()) {
      return onlyOne(from, exact);
    }
    List<Known> close = accepted(from, identities.ofKindsEnding(kind), accept);
    return onlyOne(from, close);
  }

  /**
   * The only one of all or of the same service, since the cluster of a database instance is none of
   * Kubernetes; or else of those in the same module of Terraform: a plan does not tell what a local
   * value leads to, but it leads nowhere else as often as to the module's own.
   */
  private static Optional<Known> onlyOne(Resource from, List<Known> all) {
    List<Known> candidates = nearest(from, all);
    if (candidates.size() < 2) {
      return candidates.stream().findFirst();
    }
    String module = module(from.urn());
    List<Known> near =
        module.isEmpty()
            ? List.of()
            : candidates.stream().filter(other -> module(other.urn()).equals(module)).toList();
    return near.size() == 1 ? Optional.of(near.get(0)) : Optional.empty();
  }

  /** Those of the same service, if there are any: one name is given to things of several. */
  private static List<Known> nearest(Resource from, List<Known> all) {
    if (all.size() < 2) {
      return all;
    }
    List<Known> ofService =
        all.stream().filter(k -> service(k.resource()).equals(service(from))).toList();
    return ofService.isEmpty() ? all : ofService;
  }

  /** The package and module of a type: {@code aws:rds} of {@code aws:rds/cluster:Cluster}. */
  private static String service(Resource resource) {
    String type = resource.type();
    int slash = type.indexOf('/');
    return slash < 0
        ? type.substring(0, Math.max(0, type.lastIndexOf(':')))
        : type.substring(0, slash);
  }

  private static String module(Urn urn) {
    Matcher modules = MODULES.matcher(urn.text());
    return modules.lookingAt() ? modules.group() : "";
  }

  /**
   * Whether edges tell where an unknown value comes from, and all of it is known to be harmless.
   */
  private boolean isExplained(Resource from, String property) {
    List<Urn> edges = from.propertyDependencies().getOrDefault(property, List.of());
    return !edges.isEmpty() && edges.stream().allMatch(urn -> declared.find(urn).isPresent());
  }

  /** Whether edges tell where a property's values come from. */
  public boolean hasEdges(Resource from, String property) {
    return !from.propertyDependencies().getOrDefault(property, List.of()).isEmpty();
  }

  /** The resources that have this text as id, name or address. */
  public List<Known> named(String text) {
    String name = Identities.normal(text);
    List<Known> named = identities.named(name);
    List<Known> called = aliases.getOrDefault(name, List.of());
    if (called.isEmpty()) {
      return named;
    }
    List<Known> both = new ArrayList<>(named);
    both.addAll(called);
    return both;
  }

  /** What makes services of several names that begin with its own. */
  public Optional<Known> family(String host) {
    return identities.family(host);
  }

  /**
   * The resources whose outputs went into the property. Edges that belong to no property may be
   * those of any that is there.
   */
  public List<Known> linked(Resource from, String property) {
    Iterable<Urn> edges =
        from.propertyDependencies().isEmpty()
            ? isSet(from, property) ? from.dependencies() : List.of()
            : from.propertyDependencies().getOrDefault(property, List.of());
    List<Known> linked = new ArrayList<>();
    for (Urn urn : edges) {
      declared.find(urn).ifPresent(linked::add);
    }
    return linked;
  }

  /**
   * The resources whose outputs went into the texts, all of which are known. Where nothing tells
   * which property an edge belongs to, as in a state, a text with none of their names comes from
   * elsewhere.
   */
  public List<Known> told(Resource from, String property, List<String> texts) {
    List<Known> linked = linked(from, property);
    return !from.propertyDependencies().isEmpty()
        ? linked
        : linked.stream()
            .filter(source -> texts.stream().anyMatch(text -> Identities.isWithin(text, source)))
            .toList();
  }

  private static boolean isSet(Resource from, String property) {
    return from.property(property).filter(value -> !value.equals(Value.NULL)).isPresent();
  }

  /** What a reference to the resource means in the end, however long the way there is. */
  public List<Known> meant(Known known) {
    if (!substitutes.containsKey(known.urn())) {
      return List.of(known);
    }
    Set<Known> seen = new HashSet<>();
    List<Known> meant = new ArrayList<>();
    Deque<Known> open = new ArrayDeque<>(List.of(known));
    while (!open.isEmpty()) {
      Known next = open.pop();
      if (seen.add(next)) {
        List<Known> others = substitutes.getOrDefault(next.urn(), List.of());
        if (others.isEmpty()) {
          meant.add(next);
        }
        for (int i = others.size() - 1; i >= 0; i--) {
          open.push(others.get(i));
        }
      }
    }
    return meant;
  }

  private List<Known> accepted(Resource from, List<Known> candidates, Predicate<Known> accept) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    Set<Known> accepted = new LinkedHashSet<>();
    for (Known candidate : candidates) {
      for (Known one : meant(candidate)) {
        // Who refers to what stands for itself, such as its own network card, means that.
        Known meant = one.urn().equals(from.urn()) ? candidate : one;
        if (accept.test(meant)) {
          accepted.add(meant);
        }
      }
    }
    return List.copyOf(accepted);
  }
}
