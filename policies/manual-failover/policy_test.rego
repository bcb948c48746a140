package cutset.tests["manual-failover"]

import data.cutset.fixtures
import data.cutset.policies["manual-failover"] as policy

db(changes) := fixtures.named("db", object.union({"role": "database", "title": "RDS instance"}, changes))

test_a_replica_that_a_person_must_promote_is_found_mildly if {
	kept := fixtures.cut({"cause": [db({"standbys": [fixtures.standby("manual")]})]})
	some finding in policy.findings with input as fixtures.facts([kept])
	finding.policy == "SPOF-MANUAL-FAILOVER"
	finding.enforcement == "mandatory"
	finding.severity == "medium"
	finding.title == "`db` fails over by hand"
	contains(finding.message, "`spare` has a copy of RDS instance `db`, but a person must promote it")
}

test_copies_of_which_a_person_must_promote_one_are_found if {
	pair := fixtures.cut({"cause": [db({"copies": 2, "failover": "manual"})]})
	some finding in policy.findings with input as fixtures.facts([pair])
	contains(finding.message, "RDS instance `db` runs 2 copies, but a person must promote one of them")
}

test_a_single_copy_is_not_its_business if {
	single := fixtures.cut({"cause": [db({"failover": "manual"})]})
	count(policy.findings) == 0 with input as fixtures.facts([single])
}

test_a_second_region_that_a_person_must_promote_is_found if {
	global := fixtures.in_region({
		"cause": [db({"copies": 2, "failover": "manual", "regions": ["eu-west-1", "us-east-1"]})],
		"regionsElsewhere": ["eu-west-1"],
	})
	count(policy.findings) == 1 with input as fixtures.facts([global])
}

test_copies_that_are_all_in_the_region_that_fails_are_not_its_business if {
	regional := fixtures.in_region({
		"cause": [db({"copies": 2, "failover": "manual"})],
		"regionsElsewhere": ["eu-west-1"],
	})
	count(policy.findings) == 0 with input as fixtures.facts([regional])
}
