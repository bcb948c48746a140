package dev.cutset.architecture.declared;

import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The zones that the volumes of a workload keep it in: a disk is in one zone, and its pod can only
 * run there. Told where the storage class or the volume names zones; else the scheduler chooses.
 */
public final class VolumeZones {
  private static final String ZONES = "volumeZones";
  private static final List<PropertyPath> CLAIMS =
      List.of(
          PropertyPath.of("spec.template.spec.volumes.persistentVolumeClaim.claimName"),
          PropertyPath.of("spec.volumes.persistentVolumeClaim.claimName"));
  private static final List<PropertyPath> CLASSES =
      List.of(
          PropertyPath.of("spec.volumeClaimTemplates.spec.storageClassName"),
          PropertyPath.of("spec.storageClassName"));
  private static final PropertyPath VOLUME = PropertyPath.of("spec.volumeName");
  private static final PropertyPath KEY = PropertyPath.of("key");
  private static final PropertyPath VALUES = PropertyPath.of("values");

  private final References references;

  public VolumeZones(References references) {
    this.references = references;
  }

  /** The zones of all its volumes together; none where nothing in the stack names any. */
  public Set<String> of(Known known) {
    Set<String> zones = new LinkedHashSet<>(ofClaim(known));
    for (PropertyPath path : CLAIMS) {
      for (Known claim : told(known, path)) {
        zones.addAll(ofClaim(claim));
      }
    }
    return zones;
  }

  /** A volume that is asked for by name is where it is, whatever its class says. */
  private Set<String> ofClaim(Known claim) {
    Set<String> zones = new LinkedHashSet<>();
    told(claim, VOLUME).forEach(volume -> zones.addAll(named(volume)));
    if (zones.isEmpty()) {
      for (PropertyPath path : CLASSES) {
        told(claim, path).forEach(type -> zones.addAll(named(type)));
      }
    }
    return zones;
  }

  private List<Known> told(Known known, PropertyPath path) {
    return path.in(known.resource()).isEmpty()
        ? List.of()
        : references.find(known, path, VolumeZones::isVolume).resources();
  }

  private static boolean isVolume(Known other) {
    return other.type().facts().containsKey(ZONES) || other.type().facts().containsKey("claim");
  }

  /** The values of terms whose key is a zone's, whatever driver spells it. */
  private static Set<String> named(Known known) {
    Set<String> zones = new LinkedHashSet<>();
    PropertyPath path = known.type().facts().get(ZONES);
    if (path == null) {
      return zones;
    }
    for (Value term : path.in(known.resource())) {
      Optional<String> key =
          KEY.within(term).stream().flatMap(v -> Reading.asText(v).stream()).findFirst();
      if (key.filter(name -> name.endsWith("/zone")).isPresent()) {
        VALUES.within(term).forEach(value -> Reading.asText(value).ifPresent(zones::add));
      }
    }
    return zones;
  }
}
