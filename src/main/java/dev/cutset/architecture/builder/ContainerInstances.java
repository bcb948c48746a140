package dev.cutset.architecture.builder;

import dev.cutset.architecture.Evidence;
import dev.cutset.architecture.Need;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.declared.Relations;
import dev.cutset.architecture.declared.Texts;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.catalog.Failover;
import dev.cutset.catalog.Link;
import dev.cutset.catalog.Role;
import dev.cutset.catalog.Truth;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the machines that carry the containers of an ECS cluster: their user data tells them which
 * one to join, and nothing else does where no capacity provider manages them.
 */
final class ContainerInstances {
  private static final Pattern JOINS =
      Pattern.compile("ECS_CLUSTER\\s*=\\s*[\"']?([A-Za-z0-9_-]+)");
  private static final PropertyPath LAUNCH_TYPE = PropertyPath.of("launchType");
  private static final PropertyPath PROVIDERS =
      PropertyPath.of("capacityProviderStrategies.capacityProvider");
  private static final PropertyPath COMPATIBLE = PropertyPath.of("requiresCompatibilities");
  private static final String ON_INSTANCES = "EC2";
  private static final String WITHOUT = "FARGATE";

  private final Declared declared;
  private final Relations relations;
  private final References references;
  private final Texts texts;
  private final OpenEnds openEnds;
  private final Drafts drafts;
  private final Map<Draft, Texts.Source> untold = new LinkedHashMap<>();
  private final Map<Draft, Truth> bare = new LinkedHashMap<>();

  ContainerInstances(
      Declared declared,
      Relations relations,
      References references,
      Texts texts,
      OpenEnds openEnds,
      Drafts drafts) {
    this.declared = declared;
    this.relations = relations;
    this.references = references;
    this.texts = texts;
    this.openEnds = openEnds;
    this.drafts = drafts;
  }

  /** A cluster goes on with any of those that join it, and with the only ones that may. */
  void join() {
    List<Known> clusters = new ArrayList<>();
    for (Known known : declared.all()) {
      if (isCluster(known) && isOfInstances(known) != Truth.NO) {
        clusters.add(known);
      }
    }
    if (clusters.isEmpty()) {
      return;
    }
    for (Draft draft : List.copyOf(drafts.all())) {
      if (draft.is(Role.COMPUTE)) {
        for (Texts.Source source : texts.sources(draft.known())) {
          if (source.path().toString().startsWith("userData")) {
            join(draft, source, clusters);
          }
        }
      }
    }
    for (Known cluster : clusters) {
      if (drafts.of(cluster).balanced().isEmpty()
          && !relations.to(Link.Verb.NEEDS, cluster).isEmpty()) {
        settle(cluster);
      }
    }
  }

  private void settle(Known cluster) {
    Truth certain = isOfInstances(cluster);
    if (certain == Truth.YES && untold.size() == 1 && !references.mayBeNamed(cluster)) {
      untold.forEach((only, text) -> drafts.of(cluster).balance(only.urn(), possible(only, text)));
    } else {
      bare.put(drafts.of(cluster), certain);
    }
  }

  /**
   * A cluster of which no instances are known has some of those of which nobody can tell.
   *
   * @return whether there is any such
   */
  boolean leaveOpen() {
    if (untold.isEmpty()) {
      return false;
    }
    List<Need> possible = new ArrayList<>();
    untold.forEach((draft, text) -> possible.add(possible(draft, text)));
    bare.forEach(
        (cluster, certain) -> {
          List<Need> elsewhere =
              certain == Truth.YES && !references.mayBeNamed(cluster.known())
                  ? List.of()
                  : List.of(Need.NOTHING);
          cluster.need(openEnds.choice(elsewhere, possible, Failover.AUTOMATIC));
          untold.values().forEach(source -> cluster.undecided(List.of(source.named())));
        });
    return !bare.isEmpty();
  }

  private Need possible(Draft draft, Texts.Source source) {
    String why = source.named() + " is not known, and may tell it to join";
    return drafts.on(draft.known(), new Evidence(Evidence.Kind.ASSUMED, why));
  }

  private void join(Draft draft, Texts.Source source, List<Known> clusters) {
    List<Known> joined = new ArrayList<>();
    boolean stranger = false;
    for (String text : Texts.in(source)) {
      Matcher matcher = JOINS.matcher(text);
      while (matcher.find()) {
        List<Known> named = references.named(matcher.group(1));
        joined.addAll(named);
        stranger |= named.isEmpty();
      }
    }
    if (Texts.opaque(source)) {
      joined.addAll(references.linked(source.said().resource(), source.path().property()));
      stranger = true;
    }
    boolean found = false;
    for (Known cluster : clusters) {
      if (joined.contains(cluster)) {
        Evidence told = Evidence.declared(source.named());
        drafts.of(cluster).balance(draft.urn(), drafts.on(draft.known(), told));
        found = true;
      }
    }
    if (stranger && !found) {
      untold.put(draft, source);
    }
  }

  private static boolean isCluster(Known known) {
    return known.type().role().filter(Role.CONTROL_PLANE::equals).isPresent()
        && known.type().token().contains(":ecs");
  }

  /** Whether something in it runs on instances, and nothing without them. */
  private Truth isOfInstances(Known cluster) {
    Truth answer = Truth.MAYBE;
    for (Relations.Relation relation : relations.to(Link.Verb.NEEDS, cluster)) {
      Truth one = isOnInstances(relation.subject());
      if (one == Truth.NO) {
        return one;
      }
      answer = one == Truth.YES ? one : answer;
    }
    return answer;
  }

  /** What names neither a way to start nor a provider of capacity needs instances. */
  private Truth isOnInstances(Known service) {
    List<Value> types = LAUNCH_TYPE.in(service.resource());
    List<Value> providers = PROVIDERS.in(service.resource());
    if (saidOf(service).contains(WITHOUT) || says(providers, name -> name.startsWith(WITHOUT))) {
      return Truth.NO;
    }
    if (says(types, type -> !type.isBlank())) {
      return says(types, ON_INSTANCES::equalsIgnoreCase) ? Truth.YES : Truth.NO;
    }
    return types.stream().anyMatch(Value::opaque) || !providers.isEmpty() ? Truth.MAYBE : Truth.YES;
  }

  /** For what its definition is made, if that is one thing alone. */
  private Set<String> saidOf(Known service) {
    Set<String> said = new LinkedHashSet<>();
    for (Known sayer : texts.sayers(service)) {
      COMPATIBLE
          .in(sayer.resource())
          .forEach(value -> said.add(Reading.asText(value).orElse(ON_INSTANCES)));
    }
    return said.contains(ON_INSTANCES) ? Set.of() : said;
  }

  private static boolean says(List<Value> values, Predicate<String> wanted) {
    return values.stream().flatMap(value -> Reading.asText(value).stream()).anyMatch(wanted);
  }
}
