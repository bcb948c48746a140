# METADATA
# title: Coordinator
# description: One failure takes the majority from the nodes that decide together.
# related_resources:
#   - ref: https://zookeeper.apache.org/doc/current/zookeeperAdmin.html
#     description: "ZooKeeper administrator's guide: clustered setup"
#   - ref: https://etcd.io/docs/latest/faq/
#     description: "etcd: why an odd number of cluster members"
# custom:
#   id: SPOF-COORDINATOR
#   layer: coordinator
#   severity: critical
#   enforcement: mandatory
#   remediation: run three or five nodes, an odd number, each in a zone of its own
package cutset.policies.coordinator

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_cut(policy, index, {
	"title": sprintf("%s loses its majority", [lib.either(lib.cause_names(cut))]),
	"why": why(cut, cut.cause[0]),
}) if {
	some index in lib.about.coordinator
	cut := input.cuts[index]
}

why(_, component) := sprintf("%s has one node, and nobody else can decide", [lib.thing(component)]) if {
	component.copies < 2
}

why(cut, component) := sprintf(
	"%s has two nodes and a majority of two is two, which is worse than one node",
	[lib.thing(component)],
) if {
	component.copies == 2
	cut.scope == "instance"
}

why(cut, component) := sprintf("%s needs %d of its %d nodes", [
	lib.thing(component),
	component.needed,
	component.copies,
]) if {
	component.copies > 2
	cut.scope == "instance"
}

why(cut, component) := sprintf("%s needs %d of its %d nodes, and too many of them are in one zone", [
	lib.thing(component),
	component.needed,
	component.copies,
]) if {
	component.copies >= 2
	cut.scope != "instance"
}
