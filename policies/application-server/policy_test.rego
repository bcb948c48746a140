package cutset.tests["application-server"]

import data.cutset.fixtures
import data.cutset.policies["application-server"] as policy

single := fixtures.cut({})

test_one_server_is_found if {
	some finding in policy.findings with input as fixtures.facts([single])
	finding.policy == "SPOF-APPLICATION-SERVER"
	finding.urn == single.cause[0].urn
	finding.message == concat(" ", [
		"When `web` fails, `www.example.com` goes down:",
		"EC2 instance `web` runs a single copy in zone `us-east-1a`, and nothing else does its work.",
	])
}

test_copies_that_are_all_needed_are_found if {
	group := fixtures.cut({"cause": [fixtures.component({
		"copies": 3,
		"needed": 3,
		"zones": ["us-east-1a", "us-east-1b", "us-east-1c"],
	})]})
	some finding in policy.findings with input as fixtures.facts([group])
	contains(finding.message, "EC2 instance `web` needs all of its copies")
}

test_a_group_that_may_be_empty_is_found if {
	group := fixtures.cut({"cause": [fixtures.component({"copies": 0, "zones": []})]})
	some finding in policy.findings with input as fixtures.facts([group])
	contains(finding.message, "EC2 instance `web` keeps no copy running")
}

test_a_group_that_may_shrink_to_one_is_told_why if {
	group := fixtures.cut({"cause": [fixtures.component({"properties": {"minSize": 1, "desiredCapacity": 3}})]})
	some finding in policy.findings with input as fixtures.facts([group])
	contains(finding.message, concat(" ", [
		"EC2 instance `web` may shrink to a single copy in zone `us-east-1a`,",
		"its minimum, from the 3 it starts with, and nothing else does its work",
	]))
}

test_a_service_that_something_else_scales_to_one_is_told_why if {
	service := fixtures.cut({"cause": [fixtures.component({"properties": {"scalesDownTo": 1, "desiredCapacity": 2}})]})
	some finding in policy.findings with input as fixtures.facts([service])
	contains(finding.message, "its minimum, from the 2 it starts with")
}

test_a_zone_without_a_name_is_not_named if {
	single := fixtures.cut({"cause": [fixtures.component({"zones": ["zone 1 of web"]})]})
	some finding in policy.findings with input as fixtures.facts([single])
	contains(finding.message, "EC2 instance `web` runs a single copy, and nothing else does its work")
}

test_copies_in_one_zone_are_not_its_business if {
	pair := fixtures.in_zone({"cause": [fixtures.component({"copies": 2})]})
	count(policy.findings) == 0 with input as fixtures.facts([pair])
}

test_a_server_with_a_cold_standby_is_not_its_business if {
	kept := fixtures.cut({"cause": [fixtures.component({"standbys": [fixtures.standby("cold")]})]})
	count(policy.findings) == 0 with input as fixtures.facts([kept])
}
