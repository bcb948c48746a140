package cutset.tests["dns-failover"]

import data.cutset.fixtures
import data.cutset.policies["dns-failover"] as policy

kept(kind) := fixtures.cut({"cause": [fixtures.component({"standbys": [fixtures.standby(kind)]})]})

test_a_failover_record_without_a_health_check_is_found if {
	some finding in policy.findings with input as fixtures.facts([kept("unchecked")])
	finding.policy == "SPOF-DNS-FAILOVER"
	finding.enforcement == "mandatory"
	contains(finding.message, "`spare` could serve as well, but no health check tells DNS")
	contains(finding.fix, "a health check")
}

test_an_answer_that_is_not_there_is_not_its_business if {
	count(policy.findings) == 0 with input as fixtures.facts([kept("unanswered")])
}
