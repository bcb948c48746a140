# METADATA
# title: Egress
# description: One way out serves everything, so its failure cuts off what still works.
# related_resources:
#   - ref: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
#     description: "Amazon VPC user guide: NAT gateway basics"
# custom:
#   id: SPOF-EGRESS
#   layer: network
#   severity: high
#   enforcement: mandatory
#   remediation: give each zone a NAT gateway of its own and route each private subnet to the one in its zone, or use a regional one
package cutset.policies.egress

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s is the only way out", [lib.either(lib.cause_names(cut))]),
	"why": sprintf("%s %s, and what needs it has no other way out", [
		lib.subject_thing(cut),
		lib.state(cut),
	]),
}) if {
	some index in lib.about.network
	cut := input.cuts[index]
}
