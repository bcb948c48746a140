package dev.cutset.pulumi.offline;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.Objects;
import java.util.TreeSet;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.DiffResponse.DiffChanges;

/** Which inputs differ between two versions of a resource; none of them replaces it. */
final class Differences {
  private Differences() {}

  static DiffResponse between(DiffRequest request) {
    Struct olds = request.hasOldInputs() ? request.getOldInputs() : request.getOlds();
    TreeSet<String> names = new TreeSet<>(olds.getFieldsMap().keySet());
    if (!request.hasOldInputs()) {
      // Outputs hold more than what was asked for: compare what is asked for now.
      names.clear();
    }
    names.addAll(request.getNews().getFieldsMap().keySet());
    names.removeAll(request.getIgnoreChangesList());
    names.removeIf(name -> same(olds, request.getNews(), name));
    return DiffResponse.newBuilder()
        .setChanges(names.isEmpty() ? DiffChanges.DIFF_NONE : DiffChanges.DIFF_SOME)
        .addAllDiffs(names)
        .build();
  }

  private static boolean same(Struct olds, Struct news, String name) {
    Value missing = Protocol.nothing();
    return Objects.equals(
        olds.getFieldsOrDefault(name, missing), news.getFieldsOrDefault(name, missing));
  }
}
