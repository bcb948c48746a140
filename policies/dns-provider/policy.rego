# METADATA
# title: DNS provider
# description: All name servers of the zone belong to one provider.
# related_resources:
#   - ref: https://www.rfc-editor.org/rfc/rfc2182
#     description: "RFC 2182: selection and operation of secondary DNS servers"
#   - ref: https://datatracker.ietf.org/doc/html/rfc8901
#     description: "RFC 8901: multi-signer DNSSEC models"
# custom:
#   id: SPOF-DNS-PROVIDER
#   layer: dns
#   severity: high
#   enforcement: mandatory
#   remediation: serve the same zone from a second provider as well, and delegate to the name servers of both
package cutset.policies["dns-provider"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s has one DNS provider", [lib.names(lib.cause_names(cut))]),
	"why": sprintf("all name servers of %s belong to that provider", [lib.subject_thing(cut)]),
}) if {
	some index in lib.about.provider
	cut := input.cuts[index]
}
