package dev.cutset.policy.server;

import java.net.http.HttpResponse;

/** What came back over the wire. */
record Reply(int status, String type, String location, byte[] body) {
  private static final int BUSY = 429;

  static Reply of(HttpResponse<byte[]> response) {
    return new Reply(
        response.statusCode(),
        response.headers().firstValue("Content-Type").orElse(""),
        response.headers().firstValue("Location").orElse(""),
        response.body());
  }

  /** Whether asking again may help. */
  boolean isPassing() {
    return status == BUSY || status >= 500;
  }
}
