package dev.cutset.rego.graphql;

import org.jspecify.annotations.Nullable;

/**
 * What a schema says of a definition, before it.
 *
 * @param comments those before the description
 */
record Description(String text, @Nullable Node comments) {
  static final Description NONE = new Description("", null);

  Node put(Node node) {
    return node.set("BeforeDescriptionComment", comments).set("Description", text);
  }
}
