package dev.cutset.policy.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutset.policy.Enforcement;
import dev.cutset.policy.PolicyInfo;
import dev.cutset.policy.PolicyInfo.RelatedResource;
import dev.cutset.policy.Severity;
import dev.cutset.rego.RegoObject;
import dev.cutset.rego.RegoValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a team's policies say of themselves is taken as it is, or refused. */
class MetadataReaderTest {
  private static final String FIELDS =
      "'title': 'Owners', 'description': 'Each has one.', 'id': 'ACME-OWNER', 'severity': 'high',"
          + " 'enforcement': 'advisory', 'remediation': 'Name one.'";

  private static List<PolicyInfo> read(String metadata) throws OwnPolicyException {
    RegoValue value = RegoValue.parse(metadata.replace('\'', '"'));
    return new MetadataReader(Path.of("ours")).read((RegoObject) value);
  }

  @Test
  void a_policy_is_what_it_says_of_itself() throws Exception {
    assertThat(
            read(
                "{'owner': {"
                    + FIELDS
                    + ", 'layer': 'people', 'relatedResources': [{'ref': 'https://a.example',"
                    + " 'description': 'A'}, {'ref': 'https://b.example'}, {'ref': ' '}, 7]}}"))
        .containsExactly(
            new PolicyInfo(
                "owner",
                "ACME-OWNER",
                "Owners",
                "Each has one.",
                Severity.HIGH,
                Enforcement.ADVISORY,
                "Name one.",
                "people",
                List.of(
                    new RelatedResource("https://a.example", "A"),
                    new RelatedResource("https://b.example", ""))));
  }

  @Test
  void a_layer_and_related_pages_need_not_be_said() throws Exception {
    PolicyInfo policy = read("{'owner': {" + FIELDS + "}}").get(0);

    assertThat(policy.layer()).isEqualTo("own");
    assertThat(policy.relatedResources()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "description", "id", "severity", "enforcement", "remediation"})
  void everything_else_has_to_be_said(String field) {
    String without = FIELDS.replaceFirst("'" + field + "': '[^']*'", "'" + field + "': ' '");

    assertThatThrownBy(() -> read("{'owner': {" + without + "}}"))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage(
            "`ours`: the policy `owner` does not say its " + field + "; " + MetadataReader.NEEDED);
  }

  @Test
  void all_that_is_missing_is_said_at_once() {
    assertThatThrownBy(() -> read("{'owner': {}}"))
        .hasMessageContaining(
            "does not say its title, description, id, severity, enforcement, remediation; ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'owner': 7}", "{'owner': null}", "{'owner': []}"})
  void what_says_nothing_is_no_policy(String metadata) {
    assertThatThrownBy(() -> read(metadata))
        .isInstanceOf(OwnPolicyException.class)
        .hasMessage("`ours`: `\"owner\"` says nothing of itself");
  }

  @Test
  void a_word_that_no_one_knows_is_refused_with_those_that_are_known() {
    assertThatThrownBy(() -> read("{'owner': {" + FIELDS.replace("advisory", "strict") + "}}"))
        .hasMessageStartingWith(
            "`ours`: the policy `owner` has the enforcement `strict`; it can be ")
        .hasMessageContaining("advisory, mandatory");
    assertThatThrownBy(() -> read("{'owner': {" + FIELDS.replace("high", "High") + "}}"))
        .hasMessageStartingWith("`ours`: the policy `owner` has the severity `High`; it can be ");
  }

  @Test
  void an_id_that_is_taken_is_refused_with_its_policy() {
    assertThatThrownBy(() -> read("{'owner': {" + FIELDS.replace("ACME-OWNER", "all") + "}}"))
        .hasMessageStartingWith("`ours`, policy `owner`: the id `all` is Cutset's");
  }
}
