package cutset.tests["shared-dependency"]

import data.cutset.fixtures
import data.cutset.policies["shared-dependency"] as policy

cache := fixtures.named("cache", {"role": "cache", "title": "ElastiCache cluster"})

test_one_cache_is_found if {
	some finding in policy.findings with input as fixtures.facts([fixtures.cut({"cause": [cache]})])
	finding.policy == "SPOF-SHARED-DEPENDENCY"
	finding.enforcement == "mandatory"
	finding.title == "everything depends on `cache`"
}

test_what_has_no_role_is_found if {
	plain := object.remove(fixtures.component({}), ["role"])
	count(policy.findings) == 1 with input as fixtures.facts([fixtures.cut({"cause": [plain]})])
}

test_a_server_is_not_its_business if {
	count(policy.findings) == 0 with input as fixtures.facts([fixtures.cut({})])
}
