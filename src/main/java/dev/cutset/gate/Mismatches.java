package dev.cutset.gate;

import dev.cutset.architecture.Architecture;
import dev.cutset.architecture.Component;
import dev.cutset.architecture.EntryPoint;
import dev.cutset.config.Configuration;
import dev.cutset.config.EntryPointRule;
import dev.cutset.config.Hint;
import dev.cutset.config.NamePattern;
import dev.cutset.stack.Resource;
import dev.cutset.stack.Stack;
import java.util.ArrayList;
import java.util.List;

/** Finds what a configuration says of nothing that is in the stack, as where a name is misspelt. */
final class Mismatches {
  private final Stack stack;
  private final Architecture architecture;
  private final List<String> notes = new ArrayList<>();

  private Mismatches(Stack stack, Architecture architecture) {
    this.stack = stack;
    this.architecture = architecture;
  }

  /** A note for each. What is excluded is often not in every stack, and is not missed. */
  static List<String> notes(Configuration configuration, Stack stack, Architecture architecture) {
    Mismatches found = new Mismatches(stack, architecture);
    for (EntryPointRule rule : configuration.entryPoints()) {
      if (rule instanceof EntryPointRule.Declare) {
        found.look(rule.pattern(), "the entry point that cutset.yaml declares as ");
      } else if (rule instanceof EntryPointRule.Target) {
        found.look(rule.pattern(), "the target that cutset.yaml sets for ");
      }
    }
    for (Hint hint : configuration.hints()) {
      found.look(hint.match(), "the hint for ");
      hint.needs().forEach(pattern -> found.look(pattern, "the hint that something needs "));
      hint.notNeeds().forEach(pattern -> found.look(pattern, "the hint that nothing needs "));
    }
    return found.notes;
  }

  private void look(NamePattern pattern, String what) {
    if (!fits(pattern)) {
      notes.add(what + "`" + pattern.glob() + "` fits nothing in this stack; check the name");
    }
  }

  private boolean fits(NamePattern pattern) {
    for (Resource resource : stack.resources()) {
      if (pattern.matches(resource.urn())) {
        return true;
      }
    }
    for (Component component : architecture.components().values()) {
      if (pattern.matches(component.id(), component.kind().name())) {
        return true;
      }
    }
    for (EntryPoint entryPoint : architecture.entryPoints()) {
      if (pattern.matches(entryPoint.urn(), entryPoint.name())) {
        return true;
      }
    }
    return false;
  }
}
