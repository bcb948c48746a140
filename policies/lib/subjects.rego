# What a cut is about. Every cut has one subject, so that it is found once.
package cutset.lib

# The indices of the cuts about each subject. There are few subjects, however many cuts.
about := {subject: indices |
	some subject in {each | some each in subjects}
	indices := [index | some index, other in subjects; other == subject]
}

subjects := [subject(cut) | some cut in input.cuts]

# The loss of a whole cloud is for those who ask for it: to all others it is not even advice.
# A standby that would do comes next: it is nearer to the mending than its role.
subject(cut) := "unasked" if {
	cut.scope == "cloud"
	not promised(cut)
} else := kind if {
	kind := standing_by(cut)[0].kind
} else := "provider" if {
	cut.scope == "provider"
	role(cut) == "dns"
} else := "everything" if {
	cut.scope in {"region", "cloud"}
	count(cut.regionsElsewhere) == 0
} else := "manual" if {
	cut.scope == "region"
	promotable(cut)
	some region in cut.cause[0].regions
	region != cut.failure.name
} else := "elsewhere" if {
	cut.scope in {"region", "cloud"}
} else := role(cut) if {
	role(cut) in {"coordinator", "network"}
} else := "coordinator" if {
	outvoted(cut)
} else := "manual" if {
	promotable(cut)
} else := "unserved-zone" if {
	together(cut)
	role(cut) == "compute"
	count(unserved_gateways(cut)) > 0
} else := "together" if {
	together(cut)
} else := role(cut)

# The role of what has to be changed; alternatives to each other have the same.
role(cut) := object.get(cut.cause[0], "role", "none")

# The ways in which a standby can fail to count, the nearest to counting first.
standby_kinds := ["unchecked", "unanswered", "unattached", "manual", "cold"]

# The standbys that would survive the failure, if they counted. Nobody keeps one for the loss of a
# DNS provider or of a cloud: what is there then is half of a second one.
standing_by(cut) := [standby |
	some kind in standby_kinds
	some standby in cut.cause[0].standbys
	standby.kind == kind
	outlives(cut, standby)
]

outlives(cut, _) if size[cut.scope] < size.region

outlives(cut, standby) if {
	cut.scope == "region"
	some region in standby.regions
	region != cut.failure.name
}

# Other copies are running, but it takes a person to make them take over.
promotable(cut) if {
	count(cut.cause) == 1
	cut.cause[0].failover == "manual"
	cut.cause[0].copies > 1
}

# Copies are left, but too few of them to elect one.
outvoted(cut) if {
	cut.cause[0].quorum
	cut.cause[0].copies > 1
}

# There is more than one of it, but one zone takes them all.
together(cut) if {
	cut.scope == "zone"
	count(cut.cause) > 1
}

together(cut) if {
	cut.scope == "zone"
	cut.cause[0].copies > 1
}

# Gateways with a node in a zone without targets, which does not send to other zones.
unserved_gateways(cut) := {gateway |
	some component in cut.cause
	some gateway in component.behind
	gateway.crossZone == false
	count(gateway.zones) > count(zones(cut))
}

zones(cut) := {zone |
	some component in cut.cause
	some zone in component.zones
}
