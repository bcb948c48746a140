package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinContext;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Builtins with JSON web tokens. */
final class Tokens {
  private static final String VERIFY = "io.jwt.verify_";

  private Tokens() {}

  static @Nullable Builtin find(String name) {
    return switch (name) {
      case "io.jwt.decode" -> (context, x) -> decode(Operands.text(x, 0));
      case "io.jwt.decode_verify" ->
          (context, x) -> TokenConstraints.of(context, Operands.object(x, 1)).check(x);
      case "io.jwt.encode_sign" ->
          (context, x) ->
              TokenSigning.sign(GoJson.compact(x[0]), GoJson.compact(x[1]), GoJson.compact(x[2]));
      case "io.jwt.encode_sign_raw" ->
          (context, x) -> {
            String key = Operands.text(x, 2);
            return TokenSigning.sign(Operands.text(x, 0), Operands.text(x, 1), key);
          };
      default -> name.startsWith(VERIFY) ? verify(name.substring(VERIFY.length())) : null;
    };
  }

  private static @Nullable Builtin verify(String name) {
    TokenAlgorithm algorithm =
        name.equals("eddsa")
            ? TokenAlgorithm.EDDSA
            : TokenAlgorithm.named(name.toUpperCase(Locale.ROOT));
    if (algorithm == null) {
      return null;
    }
    return name.startsWith("hs")
        ? (context, x) -> RegoBoolean.of(verifySecret(algorithm, x))
        : (context, x) -> RegoBoolean.of(verifyPair(context, algorithm, x));
  }

  private static RegoValue decode(String text) {
    Token token = Token.split(text);
    RegoObject header = token.decodedHeader();
    String payload = token.payloadText();
    if (header.get("cty") instanceof RegoString type && type.value().equals("JWT")) {
      // A token in a token may be quoted.
      return decode(payload.replaceAll("^[\"']+|[\"']+$", ""));
    }
    RegoObject claims = Token.object(payload);
    byte[] signature = Token.bytes("signature", token.signature());
    return RegoArray.of(header, claims, new RegoString(HexFormat.of().formatHex(signature)));
  }

  private static boolean verifySecret(TokenAlgorithm algorithm, RegoValue[] x) {
    String text = Operands.text(x, 0);
    byte[] secret = Encodings.bytes(x, 1);
    Token token = Token.split(text);
    byte[] wanted = algorithm.mac(secret, token.signed());
    return MessageDigest.isEqual(token.signatureBytes(), wanted);
  }

  private static boolean verifyPair(
      BuiltinContext context, TokenAlgorithm algorithm, RegoValue[] x) {
    Token token = Token.split(Operands.text(x, 0));
    List<TokenKey> keys = keys(context, Operands.text(x, 1));
    byte[] signature = token.signatureBytes();
    Token.Header header = Token.Header.of(token.decodedHeader());
    byte[] signed = token.signed();
    return anyVerifies(keys, header, key -> algorithm.verify(key.onlyOpen(), signed, signature));
  }

  /** Asks the key that the header names, if there is one, else all that are for its algorithm. */
  static boolean anyVerifies(
      List<TokenKey> keys, Token.Header header, Predicate<TokenKey> verifies) {
    if (!header.keyId().isEmpty()) {
      for (TokenKey key : keys) {
        if (key.id().equals(header.keyId())) {
          return verifies.test(key);
        }
      }
    }
    for (TokenKey key : keys) {
      boolean meant = key.algorithm().isEmpty() || key.algorithm().equals(header.algorithm());
      if (meant && verifies.test(key)) {
        return true;
      }
    }
    return false;
  }

  /** The keys of a certificate, of an open key in PEM, or of a set in JSON. */
  static List<TokenKey> keys(BuiltinContext context, String text) {
    return context.remembered(Tokens.class, text, Tokens::readKeys);
  }

  private static List<TokenKey> readKeys(String text) {
    Pem block = Pem.first(text);
    if (block != null) {
      return List.of(readKey(block));
    }
    List<TokenKey> all;
    try {
      all = JsonWebKey.readAll(text);
    } catch (BuiltinException e) {
      throw BuiltinException.failed("failed to parse a JWK key (set): " + e.getMessage());
    }
    return all.stream()
        .filter(key -> key.algorithm().isEmpty() || TokenAlgorithm.isKnown(key.algorithm()))
        .toList();
  }

  private static TokenKey readKey(Pem block) {
    if (!block.rest().isEmpty()) {
      throw BuiltinException.failed("extra data after a PEM certificate block");
    }
    String what = block.type().equals("CERTIFICATE") ? "certificate" : "public key";
    try {
      return switch (block.type()) {
        case "CERTIFICATE" ->
            TokenKey.verifying(
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.bytes()))
                    .getPublicKey());
        case "PUBLIC KEY" -> TokenKey.verifying(KeyMaterial.read(block.bytes()));
        default ->
            throw BuiltinException.failed("failed to extract a Key from the PEM certificate");
      };
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed("failed to parse a PEM " + what + ": " + e.getMessage());
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
