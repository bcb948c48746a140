package dev.cutset.rego.builtin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a template. */
sealed interface TemplateNode {
  /** Text that is written as it is. */
  record Text(String text) implements TemplateNode {}

  /** A value that is written, unless it is only given a name. */
  record Output(Pipe pipe) implements TemplateNode {}

  /** What is done if a value counts as true, and what if not. */
  record Choice(Pipe pipe, List<TemplateNode> then, List<TemplateNode> otherwise)
      implements TemplateNode {}

  /** Like a choice, but inside it the dot is the value. */
  record With(Pipe pipe, List<TemplateNode> then, List<TemplateNode> otherwise)
      implements TemplateNode {}

  /** What is done for each element, and what if there is none. */
  record Each(Pipe pipe, List<TemplateNode> body, List<TemplateNode> otherwise)
      implements TemplateNode {}

  /** A template that is called by its name. */
  record Call(String name, @Nullable Pipe argument) implements TemplateNode {}

  /** Ends a loop, or goes on with the next element. */
  record Leave(boolean ends) implements TemplateNode {}

  /**
   * Commands, each of which has the value of the one before as its last argument.
   *
   * @param variables the names that the value is given
   * @param declares whether the names are new
   */
  record Pipe(List<String> variables, boolean declares, List<List<Term>> commands) {}

  /** A part of a command. */
  sealed interface Term {}

  /** A value that the template itself holds; null is nil. */
  record Constant(@Nullable Object value) implements Term {}

  /** The dot, and fields below it. */
  record Dot(List<String> fields) implements Term {}

  /** A variable, and fields below it. */
  record Variable(String name, List<String> fields) implements Term {}

  /** The value of a pipe in parentheses, and fields below it. */
  record Nested(Pipe pipe, List<String> fields) implements Term {}

  /** A function. */
  record Function(String name) implements Term {}
}
