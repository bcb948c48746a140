package dev.cutset.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  @Test
  void a_slip_of_the_finger_is_recognised() {
    assertThat(Suggestion.among(List.of("hints", "target"), "hint"))
        .isEqualTo("did you mean `hints`?");
    assertThat(Suggestion.among(List.of("hints", "target"), "TARGET"))
        .isEqualTo("did you mean `target`?");
  }

  @Test
  void something_else_altogether_gets_the_whole_list() {
    assertThat(Suggestion.among(List.of("hints", "target"), "monitoring"))
        .isEqualTo("known: `hints`, `target`");
  }

  @Test
  void the_nearest_of_several_is_taken() {
    assertThat(Suggestion.nearest(List.of("SPOF-DNS-ANSWER", "SPOF-DNS"), "SPOF-DN"))
        .contains("SPOF-DNS");
  }
}
