package dev.cutset.experiment;

import dev.cutset.analysis.Loss;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.catalog.Scope;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Urn;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A loss with all that it takes to cause it.
 *
 * @param claim what the model says becomes of the entry points
 * @param component what a lost copy is a copy of
 */
record Case(
    Loss loss,
    String claim,
    List<EntryPoint> entryPoints,
    Optional<Component> component,
    Stack stack) {
  private static final Pattern ODD = Pattern.compile("[^a-z0-9]+");
  private static final Pattern ZONE = Pattern.compile("[a-z0-9-]+");
  private static final int LONGEST_NAME = 50;

  /** A name that files, Kubernetes and AWS all take. */
  String name() {
    return plain(loss.kind().word() + "-" + loss.name());
  }

  static String plain(String text) {
    String plain = ODD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    String cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    return cut.replaceAll("^-+|-+$", "");
  }

  /** A stand-in for what only the owner of the system knows. */
  static String placeholder(String text) {
    return plain(text).toUpperCase(Locale.ROOT);
  }

  /** Whether the zone has a name that the cloud knows: others stand for zones not known yet. */
  boolean namesZone() {
    return ZONE.matcher(loss.name()).matches();
  }

  String description() {
    return "Loses " + loss.kind().word() + " " + loss.name() + "; the model says: " + claim;
  }

  Optional<Resource> resource(Urn urn) {
    return stack.resources().stream().filter(one -> one.urn().equals(urn)).findFirst();
  }

  /** The resource that declares the lost copy. */
  Optional<Resource> resource() {
    return loss.urn().flatMap(this::resource);
  }

  /** The region of a component; a placeholder where it is not known. */
  static String region(Component component) {
    return component.replicas().stream()
        .flatMap(replica -> replica.placement().domain().at(Scope.REGION).stream())
        .map(region -> region.name())
        .findFirst()
        .orElse("REGION");
  }

  static Optional<String> text(Resource resource, String property) {
    return resource
        .property(property)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).value());
  }

  /** Where a check can ask whether users are served; the first entry point stands for all. */
  String address() {
    String name = entryPoints.isEmpty() ? "" : entryPoints.get(0).name();
    return "https://" + (name.matches("[A-Za-z0-9.-]+\\.[A-Za-z]+") ? name : "ADDRESS") + "/";
  }
}
