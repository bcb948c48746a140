package dev.cutset.pulumi.host;

import com.google.protobuf.Struct;
import dev.cutset.config.LookupAnswer;
import dev.cutset.stack.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import pulumirpc.Resource.ResourceInvokeRequest;

/** Answers lookups: first as the team says, and what that leaves open as the cloud might. */
final class Lookups {
  private final List<LookupAnswer> answers;
  private final Set<LookupAnswer> given = ConcurrentHashMap.newKeySet();
  private final Clouds clouds;
  private final Providers providers;
  private final ProtocolValues values;

  Lookups(List<LookupAnswer> answers, Clouds clouds, Providers providers, ProtocolValues values) {
    this.answers = answers;
    this.clouds = clouds;
    this.providers = providers;
    this.values = values;
  }

  /** The answer; empty where nobody knows anything of the function. */
  Optional<Struct> answer(ResourceInvokeRequest request) {
    String token = request.getTok();
    Optional<Struct> usual =
        clouds
            .of(token)
            .answer(
                token,
                property -> providers.configured(token, request.getProvider(), property),
                request.getArgs());
    Optional<LookupAnswer> said = said(token, values.properties(request.getArgs()));
    if (said.isEmpty()) {
      return usual;
    }
    given.add(said.get());
    return Optional.of(
        usual.orElse(Struct.getDefaultInstance()).toBuilder()
            .putAllFields(ProtocolWriter.struct(said.get().returns()).getFieldsMap())
            .build());
  }

  /** Functions with an answer that nobody has asked for: perhaps they are misspelt. */
  List<String> neverAsked() {
    return answers.stream()
        .filter(answer -> !given.contains(answer))
        .map(LookupAnswer::function)
        .distinct()
        .toList();
  }

  private Optional<LookupAnswer> said(String token, Map<String, Value> arguments) {
    return answers.stream().filter(answer -> answer.answers(token, arguments)).findFirst();
  }
}
