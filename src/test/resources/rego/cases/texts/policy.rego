package texts

import rego.v1

# METADATA
# entrypoint: true
changed := [
	upper("straße"), lower("ÀB"), trim("xxaxx", "x"), trim_left("  a ", " "), trim_space("\t a \n"),
	trim_prefix("abc", "ab"), trim_suffix("abc", "bc"), replace("a.b.c", ".", "-"), strings.reverse("añb"),
	substring("héllo", 1, 3), substring("abc", 1, -1), concat(", ", ["a", "b"]), format_int(255, 16),
	strings.replace_n({"<": "&lt;", ">": "&gt;"}, "<b>"),
]

# METADATA
# entrypoint: true
found := {
	"contains": contains("abc", "bc"),
	"indexof": [indexof("añb", "b"), indexof("a", "x"), indexof_n("banana", "an")],
	"split": [split("a,b,,c", ","), split("añb", ""), split("", ",")],
	"prefix": strings.any_prefix_match(["ab", "cd"], {"c"}),
}

# METADATA
# entrypoint: true
matched := {
	"match": regex.match(`^[a-z]+\d$`, "abc1"),
	"find": regex.find_n(`a*`, "baac", -1),
	"groups": regex.find_all_string_submatch_n(`(\w)=(\d)?`, "a=1 b=", -1),
	"replace": regex.replace("john smith", `(?P<first>\w+) (\w+)`, "$2, ${first}"),
	"split": regex.split(`\s*,\s*`, "a , b,c"),
	"globs": [glob.match("*.example.com", [], "api.example.com"), glob.match("a*", null, "a.b"), glob.match("{a,b}?[!x-z]", null, "b1w")],
}

# METADATA
# entrypoint: true
encoded := {
	"json": json.marshal({"a": [1, "<"], "s": {2, 1}}),
	"parsed": json.unmarshal("{\"a\": 1e3}"),
	"base64": [base64.encode("hi?"), base64.decode("aGk/"), base64url.encode_no_pad("hi??")],
	"query": [urlquery.encode("a b&c"), urlquery.decode("a+b%26c")],
	"hash": crypto.sha256("a"),
	"template": $"sum is {1 + 1}, {input.absent}",
}

# METADATA
# entrypoint: true
undefined_by_error := json.unmarshal("{")

# METADATA
# entrypoint: true
noted := trace("that it came here")
