package documents

import rego.v1

# METADATA
# entrypoint: true
everything := data.shop

# METADATA
# entrypoint: true
chosen := data.shop[input.department]

# METADATA
# entrypoint: true
replaced := food if {
	food := data.shop.food with data.shop.stock as {"apple": 0} with input.department as "toys"
}

# METADATA
# entrypoint: true
mocked := number if {
	number := data.shop.count_all with count as 42
}

# METADATA
# entrypoint: true
mocked_function := food if {
	food := data.shop.food with data.shop.available as stub
}

stub(name) := name == "pear"
