# How findings put things into words.
package cutset.lib

# Names, as one reads them out.
names(list) := listed(list, "and")

either(list) := listed(list, "or")

listed([], _) := "nothing"

listed([name], _) := quoted(name)

listed(list, word) := sprintf("%s %s %s", [
	concat(", ", [quoted(name) | some name in array.slice(list, 0, count(list) - 1)]),
	word,
	quoted(list[count(list) - 1]),
]) if {
	count(list) > 1
	count(list) <= 4
}

listed(list, word) := sprintf("%s %s %d others", [
	concat(", ", [quoted(name) | some name in array.slice(list, 0, 3)]),
	word,
	count(list) - 3,
]) if {
	count(list) > 4
}

quoted(name) := sprintf("`%s`", [name])

# The verb after names.
verb(list, one, _) := one if count(list) == 1

verb(list, _, many) := many if count(list) != 1

# A component with what people call its type.
thing(component) := sprintf("%s %s", [component.title, quoted(component.name)])

# The first alternative of the cause.
subject_thing(cut) := thing(cut.cause[0])

cause_names(cut) := [component.name | some component in cut.cause]

entry_names(cut) := sort({entry.name | some entry in cut.entryPoints})

standby_names(cut) := [standby.name |
	standbys := standing_by(cut)
	some standby in standbys
	standby.kind == standbys[0].kind
	standby.name != cut.failure.name
]

# What fails. A zone of which only the region is known comes as words, not as a name, and so does a
# region of which only the provider is known.
event(cut) := cut.failure.name if {
	contains(cut.failure.name, "zone of ")
} else := cut.failure.name if {
	startswith(cut.failure.name, "zone ")
} else := cut.failure.name if {
	startswith(cut.failure.name, "the region of ")
} else := sprintf("%s %s", [domain_word[cut.failure.kind], quoted(cut.failure.name)]) if {
	domain_word[cut.failure.kind]
} else := quoted(cut.failure.name)

domain_word := {
	"zone": "zone",
	"region": "region",
	"provider": "DNS provider",
	"cloud": "cloud",
}

# How far the first alternative of the cause is from being redundant.
state(cut) := condition(cut.cause[0])

condition(component) := "keeps no copy running" if component.copies < 1

condition(component) := sprintf("runs a single copy%s", [where(component)]) if {
	component.copies == 1
	not shrinks(component)
}

# A group is judged by what it is allowed to shrink to.
condition(component) := sprintf("may shrink to a single copy%s, its minimum, from the %d it starts with", [
	where(component),
	component.properties.desiredCapacity,
]) if {
	component.copies == 1
	shrinks(component)
}

# Two are both; of more the number may be assumed only, where it is not known yet.
all_of(number) := "both" if {
	number == 2
} else := "all"

all_of_its(number) := "both of its" if {
	number == 2
} else := "all of its"

condition(component) := sprintf("needs %s copies%s", [
	all_of_its(component.copies),
	where(component),
]) if {
	component.copies > 1
	component.needed >= component.copies
}

condition(component) := sprintf("runs %d copies%s and needs %d of them", [
	component.copies,
	where(component),
	component.needed,
]) if {
	component.copies > 1
	component.needed > 1
	component.needed < component.copies
}

condition(component) := sprintf("runs %d copies%s, but nothing fails over between them", [
	component.copies,
	where(component),
]) if {
	component.copies > 1
	component.needed < 2
	component.failover in {"none", "manual"}
}

condition(component) := sprintf("runs %d copies%s", [component.copies, where(component)]) if {
	component.copies > 1
	component.needed < 2
	not component.failover in {"none", "manual"}
}

shrinks(component) if {
	least(component) == 1
	is_number(component.properties.desiredCapacity)
	component.properties.desiredCapacity > 1
}

# What scales a service knows its minimum, else it says that itself.
least(component) := component.properties.scalesDownTo if {
	component.properties.scalesDownTo
} else := component.properties.minSize

# That a single copy is in one zone goes without saying where the zone has no name.
where(component) := sprintf(" in zone %s", [quoted(component.zones[0])]) if {
	count(component.zones) == 1
	not startswith(component.zones[0], "zone ")
} else := ""
