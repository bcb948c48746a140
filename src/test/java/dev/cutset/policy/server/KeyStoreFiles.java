package dev.cutset.policy.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Authorities, servers and clients with certificates, made by the JDK's own tool. */
public final class KeyStoreFiles {
  private static final String PASSWORD = "changeit";

  private final Path folder;

  public KeyStoreFiles(Path folder) {
    this.folder = folder;
  }

  /** Makes an authority. */
  public KeyStoreFiles authority(String name) throws IOException, InterruptedException {
    keytool(name, name, List.of("-ext", "bc:c"));
    return this;
  }

  /** Makes a key and its certificate for a host, which an authority signs. */
  public KeyStoreFiles signed(String authority, String name, String host)
      throws IOException, InterruptedException {
    keytool(authority, name, List.of("-signer", authority, "-ext", "san=dns:" + host));
    return this;
  }

  private void keytool(String store, String name, List<String> more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                // What keytool makes if nothing is said differs between JDKs.
                "-groupname",
                "secp256r1",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keystore",
                file(store).toString(),
                "-storepass",
                PASSWORD));
    command.addAll(more);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  private Path file(String authority) {
    return folder.resolve(authority + ".p12");
  }

  private KeyStore store(String authority) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file(authority))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  /** A PEM file with the certificate of what an authority signed, and those above it. */
  public Path certificate(String authority, String name)
      throws IOException, GeneralSecurityException {
    StringBuilder pem = new StringBuilder();
    for (Certificate each : store(authority).getCertificateChain(name)) {
      pem.append(block("CERTIFICATE", each.getEncoded()));
    }
    return Files.writeString(folder.resolve(name + ".crt"), pem);
  }

  /** A PEM file with the private key of what an authority signed. */
  public Path key(String authority, String name) throws IOException, GeneralSecurityException {
    byte[] key = store(authority).getKey(name, PASSWORD.toCharArray()).getEncoded();
    return Files.writeString(folder.resolve(name + ".key"), block("PRIVATE KEY", key));
  }

  /** A block of PEM. */
  static String block(String type, byte[] content) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + type + "-----\n" + text + "\n-----END " + type + "-----\n";
  }

  /** What a server with the keys of one authority speaks TLS with; it trusts that one only. */
  SSLContext server(String authority, String name) throws IOException, GeneralSecurityException {
    KeyStore all = store(authority);
    KeyStore own = KeyStore.getInstance("PKCS12");
    own.load(null, null);
    own.setKeyEntry(
        name,
        all.getKey(name, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain(name));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry(authority, all.getCertificate(authority));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
