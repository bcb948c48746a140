package cutset.tests["self-healing"]

import data.cutset.fixtures
import data.cutset.policies["self-healing"] as policy

lb := {
	"urn": "urn:pulumi:prod::shop::aws:lb/loadBalancer:LoadBalancer::lb",
	"name": "lb",
	"crossZone": true,
	"zones": ["us-east-1a", "us-east-1b"],
}

group(behind, properties) := fixtures.component({
	"title": "Auto Scaling group",
	"copies": 2,
	"behind": behind,
	"properties": object.union({"minSize": 2, "maxSize": 4}, properties),
})

found(component) := findings if {
	findings := policy.findings with input as fixtures.needing([component])
}

test_a_group_that_does_not_ask_its_balancer_is_found if {
	some finding in found(group([lb], {"healthCheckType": "EC2"}))
	finding.policy == "SPOF-SELF-HEALING"
	finding.enforcement == "advisory"
	finding.title == "`web` does not replace its failed nodes"
	contains(finding.message, "it asks EC2 alone how they are, and not `lb`")
}

test_a_group_with_suspended_processes_is_found if {
	some finding in found(group([], {"suspendedProcesses": ["ReplaceUnhealthy", "AZRebalance", "Launch"]}))
	endswith(finding.message, ": it has suspended `Launch` and `ReplaceUnhealthy`.")
}

test_two_reasons_are_one_finding if {
	findings := found(group([lb], {"healthCheckType": "EC2", "suspendedProcesses": ["Launch"]}))
	count(findings) == 1
}

test_a_group_that_asks_its_balancer_is_fine if {
	count(found(group([lb], {"healthCheckType": "ELB", "suspendedProcesses": []}))) == 0
}

test_a_group_without_a_balancer_has_nobody_else_to_ask if {
	count(found(group([], {"healthCheckType": "EC2"}))) == 0
}

test_a_group_of_fixed_size_is_fine if {
	count(found(group([lb], {"healthCheckType": "ELB", "minSize": 2, "maxSize": 2}))) == 0
}

test_processes_that_replace_no_node_may_be_suspended if {
	count(found(group([lb], {"healthCheckType": "ELB", "suspendedProcesses": ["AZRebalance"]}))) == 0
}

test_what_is_not_known_says_nothing if {
	unknown := {"unknown": true}
	count(found(group([lb], {"healthCheckType": unknown, "suspendedProcesses": unknown}))) == 0
	count(found(group([lb], {"healthCheckType": null, "suspendedProcesses": null}))) == 0
	count(found(group([lb], {}))) == 0
}

test_what_is_no_group_is_not_its_business if {
	instance := fixtures.component({"behind": [lb], "properties": {"healthCheckType": "EC2"}})
	count(found(instance)) == 0
}
