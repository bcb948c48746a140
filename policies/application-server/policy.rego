# METADATA
# title: Application server
# description: One application server does the work, so its failure is the service's failure.
# related_resources:
#   - ref: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/use-fault-isolation-to-protect-your-workload.html
#     description: "AWS Well-Architected, reliability pillar: use fault isolation to protect your workload"
# custom:
#   id: SPOF-APPLICATION-SERVER
#   layer: compute
#   severity: critical
#   enforcement: mandatory
#   remediation: run two or more copies over two or more zones, behind a gateway that checks their health
package cutset.policies["application-server"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s is the only application server", [lib.either(lib.cause_names(cut))]),
	"why": sprintf("%s %s, and nothing else does its work", [lib.subject_thing(cut), lib.state(cut)]),
}) if {
	some index in lib.about.compute
	cut := input.cuts[index]
}
