# METADATA
# title: Findings
# description: What all policies find; a policy takes part by lying in its own folder.
package cutset

findings contains finding if {
	some name
	some finding in data.cutset.policies[name].findings
}
