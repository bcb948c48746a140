package cutset.tests.coordinator

import data.cutset.fixtures
import data.cutset.policies.coordinator as policy

zk(changes) := fixtures.named("zk", object.union(
	{"role": "coordinator", "title": "ZooKeeper ensemble", "quorum": true, "failover": "automatic"},
	changes,
))

test_one_node_is_found if {
	some finding in policy.findings with input as fixtures.facts([fixtures.cut({"cause": [zk({})]})])
	finding.policy == "SPOF-COORDINATOR"
	finding.enforcement == "mandatory"
	contains(finding.message, "ZooKeeper ensemble `zk` has one node, and nobody else can decide")
	startswith(finding.fix, "run three or five nodes")
}

test_two_nodes_are_worse_than_one if {
	pair := fixtures.cut({"cause": [zk({"copies": 2, "needed": 2})]})
	some finding in policy.findings with input as fixtures.facts([pair])
	contains(finding.message, "a majority of two is two: worse than one node")
}

test_two_nodes_that_are_two_resources_are_worse_than_one if {
	pair := fixtures.cut({"cause": [
		fixtures.named("zk-1", {"role": "coordinator"}),
		fixtures.named("zk-2", {"role": "coordinator"}),
	]})
	some finding in policy.findings with input as fixtures.facts([pair])
	contains(finding.message, "the ensemble of `zk-1` and `zk-2` has two nodes")
}

test_every_node_of_an_ensemble_is_named if {
	pair := fixtures.cut({"cause": [zk({"copies": 2, "needed": 2, "resources": ["zk-1", "zk-2"]})]})
	some finding in policy.findings with input as fixtures.facts([pair])
	finding.resources == ["zk-1", "zk-2"]
}

test_a_zone_that_holds_a_majority_is_found if {
	lopsided := fixtures.in_zone({"cause": [zk({
		"copies": 3,
		"needed": 2,
		"zones": ["us-east-1a", "us-east-1b"],
	})]})
	some finding in policy.findings with input as fixtures.facts([lopsided])
	contains(finding.message, "ZooKeeper ensemble `zk` needs 2 of its 3 nodes, and too many of them are there")
}

test_a_region_is_not_its_business if {
	region := fixtures.in_region({"cause": [zk({"copies": 3, "needed": 2})]})
	count(policy.findings) == 0 with input as fixtures.facts([region])
}
