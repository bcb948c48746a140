package limits

# METADATA
# entrypoint: true
pairs := count([1 | some i in numbers.range(1, input.n); some j in numbers.range(1, input.n); i < j])

# METADATA
# entrypoint: true
conflict := x if {
	some x in input.values
}

# METADATA
# entrypoint: true
keys := {k: v | some v, k in input.values}

# METADATA
# entrypoint: true
failing := to_number(input.text)

# METADATA
# entrypoint: true
today := time.date(time.now_ns())

deepest(x) := x + 1

deeper(x) := deepest(x) + 1

# METADATA
# entrypoint: true
deep := deeper(1) + 1
