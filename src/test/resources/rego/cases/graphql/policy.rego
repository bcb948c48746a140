package graphqls

# METADATA
# entrypoint: true
judged := {name: {query: judgement |
	some query in input.queries
	verified := graphql.parse_and_verify(query, schema)
	judgement := [graphql.is_valid(query, schema), verified[0], verified[1]]
} |
	some name, schema in input.schemas
}

# METADATA
# entrypoint: true
parsed := {query: tree |
	some query in input.queries
	tree := graphql.parse_query(query)
}

# METADATA
# entrypoint: true
schemas := {name: {"sound": sound, "tree": trees} |
	some name, schema in input.schemas
	sound := graphql.schema_is_valid(schema)
	trees := [tree | tree := graphql.parse_schema(schema)]
}

# METADATA
# entrypoint: true
of_objects := {query: valid |
	some query in input.queries
	schema := graphql.parse_schema(input.schemas.shop)
	valid := graphql.is_valid(graphql.parse_query(query), schema)
}

# METADATA
# entrypoint: true
fitting contains query if {
	some query in input.queries
	[_, schema] := graphql.parse(query, input.schemas.shop)
	schema == graphql.parse_schema(input.schemas.shop)
}
