# METADATA
# title: Manual failover
# description: A copy is there and up to date, but the service is down until a person has promoted it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.Promote.html
#     description: "Amazon RDS user guide: promoting a read replica"
# custom:
#   id: SPOF-MANUAL-FAILOVER
#   layer: database
#   severity: medium
#   enforcement: mandatory
#   remediation: use a standby that is promoted by the service (Multi-AZ, an Aurora replica, automatic failover)
package cutset.policies["manual-failover"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s fails over by hand", [lib.either(lib.cause_names(cut))]),
	"why": why(cut),
}) if {
	some index in lib.about.manual
	cut := input.cuts[index]
}

why(cut) := sprintf("%s has a copy of %s, but a person must promote it", [
	lib.names(lib.standby_names(cut)),
	lib.subject_thing(cut),
]) if {
	count(lib.standing_by(cut)) > 0
}

why(cut) := sprintf("%s runs %d copies, but a person must promote one of them", [
	lib.subject_thing(cut),
	cut.cause[0].copies,
]) if {
	count(lib.standing_by(cut)) == 0
}
