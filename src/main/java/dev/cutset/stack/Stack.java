package dev.cutset.stack;

import java.util.List;

/**
 * The resources of one stack.
 *
 * @param project the project's name, empty when the source does not tell
 * @param name the stack's name, empty when the source does not tell
 * @param source what it was read from
 * @param resources in the order of the source
 * @param names what its author calls their properties
 */
public record Stack(
    String project, String name, Source source, List<Resource> resources, PropertyNames names) {

  /** The kinds of input that a stack can come from. */
  public enum Source {
    PREVIEW,
    STATE,
    PROGRAM,
    ENGINE,
    TERRAFORM_PLAN,
    TERRAFORM_STATE;

    /** Whether its author writes Terraform, and not a Pulumi program. */
    public boolean isTerraform() {
      return this == TERRAFORM_PLAN || this == TERRAFORM_STATE;
    }
  }

  public Stack {
    resources = List.copyOf(resources);
  }

  /** A stack whose author uses Pulumi's names. */
  public Stack(String project, String name, Source source, List<Resource> resources) {
    this(project, name, source, resources, PropertyNames.OWN);
  }

  /** How many resources its author counts: providers are some to Pulumi, and none to Terraform. */
  public int size() {
    if (!source.isTerraform()) {
      return resources.size();
    }
    int size = 0;
    for (Resource resource : resources) {
      size += resource.isProvider() ? 0 : 1;
    }
    return size;
  }

  /** The same stack of other resources. */
  public Stack with(List<Resource> others) {
    return new Stack(project, name, source, others, names);
  }
}
