package dev.cutset.pulumi.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Attributes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifelineTest {
  private final CountDownLatch ended = new CountDownLatch(1);

  @Test
  void it_ends_when_the_engine_does_not_listen_any_more() throws Exception {
    Lifeline lifeline;
    try (ServerSocket engine = engine()) {
      lifeline = new Lifeline("127.0.0.1:" + engine.getLocalPort(), ended::countDown);
      lifeline.watch();

      assertThat(ended.await(2, TimeUnit.SECONDS)).as("while it listens").isFalse();
    }
    assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void an_engine_that_hangs_up_may_come_back() throws Exception {
    try (ServerSocket engine = engine()) {
      Lifeline lifeline = new Lifeline("127.0.0.1:" + engine.getLocalPort(), ended::countDown);
      lifeline.transportReady(Attributes.EMPTY);
      lifeline.transportTerminated(Attributes.EMPTY);

      assertThat(ended.getCount()).isOne();
    }
  }

  @Test
  void after_a_cancellation_hanging_up_is_the_end() {
    Lifeline lifeline = new Lifeline("127.0.0.1:1", ended::countDown);
    lifeline.transportReady(Attributes.EMPTY);
    lifeline.cancelled();
    assertThat(ended.getCount()).as("the answer still has to go out").isOne();

    lifeline.transportTerminated(Attributes.EMPTY);
    assertThat(ended.getCount()).isZero();
  }

  private static ServerSocket engine() throws IOException {
    return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }
}
