package rules

import data.limits

# METADATA
# entrypoint: true
default allow := false

allow if {
	input.user.role in {"admin", "owner"}
	not suspended
}

suspended if input.user.name in data.suspended

# METADATA
# entrypoint: true
level := "high" if {
	input.amount > limits.high
} else := "low" if {
	input.amount < limits.low
}

# METADATA
# entrypoint: true
denials contains message if {
	some i, item in input.items
	item.price > limits.price
	message := sprintf("item %d (%s) costs %v", [i, item.name, item.price])
}

# METADATA
# entrypoint: true
by_kind[kind] contains item.name if {
	some item in input.items
	kind := item.kind
}

# METADATA
# entrypoint: true
all_named if {
	every item in input.items {
		item.name != ""
	}
}

# METADATA
# entrypoint: true
never if input.absent
