import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns the output of {@code pulumi preview --json} into the same bytes on every machine, every
 * time: from standard input to standard output.
 *
 * <p>A program registers its resources in parallel, so the engine's order is one of many. Here each
 * resource follows what it waits for, and otherwise comes by name. Durations and diagnostics go;
 * the diagnostics of a preview that worked are about the machine.
 */
public final class NormalisePreview {
  public static void main(String[] args) {
    JsonObject preview =
        JsonParser.parseReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            .getAsJsonObject();
    preview.remove("duration");
    preview.remove("diagnostics");
    preview.add("steps", inOrder(preview.getAsJsonArray("steps")));
    Gson gson =
        new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(gson.toJson(sorted(preview)));
  }

  private static JsonArray inOrder(JsonArray steps) {
    Map<String, JsonObject> waiting = new TreeMap<>();
    steps.forEach(step -> waiting.put(urn(step.getAsJsonObject()), step.getAsJsonObject()));
    JsonArray ordered = new JsonArray();
    while (!waiting.isEmpty()) {
      String next =
          waiting.keySet().stream()
              .filter(urn -> needs(waiting.get(urn)).stream().noneMatch(waiting::containsKey))
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("a cycle among " + waiting.keySet()));
      ordered.add(waiting.remove(next));
    }
    return ordered;
  }

  private static String urn(JsonObject step) {
    return step.get("urn").getAsString();
  }

  private static Set<String> needs(JsonObject step) {
    Set<String> needs = new HashSet<>();
    JsonObject state = step.getAsJsonObject("newState");
    if (state != null && state.has("dependencies")) {
      state.getAsJsonArray("dependencies").forEach(urn -> needs.add(urn.getAsString()));
    }
    if (state != null && state.has("parent")) {
      needs.add(state.get("parent").getAsString());
    }
    if (state != null && state.has("provider")) {
      String provider = state.get("provider").getAsString();
      needs.add(provider.substring(0, provider.lastIndexOf("::")));
    }
    return needs;
  }

  /** The lists of URNs, which are sets, sorted; every other list keeps its order. */
  private static JsonElement sorted(JsonElement element) {
    if (element.isJsonObject()) {
      JsonObject sorted = new JsonObject();
      element.getAsJsonObject().asMap().forEach((name, value) -> sorted.add(name, sorted(value)));
      return sorted;
    }
    if (!element.isJsonArray()) {
      return element;
    }
    List<JsonElement> items = new ArrayList<>();
    element.getAsJsonArray().forEach(item -> items.add(sorted(item)));
    if (items.stream().allMatch(NormalisePreview::isUrn)) {
      items.sort((a, b) -> a.getAsString().compareTo(b.getAsString()));
    }
    JsonArray sorted = new JsonArray();
    items.forEach(sorted::add);
    return sorted;
  }

  private static boolean isUrn(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsString().startsWith("urn:pulumi:");
  }
}
