package dev.cutset.architecture.declared;

import dev.cutset.catalog.Catalog;
import dev.cutset.catalog.ResourceType;
import dev.cutset.stack.PropertyNames;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources of a stack, each with what the catalog knows of its type. */
public final class Declared {

  /**
   * A resource whose type the catalog knows.
   *
   * @param names what its author calls its properties
   */
  public record Known(Resource resource, ResourceType type, PropertyNames names) {
    public Urn urn() {
      return resource.urn();
    }

    public String name() {
      return resource.name();
    }

    /** A property as whoever wrote the stack spells it. */
    public String spelled(PropertyPath path) {
      return names.written(type.token(), path);
    }

    /** A property as messages tell of it. */
    public String written(PropertyPath path) {
      return "`" + spelled(path) + "`";
    }

    /** A property, and whose it is, as messages tell of them. */
    public String said(PropertyPath path) {
      return written(path) + " of `" + name() + "`";
    }

    /** A stack has no two resources of one URN; comparing all their properties would take long. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Known known && known.urn().equals(urn());
    }

    @Override
    public int hashCode() {
      return urn().hashCode();
    }
  }

  private static final String RELEASES = "kubernetes:helm.sh/";

  private final Map<Urn, Known> known = new HashMap<>();

  /** Those of which nothing is known, and those that are known by what is wrapped in them. */
  private final Map<Urn, Resource> others = new HashMap<>();

  private final List<Known> ordered = new ArrayList<>();

  @SuppressWarnings("ReferenceEquality") // what nothing is wrapped in comes back as it is
  public Declared(Stack stack, Catalog catalog) {
    for (Resource resource : SteadyOrder.of(stack.resources())) {
      Wrapped wrapped = Wrapped.of(resource);
      ResourceType type = type(wrapped, catalog, stack.source());
      if (type != null) {
        add(new Known(wrapped.resource(), type, stack.names()));
      }
      if (type == null || wrapped.resource() != resource) {
        others.put(resource.urn(), resource);
      }
    }
  }

  /** The first of its types that the catalog knows. */
  private static @Nullable ResourceType type(
      Wrapped wrapped, Catalog catalog, Stack.Source source) {
    for (String token : wrapped.types()) {
      Optional<ResourceType> type = catalog.find(token, source);
      if (type.isPresent()) {
        return type.get();
      }
    }
    return null;
  }

  private void add(Known entry) {
    known.put(entry.urn(), entry);
    if (!entry.type().inert()) {
      ordered.add(entry);
    }
  }

  /** What is installed of charts that are not known yet: it may be anything. */
  public List<Known> openReleases() {
    return ordered.stream()
        .filter(entry -> entry.type().token().startsWith(RELEASES))
        .filter(entry -> Wrapped.CHART.isUnknownIn(entry.resource()))
        .toList();
  }

  /** The charts that are installed, but of which nothing is known. */
  public List<String> unknownCharts() {
    return ordered.stream()
        .filter(entry -> entry.type().token().startsWith(RELEASES))
        .flatMap(entry -> Wrapped.chart(entry.resource()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** The kinds of objects that are in manifests, but of which nothing is known. */
  public List<String> unknownKinds() {
    return ordered.stream()
        .filter(entry -> Wrapped.isManifest(entry.type().token()))
        .flatMap(entry -> Wrapped.kind(entry.resource()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Those that have a bearing on availability, in their steady order. */
  public List<Known> all() {
    return ordered;
  }

  public Optional<Known> find(Urn urn) {
    return Optional.ofNullable(known.get(urn));
  }

  public Optional<Resource> resource(Urn urn) {
    Resource other = others.get(urn);
    return other != null ? Optional.of(other) : find(urn).map(Known::resource);
  }
}
