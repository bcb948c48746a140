package values

import rego.v1

# METADATA
# entrypoint: true
figures := [0.1 + 0.2, 1 / 3, 10 / 4, 7 % 3, 1e2, 1 == 1.0, 123456789012345678901 + 1, round(2.5), ceil(1.2), floor(-1.2), sum([0.1, 0.2]), product([1.5, 3])]

# METADATA
# entrypoint: true
ordered := sort([{"a"}, {"a": 1}, [1], "é", "z", "𝄞", "\uffff", 2, 1.5, true, false, null])

# METADATA
# entrypoint: true
keys := {[1, 2]: "array", {"s"}: "set", 1: "number", null: "null"}

# METADATA
# entrypoint: true
same := {{1, 2} == {2, 1.0}, {"a": 1} == {"a": 1.00}, [1] == [1], count({1, 1.0, "1"}) == 2}

# METADATA
# entrypoint: true
comprehended := {
	"array": [x | some x in {3, 1, 2}],
	"object": {k: v | some v, k in ["a", "b"]},
	"set": {y | some x in numbers.range(1, 9); y := x % 2},
}

# METADATA
# entrypoint: true
walked := [path | walk({"a": [1, {"b": 2}]}, [path, 2])]

# METADATA
# entrypoint: true
formatted := sprintf("%5d|%-5s|%05.1f|%x|%v|%q|%d|%s", [1, "a", 2.25, 255, {"k": {1}}, "q\n", "no", 7])
