# METADATA
# title: Unreplicated region
# description: Another region would go on, but something that it needs is in the failed region only.
# related_resources:
#   - ref: https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html
#     description: "AWS whitepaper, disaster recovery options in the cloud: multi-site active/active"
# custom:
#   id: SPOF-UNREPLICATED-REGION
#   layer: region
#   severity: high
#   enforcement: mandatory
#   remediation: have it in the other region as well, with its data replicated, and let DNS route there
package cutset.policies["unreplicated-region"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s is not in %s", [
		lib.either(lib.cause_names(cut)),
		lib.either(cut.regionsElsewhere),
	]),
	"why": sprintf("%s would live on, but %s", [
		lib.names(cut.regionsElsewhere),
		lack(cut),
	]),
}) if {
	some index in lib.about.elsewhere
	cut := input.cuts[index]
}

lack(cut) := sprintf("the data of %s is not replicated there", [lib.subject_thing(cut)]) if {
	holds_data(cut)
}

lack(cut) := sprintf("%s has no counterpart there that traffic is routed to", [lib.subject_thing(cut)]) if {
	not holds_data(cut)
}

holds_data(cut) if lib.role(cut) in {"database", "storage", "cache", "queue"}
