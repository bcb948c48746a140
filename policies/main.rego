# METADATA
# title: Findings
# description: What all policies find; a policy takes part by lying in its own folder.
package cutset

findings contains finding if {
	some name
	some finding in data.cutset.policies[name].findings
}

# What each policy says of itself, by name.
metadata[name] := policy if {
	some name
	policy := data.cutset.policies[name].policy
}
