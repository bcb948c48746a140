package cutset.tests["cold-standby"]

import data.cutset.fixtures
import data.cutset.policies["cold-standby"] as policy

kept(kind) := fixtures.cut({"cause": [fixtures.component({"standbys": [fixtures.standby(kind)]})]})

test_a_standby_that_does_not_run_is_found if {
	some finding in policy.findings with input as fixtures.facts([kept("cold")])
	finding.policy == "SPOF-COLD-STANDBY"
	finding.enforcement == "mandatory"
	finding.severity == "high"
	finding.message == concat(" ", [
		"When `web` fails, `www.example.com` goes down:",
		"`spare` could take over, but does not run.",
	])
}

test_a_hotter_standby_is_not_its_business if {
	count(policy.findings) == 0 with input as fixtures.facts([kept("manual")])
}

test_a_standby_in_the_region_that_fails_does_not_matter if {
	region := fixtures.in_region({"cause": kept("cold").cause})
	count(policy.findings) == 0 with input as fixtures.facts([region])
}

test_a_standby_in_another_region_matters_when_a_region_fails if {
	spare := object.union(fixtures.standby("cold"), {"regions": ["eu-west-1"]})
	region := fixtures.in_region({"cause": [fixtures.component({"standbys": [spare]})]})
	count(policy.findings) == 1 with input as fixtures.facts([region])
}
