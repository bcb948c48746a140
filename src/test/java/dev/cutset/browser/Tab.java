package dev.cutset.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A page in a browser, used as a reader uses it: by keys and by the mouse. */
public final class Tab {
  private static final Map<String, Integer> CODES =
      Map.of(
          "Tab",
          9,
          "Enter",
          13,
          "Escape",
          27,
          " ",
          32,
          "ArrowLeft",
          37,
          "ArrowUp",
          38,
          "ArrowRight",
          39,
          "ArrowDown",
          40,
          "/",
          191);

  private final Chromium chromium;
  private final String session;
  private final String address;

  Tab(Chromium chromium, String session, String address) {
    this.chromium = chromium;
    this.session = session;
    this.address = address;
  }

  void open(int width, int height, String theme) {
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", Map.of());
    }
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    call("Page.navigate", Map.of("url", address));
    for (int i = 0; chromium.events(session, "Page.loadEventFired").isEmpty(); i++) {
      assertThat(i).as("the page is loaded within a minute").isLessThan(1_200);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return chromium.call(session, method, parameters);
  }

  /** What an expression is worth in the page; a promise is waited for. */
  public JsonNode value(String expression) {
    JsonNode said =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    assertThat(said.has("exceptionDetails")).as(expression + ": " + said).isFalse();
    return said.get("result").path("value");
  }

  public String text(String expression) {
    return value(expression).asString();
  }

  public List<String> texts(String expression) {
    List<String> texts = new ArrayList<>();
    value(expression).forEach(text -> texts.add(text.asString()));
    return texts;
  }

  /** The text of what a selector chooses. */
  public String textOf(String selector) {
    return text("document.querySelector(" + quoted(selector) + ").textContent.trim()");
  }

  /** Presses and releases a key. */
  public void press(String key) {
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    int code = CODES.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyDown", "key", key, "text", text, "windowsVirtualKeyCode", code));
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  public void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Clicks into the upper left of what a selector chooses, where a box has no cards. */
  public void click(String selector) {
    JsonNode at =
        value(
            "(() => { const e = document.querySelector("
                + quoted(selector)
                + "); e.scrollIntoView({block: 'center', inline: 'center'});"
                + " const a = (e.querySelector('rect') || e).getBoundingClientRect();"
                + " return [a.x + 8, a.y + 8]; })()");
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              at.get(0).asDouble(),
              "y",
              at.get(1).asDouble(),
              "button",
              type.equals("mouseMoved") ? "none" : "left",
              "clickCount",
              1));
    }
  }

  /** Puts the focus on what a selector chooses. */
  public void focus(String selector) {
    value("document.querySelector(" + quoted(selector) + ").focus()");
  }

  /** What has the focus: its label, else its name, else its text. */
  public String focused() {
    return text(
        "(e => e.getAttribute('aria-label') || e.id || e.textContent.trim())(document.activeElement)");
  }

  /** The addresses that the page asked for. */
  public List<String> requests() {
    return chromium.events(session, "Network.requestWillBeSent").stream()
        .map(event -> event.get("request").get("url").asString())
        .toList();
  }

  public String address() {
    return address;
  }

  /** What the browser or the page complained of. */
  public List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (String kind :
        List.of("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")) {
      chromium.events(session, kind).forEach(event -> complaints.add(event.toString()));
    }
    return complaints;
  }

  public static String quoted(String text) {
    return Chromium.JSON.writeValueAsString(text);
  }
}
