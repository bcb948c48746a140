package dev.cutset.policy.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom to trust, and who we are, out of PEM files; no message holds what is in a key. */
final class ServerTls {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "EdDSA");

  /** Keys are kept in memory only, where a password protects nothing. */
  private static final char[] NO_PASSWORD = {};

  private ServerTls() {}

  /** What a server's settings ask for; empty where the JVM's own will do. */
  static Optional<SSLContext> of(OpaServer server) throws OpaServerException {
    if (server.authorities().isEmpty() && server.clientKey().isEmpty()) {
      return Optional.empty();
    }
    KeyManager @Nullable [] keys =
        server.clientKey().isPresent() ? keys(server.clientKey().get()) : null;
    TrustManager @Nullable [] trusted =
        server.authorities().isPresent() ? trusted(server.authorities().get()) : null;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys, trusted, null);
      return Optional.of(context);
    } catch (GeneralSecurityException e) {
      throw new OpaServerException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  private static TrustManager[] trusted(Path file) throws OpaServerException {
    List<Certificate> authorities = certificates(file);
    try {
      KeyStore store = empty();
      for (int i = 0; i < authorities.size(); i++) {
        store.setCertificateEntry("authority-" + i, authorities.get(i));
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      return factory.getTrustManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new OpaServerException("`" + file + "` cannot be trusted: " + e.getMessage(), e);
    }
  }

  private static KeyManager[] keys(ClientKey files) throws OpaServerException {
    List<Certificate> chain = certificates(files.certificate());
    PrivateKey key = key(files.key());
    String algorithm = chain.get(0).getPublicKey().getAlgorithm();
    if (!algorithm.equals(key.getAlgorithm())) {
      throw new OpaServerException(
          "the key in `" + files.key() + "` is not that of `" + files.certificate() + "`");
    }
    try {
      KeyStore store = empty();
      store.setKeyEntry("client", key, NO_PASSWORD, chain.toArray(new Certificate[0]));
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException | IOException e) {
      throw new OpaServerException(
          "the certificate in `"
              + files.certificate()
              + "` cannot be used with the key in `"
              + files.key()
              + "`; name what belongs together",
          e);
    }
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  private static List<Certificate> certificates(Path file) throws OpaServerException {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    } catch (IOException e) {
      throw unreadable(file, e);
    } catch (GeneralSecurityException e) {
      throw new OpaServerException("`" + file + "` " + noCertificate(), e);
    }
    throw new OpaServerException("`" + file + "` " + noCertificate());
  }

  private static String noCertificate() {
    return "holds no certificate in PEM (`-----BEGIN CERTIFICATE-----`)";
  }

  private static PrivateKey key(Path file) throws OpaServerException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
    Matcher pem = KEY.matcher(text);
    if (pem.find()) {
      byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
      for (String kind : KINDS) {
        try {
          return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (InvalidKeySpecException e) {
          // Of another kind, perhaps.
        } catch (GeneralSecurityException e) {
          throw new OpaServerException("this JVM has no keys of the kind " + kind, e);
        }
      }
    }
    throw new OpaServerException(
        "`"
            + file
            + "` holds no key that can be read (`-----BEGIN PRIVATE KEY-----`, not encrypted);"
            + " `openssl pkcs8 -topk8 -nocrypt -in FILE` makes it so");
  }

  private static OpaServerException unreadable(Path file, IOException cause) {
    return new OpaServerException(
        "`" + file + "` cannot be read; check that the file exists and may be read", cause);
  }
}
