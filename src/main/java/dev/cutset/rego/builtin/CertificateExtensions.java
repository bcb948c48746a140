package dev.cutset.rego.builtin;

import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoBoolean;
import dev.cutset.rego.RegoNull;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the extensions of a certificate say, under the names that the fields have in Go. */
final class CertificateExtensions {
  private static final List<String> PURPOSES =
      List.of(
          "2.5.29.37.0",
          "1.3.6.1.5.5.7.3.1",
          "1.3.6.1.5.5.7.3.2",
          "1.3.6.1.5.5.7.3.3",
          "1.3.6.1.5.5.7.3.4",
          "1.3.6.1.5.5.7.3.5",
          "1.3.6.1.5.5.7.3.6",
          "1.3.6.1.5.5.7.3.7",
          "1.3.6.1.5.5.7.3.8",
          "1.3.6.1.5.5.7.3.9",
          "1.3.6.1.4.1.311.10.3.3",
          "2.16.840.1.113730.4.1",
          "1.3.6.1.4.1.311.2.1.22",
          "1.3.6.1.4.1.311.61.1.1");
  private static final List<String> LISTS =
      List.of(
          "Extensions",
          "UnhandledCriticalExtensions",
          "ExtKeyUsage",
          "UnknownExtKeyUsage",
          "OCSPServer",
          "IssuingCertificateURL",
          "DNSNames",
          "EmailAddresses",
          "IPAddresses",
          "URIs",
          "URIStrings",
          "PermittedDNSDomains",
          "ExcludedDNSDomains",
          "PermittedIPRanges",
          "ExcludedIPRanges",
          "PermittedEmailAddresses",
          "ExcludedEmailAddresses",
          "PermittedURIDomains",
          "ExcludedURIDomains",
          "CRLDistributionPoints",
          "PolicyIdentifiers",
          "Policies",
          "PolicyMappings");

  private final Map<String, List<RegoValue>> lists = new LinkedHashMap<>();
  private final Map<String, RegoValue> single = new LinkedHashMap<>();

  /** Reads the extensions, which are a sequence; null is none. */
  CertificateExtensions(@Nullable DerNode extensions) {
    for (String field : List.of("KeyUsage", "MaxPathLen")) {
      single.put(field, RegoNumber.of(0));
    }
    for (String field : List.of("SubjectKeyId", "AuthorityKeyId")) {
      single.put(field, RegoNull.NULL);
    }
    for (String field :
        List.of("InhibitAnyPolicy", "InhibitPolicyMapping", "RequireExplicitPolicy")) {
      depth(field, BigInteger.valueOf(-1));
    }
    for (String field :
        List.of("BasicConstraintsValid", "IsCA", "MaxPathLenZero", "PermittedDNSDomainsCritical")) {
      single.put(field, RegoBoolean.FALSE);
    }
    if (extensions != null) {
      extensions.children().forEach(this::read);
    }
  }

  /** The fields of a certificate. */
  void addTo(RegoObject.Builder fields) {
    single.forEach(fields::put);
    LISTS.forEach(field -> fields.put(field, list(field)));
    fields.put("ExtraExtensions", RegoNull.NULL);
  }

  /** The field of that name, null where nothing is in it. */
  RegoValue list(String field) {
    List<RegoValue> list = lists.get(field);
    return list == null ? RegoNull.NULL : RegoArray.of(list);
  }

  private void add(String field, RegoValue value) {
    lists.computeIfAbsent(field, it -> new ArrayList<>()).add(value);
  }

  private void add(String field, String text) {
    add(field, new RegoString(text));
  }

  private void read(DerNode extension) {
    List<DerNode> parts = extension.expect(DerNode.SEQUENCE).children();
    boolean critical = parts.size() > 2 && parts.get(1).truth();
    DerNode name = parts.get(0).expect(DerNode.NAME);
    DerNode value = parts.get(parts.size() - 1).expect(DerNode.OCTETS);
    add(
        "Extensions",
        RegoObject.builder()
            .put("Id", name.numberArray())
            .put("Critical", RegoBoolean.of(critical))
            .put("Value", value.base64())
            .build());
    if (!isKnown(name.dotted(), critical, value) && critical) {
      add("UnhandledCriticalExtensions", name.numberArray());
    }
  }

  private boolean isKnown(String name, boolean critical, DerNode value) {
    DerNode content = DerNode.one(value.content());
    switch (name) {
      case "2.5.29.15" -> single.put("KeyUsage", RegoNumber.of(usage(content)));
      case "2.5.29.19" -> constraints(content);
      case "2.5.29.17" -> {
        return alternativeNames(content);
      }
      case "2.5.29.30" -> {
        return new NameConstraints(content).read(critical);
      }
      case "2.5.29.31" -> distributionPoints(content);
      case "2.5.29.35" -> {
        DerNode id = content.tagged(0x80);
        single.put("AuthorityKeyId", id == null ? RegoNull.NULL : id.base64());
      }
      case "2.5.29.36" -> {
        for (DerNode limit : content.children()) {
          String field = limit.tag() == 0x80 ? "RequireExplicitPolicy" : "InhibitPolicyMapping";
          depth(field, limit.integer());
        }
      }
      case "2.5.29.37" -> content.children().forEach(this::purpose);
      case "2.5.29.14" -> single.put("SubjectKeyId", content.base64());
      case "2.5.29.32" -> {
        for (DerNode policy : content.children()) {
          add("PolicyIdentifiers", policy.child(0).numberArray());
          add("Policies", policy.child(0).dotted());
        }
      }
      case "2.5.29.33" -> {
        for (DerNode mapping : content.children()) {
          add(
              "PolicyMappings",
              RegoObject.builder()
                  .put("IssuerDomainPolicy", new RegoString(mapping.child(0).dotted()))
                  .put("SubjectDomainPolicy", new RegoString(mapping.child(1).dotted()))
                  .build());
        }
      }
      case "2.5.29.54" -> depth("InhibitAnyPolicy", content.integer());
      case "1.3.6.1.5.5.7.1.1" -> content.children().forEach(this::access);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void depth(String field, BigInteger value) {
    boolean set = value.signum() >= 0;
    single.put(field, RegoNumber.of(set ? value : BigInteger.ZERO));
    single.put(field + "Zero", RegoBoolean.of(set && value.signum() == 0));
  }

  /** The bits of the first nine uses, the first as the lowest. */
  private static int usage(DerNode content) {
    byte[] bits = content.expect(DerNode.BITS).bits();
    int usage = 0;
    for (int i = 0; i < 9 && i / 8 < bits.length; i++) {
      usage |= (bits[i / 8] >> 7 - i % 8 & 1) << i;
    }
    return usage;
  }

  private void constraints(DerNode content) {
    single.put("BasicConstraintsValid", RegoBoolean.TRUE);
    DerNode authority = content.tagged(0x01);
    single.put("IsCA", RegoBoolean.of(authority != null && authority.truth()));
    DerNode length = content.tagged(DerNode.INTEGER);
    BigInteger longest = length == null ? BigInteger.ONE.negate() : length.integer();
    single.put("MaxPathLen", RegoNumber.of(longest));
    single.put("MaxPathLenZero", RegoBoolean.of(longest.signum() == 0));
  }

  private boolean alternativeNames(DerNode content) {
    boolean understood = false;
    for (DerNode name : content.children()) {
      understood |= name.tag() == 0x81 || name.tag() == 0x82 || name.tag() >= 0x86;
      switch (name.tag()) {
        case 0x81 -> add("EmailAddresses", name.text());
        case 0x82 -> add("DNSNames", name.text());
        case 0x86 -> {
          Uris.Web uri = Uris.web(name.text());
          add("URIs", uri.fields());
          add("URIStrings", uri.text());
        }
        case 0x87 -> add("IPAddresses", address(name.content()));
        default -> {}
      }
    }
    return understood;
  }

  private static String address(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    boolean mapped = bytes.length == 16 && number.shiftRight(32).equals(BigInteger.valueOf(0xFFFF));
    return mapped
        ? Cidr.show(number.and(BigInteger.valueOf(0xFFFFFFFFL)), 32)
        : Cidr.show(number, bytes.length * 8);
  }

  private void distributionPoints(DerNode content) {
    for (DerNode point : content.children()) {
      DerNode name = point.tagged(0xA0);
      DerNode full = name == null ? null : name.tagged(0xA0);
      if (full != null) {
        full.children().stream()
            .filter(each -> each.tag() == 0x86)
            .forEach(each -> add("CRLDistributionPoints", each.text()));
      }
    }
  }

  private void purpose(DerNode name) {
    int known = PURPOSES.indexOf(name.dotted());
    if (known < 0) {
      add("UnknownExtKeyUsage", name.numberArray());
    } else {
      add("ExtKeyUsage", RegoNumber.of(known));
    }
  }

  private void access(DerNode description) {
    DerNode where = description.child(1);
    String method = description.child(0).dotted();
    if (where.tag() == 0x86 && method.equals("1.3.6.1.5.5.7.48.1")) {
      add("OCSPServer", where.text());
    } else if (where.tag() == 0x86 && method.equals("1.3.6.1.5.5.7.48.2")) {
      add("IssuingCertificateURL", where.text());
    }
  }

  /** Which names those may have that are certified by this. */
  private final class NameConstraints {
    private final DerNode content;
    private boolean understood = true;

    NameConstraints(DerNode content) {
      this.content = content;
    }

    boolean read(boolean critical) {
      for (DerNode trees : content.children()) {
        String prefix = trees.tag() == 0xA0 ? "Permitted" : "Excluded";
        for (DerNode tree : trees.children()) {
          name(prefix, tree.child(0));
        }
      }
      single.put("PermittedDNSDomainsCritical", RegoBoolean.of(critical));
      return understood;
    }

    private void name(String prefix, DerNode name) {
      switch (name.tag()) {
        case 0x81 -> add(prefix + "EmailAddresses", name.text());
        case 0x82 -> add(prefix + "DNSDomains", name.text());
        case 0x86 -> add(prefix + "URIDomains", name.text());
        case 0x87 -> {
          byte[] bytes = name.content();
          int half = bytes.length / 2;
          add(
              prefix + "IPRanges",
              RegoObject.builder()
                  .put("IP", new RegoString(address(Arrays.copyOf(bytes, half))))
                  .put("Mask", DerNode.base64(Arrays.copyOfRange(bytes, half, bytes.length)))
                  .build());
        }
        default -> understood = false;
      }
    }
  }
}
