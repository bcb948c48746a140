# METADATA
# title: Cold standby
# description: What should take over does not run, so the service is down until somebody has started it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html
#     description: "AWS whitepaper, disaster recovery options in the cloud"
# custom:
#   id: SPOF-COLD-STANDBY
#   layer: compute
#   severity: high
#   enforcement: mandatory
#   remediation: let the standby run at least one copy all the time, and let health checks send traffic to it
package cutset.policies["cold-standby"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

# The standby is what has to change: nothing is wrong with what it stands by for.
findings contains object.union(
	lib.of_cut(policy, index, {
		"title": sprintf("%s is a cold standby", [standbys]),
		"why": sprintf("%s could take over, but does not run", [standbys]),
		"fix": sprintf("let %s run at least one copy all the time, and let a health check send traffic to it", [standbys]),
	}),
	{"urn": lib.standing_by(cut)[0].urn, "resources": [standby.urn | some standby in lib.standing_by(cut)]},
) if {
	some index in lib.about.cold
	cut := input.cuts[index]
	standbys := lib.either(lib.standby_names(cut))
}
