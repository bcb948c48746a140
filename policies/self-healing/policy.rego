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
#   remediation: set the group's healthCheckType to ELB, and leave its processes running
package cutset.policies["self-healing"]

import data.cutset.lib

policy := lib.policy(rego.metadata.chain())

findings contains lib.of_component(policy, component, {
	"title": sprintf("%s does not replace its failed nodes", [lib.quoted(component.name)]),
	"message": sprintf("%s: nodes that fail are not replaced, and a second failure meets what the first one left.", [concat(", and ", [
	reason |
		some reason in reasons(component)
	])]),
}) if {
	some component in input.components
	"minSize" in object.keys(component.properties)
	count(reasons(component)) > 0
}

reasons(component) := array.concat(
	[sprintf("%s asks EC2 alone whether a node works, and not %s, which sees that it no longer answers", [
		lib.thing(component),
		lib.names([gateway.name | some gateway in component.behind]),
	]) |
		component.properties.healthCheckType == "EC2"
		count(component.behind) > 0
	],
	[sprintf("%s has suspended %s", [lib.thing(component), lib.names(sort(suspended(component)))]) |
		count(suspended(component)) > 0
	],
)

# The processes without which no node is replaced.
suspended(component) := {process |
	some process in component.properties.suspendedProcesses
	process in {"Launch", "Terminate", "HealthCheck", "ReplaceUnhealthy"}
}
