package globs

# METADATA
# entrypoint: true
meeting := {left: {right: meets |
	some right in input.globs
	meets := regex.globs_match(left, right)
} |
	some left in input.globs
}
