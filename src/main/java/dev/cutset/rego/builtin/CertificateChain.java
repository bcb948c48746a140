package dev.cutset.rego.builtin;

import dev.cutset.rego.BuiltinException;
import dev.cutset.rego.Notation;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoNumber;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoSet;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a chain of certificates must hold up to.
 *
 * @param host the name that the last certificate must be for; empty is any
 * @param purposes what it must be for, one of them
 */
record CertificateChain(String host, Instant time, Set<String> purposes) {
  private static final String ANY_PURPOSE = "2.5.29.37.0";
  private static final Map<String, String> PURPOSES =
      Map.ofEntries(
          Map.entry("KeyUsageAny", ANY_PURPOSE),
          Map.entry("KeyUsageServerAuth", "1.3.6.1.5.5.7.3.1"),
          Map.entry("KeyUsageClientAuth", "1.3.6.1.5.5.7.3.2"),
          Map.entry("KeyUsageCodeSigning", "1.3.6.1.5.5.7.3.3"),
          Map.entry("KeyUsageEmailProtection", "1.3.6.1.5.5.7.3.4"),
          Map.entry("KeyUsageIPSECEndSystem", "1.3.6.1.5.5.7.3.5"),
          Map.entry("KeyUsageIPSECTunnel", "1.3.6.1.5.5.7.3.6"),
          Map.entry("KeyUsageIPSECUser", "1.3.6.1.5.5.7.3.7"),
          Map.entry("KeyUsageTimeStamping", "1.3.6.1.5.5.7.3.8"),
          Map.entry("KeyUsageOCSPSigning", "1.3.6.1.5.5.7.3.9"),
          Map.entry("KeyUsageMicrosoftServerGatedCrypto", "1.3.6.1.4.1.311.10.3.3"),
          Map.entry("KeyUsageNetscapeServerGatedCrypto", "2.16.840.1.113730.4.1"),
          Map.entry("KeyUsageMicrosoftCommercialCodeSigning", "1.3.6.1.4.1.311.2.1.22"),
          Map.entry("KeyUsageMicrosoftKernelCodeSigning", "1.3.6.1.4.1.311.61.1.1"));

  CertificateChain {
    purposes = Set.copyOf(purposes);
  }

  static CertificateChain of(RegoObject options, Instant now) {
    String host = "";
    Instant time = now;
    Set<String> purposes = new HashSet<>();
    for (RegoValue key : options.keys()) {
      RegoValue value = options.get(key);
      switch (Notation.plain(key)) {
        case "DNSName" -> {
          if (!(value instanceof RegoString text)) {
            throw BuiltinException.failed("'DNSName' should be a string");
          }
          host = unquoted(text.value());
        }
        case "CurrentTime" -> {
          if (!(value instanceof RegoNumber number)) {
            throw BuiltinException.failed("'CurrentTime' should be a number");
          }
          if (!number.isLong()) {
            throw BuiltinException.failed("'CurrentTime' should be a valid int64 number");
          }
          time = Instant.ofEpochSecond(0, number.longValue());
        }
        case "MaxConstraintComparisons" -> {
          if (!(value instanceof RegoNumber)) {
            throw BuiltinException.failed("'MaxConstraintComparisons' should be a number");
          }
        }
        case "KeyUsages" -> purposes.addAll(purposes(value));
        default -> throw BuiltinException.failed("invalid key option");
      }
    }
    if (purposes.isEmpty()) {
      purposes.add("1.3.6.1.5.5.7.3.1");
    }
    return new CertificateChain(host, time, purposes);
  }

  private static String unquoted(String text) {
    return text.replaceAll("^\"+|\"+$", "");
  }

  private static Set<String> purposes(@Nullable RegoValue value) {
    List<RegoValue> names = new ArrayList<>();
    if (value instanceof RegoArray array) {
      array.forEach(names::add);
    } else if (value instanceof RegoSet set) {
      set.forEach(names::add);
    } else {
      throw BuiltinException.failed("'KeyUsages' should be an Array or Set");
    }
    Set<String> purposes = new HashSet<>();
    List<String> unknown = new ArrayList<>();
    for (RegoValue name : names) {
      if (name instanceof RegoString text) {
        String purpose = PURPOSES.get(unquoted(text.value()));
        if (purpose == null) {
          unknown.add(unquoted(text.value()));
        } else {
          purposes.add(purpose);
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw BuiltinException.failed(
          "invalid entries for 'KeyUsages' found: [" + String.join(" ", unknown) + "]");
    }
    return purposes;
  }

  /**
   * The way from the last certificate to the first, which is trusted, over those between them;
   * nothing if there is none that holds.
   */
  List<byte[]> find(List<byte[]> certificates) {
    if (certificates.size() < 2) {
      return List.of();
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      List<X509Certificate> all = new ArrayList<>();
      for (byte[] each : certificates) {
        all.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(each)));
      }
      X509Certificate root = all.get(0);
      X509Certificate leaf = all.get(all.size() - 1);
      root.checkValidity(Date.from(time));
      List<X509Certificate> chain = new ArrayList<>();
      if (root.equals(leaf)) {
        leaf.checkValidity(Date.from(time));
      } else {
        chain.addAll(build(all, root, leaf));
      }
      chain.add(root);
      return isForHost(leaf) && allow(chain) ? encoded(chain) : List.of();
    } catch (GeneralSecurityException e) {
      return List.of();
    }
  }

  private static List<byte[]> encoded(List<X509Certificate> chain) throws GeneralSecurityException {
    List<byte[]> encoded = new ArrayList<>();
    for (X509Certificate each : chain) {
      encoded.add(each.getEncoded());
    }
    return encoded;
  }

  private List<X509Certificate> build(
      List<X509Certificate> all, X509Certificate root, X509Certificate leaf)
      throws GeneralSecurityException {
    X509CertSelector target = new X509CertSelector();
    target.setCertificate(leaf);
    PKIXBuilderParameters parameters =
        new PKIXBuilderParameters(Set.of(new TrustAnchor(root, null)), target);
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(time));
    parameters.setMaxPathLength(-1);
    parameters.addCertStore(
        CertStore.getInstance(
            "Collection", new CollectionCertStoreParameters(all.subList(1, all.size()))));
    List<X509Certificate> path = new ArrayList<>();
    for (Certificate each :
        CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath().getCertificates()) {
      path.add((X509Certificate) each);
    }
    return path;
  }

  /** Whether one purpose is allowed by each certificate that limits purposes at all. */
  private boolean allow(List<X509Certificate> chain) throws GeneralSecurityException {
    Set<String> left = new HashSet<>(purposes);
    for (X509Certificate each : chain) {
      List<String> allowed = each.getExtendedKeyUsage();
      if (allowed != null && !allowed.contains(ANY_PURPOSE) && !purposes.contains(ANY_PURPOSE)) {
        left.retainAll(allowed);
      }
    }
    return !left.isEmpty();
  }

  private boolean isForHost(X509Certificate leaf) throws GeneralSecurityException {
    if (host.isEmpty()) {
      return true;
    }
    Collection<List<?>> names = leaf.getSubjectAlternativeNames();
    String bare = host.replaceAll("^\\[(.*)]$", "$1");
    Cidr.Address address = Cidr.Address.parse(bare);
    for (List<?> name : names == null ? List.<List<?>>of() : names) {
      String text = String.valueOf(name.get(1));
      boolean same =
          address == null
              ? name.get(0).equals(2) && matches(text)
              : name.get(0).equals(7) && address.equals(Cidr.Address.parse(text));
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** A star stands for the first part of a name and for nothing else. */
  private boolean matches(String pattern) {
    String wanted = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    String given = pattern.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (!given.startsWith("*.")) {
      return given.equals(wanted);
    }
    int dot = wanted.indexOf('.');
    return dot > 0 && wanted.substring(dot).equals(given.substring(1));
  }
}
