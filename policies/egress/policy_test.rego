package cutset.tests.egress

import data.cutset.fixtures
import data.cutset.policies.egress as policy

nat(changes) := fixtures.named("nat", object.union({"role": "network", "title": "NAT gateway"}, changes))

test_one_nat_gateway_for_several_zones_is_found if {
	shared := fixtures.in_zone({"cause": [nat({})]})
	some finding in policy.findings with input as fixtures.facts([shared])
	finding.policy == "SPOF-EGRESS"
	finding.enforcement == "mandatory"
	finding.severity == "high"
	finding.title == "`nat` is the only way out"
}

test_a_region_is_not_its_business if {
	region := fixtures.in_region({"cause": [nat({})]})
	count(policy.findings) == 0 with input as fixtures.facts([region])
}

test_a_way_out_without_a_remedy_of_its_own_gets_the_usual_one if {
	some finding in policy.findings with input as fixtures.facts([fixtures.in_zone({"cause": [nat({})]})])
	startswith(finding.fix, "give each zone a NAT gateway of its own")
}
