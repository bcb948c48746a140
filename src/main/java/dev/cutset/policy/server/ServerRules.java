package dev.cutset.policy.server;

import dev.cutset.policy.Rules;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoValue;
import java.util.Map;
import java.util.Optional;

/**
 * Policies that a server keeps. It answers with a list of findings, or there is no judgement.
 *
 * <p>The JDK's HTTP client is loaded when it is first asked, so that nobody else waits for it.
 */
public final class ServerRules implements Rules {
  private final Connection connection;
  private final ReplyReader reader;

  private ServerRules(Connection connection, ReplyReader reader) {
    this.connection = connection;
    this.reader = reader;
  }

  /**
   * The policies of a server.
   *
   * @param environment holds the token, where it is in a variable
   * @throws OpaServerException when what is said of the server cannot be used
   */
  public static ServerRules of(OpaServer server, Map<String, String> environment)
      throws OpaServerException {
    return of(server, environment, Connection.Limits.USUAL);
  }

  static ServerRules of(OpaServer server, Map<String, String> environment, Connection.Limits limits)
      throws OpaServerException {
    Optional<String> token = Optional.empty();
    if (server.token().isPresent()) {
      if (server.isOpenToOthers()) {
        throw new OpaServerException(
            "a token is not sent to "
                + server.name()
                + ", where others can read it on the way; use https");
      }
      token = Optional.of(new TokenReader(environment).read(server.token().get()));
    }
    return new ServerRules(
        new Connection(server, token, ServerTls.of(server), limits),
        new ReplyReader(server, token));
  }

  @Override
  public RegoSet answers(RegoValue facts) {
    String question = RegoObject.builder().put("input", facts).build().toJson();
    return reader.read(connection.ask(question));
  }
}
