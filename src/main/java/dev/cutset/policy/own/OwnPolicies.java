package dev.cutset.policy.own;

import dev.cutset.policy.PolicyCatalog;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a team judges by beside the policies that come with Cutset.
 *
 * @param policies what they say of themselves
 * @param pages the page of each, by its id
 * @param rules what asks them
 */
public record OwnPolicies(List<PolicyInfo> policies, Map<String, String> pages, List<Rules> rules) {

  /** No policies beside those that come with Cutset. */
  public static final OwnPolicies NONE = new OwnPolicies(List.of(), Map.of(), List.of());

  public OwnPolicies {
    policies = List.copyOf(policies);
    pages = Map.copyOf(pages);
    rules = List.copyOf(rules);
  }

  /** All policies: those that come with Cutset, then these. */
  public PolicyCatalog catalog() {
    return PolicyCatalog.bundled().with(policies, pages);
  }

  /** These and others. */
  OwnPolicies and(OwnPolicies others) {
    List<PolicyInfo> allPolicies = new ArrayList<>(policies);
    allPolicies.addAll(others.policies());
    Map<String, String> allPages = new LinkedHashMap<>(pages);
    allPages.putAll(others.pages());
    List<Rules> allRules = new ArrayList<>(rules);
    allRules.addAll(others.rules());
    return new OwnPolicies(allPolicies, allPages, allRules);
  }
}
