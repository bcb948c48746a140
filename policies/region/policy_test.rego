package cutset.tests.region

import data.cutset.fixtures
import data.cutset.policies.region as policy

test_everything_in_one_region_is_advice_by_default if {
	some finding in policy.findings with input as fixtures.facts([fixtures.in_region({})])
	finding.policy == "SPOF-REGION"
	finding.enforcement == "advisory"
	finding.severity == "medium"
	finding.title == "everything is in region `us-east-1`"
}

test_everything_in_one_region_is_one_finding if {
	db := fixtures.in_region({"cause": [fixtures.named("db", {"role": "database"})]})
	web := fixtures.in_region({})
	findings := policy.findings with input as fixtures.facts([web, db])
	count(findings) == 1
	some finding in findings
	finding.cuts == [0, 1]
	count(finding.resources) == 2
	contains(finding.message, "all that serves it is in that region (`db` and `web`)")
}

test_two_regions_are_two_findings if {
	other := fixtures.in_region({"failure": {"kind": "region", "name": "eu-west-1"}})
	findings := policy.findings with input as fixtures.facts([fixtures.in_region({}), other])
	{finding.title | some finding in findings} == {
		"all that serves `www.example.com` is in region `us-east-1`",
		"all that serves `www.example.com` is in region `eu-west-1`",
	}
}

test_a_cloud_is_mended_by_another_cloud if {
	cloud := fixtures.cut({"scope": "cloud", "failure": {"kind": "cloud", "name": "aws"}, "entryPoints": [fixtures.entry({"target": "cloud"})]})
	some finding in policy.findings with input as fixtures.facts([cloud])
	startswith(finding.fix, "run a complete second copy in another cloud")
}

test_a_region_beside_another_is_not_its_business if {
	beside := fixtures.in_region({"regionsElsewhere": ["eu-west-1"]})
	count(policy.findings) == 0 with input as fixtures.facts([beside])
}

test_a_name_is_not_told_of_itself if {
	name := fixtures.in_region({"cause": [fixtures.named("www.example.com", {"role": "dns"})]})
	some finding in policy.findings with input as fixtures.facts([name])
	endswith(finding.message, "all that serves it is in that region.")
}
