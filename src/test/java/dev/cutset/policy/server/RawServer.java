package dev.cutset.policy.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that does to each call what a test wants, down to the bytes. */
final class RawServer implements AutoCloseable {
  /** What TLS begins with, which has no head to wait for the end of. */
  private static final int HANDSHAKE = 0x16;

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket socket;
  private final Conduct conduct;
  private final AtomicInteger calls = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final List<Thread> taking = new CopyOnWriteArrayList<>();

  /** What becomes of a call. */
  @FunctionalInterface
  interface Conduct {
    void take(Socket call, int number) throws IOException, InterruptedException;
  }

  RawServer(Conduct conduct) throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conduct);
  }

  RawServer(ServerSocket socket, Conduct conduct) {
    this.socket = socket;
    this.conduct = conduct;
    Thread thread = new Thread(this::serve, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Answers each call with the same. */
  static RawServer answering(String status, String type, String body) throws IOException {
    return new RawServer((call, number) -> answer(call, status, type, body));
  }

  static void answer(Socket call, String status, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + status
            + "\r\n"
            + type
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n";
    call.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
    call.getOutputStream().write(bytes);
    call.getOutputStream().flush();
    call.close();
  }

  static String json(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        Socket call = socket.accept();
        open.add(call);
        int number = calls.incrementAndGet();
        Thread thread = new Thread(() -> take(call, number), "call " + number);
        thread.setDaemon(true);
        taking.add(thread);
        thread.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void take(Socket call, int number) {
    try {
      heads.add(request(call.getInputStream()));
      conduct.take(call, number);
    } catch (IOException | InterruptedException e) {
      // The caller went away, or the test is over.
    }
  }

  /** The head of a request, whose body is read too: a reset would overtake the answer else. */
  private static String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the caller hung up");
      }
      if (next == HANDSHAKE && head.isEmpty()) {
        in.skipNBytes(in.available());
        return "";
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return head.toString();
  }

  URI url() {
    return URI.create("http://localhost:" + socket.getLocalPort());
  }

  URI secureUrl() {
    return URI.create("https://localhost:" + socket.getLocalPort());
  }

  int calls() {
    return calls.get();
  }

  List<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket call : open) {
      call.close();
    }
    taking.forEach(Thread::interrupt);
  }
}
