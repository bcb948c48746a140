package cutset.tests["unreplicated-data"]

import data.cutset.fixtures
import data.cutset.policies["unreplicated-data"] as policy

db(changes) := fixtures.named("db", object.union(
	{
		"role": "database",
		"title": "RDS instance",
		"properties": {"backupRetentionPeriod": 0},
	},
	changes,
))

found(component) := findings if {
	findings := policy.findings with input as fixtures.needing([component])
}

test_data_without_copy_or_backup_is_found if {
	some finding in found(db({}))
	finding.policy == "SPOF-UNREPLICATED-DATA"
	finding.enforcement == "advisory"
	finding.severity == "high"
	finding.component == finding.urn
	finding.title == "the data of `db` is nowhere else"
}

test_a_backup_is_enough if {
	count(found(db({"properties": {"backupRetentionPeriod": 7}}))) == 0
}

test_a_copy_is_enough if {
	count(found(db({"copies": 2}))) == 0
}

test_a_replica_that_a_person_must_promote_is_a_copy if {
	count(found(db({"standbys": [fixtures.standby("manual")]}))) == 0
}

test_a_period_that_is_not_known_says_nothing if {
	every period in [null, {"unknown": true}, "0", false] {
		count(found(object.union(db({}), {"properties": {"backupRetentionPeriod": period}}))) == 0
	}
}

test_a_period_that_the_catalog_does_not_name_says_nothing if {
	count(found(object.remove(db({}), ["properties"]))) == 0
}

test_a_server_holds_no_data if {
	count(found(db({"role": "compute"}))) == 0
}
