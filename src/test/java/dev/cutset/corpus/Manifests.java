package dev.cutset.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a case's stack has in Kubernetes, as manifests for tools that read nothing else. */
final class Manifests {
  private static final String KUBERNETES = "kubernetes:";

  private Manifests() {}

  /** The manifests of a program's resources; those of charts are not known. */
  static List<Map<String, Object>> of(Map<?, ?> program) {
    List<Map<String, Object>> manifests = new ArrayList<>();
    ((Map<?, ?>) program.get("resources"))
        .forEach(
            (name, body) -> {
              Map<?, ?> resource = (Map<?, ?>) body;
              String type = (String) resource.get("type");
              if (type.startsWith(KUBERNETES) && !type.startsWith(KUBERNETES + "helm")) {
                manifests.add(manifest((String) name, type, resource));
              }
            });
    return manifests;
  }

  private static Map<String, Object> manifest(String name, String type, Map<?, ?> resource) {
    String[] parts = type.split(":");
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("apiVersion", parts[1].replaceFirst("^core/", ""));
    manifest.put("kind", parts[2]);
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    if (resource.get("properties") instanceof Map<?, ?> properties) {
      properties.forEach((key, value) -> manifest.put((String) key, value));
      if (properties.get("metadata") instanceof Map<?, ?> given) {
        given.forEach((key, value) -> metadata.put((String) key, value));
      }
    }
    // Tools name what they find by it, and labels of cases name resources of the program.
    metadata.put("name", name);
    manifest.put("metadata", metadata);
    return manifest;
  }
}
