package dev.cutset.architecture;

import dev.cutset.stack.Urn;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stack as a system: what can fail, what needs what, and where users come in.
 *
 * @param notes what the reader should know, such as links that are assumed
 */
public record Architecture(
    Map<Urn, Component> components, List<EntryPoint> entryPoints, List<String> notes) {

  public Architecture {
    components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    entryPoints = List.copyOf(entryPoints);
    notes = List.copyOf(notes);
  }

  /** Written out, as in {@link Urn}; most often it is the same one. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || other instanceof Architecture architecture
            && components.equals(architecture.components)
            && entryPoints.equals(architecture.entryPoints)
            && notes.equals(architecture.notes);
  }

  @Override
  public int hashCode() {
    return components.keySet().hashCode() * 31 + entryPoints.hashCode();
  }

  /** The component that stands for a resource. */
  public Component component(Urn id) {
    Component component = components.get(id);
    if (component == null) {
      throw new IllegalArgumentException("there is no component `" + id + "`");
    }
    return component;
  }

  /** An architecture of these components and entry points. */
  public static Architecture of(List<Component> components, List<EntryPoint> entryPoints) {
    Map<Urn, Component> byId = new LinkedHashMap<>();
    for (Component component : components) {
      if (byId.put(component.id(), component) != null) {
        throw new IllegalArgumentException("two components are called " + component.id());
      }
    }
    return new Architecture(byId, entryPoints, List.of());
  }
}
