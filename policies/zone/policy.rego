# METADATA
# title: Zone
# description: There are several copies, but one zone takes them all.
# related_resources:
#   - ref: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html
#     description: "AWS Well-Architected, reliability pillar: deploy the workload to multiple locations"
# custom:
#   id: SPOF-ZONE
#   layer: zone
#   severity: high
#   enforcement: mandatory
#   remediation: spread the copies over subnets in two or more zones
package cutset.policies.zone

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

# A zone is one fault, however many things are confined to it: one finding for the zone.
findings contains object.union(
	lib.of_cut(policy, indices[0], {
		"title": sprintf("%s cannot do without one zone", [lib.names(names(indices))]),
		"why": concat("; ", [why(input.cuts[index]) | some index in indices]),
		"fix": concat("; ", {lib.fix(policy, input.cuts[index]) | some index in indices}),
	}),
	{"resources": resources(indices), "cuts": indices},
) if {
	some together in zones
	indices := sort(together)
}

# Read as a whole only: asked for one zone at a time, it would be worked out each time.
zones[where(cut)] contains index if {
	some index in lib.about.together
	cut := input.cuts[index]
}

where(cut) := [cut.verdict, cut.failure, lib.entry_names(cut)]

names(indices) := [name | some index in indices; some name in lib.cause_names(input.cuts[index])]

resources(indices) := [resource |
	some index in indices
	some component in input.cuts[index].cause
	some resource in component.resources
]

why(cut) := sprintf("%s could stand in for each other, but are all in that zone", [lib.names(names)]) if {
	names := lib.cause_names(cut)
	count(names) > 1
}

why(cut) := sprintf("%s copies of %s are in that zone", [
	lib.all_of(cut.cause[0].copies),
	lib.subject_thing(cut),
]) if {
	count(cut.cause) == 1
	count(cut.cause[0].zones) < 2
}

why(cut) := sprintf("%s needs %d of its %d copies, and too many of them are in that zone", [
	lib.subject_thing(cut),
	cut.cause[0].needed,
	cut.cause[0].copies,
]) if {
	count(cut.cause) == 1
	count(cut.cause[0].zones) > 1
}
