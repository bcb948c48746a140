package dev.cutset.pulumi.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineAddressTest {
  @Test
  void the_address_is_found_among_what_the_cli_gives_beside_it() {
    assertThat(among("127.0.0.1:34567")).contains("127.0.0.1:34567");
    assertThat(among("127.0.0.1:34567", ".")).contains("127.0.0.1:34567");
    assertThat(among("--logtostderr", "-v=9", "127.0.0.1:1")).contains("127.0.0.1:1");
    assertThat(among("--tracing", "localhost:7777", "127.0.0.1:1")).contains("127.0.0.1:1");
    assertThat(among("--tracing", "tcp://localhost:7777", "127.0.0.1:1")).contains("127.0.0.1:1");
  }

  @Test
  void a_person_who_starts_it_gives_none() {
    assertThat(among()).isEmpty();
    assertThat(among("--help")).isEmpty();
    assertThat(among("path/to/project")).isEmpty();
  }

  private static Optional<String> among(String... arguments) {
    return EngineAddress.among(arguments);
  }
}
