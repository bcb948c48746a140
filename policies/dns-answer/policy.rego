# METADATA
# title: DNS answer
# description: DNS answers with one thing only, though clients could be sent to another.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html
#     description: "Amazon Route 53 developer guide: creating health checks and configuring DNS failover"
# custom:
#   id: SPOF-DNS-ANSWER
#   layer: dns
#   severity: critical
#   enforcement: mandatory
#   remediation: answer the name with several addresses or records, each with a health check
package cutset.policies["dns-answer"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("DNS does not answer with %s", [standbys]),
	"why": sprintf("DNS does not answer with %s, which could serve as well", [standbys]),
	"fix": sprintf("answer the name with %s as well, each answer with a health check", [standbys]),
}) if {
	some index in lib.about.unanswered
	cut := input.cuts[index]
	standbys := lib.either(lib.standby_names(cut))
}

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s is the only answer of DNS", [lib.either(lib.cause_names(cut))]),
	"why": sprintf("%s is all that DNS answers with", [lib.subject_thing(cut)]),
}) if {
	some index in lib.about.dns
	cut := input.cuts[index]
}
