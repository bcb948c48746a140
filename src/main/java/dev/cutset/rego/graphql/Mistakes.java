package dev.cutset.rego.graphql;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is wrong with a query; where nobody asks what, the first mistake ends the search. */
final class Mistakes {
  private final boolean told;
  private final Effort effort;
  private final StringBuilder messages = new StringBuilder();

  /**
   * @param told whether the messages are wanted
   */
  Mistakes(boolean told, Effort effort) {
    this.told = told;
    this.effort = effort;
  }

  void add(@Nullable Position position, Supplier<String> message) {
    if (!told) {
      throw new GraphqlException("GraphQL query does not fit its schema");
    }
    int before = messages.length();
    messages.append(Texts.at(position, message.get())).append('\n');
    effort.work(messages.length() - before);
  }

  void refuse() {
    if (!messages.isEmpty()) {
      throw new GraphqlException(Texts.located(messages.toString()));
    }
  }
}
