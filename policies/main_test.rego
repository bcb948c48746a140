package cutset.tests.main

import data.cutset
import data.cutset.fixtures

scopes := ["instance", "zone", "region", "provider", "cloud"]

roles := [
	"dns", "gateway", "compute", "database", "cache", "queue", "storage", "coordinator", "network",
	"control-plane", "none",
]

kinds := ["none", "cold", "manual", "unanswered", "unchecked", "unattached"]

# A component alone, with each kind of standby; with copies, with copies that a person must promote,
# and as one of two alternatives.
shapes := array.concat(
	[{"kind": kind, "copies": 1, "failover": "none", "alternatives": 1} | some kind in kinds],
	[
		{"kind": "none", "copies": 2, "failover": "none", "alternatives": 1},
		{"kind": "none", "copies": 2, "failover": "manual", "alternatives": 1},
		{"kind": "none", "copies": 1, "failover": "none", "alternatives": 2},
	],
)

# Every kind of cut of a scope that there can be, each with a failure of its own.
cuts(scope) := [cut |
	some role in roles
	some number, shape in shapes
	some elsewhere in elsewheres[scope]
	some behind in gateways[scope]
	cut := fixtures.cut({
		"scope": scope,
		"failure": {
			"kind": scope,
			"name": sprintf("%s/%d/%d/%d", [role, number, count(elsewhere), count(behind)]),
		},
		"cause": [with_role(role, component) |
			some alternative in numbers.range(1, shape.alternatives)
			component := fixtures.named(sprintf("c%d", [alternative]), {
				"copies": shape.copies,
				"failover": shape.failover,
				"behind": behind,
				"standbys": [fixtures.standby(shape.kind) | shape.kind != "none"],
			})
		],
		"regionsElsewhere": elsewhere,
		"entryPoints": [fixtures.entry({"target": "cloud"})],
	})
]

# Other regions matter only where regions do, gateways only where zones do.
elsewheres := object.union(
	{scope: [[]] | some scope in scopes},
	{scope: [[], ["eu-west-1"]] | some scope in ["region", "cloud"]},
)

gateways := object.union({scope: [[]] | some scope in scopes}, {"zone": [[], [gateway]]})

gateway := {
	"urn": "urn:pulumi:prod::shop::aws:lb/loadBalancer:LoadBalancer::lb",
	"name": "lb",
	"crossZone": false,
	"zones": ["us-east-1a", "us-east-1b"],
}

with_role("none", component) := object.remove(component, ["role"])

with_role(role, component) := object.union(component, {"role": role}) if role != "none"

# No cut is missed, and none is found twice.
found_once(scope, expected) if {
	all_cuts := cuts(scope)
	findings := cutset.findings with input as fixtures.facts(all_cuts)
	count(all_cuts) == expected
	count(findings) == expected
	{finding.cuts[0] | some finding in findings} == {index | some index, _ in all_cuts}
}

test_every_cut_by_an_instance_is_found_by_exactly_one_policy if found_once("instance", 99)

test_every_cut_by_a_zone_is_found_by_exactly_one_policy if found_once("zone", 198)

test_every_cut_by_a_region_is_found_by_exactly_one_policy if found_once("region", 198)

test_every_cut_by_a_provider_is_found_by_exactly_one_policy if found_once("provider", 99)

test_every_cut_by_a_cloud_is_found_by_exactly_one_policy if found_once("cloud", 198)

test_no_policy_finds_a_component_that_works if {
	count(cutset.findings) == 0 with input as fixtures.needing([fixtures.component({})])
}

test_nothing_is_found_in_nothing if {
	count(cutset.findings) == 0 with input as fixtures.facts([])
}

test_what_lies_within_the_target_is_refused if {
	some finding in cutset.findings with input as fixtures.facts([fixtures.cut({})])
	finding.enforcement == "mandatory"
	finding.severity == "critical"
}

test_what_lies_beyond_the_target_is_advice if {
	some finding in cutset.findings with input as fixtures.facts([fixtures.in_region({})])
	finding.enforcement == "advisory"
	finding.severity == "medium"
}

test_one_entry_point_with_a_larger_target_is_enough if {
	asked := fixtures.in_region({"entryPoints": [
		fixtures.entry({}),
		fixtures.entry({"name": "api.example.com", "target": "region"}),
	]})
	some finding in cutset.findings with input as fixtures.facts([asked])
	finding.enforcement == "mandatory"
	finding.severity == "high"
}

test_what_is_not_known_yet_is_advice_and_names_what_decides if {
	open := fixtures.in_zone({"verdict": "unknown", "undecidedBy": ["`subnetId` of `web`"]})
	some finding in cutset.findings with input as fixtures.facts([open])
	finding.enforcement == "advisory"
	finding.severity == "medium"
	contains(finding.message, "depends on `subnetId` of `web`")
}

test_a_whole_cloud_is_found_only_where_it_was_asked_for if {
	cloud := fixtures.cut({"scope": "cloud", "failure": {"kind": "cloud", "name": "aws"}})
	count(cutset.findings) == 0 with input as fixtures.facts([cloud])
	asked := object.union(cloud, {"entryPoints": [fixtures.entry({"target": "cloud"})]})
	some finding in cutset.findings with input as fixtures.facts([asked])
	finding.enforcement == "mandatory"
	finding.severity == "high"
}

test_the_catalog_knows_best_how_to_mend_it if {
	mendable := fixtures.cut({"cause": [fixtures.component({"remedy": {
		"instance": "set `minSize(2)`",
		"zone": "add a subnet",
	}})]})
	some finding in cutset.findings with input as fixtures.facts([mendable])
	finding.fix == "set `minSize(2)`"
}

test_what_survives_a_zone_survives_an_instance if {
	mendable := fixtures.cut({"cause": [fixtures.component({"remedy": {"zone": "add a subnet"}})]})
	some finding in cutset.findings with input as fixtures.facts([mendable])
	finding.fix == "add a subnet"
}

test_one_of_several_alternatives_is_enough if {
	mendable := fixtures.in_zone({"cause": [
		fixtures.named("a", {"remedy": {"zone": "move it"}}),
		fixtures.named("b", {"remedy": {"zone": "move it"}}),
	]})
	some finding in cutset.findings with input as fixtures.facts([mendable])
	finding.fix == "one of `a` and `b`: move it"
}

test_alternatives_of_different_types_are_mended_differently if {
	mendable := fixtures.in_zone({"cause": [
		fixtures.named("a", {"remedy": {"zone": "move it"}}),
		fixtures.named("b", {"remedy": {"zone": "spread it"}}),
	]})
	some finding in cutset.findings with input as fixtures.facts([mendable])
	finding.fix == "one of: `a`: move it; `b`: spread it"
}

test_where_the_catalog_is_silent_the_policy_speaks if {
	some finding in cutset.findings with input as fixtures.facts([fixtures.cut({})])
	startswith(finding.fix, "run two or more copies")
}

test_many_names_are_cut_short if {
	entries := [fixtures.entry({"name": sprintf("e%d", [number])}) | some number in numbers.range(1, 6)]
	some finding in cutset.findings with input as fixtures.facts([fixtures.cut({"entryPoints": entries})])
	contains(finding.message, "`e1`, `e2`, `e3` and 3 others go down")
}

test_a_zone_without_a_name_is_told_in_words if {
	nameless := fixtures.in_zone({"failure": {"kind": "zone", "name": "a zone of us-east-1"}})
	some finding in cutset.findings with input as fixtures.facts([nameless])
	startswith(finding.message, "When a zone of us-east-1 fails, ")
}
