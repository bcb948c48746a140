package dev.cutset.architecture.builder;

import dev.cutset.architecture.Domain;
import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.catalog.Place;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In which region of which cloud a resource is. */
final class Regions {
  private static final List<PropertyPath> ZONES =
      List.of(
          PropertyPath.of("availabilityZone"),
          PropertyPath.of("availabilityZones"),
          PropertyPath.of("zone"));
  private static final Pattern LETTERED = Pattern.compile("([a-z]{2}(?:-[a-z]+)+-\\d+)[a-z]");
  private static final Pattern DASHED = Pattern.compile("([a-z]+-[a-z]+\\d+)-[a-z]");

  private static final Pattern NUMBERED_LOCATION = Pattern.compile("[a-z]+-[a-z]+\\d+");

  /** The regions that App Engine calls by names of its own. */
  private static final Map<String, String> UNNUMBERED =
      Map.of("us-central", "us-central1", "europe-west", "europe-west1");

  private static final String NAMELESS = "/region-of:";
  private static final String KUBERNETES = "kubernetes";
  private static final String HELM = "helm";
  private static final Pattern NUMBERED = Pattern.compile("\\d+");
  private static final Pattern DEFAULT = Pattern.compile("default(_\\d.*)?|provider\\.[^.]+");
  private static final PropertyPath ARN_PROPERTY = PropertyPath.of("arn");
  private static final Pattern ARN =
      Pattern.compile("arn:[^:]*:[^:]*:([a-z]{2}(?:-[a-z]+)+-\\d+):");

  private final Declared declared;
  private final Clusters clusters;
  private final Reading reading;
  private final Map<String, String> regionOfProvider = new HashMap<>();

  Regions(Declared declared, Clusters clusters, Reading reading) {
    this.declared = declared;
    this.reading = reading;
    this.clusters = clusters;
    Map<String, Set<String>> told = new HashMap<>();
    for (Known known : declared.all()) {
      regionHintedBy(known)
          .ifPresent(region -> regionOfProvider.putIfAbsent(providerKey(known), region));
      own(known)
          .ifPresent(
              region ->
                  told.computeIfAbsent(providerKey(known), key -> new HashSet<>())
                      .add(region(cloud(known), region).name()));
    }
    // Where all that tell a region tell the same, the others are there too.
    told.forEach(
        (provider, regions) -> {
          if (regions.size() == 1) {
            regionOfProvider.putIfAbsent(provider, regions.iterator().next());
          }
        });
  }

  Domain cloud(Known known) {
    String token = known.type().token();
    String provider = token.substring(0, Math.max(0, token.indexOf(':')));
    return Domain.cloud(
        switch (provider) {
          case "aws", "aws-native", "awsx", "eks" -> "aws";
          case "azure", "azure-native" -> "azure";
          case "gcp", "google-native" -> "gcp";
          case HELM -> KUBERNETES;
          default -> provider;
        });
  }

  /** The region a resource is in: its own property, its provider's, or what its siblings tell. */
  Domain region(Known known) {
    Optional<Known> cluster = clusters.of(known).filter(other -> !other.equals(known));
    if (cluster.isPresent()) {
      return region(cluster.get());
    }
    Domain cloud = cloud(known);
    return own(known)
        .or(() -> ofProvider(known))
        .or(() -> Optional.ofNullable(regionOfProvider.get(providerKey(known))))
        .map(name -> region(cloud, name))
        .orElseGet(() -> nameless(cloud, known));
  }

  /** A region by its name; some clouds take the name of a zone in the same property. */
  Domain regionNamed(Known known, String given) {
    String name = withoutLink(given);
    return regionOfZone(name).isPresent() ? zone(known, name) : region(cloud(known), name);
  }

  /** A region by the one of its names that is usual: people write {@code West Europe} too. */
  private static Domain region(Domain cloud, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Domain.region(
        cloud,
        switch (cloud.name()) {
          case "azure" -> lower.replace(" ", "");
          case "gcp" ->
              NUMBERED_LOCATION.matcher(lower).matches()
                  ? lower
                  : UNNUMBERED.getOrDefault(name, name);
          default -> name;
        });
  }

  /** A zone by its name, in the region that the name tells, or else in the resource's. */
  Domain zone(Known known, String given) {
    String zone = withoutLink(given);
    Optional<Known> cluster = clusters.of(known).filter(other -> !other.equals(known));
    if (cluster.isPresent()) {
      return zone(cluster.get(), zone);
    }
    // Of a cluster that is not in the stack nobody knows the cloud: all of it is in one region.
    Optional<String> told =
        cloud(known).name().equals(KUBERNETES) ? Optional.empty() : regionOfZone(zone);
    return told.map(region -> Domain.zone(Domain.region(cloud(known), region), zone))
        .orElseGet(
            () -> {
              Domain region = region(known);
              return Domain.zone(
                  region, NUMBERED.matcher(zone).matches() ? region.name() + "-" + zone : zone);
            });
  }

  /** Whether its region has zones, as the cloud of the cluster that it runs in tells. */
  boolean hasZones(Known known) {
    return !clusters.of(known).orElse(known).type().place().contains(new Place.Regional());
  }

  /** What a link such as {@code projects/shop/zones/europe-west1-b} names. */
  private static String withoutLink(String name) {
    return name.contains("zones/") || name.contains("regions/")
        ? name.substring(name.lastIndexOf('/') + 1)
        : name;
  }

  private static Optional<String> regionOfZone(String zone) {
    for (Pattern pattern : List.of(LETTERED, DASHED)) {
      Matcher matcher = pattern.matcher(zone);
      if (matcher.matches()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** Whether it is not known which region that is. */
  static boolean isNameless(Domain region) {
    return region.key().contains(NAMELESS);
  }

  private static Domain nameless(Domain cloud, Known known) {
    String provider = chosenProvider(known).map(Urn::name).orElse("");
    String whose =
        cloud.name().equals(KUBERNETES)
            ? "the cluster"
            : provider.isEmpty() ? "the default provider" : "provider " + provider;
    return new Domain(
        cloud.key() + NAMELESS + provider,
        Scope.REGION,
        "the region of " + whose,
        Optional.of(cloud));
  }

  private Optional<String> own(Known known) {
    return first(known.resource(), Reading.REGIONS)
        .or(() -> inherited(known))
        .map(name -> regionOfZone(name).orElse(name));
  }

  private Optional<String> inherited(Known known) {
    for (PropertyPath path : Reading.REGIONS) {
      if (known.type().inherits().containsKey(path)) {
        return reading.text(known, path).filter(text -> !text.isBlank());
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofProvider(Known known) {
    return known.resource().provider().flatMap(declared::resource).flatMap(Regions::configured);
  }

  /** The zone that a provider puts into what names none itself. */
  Optional<String> usualZone(Known known) {
    return known
        .resource()
        .provider()
        .flatMap(declared::resource)
        .flatMap(provider -> texts(provider, PropertyPath.of("zone")).stream().findFirst());
  }

  /** What a provider is configured for; where that is a zone only, its region is that zone's. */
  private static Optional<String> configured(Resource provider) {
    return first(provider, Reading.REGIONS).or(() -> regionOfZones(provider));
  }

  private static Optional<String> first(Resource resource, List<PropertyPath> paths) {
    for (PropertyPath path : paths) {
      List<String> texts = texts(resource, path);
      if (!texts.isEmpty()) {
        return Optional.of(texts.get(0));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> regionOfZones(Resource resource) {
    for (PropertyPath path : ZONES) {
      for (String text : texts(resource, path)) {
        Optional<String> region = regionOfZone(text);
        if (region.isPresent()) {
          return region;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> regionHintedBy(Known known) {
    Optional<String> region = regionOfZones(known.resource());
    if (region.isEmpty()) {
      for (String text : texts(known.resource(), ARN_PROPERTY)) {
        Matcher matcher = ARN.matcher(text);
        if (matcher.lookingAt()) {
          return Optional.of(matcher.group(1));
        }
      }
    }
    return region;
  }

  private static List<String> texts(Resource resource, PropertyPath path) {
    if (resource.property(path.property()).isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (Value value : path.in(resource)) {
      if (value instanceof Value.Text text && !text.value().isBlank()) {
        texts.add(withoutLink(text.value()));
      }
    }
    return texts;
  }

  private static String providerKey(Known known) {
    String token = known.type().token();
    return chosenProvider(known)
        .map(Urn::text)
        .orElseGet(() -> token.substring(0, Math.max(0, token.indexOf(':'))));
  }

  /** A provider that people declared: default ones, of whatever versions, are configured alike. */
  private static Optional<Urn> chosenProvider(Known known) {
    return known.resource().provider().filter(urn -> !isDefault(urn));
  }

  /** Whether a provider is the one that is meant where nobody names any. */
  static boolean isDefault(Urn provider) {
    return DEFAULT.matcher(provider.name()).matches();
  }
}
