package dev.cutset.policy.server;

import dev.cutset.policy.JudgeException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a list of findings out of what a server replied; anything else is an error. */
final class ReplyReader {
  /** How much of what a server says is shown. */
  private static final int SHOWN = 160;

  private static final int OK = 200;

  private final OpaServer server;
  private final Optional<String> token;

  /**
   * A reader.
   *
   * @param token is not shown, even if the server repeats it
   */
  ReplyReader(OpaServer server, Optional<String> token) {
    this.server = server;
    this.token = token;
  }

  RegoSet read(Reply reply) {
    if (reply.status() != OK) {
      throw refused(reply);
    }
    RegoValue result = result(reply);
    if (!(result instanceof RegoArray findings)) {
      throw wrong("answered with no list of findings but with `" + shown(result.toJson()) + "`");
    }
    RegoSet.Builder answers = RegoSet.builder();
    for (RegoValue finding : findings) {
      if (!(finding instanceof RegoObject)) {
        throw wrong("has `" + shown(finding.toJson()) + "` among its findings");
      }
      answers.add(finding);
    }
    return answers.build();
  }

  private RegoValue result(Reply reply) {
    RegoValue answer;
    try {
      answer = RegoValue.parse(new ByteArrayInputStream(reply.body()));
    } catch (IllegalArgumentException | UncheckedIOException | StackOverflowError e) {
      JudgeException nonsense =
          wrong("answered with no JSON" + type(reply) + " that begins `" + beginning(reply) + "`");
      nonsense.initCause(e);
      throw nonsense;
    }
    if (!(answer instanceof RegoObject fields)) {
      throw wrong("answered with `" + shown(answer.toJson()) + "`, which is not how OPA answers");
    }
    RegoValue result = fields.get("result");
    if (result == null) {
      throw new JudgeException(
          server.name()
              + " has no decision `"
              + server.decision()
              + "`; load the policies into it, or name another decision with --opa-path"
              + " (`path` in cutset.yaml)");
    }
    return result;
  }

  private static String type(Reply reply) {
    return reply.type().isEmpty() ? " but something" : " but `" + reply.type() + "`";
  }

  private JudgeException wrong(String what) {
    return new JudgeException(
        server.name()
            + " "
            + hidden(what)
            + "; check its address and the decision `"
            + server.decision()
            + "`");
  }

  private JudgeException refused(Reply reply) {
    String status = " (status " + reply.status() + said(reply) + ")";
    return new JudgeException(server.name() + hidden(status(reply, status)));
  }

  private String status(Reply reply, String status) {
    int code = reply.status();
    if (code == 401 || code == 403) {
      return (token.isPresent() ? " refuses the token" : " wants to know who asks")
          + status
          + (token.isPresent()
              ? "; check that it is the right one, and that it may ask for `"
                  + server.decision()
                  + "`"
              : "; name a token with --opa-token-env or --opa-token-file (`tokenEnv`, `tokenFile`)");
    }
    if (code == 404) {
      return " knows no decisions" + status + "; check its address: `/v1/data` is added to it";
    }
    if (code >= 300 && code < 400) {
      return " sends on to `"
          + shown(reply.location())
          + "`"
          + status
          + "; nobody is followed with a token, so name that address if it is the right one";
    }
    if (reply.isPassing()) {
      return " is in trouble" + status + "; look at its log, or ask again later";
    }
    return " does not take the question" + status + "; look at its log";
  }

  /** What OPA says of an error, where it was OPA. */
  private String said(Reply reply) {
    try {
      RegoValue body = RegoValue.parse(new ByteArrayInputStream(reply.body()));
      if (body instanceof RegoObject fields && fields.get("message") != null) {
        return ": " + text(fields.get("code")) + " " + text(fields.get("message"));
      }
    } catch (IllegalArgumentException | UncheckedIOException | StackOverflowError e) {
      // The status says enough.
    }
    return "";
  }

  private String text(@Nullable RegoValue value) {
    return value instanceof RegoString text ? shown(text.value()) : "";
  }

  private String beginning(Reply reply) {
    byte[] first = Arrays.copyOf(reply.body(), Math.min(reply.body().length, SHOWN * 4));
    return shown(new String(first, StandardCharsets.UTF_8));
  }

  /** Secrets go before the text is cut, so that no part of one is left. */
  private String shown(String text) {
    String line = hidden(text).replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  private String hidden(String text) {
    return token.map(secret -> text.replace(secret, "[token]")).orElse(text);
  }
}
