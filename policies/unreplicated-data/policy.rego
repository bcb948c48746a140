# METADATA
# title: Unreplicated data
# description: The data is in one place only, and there is no backup of it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
#     description: "Amazon RDS user guide: introduction to backups"
# custom:
#   id: SPOF-UNREPLICATED-DATA
#   layer: database
#   severity: high
#   enforcement: advisory
#   remediation: keep backups for seven days or more, and a replica of the data
package cutset.policies["unreplicated-data"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

# A period that is absent, null or unknown says nothing: only a zero does.
findings contains lib.of_component(policy, component, {
	"title": sprintf("the data of %s is nowhere else", [lib.quoted(component.name)]),
	"message": sprintf("The only copy of its data is in %s, and there is no backup: once it is lost, it is lost for good.", [lib.thing(component)]),
}) if {
	some component in lib.declaring("backupRetentionPeriod")
	component.role in {"database", "storage"}
	component.copies < 2
	count(component.standbys) == 0
	component.properties.backupRetentionPeriod == 0
}
