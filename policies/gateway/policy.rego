# METADATA
# title: Gateway
# description: One balancer, or one in a single zone, is the only way in.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
#     description: "Elastic Load Balancing user guide: availability zones and load balancer nodes"
# custom:
#   id: SPOF-GATEWAY
#   layer: gateway
#   severity: critical
#   enforcement: mandatory
#   remediation: run several balancers in several zones with the name resolving to all of them, or a managed balancer over two or more zones
package cutset.policies.gateway

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s is the only way in", [lib.either(lib.cause_names(cut))]),
	"why": sprintf("%s %s, and there is no other way in", [lib.subject_thing(cut), lib.state(cut)]),
}) if {
	some index in lib.about.gateway
	cut := input.cuts[index]
}
