package cutset.tests["dns-provider"]

import data.cutset.fixtures
import data.cutset.policies["dns-provider"] as policy

zone := fixtures.named("zone", {"role": "dns", "title": "hosted zone", "zones": [], "regions": []})

lost := fixtures.cut({
	"scope": "provider",
	"failure": {"kind": "provider", "name": "Route 53"},
	"cause": [zone],
})

test_one_provider_is_advice_by_default if {
	some finding in policy.findings with input as fixtures.facts([lost])
	finding.policy == "SPOF-DNS-PROVIDER"
	finding.enforcement == "advisory"
	finding.severity == "medium"
	finding.message == concat(" ", [
		"When DNS provider `Route 53` fails, `www.example.com` goes down:",
		"all name servers of hosted zone `zone` belong to that provider.",
	])
}

test_one_provider_is_refused_where_two_were_asked_for if {
	asked := object.union(lost, {"entryPoints": [fixtures.entry({"target": "provider"})]})
	some finding in policy.findings with input as fixtures.facts([asked])
	finding.enforcement == "mandatory"
	finding.severity == "high"
}

test_a_provider_that_is_not_of_dns_is_not_its_business if {
	other := object.union(lost, {"cause": [fixtures.component({"role": "gateway"})]})
	count(policy.findings) == 0 with input as fixtures.facts([other])
}
