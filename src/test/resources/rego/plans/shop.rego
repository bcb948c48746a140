package shop

import data.limits

# METADATA
# entrypoint: true
denials contains msg if {
	some item in input.items
	not exempt(item)
	item.price > limits.price
	every tag in item.tags {
		tag != "bad"
		startswith(tag, "t")
	}
	names := [n | some x in input.items; n := x.name; n != "y"]
	msg := sprintf("%s costs %v of %v", [item.name, item.price, names])
}

exempt(item) if item.kind == "gift"

exempt(item) if {
	item.kind == "old"
	item.price < 3
}

# METADATA
# entrypoint: true
small if count(denials) < 2 with input.items as [{"name": "g", "kind": "gift"}]
