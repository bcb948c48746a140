package dev.cutset.pulumi.pack;

import com.google.protobuf.Struct;
import java.util.List;
import java.util.Set;

/** Changes the declared properties of a resource so that it survives more. */
@FunctionalInterface
public interface Remedies {

  /** Changes nothing. */
  Remedies NONE = (type, properties, policies) -> List.of();

  /**
   * The changes for one resource, each on top of those before it.
   *
   * @param type the type token of the resource
   * @param properties all that is declared, as the engine's protocol has it
   * @param policies the ids of the policies that may change something
   */
  List<Remedy> of(String type, Struct properties, Set<String> policies);

  /**
   * One change.
   *
   * @param policy the id of the policy in whose name it is made
   * @param description what it does, in a few words
   * @param properties all properties of the resource, the changed ones among them
   */
  record Remedy(String policy, String description, Struct properties) {}
}
