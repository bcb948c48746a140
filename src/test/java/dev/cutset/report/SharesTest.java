package dev.cutset.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharesTest {

  @ParameterizedTest
  @CsvSource({
    "0.04, under 0.1 min",
    "9.96, 10.0 min",
    "77, 77 min",
    "119, 119 min",
    "262.6, 4.4 h",
    "525.9, 8.8 h",
    "2630, 44 h"
  })
  void a_time_of_the_year_is_in_the_unit_that_people_would_take(double minutes, String shown) {
    assertThat(Shares.year(minutes / (365.25 * 24 * 60))).isEqualTo(shown);
  }
}
