package cutset.tests["dns-answer"]

import data.cutset.fixtures
import data.cutset.policies["dns-answer"] as policy

record(changes) := fixtures.named("www", object.union(
	{"role": "dns", "title": "DNS record", "zones": [], "regions": []},
	changes,
))

test_an_answer_that_leaves_out_a_balancer_is_found if {
	one := fixtures.cut({"cause": [record({"standbys": [fixtures.standby("unanswered")]})]})
	some finding in policy.findings with input as fixtures.facts([one])
	finding.policy == "SPOF-DNS-ANSWER"
	finding.enforcement == "mandatory"
	finding.title == "DNS does not answer with `spare`"
	contains(finding.message, "DNS does not answer with `spare`, which could serve as well")
}

test_a_record_that_is_the_only_answer_is_found if {
	one := fixtures.cut({"cause": [record({})]})
	some finding in policy.findings with input as fixtures.facts([one])
	finding.title == "`www` is the only answer of DNS"
}

test_a_second_answer_in_the_region_that_fails_does_not_matter if {
	region := fixtures.in_region({"cause": [record({"standbys": [fixtures.standby("unanswered")]})]})
	count(policy.findings) == 0 with input as fixtures.facts([region])
}
