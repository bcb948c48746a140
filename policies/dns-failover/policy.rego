# METADATA
# title: DNS failover
# description: DNS has another answer, but no health check tells it when to give it.
# related_resources:
#   - ref: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
#     description: "Amazon Route 53 developer guide: how Route 53 chooses records when health checking is configured"
# custom:
#   id: SPOF-DNS-FAILOVER
#   layer: dns
#   severity: high
#   enforcement: mandatory
#   remediation: give each failover, weighted or latency record a health check, or let its alias evaluate the health of its target
package cutset.policies["dns-failover"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("no health check leads clients to %s", [standbys]),
	"why": sprintf("%s could serve as well, but no health check tells DNS to stop answering with what has failed", [
		standbys,
	]),
	"fix": policy.remediation,
}) if {
	some index in lib.about.unchecked
	standbys := lib.either(lib.standby_names(input.cuts[index]))
}
