# What random policies may ask for, and replace.
package fuzz.library

odd := {
	1: "one",
	2.5: [1],
	null: "none",
	true: "yes",
	[1, 2]: "pair",
	{"k": 1}: "object",
	{1, "a"}: "set",
	"a": {"b": {3: {4}}},
	"": set(),
}

mixed contains "a"

mixed contains x if some x in input.xs

mixed contains [x] if some x in input.ns

by_type[type_name(x)] contains x if some x in input.xs

places[x][i] := i if some i, x in input.xs

tree.a := input.n

tree.b.c := input.s

tree.d[k] := v if some k, v in input.o

tree.e[k].f contains v if some k, v in input.o

default allowed := false

allowed if input.b

allowed if input.n > 2

first := x if {
	x := input.ns[0]
	x > 1
} else := x if {
	x := input.ss[1]
	x != ""
} else := "none"

default double(_) := "not a number"

double(x) := x * 2 if is_number(x)

kind("a") := "letter"

kind(1) := "digit"

kind([x, _]) := x

kind({"k": x}) := x

deep(x) := y if {
	y := {k: z |
		some k, v in x
		z := type_name(v)
	}
}

positive(x) if x > 0

alike(x, x)
