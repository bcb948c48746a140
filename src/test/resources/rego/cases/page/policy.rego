package shop

# METADATA
# entrypoint: true
denials contains message if {
	some item in input.items
	not item.exempt
	item.price > data.limits.price
	message := sprintf("%s costs %v", [item.name, item.price])
}
