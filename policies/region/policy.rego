# METADATA
# title: Region
# description: Everything that serves the entry point is in one region, or in one cloud.
# related_resources:
#   - ref: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/regions.html
#     description: "AWS whitepaper, fault isolation boundaries: regions"
# custom:
#   id: SPOF-REGION
#   layer: region
#   severity: high
#   enforcement: mandatory
#   remediation: run a complete second copy in another region, replicate the data to it, and let DNS with health checks choose between them
package cutset.policies.region

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

# Being in one place is one fault, however many things are in it: one finding for the place.
findings contains object.union(
	lib.of_cut(policy, indices[0], {
		"title": title(cut),
		"why": sprintf("all that serves %s is in that %s%s", [
			lib.verb(lib.entry_names(cut), "it", "them"),
			cut.scope,
			detail(names(indices) - {name | some name in lib.entry_names(cut)}),
		]),
		"fix": fix(cut.scope),
	}),
	{"resources": resources(indices), "cuts": indices},
) if {
	some together in places
	indices := sort(together)
	cut := input.cuts[indices[0]]
}

# Read as a whole only: asked for one place at a time, it would be worked out each time.
places[where(cut)] contains index if {
	some index in lib.about.everything
	cut := input.cuts[index]
}

# Where there are several places, each is that of some entry points.
title(cut) := sprintf("everything is in %s", [lib.event(cut)]) if is_only(cut)

title(cut) := sprintf("all that serves %s is in %s", [lib.names(lib.entry_names(cut)), lib.event(cut)]) if {
	not is_only(cut)
}

is_only(cut) if places_of[cut.scope] == 1

scopes := {place[0] | some place, _ in places}

places_of[scope] := count({place | some place, _ in places; place[0] == scope}) if some scope in scopes

where(cut) := [cut.scope, cut.verdict, cut.failure, lib.entry_names(cut)]

names(indices) := {name |
	some index in indices
	some name in lib.cause_names(input.cuts[index])
}

# The name of an entry point says nothing about itself.
detail(names) := "" if count(names) == 0

detail(names) := sprintf(" (%s)", [lib.names(sort(names))]) if count(names) > 0

resources(indices) := [resource |
	some index in indices
	some component in input.cuts[index].cause
	some resource in component.resources
]

fix("region") := policy.remediation

fix("cloud") := "run a complete second copy in another cloud, replicate the data to it, and let DNS with health checks choose between them"
