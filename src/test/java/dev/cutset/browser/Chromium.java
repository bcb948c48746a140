package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Chromium for the tests of a class, spoken to in its own protocol. */
public final class Chromium implements BeforeAllCallback, AfterAllCallback, WebSocket.Listener {
  private static final int SECONDS = 60;
  private static final String READY = "DevTools listening on ";
  static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger last = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private Path profile;
  private Process process;
  private WebSocket socket;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    profile = Files.createTempDirectory("chromium");
    Path log = profile.resolve("log");
    process =
        new ProcessBuilder(
                System.getenv().getOrDefault("CHROMIUM", "chromium"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile.resolve("profile"),
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address(log), this)
            .get(SECONDS, TimeUnit.SECONDS);
  }

  private URI address(Path log) throws IOException, InterruptedException {
    for (int i = 0; i < SECONDS * 10; i++) {
      for (String line : Files.readAllLines(log)) {
        if (line.startsWith(READY)) {
          return URI.create(line.substring(READY.length()).strip());
        }
      }
      assertThat(process.isAlive()).as("Chromium runs").isTrue();
      Thread.sleep(100);
    }
    throw new IllegalStateException("Chromium does not say where it listens");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** A page of this size, opened from its file. */
  public Tab open(Path page, int width, int height, String theme) {
    JsonNode target = call("", "Target.createTarget", Map.of("url", "about:blank"));
    Map<String, Object> attach =
        Map.of("targetId", target.get("targetId").asString(), "flatten", true);
    String session = call("", "Target.attachToTarget", attach).get("sessionId").asString();
    Tab tab = new Tab(this, session, page.toUri().toString());
    tab.open(width, height, theme);
    return tab;
  }

  public Tab open(Path page) {
    return open(page, 1440, 900, "light");
  }

  JsonNode call(String session, String method, Map<String, ?> parameters) {
    int id = last.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    Map<String, Object> call = new java.util.LinkedHashMap<>();
    call.put("id", id);
    call.put("method", method);
    call.put("params", parameters);
    if (!session.isEmpty()) {
      call.put("sessionId", session);
    }
    try {
      socket.sendText(JSON.writeValueAsString(call), true).get(SECONDS, TimeUnit.SECONDS);
      JsonNode said = answer.get(SECONDS, TimeUnit.SECONDS);
      assertThat(said.has("error")).as(method + ": " + said).isFalse();
      return said.get("result");
    } catch (Exception e) {
      throw new IllegalStateException("Chromium does not answer " + method, e);
    }
  }

  /** What it said by itself of a page. */
  List<JsonNode> events(String session, String method) {
    return events.stream()
        .filter(event -> event.path("sessionId").asString("").equals(session))
        .filter(event -> event.path("method").asString("").equals(method))
        .map(event -> event.get("params"))
        .toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean whole) {
    message.append(text);
    if (whole) {
      JsonNode said = JSON.readTree(message.toString());
      message.setLength(0);
      if (said.has("id")) {
        CompletableFuture<JsonNode> answer = open.remove(said.get("id").asInt());
        if (answer != null) {
          answer.complete(said);
        }
      } else {
        events.add(said);
      }
    }
    from.request(1);
    return null;
  }
}
