# METADATA
# title: Shared dependency
# description: Redundant things share one thing that is not.
# related_resources:
#   - ref: https://docs.aws.amazon.com/whitepapers/latest/availability-and-beyond-improving-resilience/availability-and-beyond-improving-resilience.html
#     description: "AWS whitepaper, availability and beyond"
# custom:
#   id: SPOF-SHARED-DEPENDENCY
#   layer: dependency
#   severity: critical
#   enforcement: mandatory
#   remediation: run a second copy in another zone that takes over by itself, or let the service live without it
package cutset.policies["shared-dependency"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

roles := {"cache", "queue", "storage", "control-plane", "none"}

findings contains lib.of_cut(policy, index, {
	"title": sprintf("everything depends on %s", [lib.either(lib.cause_names(cut))]),
	"why": sprintf("%s %s, and all of it depends on it", [lib.subject_thing(cut), lib.state(cut)]),
}) if {
	some role in roles
	some index in lib.about[role]
	cut := input.cuts[index]
}
