# METADATA
# title: What the policies say of themselves
# description: Reduces the annotations that `opa inspect` finds to one object for each policy.
# schemas:
#   - input: {type: object}
package cutset_metadata

policies := [policy |
	some name in names
	policy := by_name[name]
]

names := sort(object.keys(by_name))

by_name := {name: policy |
	some found in input.annotations
	["cutset", "policies", name] == [part.value | some part in array.slice(found.path, 1, 10)]
	found.annotations.scope == "package"
	policy := {
		"name": name,
		"id": found.annotations.custom.id,
		"title": found.annotations.title,
		"description": found.annotations.description,
		"severity": found.annotations.custom.severity,
		"enforcement": found.annotations.custom.enforcement,
		"remediation": found.annotations.custom.remediation,
		"layer": found.annotations.custom.layer,
		"relatedResources": [resource(related) | some related in found.annotations.related_resources],
	}
}

resource(related) := {"ref": related.ref, "description": object.get(related, "description", "")}
