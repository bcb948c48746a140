package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigDecimal;
import java.util.List;

/** What a schema says of a value without looking into it. */
record SchemaScalars(SchemaNode schema, SchemaResult result, String path) {
  private void fail(String type, String description) {
    result.add(type, path, description);
  }

  /** What can be said of values of any type. */
  void common(RegoValue value) {
    String field = path.isEmpty() ? "(Root)" : path;
    if (schema.constant != null && !schema.constant.equals(SchemaFields.canonical(value))) {
      fail("const", field + " does not match: " + schema.constant);
    }
    List<String> choices = schema.choices;
    if (choices != null && !choices.contains(SchemaFields.canonical(value))) {
      fail("enum", field + " must be one of the following: " + String.join(", ", choices));
    }
    if (value instanceof RegoString text && !SchemaFormats.fits(schema.format, text.value())) {
      fail("format", "Does not match format '" + schema.format + "'");
    }
    result.credit();
  }

  void text(String text) {
    int length = text.codePointCount(0, text.length());
    if (schema.minLength != null && length < schema.minLength) {
      fail("string_gte", "String length must be greater than or equal to " + schema.minLength);
    }
    if (schema.maxLength != null && length > schema.maxLength) {
      fail("string_lte", "String length must be less than or equal to " + schema.maxLength);
    }
    if (schema.pattern != null && !schema.pattern.matcher(text).find()) {
      fail("pattern", "Does not match pattern '" + schema.pattern.pattern() + "'");
    }
    result.credit();
  }

  void number(BigDecimal number) {
    BigDecimal multiple = schema.multipleOf;
    if (multiple != null && number.remainder(multiple).signum() != 0) {
      fail("multiple_of", "Must be a multiple of " + GoNumbers.general(multiple));
    }
    BigDecimal most = schema.maximum;
    if (most != null && number.compareTo(most) > 0) {
      fail("number_lte", "Must be less than or equal to " + GoNumbers.general(most));
    }
    BigDecimal above = schema.exclusiveMaximum;
    if (above != null && number.compareTo(above) >= 0) {
      fail("number_lt", "Must be less than " + GoNumbers.general(above));
    }
    BigDecimal least = schema.minimum;
    if (least != null && number.compareTo(least) < 0) {
      fail("number_gte", "Must be greater than or equal to " + GoNumbers.general(least));
    }
    BigDecimal under = schema.exclusiveMinimum;
    if (under != null && number.compareTo(under) <= 0) {
      fail("number_gt", "Must be greater than " + GoNumbers.general(under));
    }
    result.credit();
  }
}
