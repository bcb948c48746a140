package dev.cutset.pulumi.host;

import com.google.protobuf.Struct;
import dev.cutset.stack.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.Resource.ReadResourceRequest;

/** Answers references to other stacks. */
final class OtherStacks {
  static final String REFERENCE = "pulumi:pulumi:StackReference";

  private final List<OtherStack> known;
  private final String organization;
  private final String project;

  /**
   * Those that a program can refer to.
   *
   * @param known those whose outputs are known
   * @param organization of the program's own stack
   * @param project of the program
   */
  OtherStacks(List<OtherStack> known, String organization, String project) {
    // The more of a name is said, the more it counts.
    this.known =
        known.stream().sorted(Comparator.comparingInt(OtherStack::parts).reversed()).toList();
    this.organization = organization;
    this.project = project;
  }

  /** The properties of a reference; the outputs of a stack that nobody knows are unknown. */
  Struct answer(ReadResourceRequest request) {
    Struct.Builder properties = request.getProperties().toBuilder();
    Optional<Map<String, Value>> outputs = find(request.getId()).flatMap(OtherStack::outputs);
    if (outputs.isEmpty()) {
      return properties
          .putFields("outputs", ProtocolWriter.UNKNOWN)
          .putFields("secretOutputNames", ProtocolWriter.UNKNOWN)
          .build();
    }
    List<Value> secret =
        outputs.get().entrySet().stream()
            .filter(output -> ProtocolWriter.holdsSecret(output.getValue()))
            .map(output -> Value.of(output.getKey()))
            .toList();
    return properties
        .putFields("outputs", ProtocolWriter.of(new Value.Fields(outputs.get())))
        .putFields("secretOutputNames", ProtocolWriter.of(new Value.Items(secret)))
        .build();
  }

  Optional<OtherStack> find(String reference) {
    List<String> names = fullNames(reference);
    return known.stream()
        .filter(stack -> names.stream().anyMatch(stack::isMeantBy))
        .findFirst()
        .or(() -> onlyOne(reference));
  }

  /** The one whose name ends in the reference; of several nobody knows which is meant. */
  private Optional<OtherStack> onlyOne(String reference) {
    List<OtherStack> ending =
        known.stream().filter(stack -> stack.name().endsWith("/" + reference)).toList();
    return ending.size() == 1 ? Optional.of(ending.get(0)) : Optional.empty();
  }

  /** What a reference can mean; the parts that it leaves out are the program's own. */
  private List<String> fullNames(String reference) {
    return switch (reference.split("/", -1).length) {
      case 1 -> List.of(organization + "/" + project + "/" + reference);
      case 2 ->
          List.of(
              organization + "/" + reference,
              reference.replaceFirst("/", "/" + project.replace("$", "\\$") + "/"));
      default -> List.of(reference);
    };
  }
}
