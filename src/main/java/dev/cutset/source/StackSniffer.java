package dev.cutset.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Tells by the first keys of a JSON file whether a stack may be in it; reads no more than that. */
public final class StackSniffer {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_KEYS = 10;

  /** What other tools' files have no key of. */
  private static final Set<String> DECISIVE =
      Set.of("steps", "deployment", "checkpoint", "format_version");

  private StackSniffer() {}

  /** Whether it looks like a preview, a state, or a plan or state of Terraform. */
  public static boolean looksLikeStack(Path file) {
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      for (int keys = 0; keys < MOST_KEYS; keys++) {
        String key = json.nextName();
        if (key == null || DECISIVE.contains(key)) {
          return key != null;
        }
        json.nextToken();
        json.skipChildren();
      }
      return false;
    } catch (IOException | JacksonException e) {
      return false;
    }
  }
}
