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

# METADATA
# entrypoint: true
grid := [[i, j] | some i in numbers.range(1, input.n); some j in numbers.range(1, input.n)]

# METADATA
# entrypoint: true
looked := count([list | some i in numbers.range(1, input.n); list := object.get(input, "list", [])])

# METADATA
# entrypoint: true
parsed := count([list | some i in numbers.range(1, input.n); list := json.unmarshal(input.text)])

# METADATA
# entrypoint: true
texts := count([text | some i in numbers.range(1, input.n); text := concat(input.text, ["", ""])])

width := count(data.wide)

# METADATA
# entrypoint: true
copied := sum([w | some i in numbers.range(1, input.n); w := width with data.wide.more as i])
