package dev.cutset.rego;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Changes documents of GraphQL that policies have as objects, at random places. */
final class GraphqlTreeNoise {
  private static final List<RegoValue> STRANGE =
      List.of(
          RegoNull.NULL,
          RegoBoolean.TRUE,
          RegoNumber.of(5),
          RegoNumber.parse("1.0"),
          new RegoString("Cat"),
          new RegoString(""),
          RegoArray.EMPTY,
          RegoObject.EMPTY,
          RegoArray.of(new RegoString("Pet")));

  private final Random random;
  private int left;

  GraphqlTreeNoise(Random random) {
    this.random = random;
  }

  RegoValue disturb(RegoValue tree) {
    left = random.nextInt(3);
    return changed(tree, 0);
  }

  private RegoValue changed(RegoValue value, int depth) {
    if (left > 0 && depth > 2 && random.nextInt(40) == 0) {
      left--;
      return STRANGE.get(random.nextInt(STRANGE.size()));
    } else if (value instanceof RegoArray array) {
      List<RegoValue> elements = new ArrayList<>();
      array.forEach(each -> elements.add(changed(each, depth + 1)));
      return RegoArray.of(elements);
    } else if (value instanceof RegoObject object) {
      RegoObject.Builder copy = RegoObject.builder();
      object.forEach((key, each) -> put(copy, ((RegoString) key).value(), each, depth));
      return copy.build();
    }
    return value;
  }

  private void put(RegoObject.Builder copy, String key, RegoValue value, int depth) {
    int choice = left > 0 ? random.nextInt(300) : 300;
    if (choice > 2) {
      copy.put(key, changed(value, depth + 1));
      return;
    }
    left--;
    if (choice == 1) {
      copy.put(key.toLowerCase(Locale.ROOT), value);
    } else if (choice == 2) {
      copy.put(key, value).put("BuiltIn", RegoBoolean.TRUE).put("Used", RegoBoolean.TRUE);
    }
  }
}
