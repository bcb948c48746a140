package dev.cutset.rego.builtin;

import dev.cutset.rego.Builtin;
import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The builtin that signs a request for AWS (signature version 4); it sends nothing. */
final class AwsSignature {
  private static final Set<String> REQUEST_FIELDS =
      Set.of(
          "method",
          "url",
          "body",
          "enable_redirect",
          "force_json_decode",
          "force_yaml_decode",
          "headers",
          "raw_body",
          "tls_use_system_certs",
          "tls_ca_cert",
          "tls_ca_cert_file",
          "tls_ca_cert_env_variable",
          "tls_client_cert",
          "tls_client_cert_file",
          "tls_client_cert_env_variable",
          "tls_client_key",
          "tls_client_key_file",
          "tls_client_key_env_variable",
          "tls_insecure_skip_verify",
          "tls_server_name",
          "timeout",
          "cache",
          "force_cache",
          "force_cache_duration_seconds",
          "raise_error",
          "caching_mode",
          "max_retry_attempts",
          "cache_ignored_headers");
  private static final List<String> NEEDED =
      List.of("aws_access_key", "aws_region", "aws_secret_access_key", "aws_service");

  /** What may change on the way to the service. */
  private static final Set<String> UNSIGNED =
      Set.of("authorization", "user-agent", "x-amzn-trace-id");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final RegoObject request;
  private final RegoObject configuration;
  private final String time;

  private AwsSignature(RegoObject request, RegoObject configuration, Instant time) {
    this.request = request;
    this.configuration = configuration;
    this.time = TIME.format(time);
  }

  static @Nullable Builtin find(String name) {
    return name.equals("providers.aws.sign_req") ? (context, x) -> sign(x) : null;
  }

  private static RegoValue sign(RegoValue[] x) {
    RegoObject request = Operands.object(x, 0);
    RegoObject configuration = Operands.object(x, 1);
    checkConfiguration(configuration);
    RegoNumber nanoseconds = Operands.number(x, 2);
    if (!nanoseconds.isLong()) {
      throw BuiltinException.operand(3, "could not convert time_ns value into a unix timestamp");
    }
    checkRequest(request);
    Instant time = Instant.ofEpochSecond(0, nanoseconds.longValue());
    return new AwsSignature(request, configuration, time).sign();
  }

  private static void checkConfiguration(RegoObject configuration) {
    refuse(
        2,
        "missing required AWS config parameters(s): ",
        NEEDED.stream().filter(name -> configuration.get(name) == null).toList());
    refuse(
        2,
        "invalid values for required AWS config parameters(s): ",
        NEEDED.stream().filter(name -> !(configuration.get(name) instanceof RegoString)).toList());
  }

  private static void checkRequest(RegoObject request) {
    refuse(
        1,
        "invalid request parameters(s): ",
        request.keys().stream()
            .map(Notation::plain)
            .filter(name -> !REQUEST_FIELDS.contains(name))
            .toList());
    List<String> needed = List.of("method", "url");
    refuse(
        1,
        "missing required request parameters(s): ",
        needed.stream().filter(name -> request.get(name) == null).toList());
    RegoValue headers = request.get("headers");
    if (headers != null && !(headers instanceof RegoObject)) {
      throw BuiltinException.operand(0, "must be object but got " + headers.typeName());
    }
    refuse(
        1,
        "invalid values for required request parameters(s): ",
        needed.stream().filter(name -> !(request.get(name) instanceof RegoString)).toList());
  }

  private static void refuse(int operand, String message, List<String> names) {
    if (!names.isEmpty()) {
      RegoSet.Builder set = RegoSet.builder();
      names.forEach(name -> set.add(new RegoString(name)));
      throw BuiltinException.operand(operand, message + Notation.of(set.build()));
    }
  }

  private static String text(RegoObject object, String name) {
    return object.get(name) instanceof RegoString text ? text.value() : "";
  }

  private RegoObject sign() {
    String content = contentHash();
    String service = text(configuration, "aws_service");
    Uris.Target target = Uris.target(text(request, "url"));
    Map<String, String> added = new TreeMap<>();
    added.put("host", target.host());
    added.put("x-amz-date", time);
    if (service.equals("s3") || service.equals("glacier")) {
      added.put("x-amz-content-sha256", content);
    }
    if (!text(configuration, "aws_session_token").isEmpty()) {
      added.put("x-amz-security-token", text(configuration, "aws_session_token"));
    }
    Map<String, String> given = givenHeaders();
    Map<String, String> signed = new TreeMap<>(added);
    given.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (!UNSIGNED.contains(lower)) {
            signed.put(lower, value);
          }
        });
    RegoObject.Builder headers = RegoObject.builder();
    given.forEach((name, value) -> headers.put(name, new RegoString(value)));
    headers.put("Authorization", new RegoString(authorization(service, target, signed, content)));
    added.forEach((name, value) -> headers.put(name, new RegoString(value)));
    return request.toBuilder().put("headers", headers.build()).build();
  }

  private Map<String, String> givenHeaders() {
    Map<String, String> given = new TreeMap<>();
    if (request.get("headers") instanceof RegoObject headers) {
      headers.forEach(
          (name, value) ->
              given.put(
                  name instanceof RegoString text ? text.value() : "",
                  value instanceof RegoString text ? text.value() : ""));
    }
    return given;
  }

  private String contentHash() {
    RegoValue unsigned = configuration.get("disable_payload_signing");
    if (unsigned != null && !(unsigned instanceof RegoBoolean)) {
      throw BuiltinException.operand(
          2, "invalid value for 'disable_payload_signing' in AWS config");
    }
    if (unsigned == RegoBoolean.TRUE) {
      return "UNSIGNED-PAYLOAD";
    }
    RegoValue body = request.get("body");
    if (request.get("raw_body") != null) {
      return hash(text(request, "raw_body"));
    }
    return hash(body == null ? "" : GoJson.compact(body));
  }

  private String authorization(
      String service, Uris.Target target, Map<String, String> headers, String content) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    String names = String.join(";", headers.keySet());
    String canonical =
        String.join(
            "\n",
            text(request, "method"),
            target.path(),
            target.query(),
            lines.toString(),
            names,
            content);
    String day = time.substring(0, 8);
    String region = text(configuration, "aws_region");
    String scope = day + "/" + region + "/" + service + "/aws4_request";
    String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(canonical);
    byte[] key = bytes("AWS4" + text(configuration, "aws_secret_access_key"));
    for (String part : List.of(day, region, service, "aws4_request", toSign)) {
      key = TokenAlgorithm.HS256.mac(key, bytes(part));
    }
    return "AWS4-HMAC-SHA256 Credential="
        + text(configuration, "aws_access_key")
        + "/"
        + scope
        + ",SignedHeaders="
        + names
        + ",Signature="
        + HexFormat.of().formatHex(key);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (GeneralSecurityException e) {
      throw BuiltinException.failed(String.valueOf(e.getMessage()));
    }
  }
}
