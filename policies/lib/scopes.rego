package cutset.lib

# How large a failure is.
size := {
	"instance": 0,
	"zone": 1,
	"region": 2,
	"provider": 3,
	"cloud": 4,
}

# Whether an entry point that goes down was to survive a failure of this size.
promised(cut) if {
	some entry in cut.entryPoints
	size[cut.scope] <= size[entry.target]
}

# Whether it is certain, and more than anybody has accepted.
broken(cut) if {
	cut.verdict == "down"
	promised(cut)
}
