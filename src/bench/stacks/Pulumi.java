package dev.cutset.bench.stacks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack in Pulumi's words: as the state after an update, or as a preview of the first one. */
final class Pulumi implements Form {
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  private static final String URN = "urn:pulumi:prod::bench::";
  private static final String ROOT = URN + "pulumi:pulumi:Stack::bench-prod";
  private static final String PROVIDER = URN + "pulumi:providers:aws::default_6_83_0";
  private static final String PROVIDER_ID = "5c7c9b1a-3f52-4f43-9a62-6f2d5a2f1e10";
  private static final String TIME = "2026-01-05T08:00:00.000000Z";
  private static final Map<String, Object> REGION = Map.of("region", "eu-west-1");

  private final boolean preview;

  Pulumi(boolean preview) {
    this.preview = preview;
  }

  @Override
  public void write(Json out, Stack stack) {
    if (preview) {
      out.open('{').field("config", Map.of("aws:region", "eu-west-1")).key("steps").open('[');
      step(out, ROOT, () -> state(out, ROOT, false, "pulumi:pulumi:Stack").close('}'));
      step(out, PROVIDER, () -> provider(out));
      stack.forEach(made -> step(out, urn(made.kind(), made.name()), () -> resource(out, made)));
      out.close(']').close('}');
      return;
    }
    out.open('{').field("version", 3).key("deployment").open('{');
    out.key("manifest").open('{').field("time", TIME).field("magic", "");
    out.field("version", "v3.259.0").close('}');
    out.key("resources").open('[');
    state(out, ROOT, false, "pulumi:pulumi:Stack");
    out.field("created", TIME).field("modified", TIME).close('}');
    provider(out);
    stack.forEach(made -> resource(out, made));
    out.close(']').close('}').close('}');
  }

  private static void step(Json out, String urn, Runnable state) {
    out.open('{').field("op", "create").field("urn", urn).key("newState");
    state.run();
    out.field("detailedDiff", null).close('}');
  }

  private static Json state(Json out, String urn, boolean custom, String type) {
    return out.open('{').field("urn", urn).field("custom", custom).field("type", type);
  }

  private void provider(Json out) {
    state(out, PROVIDER, true, "pulumi:providers:aws");
    if (!preview) {
      out.field("id", PROVIDER_ID);
    }
    out.field("inputs", REGION);
    if (!preview) {
      out.field("outputs", REGION);
    }
    out.close('}');
  }

  private void resource(Json out, Made made) {
    Map<String, Object> inputs = inputs(made);
    state(out, urn(made.kind(), made.name()), true, made.kind().pulumi);
    if (!preview) {
      out.field("id", made.ref("id").value());
    }
    out.field("inputs", inputs);
    if (!preview) {
      out.field("outputs", outputs(made, inputs));
    }
    out.field("parent", ROOT);
    out.field("dependencies", urns(made.properties().values().stream().toList()));
    out.field("provider", PROVIDER + "::" + (preview ? UNKNOWN : PROVIDER_ID));
    out.key("propertyDependencies").open('{');
    made.properties().forEach((name, value) -> out.field(made.kind().property(name), urns(value)));
    out.close('}');
    if (!preview) {
      out.field("created", TIME).field("modified", TIME);
    }
    out.close('}');
  }

  private Map<String, Object> inputs(Made made) {
    Map<String, Object> inputs = new LinkedHashMap<>();
    made.properties()
        .forEach(
            (name, value) -> {
              Object single =
                  made.kind().single.contains(name) && value instanceof List<?> list
                      ? list.get(0)
                      : value;
              inputs.put(made.kind().property(name), settled(single, name.startsWith("tags")));
            });
    return inputs;
  }

  private static Map<String, Object> outputs(Made made, Map<String, Object> inputs) {
    Kind kind = made.kind();
    Map<String, Object> outputs = new LinkedHashMap<>();
    kind.known.forEach((name, value) -> outputs.put(kind.property(name), value));
    kind.absent.forEach(name -> outputs.put(kind.property(name), null));
    kind.later.stream()
        .filter(name -> name.matches("id|arn|.*_(id|name|arn|address|ip)|address|endpoint"))
        .forEach(name -> outputs.put(kind.property(name), made.ref(name).value()));
    outputs.putAll(inputs);
    if (inputs.containsKey("tags")) {
      outputs.put("tagsAll", inputs.get("tags"));
    }
    return outputs;
  }

  private Object settled(Object value, boolean verbatim) {
    if (value instanceof Made.Reference reference) {
      return preview ? UNKNOWN : reference.value();
    }
    if (value instanceof Made.Template template) {
      StringBuilder text = new StringBuilder();
      template
          .parts()
          .forEach(part -> text.append(part instanceof Made.Reference r ? r.value() : part));
      return preview ? UNKNOWN : text.toString();
    }
    if (value instanceof List<?> list) {
      List<Object> settled = new ArrayList<>();
      list.forEach(item -> settled.add(settled(item, verbatim)));
      return settled;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> settled = new LinkedHashMap<>();
      map.forEach(
          (name, item) ->
              settled.put(
                  verbatim ? (String) name : Kind.camelCase((String) name),
                  settled(item, verbatim || name.equals("variables"))));
      return settled;
    }
    return value;
  }

  private static List<String> urns(Object value) {
    Set<String> urns = new LinkedHashSet<>();
    Made.references(value).forEach(reference -> urns.add(urn(reference.kind(), reference.name())));
    return List.copyOf(urns);
  }

  private static String urn(Kind kind, String name) {
    return URN + kind.pulumi + "::" + name;
  }
}
