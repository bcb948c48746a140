package schemas

# The order in which OPA lists the mistakes is not always the same, so that they are sets here.
result(document, schema) := {"valid": found[0], "mistakes": {mistake | some mistake in found[1]}} if {
	found := json.match_schema(document, schema)
}

# METADATA
# entrypoint: true
matched := [[result(document, schema) | some document in input.documents] |
	some schema in input.schemas
]

# METADATA
# entrypoint: true
verified := [json.verify_schema(schema) | some schema in array.concat(input.schemas, input.bad)]

# METADATA
# entrypoint: true
formats := {format: {text: json.match_schema({"a": text}, {"properties": {"a": {"format": format}}}) |
	some text in texts
} |
	some format, texts in input.formats
}

# METADATA
# entrypoint: true
as_texts := [json.match_schema("{\"a\": 1}", "{\"type\": \"array\"}"), json.match_schema("[{1}]", {})]
