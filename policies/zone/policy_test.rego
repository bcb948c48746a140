package cutset.tests.zone

import data.cutset.fixtures
import data.cutset.policies.zone as policy

test_copies_in_one_zone_are_found if {
	pair := fixtures.in_zone({"cause": [fixtures.component({"copies": 2, "failover": "automatic"})]})
	some finding in policy.findings with input as fixtures.facts([pair])
	finding.policy == "SPOF-ZONE"
	finding.enforcement == "mandatory"
	finding.severity == "high"
	finding.message == concat(" ", [
		"When zone `us-east-1a` fails, `www.example.com` goes down:",
		"both copies of EC2 instance `web` are in that zone.",
	])
}

test_alternatives_in_one_zone_are_found_together if {
	pair := fixtures.in_zone({"cause": [fixtures.named("a", {}), fixtures.named("b", {})]})
	some finding in policy.findings with input as fixtures.facts([pair])
	count(finding.resources) == 2
	contains(finding.message, "`a` and `b` could stand in for each other, but are all in that zone")
}

test_too_many_copies_in_one_zone_are_found if {
	lopsided := fixtures.in_zone({"cause": [fixtures.component({
		"copies": 3,
		"needed": 2,
		"zones": ["us-east-1a", "us-east-1b"],
	})]})
	some finding in policy.findings with input as fixtures.facts([lopsided])
	contains(finding.message, "EC2 instance `web` needs 2 of its 3 copies, and too many of them are in that zone")
}

test_a_single_copy_is_not_its_business if {
	count(policy.findings) == 0 with input as fixtures.facts([fixtures.in_zone({})])
}

test_things_confined_to_one_zone_are_one_finding if {
	balancers := fixtures.in_zone({"cause": [fixtures.named("lb-1", {}), fixtures.named("lb-2", {})]})
	servers := fixtures.in_zone({"cause": [fixtures.named("web-1", {}), fixtures.named("web-2", {})]})
	count(policy.findings) == 1 with input as fixtures.facts([balancers, servers])
	some finding in policy.findings with input as fixtures.facts([balancers, servers])
	count(finding.resources) == 4
	finding.title == "`lb-1`, `lb-2`, `web-1` and `web-2` cannot do without one zone"
}
