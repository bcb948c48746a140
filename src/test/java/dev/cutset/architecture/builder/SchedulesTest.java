package dev.cutset.architecture.builder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.architecture.Hints;
import dev.cutset.catalog.Software;
import dev.cutset.catalog.YamlCatalog;
import dev.cutset.corpus.YamlProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a schedule takes away is told, because nothing else here tells it. */
class SchedulesTest {
  private static final String NOTE =
      "the schedule `night` lowers the minimum of `web` to %s: while it does, what is said of it here"
          + " does not hold";

  @Test
  void a_schedule_that_leaves_nothing_is_named() {
    assertThat(notes("{minSize: 0, maxSize: 0, desiredCapacity: 0}")).contains(NOTE.formatted("0"));
  }

  @Test
  void a_schedule_that_leaves_one_is_named() {
    assertThat(notes("{minSize: 1}")).contains(NOTE.formatted("1"));
  }

  @Test
  void a_schedule_that_leaves_two_or_does_not_touch_the_minimum_is_not() {
    assertThat(notes("{minSize: 2}")).noneMatch(note -> note.contains("schedule"));
    assertThat(notes("{minSize: -1, maxSize: 9}")).noneMatch(note -> note.contains("schedule"));
    assertThat(notes("{maxSize: 9}")).noneMatch(note -> note.contains("schedule"));
  }

  private static List<String> notes(String schedule) {
    String program =
        """
        config: {'aws:region': us-east-1}
        resources:
          web:
            type: aws:autoscaling/group:Group
            properties:
              minSize: 2
              maxSize: 4
              availabilityZones: [us-east-1a, us-east-1b]
          night:
            type: aws:autoscaling/schedule:Schedule
            properties:
              autoscalingGroupName: ${web.name}
              scheduledActionName: night
              recurrence: 0 20 * * *
        """;
    String sizes = schedule.substring(1, schedule.length() - 1).replace(", ", "\n      ");
    return new ArchitectureBuilder(YamlCatalog.bundled(), Software.all(), Hints.NONE)
        .build(YamlProgram.read(program + "      " + sizes + "\n"))
        .kindest()
        .notes();
  }
}
