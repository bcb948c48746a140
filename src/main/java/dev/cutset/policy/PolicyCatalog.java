package dev.cutset.policy;

import dev.cutset.policy.PolicyInfo.RelatedResource;
import dev.cutset.rego.RegoArray;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoString;
import dev.cutset.rego.RegoValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The policies, and their pages: those that come with Cutset, and a team's own. */
public final class PolicyCatalog {
  private static final String METADATA = "metadata.json";
  private static final String ELSEWHERE = "A policy that an OPA server keeps.";

  private final boolean withBundled;
  private final List<PolicyInfo> others;
  private final Map<String, String> pages;
  private volatile @Nullable List<PolicyInfo> all;

  private PolicyCatalog(boolean withBundled, List<PolicyInfo> others, Map<String, String> pages) {
    this.withBundled = withBundled;
    this.others = List.copyOf(others);
    this.pages = Map.copyOf(pages);
  }

  /** The catalog of the bundled policies; what they say is read when somebody asks for it. */
  public static PolicyCatalog bundled() {
    return new PolicyCatalog(true, List.of(), Map.of());
  }

  private static List<PolicyInfo> readBundled() {
    try (InputStream json = PolicyCatalog.class.getResourceAsStream(METADATA)) {
      if (json == null) {
        throw new JudgeException("the metadata of the policies are missing, run `policies/build`");
      }
      List<PolicyInfo> policies = new ArrayList<>();
      for (RegoValue policy : (RegoArray) RegoValue.parse(json)) {
        policies.add(info((RegoObject) policy));
      }
      return policies;
    } catch (IOException e) {
      throw new JudgeException("the metadata of the policies cannot be read", e);
    }
  }

  /** What can be said of the policies of a server, of which only the findings are known. */
  public static PolicyCatalog ofFindings(List<Finding> findings) {
    PolicyCatalog bundled = bundled();
    Map<String, PolicyInfo> found = new TreeMap<>();
    Map<String, String> pages = new HashMap<>();
    for (Finding finding : findings) {
      String id = finding.policy();
      Optional<PolicyInfo> known =
          bundled.policies().stream().filter(policy -> policy.id().equals(id)).findFirst();
      if (known.isPresent()) {
        found.put(id, known.get());
      } else if (!found.containsKey(id)) {
        found.put(id, elsewhere(finding));
        pages.put(id, "# " + id + "\n\n" + ELSEWHERE + "\n");
      }
    }
    return new PolicyCatalog(false, List.copyOf(found.values()), pages);
  }

  private static PolicyInfo elsewhere(Finding finding) {
    return new PolicyInfo(
        finding.policy().toLowerCase(Locale.ROOT),
        finding.policy(),
        finding.policy(),
        ELSEWHERE,
        finding.severity(),
        finding.enforcement(),
        finding.fix(),
        "central",
        List.of());
  }

  /**
   * The same with further policies.
   *
   * @param morePages the page of each of them, by its id
   */
  public PolicyCatalog with(List<PolicyInfo> more, Map<String, String> morePages) {
    List<PolicyInfo> allOthers = new ArrayList<>(others);
    allOthers.addAll(more);
    Map<String, String> allPages = new HashMap<>(pages);
    allPages.putAll(morePages);
    return new PolicyCatalog(withBundled, allOthers, allPages);
  }

  /** All policies: those that come with Cutset, by name, and then the others. */
  public List<PolicyInfo> policies() {
    List<PolicyInfo> known = all;
    if (known == null) {
      List<PolicyInfo> read = withBundled ? readBundled() : new ArrayList<>();
      read.addAll(others);
      known = List.copyOf(read);
      all = known;
    }
    return known;
  }

  /** The ids of all policies. */
  public List<String> ids() {
    return policies().stream().map(PolicyInfo::id).toList();
  }

  /** The policy with an id, {@code SPOF-…}, or with a name. */
  public Optional<PolicyInfo> find(String idOrName) {
    return policies().stream()
        .filter(policy -> policy.id().equalsIgnoreCase(idOrName) || policy.name().equals(idOrName))
        .findFirst();
  }

  /** The page of a policy, in Markdown. */
  public String page(PolicyInfo policy) {
    String own = pages.get(policy.id());
    if (own != null) {
      return own;
    }
    String resource = "pages/" + policy.name() + "/README.md";
    try (InputStream page = PolicyCatalog.class.getResourceAsStream(resource)) {
      if (page == null) {
        throw new JudgeException("the page of `" + policy.id() + "` is missing");
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new JudgeException("the page of `" + policy.id() + "` cannot be read", e);
    }
  }

  private static PolicyInfo info(RegoObject fields) {
    List<RelatedResource> related = new ArrayList<>();
    if (fields.get("relatedResources") instanceof RegoArray resources) {
      for (RegoValue resource : resources) {
        RegoObject page = (RegoObject) resource;
        related.add(new RelatedResource(text(page, "ref"), text(page, "description")));
      }
    }
    return new PolicyInfo(
        text(fields, "name"),
        text(fields, "id"),
        text(fields, "title"),
        text(fields, "description"),
        Severity.valueOf(text(fields, "severity").toUpperCase(Locale.ROOT)),
        Enforcement.valueOf(text(fields, "enforcement").toUpperCase(Locale.ROOT)),
        text(fields, "remediation"),
        text(fields, "layer"),
        related);
  }

  private static String text(RegoObject fields, String name) {
    if (fields.get(name) instanceof RegoString text) {
      return text.value();
    }
    throw new JudgeException(
        "the metadata of a policy lack the text `" + name + "`: `" + fields + "`");
  }
}
