package cutset.tests.database

import data.cutset.fixtures
import data.cutset.policies.database as policy

db(changes) := fixtures.named("db", object.union({"role": "database", "title": "RDS instance"}, changes))

test_a_database_without_a_standby_is_found if {
	single := fixtures.cut({"cause": [db({})], "failure": {"kind": "replica", "name": "db"}})
	some finding in policy.findings with input as fixtures.facts([single])
	finding.policy == "SPOF-DATABASE"
	finding.enforcement == "mandatory"
	finding.severity == "critical"
	startswith(finding.message, "When `db` fails, `www.example.com` goes down: RDS instance `db` runs a single copy")
}

test_copies_between_which_nothing_fails_over_are_found if {
	pair := fixtures.cut({"cause": [db({"copies": 2, "zones": ["us-east-1a", "us-east-1b"]})]})
	some finding in policy.findings with input as fixtures.facts([pair])
	contains(finding.message, "RDS instance `db` runs 2 copies, but nothing fails over between them")
}

test_a_database_in_one_zone_is_found_with_a_milder_severity if {
	zonal := fixtures.in_zone({"cause": [db({})]})
	some finding in policy.findings with input as fixtures.facts([zonal])
	finding.severity == "high"
}

test_a_database_with_a_replica_is_not_its_business if {
	kept := fixtures.cut({"cause": [db({"standbys": [fixtures.standby("manual")]})]})
	count(policy.findings) == 0 with input as fixtures.facts([kept])
}
