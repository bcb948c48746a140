package dev.cutset.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutset.catalog.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rehearsal takes away, in words. */
class LossTest {

  @ParameterizedTest
  @CsvSource({
    "INSTANCE, replica",
    "ZONE, zone",
    "REGION, region",
    "PROVIDER, provider",
    "CLOUD, cloud"
  })
  void a_failure_is_called_after_what_goes_away(Scope scope, String word) {
    Loss loss = Loss.of(new Failure(scope, "key", "name", Optional.empty()));

    assertThat(loss.kind().word()).isEqualTo(word);
    assertThat(loss).isEqualTo(new Loss(loss.kind(), "key", "name", Optional.empty()));
  }

  @Test
  void a_round_is_harmless_if_every_entry_point_certainly_stays_up() {
    assertThat(round(Verdict.UP, Verdict.UP).harmless()).isTrue();
    assertThat(round(Verdict.UP, Verdict.UNKNOWN).harmless()).isFalse();
    assertThat(round(Verdict.DOWN, Verdict.UP).harmless()).isFalse();
  }

  private static Loss.Round round(Verdict... verdicts) {
    return new Loss.Round(List.of(), List.of(verdicts));
  }
}
