package dev.cutset.architecture.builder;

import dev.cutset.architecture.declared.Declared;
import dev.cutset.architecture.declared.Declared.Known;
import dev.cutset.architecture.declared.Reading;
import dev.cutset.architecture.declared.References;
import dev.cutset.architecture.draft.Draft;
import dev.cutset.architecture.draft.Drafts;
import dev.cutset.stack.PropertyPath;
import dev.cutset.stack.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Says which schedules leave less than two copies of something that an entry point needs: for so
 * long what is said of it does not hold, and only its owners know whether anybody is there then.
 */
final class Schedules {
  private static final String MINIMUM = "scheduledMinimum";
  private static final String SUBJECT = "schedules";

  private final Declared declared;
  private final References references;
  private final Drafts drafts;

  Schedules(Declared declared, References references, Drafts drafts) {
    this.declared = declared;
    this.references = references;
    this.drafts = drafts;
  }

  List<String> notes(Set<Urn> reached) {
    List<String> notes = new ArrayList<>();
    for (Known known : declared.all()) {
      PropertyPath minimum = known.type().facts().get(MINIMUM);
      PropertyPath subject = known.type().facts().get(SUBJECT);
      if (minimum != null && subject != null) {
        OptionalDouble least =
            minimum.in(known.resource()).stream()
                .flatMapToDouble(value -> Reading.asNumber(value).stream())
                .filter(number -> number >= 0) // less than none: it is left as it is
                .findFirst();
        if (least.isPresent() && least.getAsDouble() < 2) {
          lowered(known, subject, reached).stream()
              .map(name -> note(known.name(), name, (int) least.getAsDouble()))
              .forEach(notes::add);
        }
      }
    }
    return notes;
  }

  private List<String> lowered(Known known, PropertyPath subject, Set<Urn> reached) {
    return references.find(known, subject, other -> true).resources().stream()
        .map(other -> drafts.represented(other.urn()))
        .filter(reached::contains)
        .flatMap(urn -> drafts.find(urn).stream())
        .filter(draft -> draft.replicas().size() > 1)
        .map(Draft::name)
        .distinct()
        .toList();
  }

  private static String note(String schedule, String name, int least) {
    return "the schedule `"
        + schedule
        + "` lowers the minimum of `"
        + name
        + "` to "
        + least
        + ": while it does, what is said of it here does not hold";
  }
}
