package dev.cutset.pulumi.host;

import dev.cutset.config.Answers;
import dev.cutset.config.ConfigurationException;
import dev.cutset.config.ConfigurationException.Mistake;
import dev.cutset.config.StackOutputs;
import dev.cutset.source.StackReader;
import dev.cutset.source.UnreadableInputException;
import dev.cutset.stack.Interest;
import dev.cutset.stack.Naming;
import dev.cutset.stack.PulumiTypes;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import dev.cutset.stack.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of other stacks that a configuration names. */
public final class KnowledgeReader {
  private static final Interest OUTPUTS = (type, property) -> type.equals(PulumiTypes.STACK);

  private final List<Mistake> mistakes = new ArrayList<>();
  private final List<OtherStack> stacks = new ArrayList<>();

  private KnowledgeReader() {}

  /** What a configuration tells, with what its files hold; one that cannot be used is an error. */
  public static Knowledge read(Answers answers) throws ConfigurationException {
    KnowledgeReader reader = new KnowledgeReader();
    answers.stacks().forEach(reader::add);
    if (!reader.mistakes.isEmpty()) {
      throw new ConfigurationException(reader.mistakes);
    }
    return new Knowledge(reader.stacks, answers.lookups());
  }

  private void add(String name, StackOutputs outputs) {
    if (outputs instanceof StackOutputs.Written written) {
      stacks.add(new OtherStack(name, Optional.of(written.outputs())));
    } else if (outputs instanceof StackOutputs.From from) {
      try {
        Stack stack = new StackReader(OUTPUTS, Naming.none()).read(from.file());
        stacks.add(new OtherStack(name, outputs(stack, from)));
      } catch (UnreadableInputException e) {
        mistakes.add(
            from.place().mistake("the outputs of `" + name + "` are not had: " + message(e), ""));
      }
    }
  }

  private static String message(UnreadableInputException e) {
    return String.valueOf(e.getMessage());
  }

  /** A preview does not tell what a stack will put out; that is unknown, and not nothing. */
  private Optional<Map<String, Value>> outputs(Stack stack, StackOutputs.From from) {
    Optional<Resource> root =
        stack.resources().stream()
            .filter(resource -> resource.type().equals(PulumiTypes.STACK))
            .findFirst();
    if (root.isEmpty()) {
      mistakes.add(
          from.place()
              .mistake(
                  "`" + from.file() + "` holds no Pulumi stack with outputs",
                  "name what `pulumi stack export` writes"));
      return Optional.empty();
    }
    Map<String, Value> outputs = root.get().outputs();
    return outputs.isEmpty() && stack.source() == Stack.Source.PREVIEW
        ? Optional.empty()
        : Optional.of(outputs);
  }
}
