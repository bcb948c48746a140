package cluster;

import com.pulumi.core.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an instance runs when it starts: {@code boot.sh}, told which node it is. */
record BootScript(String node, String cluster, String address, String peers) {
  private static final String HEADER =
      """
      #!/bin/bash
      NODE=%s
      CLUSTER=%s
      ADDRESS=%s
      PEERS=%s
      VOLUME=%s
      INTERFACE=%s
      IMAGE=%s
      """;

  /** As launch templates want it. */
  Output<String> encode(
      Output<String> volume, Output<String> networkInterface, Output<String> image) {
    var script = script();
    return Output.tuple(volume, networkInterface, image)
        .applyValue(
            it -> HEADER.formatted(node, cluster, address, peers, it.t1, it.t2, it.t3) + script)
        .applyValue(
            text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String script() {
    try (InputStream script = BootScript.class.getResourceAsStream("/boot.sh")) {
      if (script == null) {
        throw new IllegalStateException("boot.sh is not among the resources of the program");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
