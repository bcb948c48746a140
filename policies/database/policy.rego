# METADATA
# title: Database
# description: One database holds the data, so its failure is the service's failure.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
#     description: "Amazon RDS user guide: Multi-AZ deployments"
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
#     description: "Amazon Aurora user guide: high availability"
# custom:
#   id: SPOF-DATABASE
#   layer: database
#   severity: critical
#   enforcement: mandatory
#   remediation: give the primary a synchronous standby in another zone that takes over by itself
package cutset.policies.database

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s has no standby that takes over", [lib.either(lib.cause_names(cut))]),
	"why": sprintf("%s %s, and no standby takes over by itself", [lib.subject_thing(cut), lib.state(cut)]),
}) if {
	some index in lib.about.database
	cut := input.cuts[index]
}
