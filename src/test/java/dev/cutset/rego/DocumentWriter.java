package dev.cutset.rego;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Writes random input documents that have the fields that random policies look into. */
final class DocumentWriter {
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "2",
          "3",
          "10",
          "1.0",
          "1.5",
          "2.50",
          "-0.0",
          "0.1",
          "0.3",
          "1e2",
          "1E-7",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "123456789012345678901234567890",
          "1e21",
          "1.7976931348623157e308",
          "5e-324",
          "1e400",
          "3.141592653589793238462643",
          "100",
          "255",
          "0.000001",
          "12.34e5");
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "k",
          "abc",
          "A",
          "1",
          "2.50",
          "1e2",
          "a,b,a",
          " a b ",
          "a/b",
          "true",
          "null",
          "[1, 2]",
          "{\"a\": 1}",
          "Zoë",
          "Zoe\u0301 \ud834\udd1e",
          "ß",
          "İ",
          "<&>",
          "a\tb\nc",
          "\u0000\u001f\u007f",
          "\u2028",
          "\\",
          "\"",
          "%d",
          "10.0.0.0/8",
          "1.2.3",
          "2020-01-01T00:00:00Z",
          "YWJj",
          "616263",
          "x=1&y=2",
          "\ufeff",
          "ab\u0301c");

  private final Random random;

  DocumentWriter(long seed) {
    this.random = new Random(seed ^ 0x5DEECE66DL);
  }

  RegoValue input() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("n", number());
    input.put("s", text());
    input.put("b", random.nextBoolean());
    input.put("ns", list(4, this::number));
    input.put("ss", list(4, this::text));
    input.put("xs", list(6, () -> any(0)));
    input.put("o", object(0));
    input.put("objs", list(3, this::pair));
    return RegoValue.of(input);
  }

  private Object pair() {
    Map<String, @Nullable Object> pair = new LinkedHashMap<>();
    pair.put("k", text());
    pair.put("v", any(1));
    return pair;
  }

  private List<@Nullable Object> list(int most, Source source) {
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(source.next());
    }
    return list;
  }

  /** Something to take random values from. */
  private interface Source {
    @Nullable Object next();
  }

  private Object number() {
    return RegoValue.parse(NUMBERS.get(random.nextInt(NUMBERS.size())));
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      object.put(text(), any(depth + 1));
    }
    if (random.nextBoolean()) {
      object.put("a", any(depth + 1));
    }
    return object;
  }

  private @Nullable Object any(int depth) {
    return switch (random.nextInt(depth > 2 ? 5 : 8)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2, 3 -> number();
      case 4 -> text();
      case 5 -> list(3, () -> any(depth + 1));
      default -> object(depth);
    };
  }
}
