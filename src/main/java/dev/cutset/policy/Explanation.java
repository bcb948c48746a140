package dev.cutset.policy;

import dev.cutset.analysis.Absence;
import dev.cutset.stack.Urn;
import java.util.List;

/**
 * All that is known of what somebody asked about.
 *
 * @param subject what was asked about, as it is called
 * @param findings those that are meant, or that would change the resource, worst first
 * @param policies the policies that are meant, or by which they were found
 * @param involved other findings in whose chain the resource is
 * @param components what becomes of the stack without it
 * @param silent resources that cannot fail by themselves as far as Cutset knows
 */
public record Explanation(
    String subject,
    List<Told> findings,
    List<PolicyInfo> policies,
    List<Finding> involved,
    List<Absence> components,
    List<Urn> silent) {

  public Explanation {
    findings = List.copyOf(findings);
    policies = List.copyOf(policies);
    involved = List.copyOf(involved);
    components = List.copyOf(components);
    silent = List.copyOf(silent);
  }

  /**
   * A finding with all that falls.
   *
   * @param fallen the names of the components that fall in turn, what fails first
   * @param state where it stands apart: waived, with the rest of the words; empty otherwise
   */
  public record Told(Finding finding, List<String> fallen, String state) {
    public Told {
      fallen = List.copyOf(fallen);
    }
  }
}
