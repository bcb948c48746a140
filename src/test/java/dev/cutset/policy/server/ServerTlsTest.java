package dev.cutset.policy.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.JudgeException;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server is believed, and believes us, by certificates. */
@Timeout(60)
class ServerTlsTest {
  /** Made once a JVM and not once a run: {@code keytool} takes longer than all these tests. */
  private static final class Made {
    static final Path FOLDER = folder();
    static final KeyStoreFiles KEYS = keys();

    private static Path folder() {
      try {
        Path folder = Files.createTempDirectory("cutset-keys-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        return folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void remove(Path folder) {
      for (File file : Objects.requireNonNullElse(folder.toFile().listFiles(), new File[0])) {
        file.delete();
      }
      folder.toFile().delete();
    }

    private static KeyStoreFiles keys() {
      try {
        return new KeyStoreFiles(FOLDER)
            .authority("ours")
            .signed("ours", "server", "localhost")
            .signed("ours", "elsewhere", "opa.example.com")
            .signed("ours", "client", "client")
            .authority("theirs")
            .signed("theirs", "stranger", "client");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while keys were made", e);
      }
    }
  }

  @TempDir private Path folder;

  private KeyStoreFiles keys;
  private Path ours;
  private Path theirs;

  @BeforeEach
  void certificates() throws Exception {
    keys = Made.KEYS;
    ours = keys.certificate("ours", "ours");
    theirs = keys.certificate("theirs", "theirs");
  }

  private RawServer serving(String name, boolean asksWho) throws Exception {
    SSLServerSocket socket =
        (SSLServerSocket)
            keys.server("ours", name)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    socket.setNeedClientAuth(asksWho);
    return new RawServer(
        socket,
        (call, number) ->
            RawServer.answer(call, "200 OK", "Content-Type: application/json", "{\"result\": []}"));
  }

  private static RegoSet ask(RawServer server, Optional<Path> authority, Optional<ClientKey> client)
      throws OpaServerException {
    OpaServer at =
        new OpaServer(
            server.secureUrl(),
            OpaServer.FINDINGS,
            Optional.empty(),
            authority,
            client,
            Duration.ofSeconds(6),
            0);
    return ServerRules.of(at, Map.of()).answers(RegoObject.EMPTY);
  }

  @Test
  void a_server_of_our_own_authority_is_believed() throws Exception {
    try (RawServer server = serving("server", false)) {
      assertThat(ask(server, Optional.of(ours), Optional.empty()).size()).isZero();
    }
  }

  @Test
  void a_server_of_another_authority_is_not() throws Exception {
    for (Optional<Path> authority : List.of(Optional.of(theirs), Optional.<Path>empty())) {
      try (RawServer server = serving("server", false)) {
        assertThatThrownBy(() -> ask(server, authority, Optional.empty()))
            .isInstanceOf(JudgeException.class)
            .hasMessage(
                "the OPA server at `"
                    + server.secureUrl()
                    + "` is not trusted: its certificate is for another host, has ended, or is of"
                    + " another authority; name the authority with --opa-ca (`caCertificate`)");
        assertThat(server.heads()).isEmpty();
      }
    }
  }

  @Test
  void a_server_with_the_name_of_another_host_is_not() throws Exception {
    try (RawServer server = serving("elsewhere", false)) {
      assertThatThrownBy(() -> ask(server, Optional.of(ours), Optional.empty()))
          .isInstanceOf(JudgeException.class)
          .hasMessageContaining("is not trusted");
    }
  }

  @Test
  void who_we_are_is_shown_where_a_server_asks() throws Exception {
    ClientKey client =
        new ClientKey(keys.certificate("ours", "client"), keys.key("ours", "client"));
    try (RawServer server = serving("server", true)) {
      assertThat(ask(server, Optional.of(ours), Optional.of(client)).size()).isZero();
    }
  }

  @Test
  void a_server_that_asks_takes_nobody_else() throws Exception {
    ClientKey stranger =
        new ClientKey(keys.certificate("theirs", "stranger"), keys.key("theirs", "stranger"));
    for (Optional<ClientKey> client : List.of(Optional.of(stranger), Optional.<ClientKey>empty())) {
      try (RawServer server = serving("server", true)) {
        assertThatThrownBy(() -> ask(server, Optional.of(ours), client))
            .isInstanceOf(JudgeException.class)
            .hasMessageContaining("whether it wants a client certificate");
      }
    }
  }

  @Test
  void a_server_that_answers_without_tls_does_not_agree_on_it() throws Exception {
    try (RawServer server =
        new RawServer(
            new ServerSocket(0, 5, InetAddress.getLoopbackAddress()),
            (call, number) -> RawServer.answer(call, "400 Bad Request", "Server: plain", ""))) {
      assertThatThrownBy(() -> ask(server, Optional.of(ours), Optional.empty()))
          .isInstanceOf(JudgeException.class)
          .hasMessageContaining("check that it speaks https");
    }
  }

  @Test
  void a_server_that_hangs_up_on_tls_may_have_none() throws Exception {
    try (RawServer server =
        new RawServer(
            new ServerSocket(0, 5, InetAddress.getLoopbackAddress()),
            (call, number) -> call.close())) {
      assertThatThrownBy(() -> ask(server, Optional.of(ours), Optional.empty()))
          .isInstanceOf(JudgeException.class)
          .hasMessageContaining("check that it speaks https");
    }
  }

  @Test
  void files_that_are_not_what_they_should_be_are_named() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
    Path key = keys.key("ours", "client");
    Path certificate = keys.certificate("ours", "client");
    Path old =
        Files.writeString(
            folder.resolve("old.key"),
            Files.readString(key).replace("PRIVATE KEY", "EC PRIVATE KEY"));
    refused(Optional.of(empty), Optional.empty(), "`" + empty + "` holds no certificate in PEM");
    refused(Optional.of(key), Optional.empty(), "`" + key + "` holds no certificate in PEM");
    Path none = folder.resolve("none.pem");
    refused(Optional.of(none), Optional.empty(), "`" + none + "` cannot be read");
    refused(
        Optional.empty(),
        Optional.of(new ClientKey(certificate, old)),
        "`" + old + "` holds no key that can be read");
    refused(
        Optional.empty(),
        Optional.of(new ClientKey(certificate, certificate)),
        "`" + certificate + "` holds no key that can be read");
    refused(
        Optional.empty(),
        Optional.of(new ClientKey(certificate, none)),
        "`" + none + "` cannot be read");
  }

  @Test
  void a_key_of_another_kind_than_the_certificate_is_refused() throws Exception {
    Path certificate = keys.certificate("ours", "client");
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
    Path rsa =
        Files.writeString(folder.resolve("rsa.key"), KeyStoreFiles.block("PRIVATE KEY", key));
    refused(
        Optional.empty(),
        Optional.of(new ClientKey(certificate, rsa)),
        "the key in `" + rsa + "` is not that of `" + certificate + "`");
  }

  private static void refused(Optional<Path> authority, Optional<ClientKey> client, String why) {
    OpaServer server =
        new OpaServer(
            URI.create("https://localhost:1"),
            "a",
            Optional.empty(),
            authority,
            client,
            Duration.ofSeconds(1),
            0);
    assertThatThrownBy(() -> ServerRules.of(server, Map.of()))
        .isInstanceOf(OpaServerException.class)
        .hasMessageStartingWith(why);
  }
}
