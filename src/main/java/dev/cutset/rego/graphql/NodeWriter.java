package dev.cutset.rego.graphql;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import dev.cutset.rego.graphql.Shape.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives policies a document as OPA does: without places, and without what is empty. */
final class NodeWriter {
  private final Map<String, RegoString> texts = new HashMap<>();

  private NodeWriter() {}

  static RegoObject write(Node document) {
    return new NodeWriter().object(document);
  }

  private RegoObject object(Node node) {
    RegoObject.Builder object = RegoObject.builder();
    List<Field> fields = node.shape().fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = node.value(i);
      if (value != null) {
        RegoValue written = value(value);
        if (!isEmpty(written)) {
          object.put(text(fields.get(i).name()), written);
        }
      }
    }
    return object.build();
  }

  private RegoValue value(Object value) {
    if (value instanceof Node node) {
      return object(node);
    } else if (value instanceof List<?> list) {
      return array(list);
    } else if (value instanceof Boolean truth) {
      return RegoBoolean.of(truth);
    } else if (value instanceof Long number) {
      return RegoNumber.of(number.longValue());
    }
    return text((String) value);
  }

  private RegoArray array(List<?> list) {
    List<RegoValue> elements = new ArrayList<>(list.size());
    for (Object element : list) {
      RegoValue written = value(element);
      if (!isEmpty(written)) {
        elements.add(written);
      }
    }
    return RegoArray.of(elements);
  }

  private static boolean isEmpty(RegoValue value) {
    return value instanceof RegoArray array && array.size() == 0
        || value instanceof RegoObject object && object.size() == 0;
  }

  private RegoString text(String text) {
    return texts.computeIfAbsent(text, RegoString::new);
  }
}
