package cutset.tests["unreplicated-region"]

import data.cutset.fixtures
import data.cutset.policies["unreplicated-region"] as policy

beside(component) := fixtures.in_region({"cause": [component], "regionsElsewhere": ["eu-west-1"]})

test_data_that_is_in_one_region_only_is_found if {
	orders := fixtures.named("orders", {"role": "database", "title": "DynamoDB table"})
	some finding in policy.findings with input as fixtures.facts([beside(orders)])
	finding.policy == "SPOF-UNREPLICATED-REGION"
	finding.enforcement == "advisory"
	finding.title == "`orders` is not in `eu-west-1`"
	finding.message == concat(" ", [
		"When region `us-east-1` fails, `www.example.com` goes down:",
		"`eu-west-1` would live on, but the data of DynamoDB table `orders` is not replicated there.",
	])
}

test_what_is_no_data_lacks_a_route if {
	some finding in policy.findings with input as fixtures.facts([beside(fixtures.component({}))])
	contains(finding.message, "EC2 instance `web` has no counterpart there that traffic is routed to")
}

test_what_has_no_role_lacks_a_route_too if {
	plain := object.remove(fixtures.component({}), ["role"])
	some finding in policy.findings with input as fixtures.facts([beside(plain)])
	contains(finding.message, "routed to")
}
