# METADATA
# title: Coordinator
# description: One failure takes the majority from the nodes that decide together.
# related_resources:
#   - ref: https://zookeeper.apache.org/doc/current/zookeeperAdmin.html
#     description: "ZooKeeper administrator's guide: clustered setup"
#   - ref: https://etcd.io/docs/v3.5/faq/
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
	"why": why(cut),
	# What the catalog says of a server would make of it a group that never agrees.
	"fix": policy.remediation,
}) if {
	some index in lib.about.coordinator
	cut := input.cuts[index]
}

why(cut) := sprintf("%s has one node, and nobody else can decide", [ensemble(cut)]) if {
	nodes(cut) < 2
}

why(cut) := sprintf("%s has two nodes, and a majority of two is two: worse than one node", [ensemble(cut)]) if {
	nodes(cut) == 2
	cut.scope == "instance"
}

why(cut) := sprintf("%s needs %d of its %d nodes", [ensemble(cut), needed(cut), nodes(cut)]) if {
	nodes(cut) > 2
	cut.scope == "instance"
}

why(cut) := sprintf("%s needs %d of its %d nodes, and too many of them are there", [
	ensemble(cut),
	needed(cut),
	nodes(cut),
]) if {
	nodes(cut) > 1
	cut.scope != "instance"
}

# An ensemble is one component of several copies, or several components of one copy each.
ensemble(cut) := lib.subject_thing(cut) if {
	count(cut.cause) == 1
} else := sprintf("the ensemble of %s", [lib.names(lib.cause_names(cut))])

nodes(cut) := cut.cause[0].copies if {
	count(cut.cause) == 1
} else := count(cut.cause)

needed(cut) := cut.cause[0].needed if {
	count(cut.cause) == 1
} else := floor(count(cut.cause) / 2) + 1
