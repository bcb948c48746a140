package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The name of who is certified or certifies. */
final class CertificateName {
  private static final Map<String, String> LISTS =
      Map.of(
          "2.5.4.6", "Country",
          "2.5.4.7", "Locality",
          "2.5.4.8", "Province",
          "2.5.4.9", "StreetAddress",
          "2.5.4.10", "Organization",
          "2.5.4.11", "OrganizationalUnit",
          "2.5.4.17", "PostalCode");
  private static final Map<String, String> TEXTS =
      Map.of("2.5.4.3", "CommonName", "2.5.4.5", "SerialNumber");

  private CertificateName() {}

  static RegoObject fields(DerNode name) {
    List<RegoValue> all = new ArrayList<>();
    Map<String, List<RegoValue>> lists = new HashMap<>();
    RegoObject.Builder fields = RegoObject.builder();
    TEXTS.values().forEach(field -> fields.put(field, RegoString.EMPTY));
    for (DerNode set : name.expect(DerNode.SEQUENCE).children()) {
      for (DerNode part : set.children()) {
        String type = part.child(0).dotted();
        RegoValue value = value(part.child(1));
        all.add(pair(part.child(0), value));
        if (TEXTS.containsKey(type)) {
          fields.put(TEXTS.get(type), value);
        } else if (LISTS.containsKey(type)) {
          lists.computeIfAbsent(LISTS.get(type), it -> new ArrayList<>()).add(value);
        }
      }
    }
    for (String field : LISTS.values()) {
      List<RegoValue> list = lists.get(field);
      fields.put(field, list == null ? RegoNull.NULL : RegoArray.of(list));
    }
    return fields
        .put("Names", all.isEmpty() ? RegoNull.NULL : RegoArray.of(all))
        .put("ExtraNames", RegoNull.NULL)
        .build();
  }

  static RegoObject pair(DerNode type, RegoValue value) {
    return RegoObject.builder().put("Type", type.numberArray()).put("Value", value).build();
  }

  /** A value whose type it says itself. */
  static RegoValue value(DerNode node) {
    return switch (node.tag()) {
      case DerNode.INTEGER -> RegoNumber.of(node.integer());
      case DerNode.OCTETS -> node.base64();
      case 0x01 -> RegoBoolean.of(node.truth());
      default -> new RegoString(node.text());
    };
  }
}
