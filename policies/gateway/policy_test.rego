package cutset.tests.gateway

import data.cutset.fixtures
import data.cutset.policies.gateway as policy

lb(changes) := fixtures.named("lb", object.union({"role": "gateway", "title": "load balancer"}, changes))

test_one_self_run_balancer_is_found if {
	single := fixtures.cut({"cause": [lb({"title": "EC2 instance"})]})
	some finding in policy.findings with input as fixtures.facts([single])
	finding.policy == "SPOF-GATEWAY"
	finding.enforcement == "mandatory"
	finding.title == "`lb` is the only way in"
}

test_a_managed_balancer_in_one_zone_is_found if {
	zonal := fixtures.in_zone({"cause": [lb({})]})
	some finding in policy.findings with input as fixtures.facts([zonal])
	contains(finding.message, "load balancer `lb` runs a single copy in zone `us-east-1a`, and there is no other way in")
}

test_several_balancers_in_one_zone_are_not_its_business if {
	pair := fixtures.in_zone({"cause": [lb({}), fixtures.named("lb2", {"role": "gateway"})]})
	count(policy.findings) == 0 with input as fixtures.facts([pair])
}
