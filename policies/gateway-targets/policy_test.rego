package cutset.tests["gateway-targets"]

import data.cutset.fixtures
import data.cutset.policies["gateway-targets"] as policy

behind(zones, crossed) := fixtures.component({"copies": 2, "behind": [{
	"urn": "urn:pulumi:prod::shop::aws:lb/loadBalancer:LoadBalancer::lb",
	"name": "lb",
	"crossZone": crossed,
	"zones": zones,
}]})

test_a_balancer_with_more_zones_than_targets_is_found if {
	narrow := fixtures.in_zone({"cause": [behind(["us-east-1a", "us-east-1b"], false)]})
	some finding in policy.findings with input as fixtures.facts([narrow])
	finding.policy == "SPOF-GATEWAY-TARGETS"
	finding.enforcement == "mandatory"
	finding.fix == "run `web` in every zone of `lb`, and switch on its cross-zone balancing"
	contains(finding.message, "the copies of `web` are in `us-east-1a`, while `lb` has nodes in more zones")
}

test_with_cross_zone_balancing_it_is_the_zone_alone if {
	narrow := fixtures.in_zone({"cause": [behind(["us-east-1a", "us-east-1b"], true)]})
	count(policy.findings) == 0 with input as fixtures.facts([narrow])
}

test_a_balancer_in_the_zone_of_its_targets_has_targets_everywhere if {
	narrow := fixtures.in_zone({"cause": [behind(["us-east-1a"], false)]})
	count(policy.findings) == 0 with input as fixtures.facts([narrow])
}

test_a_server_that_the_balancer_does_not_send_to_is_found if {
	idle := fixtures.cut({"cause": [fixtures.component({
		"role": "gateway",
		"standbys": [fixtures.standby("unattached")],
	})]})
	some finding in policy.findings with input as fixtures.facts([idle])
	finding.title == "`spare` gets no traffic"
	finding.fix == "register `spare` with the balancer as well"
}

test_servers_without_a_balancer_are_found if {
	apart := fixtures.cut({"cause": [fixtures.component({"standbys": [fixtures.standby("unattached")]})]})
	some finding in policy.findings with input as fixtures.facts([apart])
	finding.title == "no balancer is before `web` and `spare`"
	contains(finding.message, "`spare` could do the same work, but nothing sends its clients there")
	startswith(finding.fix, "put `web` and `spare` behind a balancer that checks their health")
}
