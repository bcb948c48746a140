# How a policy says what it found.
package cutset.lib

# The policy that a METADATA block describes, from `rego.metadata.chain()` of a rule in its package.
policy(chain) := object.union(object.get(said, "custom", {}), {
	"title": object.get(said, "title", ""),
	"description": object.get(said, "description", ""),
	"relatedResources": [resource(related) | some related in object.get(said, "related_resources", [])],
}) if {
	said := chain[count(chain) - 1].annotations
}

resource(related) := {"ref": related.ref, "description": object.get(related, "description", "")}

# A finding about a cut. `said` holds the policy's words: `title`, `why`, and `fix` where it knows
# better than the catalog.
of_cut(policy, index, said) := {
	"policy": policy.id,
	"severity": severity(policy, cut),
	"enforcement": enforcement(policy, cut),
	"at_worst": at_worst(policy, cut),
	"title": said.title,
	"message": message(cut, said.why),
	"fix": object.get(said, "fix", fix(policy, cut)),
	"cuts": [index],
	"urn": cut.cause[0].urn,
	"resources": [resource | some component in cut.cause; some resource in component.resources],
} if {
	cut := input.cuts[index]
}

# A finding about a component, whatever fails: advice, because no entry point is down for it yet.
of_component(policy, component, said) := {
	"policy": policy.id,
	"severity": policy.severity,
	"enforcement": "advisory",
	"at_worst": "advisory",
	"title": said.title,
	"message": said.message,
	"fix": object.get(said, "fix", policy.remediation),
	"component": component.urn,
	"urn": component.urn,
	"resources": component.resources,
}

# A finding about a component that breaks a rule of the house, whatever fails: as binding as the
# policy says.
of_breach(policy, component, said) := object.union(of_component(policy, component, said), {
	"enforcement": policy.enforcement,
	"at_worst": policy.enforcement,
})

# The components that declare a property, found without looking at the others: there may be many.
declaring(property) := [input.components[position] | some position in input.declaring[property]]

# A policy refuses a stack only for what is certain and was promised.
enforcement(policy, cut) := policy.enforcement if {
	broken(cut)
} else := "advisory"

# What it would be once what is not known yet turned out for the worse.
at_worst(policy, cut) := policy.enforcement if {
	promised(cut)
} else := "advisory"

grades := ["low", "medium", "high", "critical"]

grade := {"low": 0, "medium": 1, "high": 2, "critical": 3}

# As bad as the policy says at worst, less for a rarer failure, and less yet for what nobody promised.
severity(policy, cut) := grades[min([grade[policy.severity], rarity(cut), weight(cut)])]

rarity(cut) := grade.critical if cut.scope == "instance"

rarity(cut) := grade.high if size[cut.scope] > size.instance

weight(cut) := grade.critical if {
	broken(cut)
} else := grade.medium

message(cut, why) := sprintf("When %s fails, %s down: %s.", [event(cut), effect(cut), why]) if {
	cut.verdict == "down"
}

message(cut, why) := sprintf("Whether %s %s the failure of %s depends on %s; at worst, %s.", [
	names(entry_names(cut)),
	verb(entry_names(cut), "survives", "survive"),
	event(cut),
	concat(" and ", deciding(cut)),
	why,
]) if {
	cut.verdict == "unknown"
}

# What a stack provides to others is its own entry point: that it goes down when it fails says nothing.
effect(cut) := effect_on(entry_names(cut), cut.failure.name)

effect_on(entries, failing) := "all that uses it goes" if {
	entries == [failing]
} else := sprintf("%s %s", [names(entries), verb(entries, "goes", "go")])

deciding(cut) := cut.undecidedBy if {
	count(cut.undecidedBy) > 0
} else := ["what is not known yet"]

# What to write, from the catalog where it knows the type, else from the policy.
fix(policy, cut) := one_of(remedies(cut), policy, cut)

one_of([], policy, _) := policy.remediation

one_of([remedy], _, cut) := remedy.text if count(cut.cause) == 1

one_of(found, _, cut) := sprintf("one of %s: %s", [names(cause_names(cut)), found[0].text]) if {
	count(cut.cause) > 1
	count({remedy.text | some remedy in found}) == 1
}

one_of(found, _, _) := sprintf("one of: %s", [concat("; ", lines)]) if {
	count({remedy.text | some remedy in found}) > 1
	lines := [sprintf("%s: %s", [quoted(remedy.name), remedy.text]) | some remedy in found]
}

remedies(cut) := [{"name": component.name, "text": text} |
	some component in cut.cause
	text := remedy(component, cut.scope)
]

# What survives a larger failure survives a smaller one.
remedy(component, scope) := [text |
	some larger in at_least[scope]
	text := component.remedy[larger]
][0]

at_least := {
	"instance": ["instance", "zone", "region", "provider", "cloud"],
	"zone": ["zone", "region", "provider", "cloud"],
	"region": ["region", "provider", "cloud"],
	"provider": ["provider", "cloud"],
	"cloud": ["cloud"],
}
