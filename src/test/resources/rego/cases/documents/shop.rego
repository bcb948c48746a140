package shop

import rego.v1

food contains name if {
	some name, _ in data.shop.stock
	available(name)
}

food contains input.department if input.department != "food"

available(name) if data.shop.stock[name] > 0

toys["robot"].price := 30

toys[name].price := price if some name, price in data.prices

count_all := count(data.shop.stock)
