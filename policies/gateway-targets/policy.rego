# METADATA
# title: Gateway targets
# description: The gateway has nodes that cannot send to a healthy target, or a server that could help is not a target.
# related_resources:
#   - ref: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html
#     description: "Elastic Load Balancing user guide: cross-zone load balancing"
# custom:
#   id: SPOF-GATEWAY-TARGETS
#   layer: gateway
#   severity: high
#   enforcement: mandatory
#   remediation: register targets in every zone of the gateway, and let it balance across zones
package cutset.policies["gateway-targets"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s gets no traffic", [standbys]),
	"why": sprintf("%s could do the same work, but no balancer sends to it", [standbys]),
	"fix": sprintf("register %s with the balancer as well", [standbys]),
}) if {
	some index in lib.about.unattached
	cut := input.cuts[index]
	lib.role(cut) != "compute"
	standbys := lib.either(lib.standby_names(cut))
}

findings contains lib.of_cut(policy, index, {
	"title": sprintf("no balancer is before %s", [lib.names(servers)]),
	"why": sprintf("%s could do the same work, but nothing sends its clients there", [lib.either(standbys)]),
	"fix": sprintf("put %s behind a balancer that checks their health, or answer one name with all of them; %s", [
		lib.names(servers),
		"where users have such a name already, say so with a `quorum` in cutset.yaml, of which 1 is needed",
	]),
}) if {
	some index in lib.about.unattached
	cut := input.cuts[index]
	lib.role(cut) == "compute"
	standbys := lib.standby_names(cut)
	servers := array.concat(lib.cause_names(cut), standbys)
}

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s has targets in too few of its zones", [gateways]),
	"why": sprintf("the copies of %s are in %s, while %s has nodes in more zones and does not send across them", [
		lib.names(lib.cause_names(cut)),
		lib.names(sort(lib.zones(cut))),
		gateways,
	]),
	"fix": sprintf("run %s in every zone of %s, and switch on its cross-zone balancing", [
		lib.either(lib.cause_names(cut)),
		gateways,
	]),
}) if {
	some index in lib.about["unserved-zone"]
	cut := input.cuts[index]
	gateways := lib.names(sort({gateway.name | some gateway in lib.unserved_gateways(cut)}))
}
