# METADATA
# title: Self-healing
# description: A scaling group does not replace a node that no longer works, so redundancy wears off failure by failure.
# related_resources:
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
#     description: "Amazon EC2 Auto Scaling user guide: health checks"
#   - ref: https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-suspend-resume-processes.html
#     description: "Amazon EC2 Auto Scaling user guide: suspend and resume processes"
# custom:
#   id: SPOF-SELF-HEALING
#   layer: compute
#   severity: medium
#   enforcement: advisory
#   remediation: let the group go by the balancer's health checks (type ELB), and leave its processes running
package cutset.policies["self-healing"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_component(policy, component, {
	"title": sprintf("%s does not replace its failed nodes", [lib.quoted(component.name)]),
	"message": sprintf("Nodes of %s are not always replaced, so that a second failure meets what the first one left: %s.", [
		lib.thing(component),
		concat(", and ", reasons(component)),
	]),
}) if {
	some component in lib.declaring("minSize")
	count(reasons(component)) > 0
}

reasons(component) := array.concat(
	[sprintf("it asks EC2 alone how they are, and not %s, which sees that one no longer answers", [
		lib.names([gateway.name | some gateway in component.behind]),
	]) |
		component.properties.healthCheckType == "EC2"
		count(component.behind) > 0
	],
	[sprintf("it has suspended %s", [lib.names(sort(suspended(component)))]) |
		count(suspended(component)) > 0
	],
)

# The processes without which no node is replaced.
suspended(component) := {process |
	some process in component.properties.suspendedProcesses
	process in {"Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy"}
}
