# What random policies have found to differ from opa.
package found

import rego.v1

# METADATA
# description: functions are no part of the document of a package
# entrypoint: true
whole := {name: value | some name; value := data.found.library[name]}

# METADATA
# entrypoint: true
keys := [json.marshal({10: 1, 9: 2, null: 3, "a": 4, {10: 1, 9: 2, "<": 3}: 5}), json.marshal({1: "a", "1": "b"})]

# METADATA
# entrypoint: true
named := {{10: 1, 9: 2, "<": 3}: 1, 1: "a", "1": "b"}

# METADATA
# entrypoint: true
misfits := sprintf("%.3f|%8.2f|%-8t|%+.2t|%08t|%#t|%5.1t|%#v", [1, 3, 5, 1.5, 7, "abc", "xyz", "é"])

# METADATA
# entrypoint: true
bits := sprintf("%x|%X|%.3x|%b|%x|%x|%.0x|%.1x|%+x", [2.5, 1e100, 0.1, 0.1, -0.0, 5e-324, 1.9, 1.97, 1.5])

# METADATA
# entrypoint: true
shortest := sprintf("%v %v %v %g", [-0.0, 5e-324, 2e-44, 5.684341886080802e-14])

# METADATA
# entrypoint: true
unwritable := yaml.marshal("a\u007f")

# METADATA
# entrypoint: true
written := [json.marshal(first), json.marshal(kept)]

first := x if some x in [1, 1.0]

kept["k"] := x if some x in [2.0, 2]
