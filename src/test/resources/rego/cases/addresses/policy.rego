package addresses

# METADATA
# entrypoint: true
blocks := {
	"contains": [net.cidr_contains("10.0.0.0/8", b) | some b in ["10.1.0.0/16", "11.0.0.1", "10.255.255.255", "::1"]],
	"intersects": net.cidr_intersects("10.0.0.0/9", "10.64.0.0/10"),
	"valid": [net.cidr_is_valid(b) | some b in ["1.2.3.4/32", "1.2.3.4/33", "2001:db8::/32", "x"]],
	"expand": net.cidr_expand("192.168.0.8/30"),
	"expand6": net.cidr_expand("2001:db8::ff:0:fffe/127"),
	"matches": net.cidr_contains_matches({"a": "10.0.0.0/8", "b": ["172.16.0.0/12", "note"]}, ["10.0.0.1", "172.17.0.1"]),
	"merge": net.cidr_merge(["10.0.0.0/25", "10.0.0.128/25", "10.0.1.0/24", "192.168.1.1/32"]),
}

# METADATA
# entrypoint: true
uris := [uri.parse(u) |
	some u in [
		"https://user:pw@example.com:8443/a%20b?x=1&y=2#top",
		"mailto:someone@example.com", "/relative/path", "http://[2001:db8::1]:80/",
	]
]

# METADATA
# entrypoint: true
queries := [urlquery.encode_object({"a": ["1", "2"], "b": "c d"}), urlquery.decode_object("a=1&a=2&b=c+d&e"), urlquery.encode("*~-_. /é")]

# METADATA
# entrypoint: true
identifiers := [uuid.parse(u) | some u in ["00000000-0000-4000-8000-000000000000", "urn:uuid:5e0c5d28-8a25-11ee-b9d1-0242ac120002", "nonsense"]]

# METADATA
# entrypoint: true
versions := [semver.compare(a, "1.2.3") | some a in ["1.2.3", "v1.2.4", "1.2.3-rc.1", "1.10.0", "1.2.3+build"]]

# METADATA
# entrypoint: true
hashes := [crypto.md5("a"), crypto.sha1("a"), crypto.hmac.sha256("message", "key"), hex.encode("añ"), hex.decode("61c3b1")]

# METADATA
# entrypoint: true
paths := [graph.reachable_paths({"a": ["b", "c"], "b": ["a"], "c": []}, ["a"]), object.subset({"a": {"b": 1, "c": 2}}, {"a": {"b": 1}}), object.union_n([{"a": 1}, {"a": {"b": 2}}, {"a": {"c": 3}}]), object.remove({"a": 1, "b": 2}, {"a"})]
