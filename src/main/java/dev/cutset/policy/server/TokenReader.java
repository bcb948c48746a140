package dev.cutset.policy.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the token that a server lets us in with; no message holds it. */
final class TokenReader {
  /** What can stand in a header as it is. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

  private final Map<String, String> environment;

  TokenReader(Map<String, String> environment) {
    this.environment = environment;
  }

  String read(TokenSource source) throws OpaServerException {
    if (source instanceof TokenSource.File file) {
      return checked(content(file.path()), "the file `" + file.path() + "`");
    }
    String name = ((TokenSource.Variable) source).name();
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new OpaServerException(
          "the environment variable `"
              + name
              + "` is not set; put the token for the OPA server"
              + " into it");
    }
    return checked(value, "the environment variable `" + name + "`");
  }

  private static String content(Path file) throws OpaServerException {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new OpaServerException(
          "the token of the OPA server cannot be read from `"
              + file
              + "`; check that the file exists and may be read",
          e);
    }
  }

  private static String checked(String text, String where) throws OpaServerException {
    String token = text.strip();
    if (!TOKEN.matcher(token).matches()) {
      throw new OpaServerException(
          where + " holds no token; it must be one line without spaces, and nothing else");
    }
    return token;
  }
}
