package times

import rego.v1

noon := time.parse_rfc3339_ns("2024-02-29T12:00:00Z")

# METADATA
# entrypoint: true
parts := [time.date(noon), time.clock([noon, "America/New_York"]), time.weekday(noon), time.format(noon)]

# METADATA
# entrypoint: true
moved := time.format(time.add_date(noon, 1, 0, 1))

# METADATA
# entrypoint: true
apart := time.diff(noon, time.parse_ns("2006-01-02", "2023-01-31"))

# METADATA
# entrypoint: true
amounts := [time.parse_duration_ns("1h30m"), units.parse("10Mi"), units.parse("500m"), units.parse_bytes("2KB"), semver.compare("1.2.0-rc.1", "1.2.0"), bits.lsh(1, 70)]

# METADATA
# entrypoint: true
reached := graph.reachable({"a": ["b"], "b": {"c"}, "c": [], "d": ["a"]}, {"a"})

# METADATA
# entrypoint: true
patched := json.patch({"a": [1, 2], "b": 1}, [{"op": "add", "path": "/a/-", "value": 3}, {"op": "move", "from": "/b", "path": "/c"}])

# METADATA
# entrypoint: true
parted := [json.filter({"a": {"b": 1, "c": 2}, "d": 3}, ["a/b"]), json.remove({"a": {"b": 1, "c": 2}}, ["a/b"]), object.union({"a": {"b": 1}}, {"a": {"c": 2}}), object.get({"a": [{"b": 1}]}, ["a", 0, "b"], 0)]
