package tokens

# METADATA
# entrypoint: true
decoded := {name: io.jwt.decode(token) | some name, token in input.tokens}

verified[name][key_name] := [
	{x | x := io.jwt.verify_rs256(token, key)}, {x | x := io.jwt.verify_rs384(token, key)},
	{x | x := io.jwt.verify_rs512(token, key)}, {x | x := io.jwt.verify_ps256(token, key)},
	{x | x := io.jwt.verify_ps384(token, key)}, {x | x := io.jwt.verify_ps512(token, key)},
	{x | x := io.jwt.verify_es256(token, key)}, {x | x := io.jwt.verify_es384(token, key)},
	{x | x := io.jwt.verify_es512(token, key)}, {x | x := io.jwt.verify_eddsa(token, key)},
] if {
	some name, token in input.tokens
	some key_name, key in input.keys
}

# METADATA
# entrypoint: true
pairs := verified

# METADATA
# entrypoint: true
secrets := {name: [io.jwt.verify_hs256(token, secret), io.jwt.verify_hs384(token, secret), io.jwt.verify_hs512(token, secret)] |
	some name, token in input.tokens
	secret := "secret of the shop"
}

# METADATA
# entrypoint: true
trusted := {name: {i: result |
	some i, constraints in input.constraints
	result := io.jwt.decode_verify(token, constraints)
} |
	some name, token in input.tokens
}

# METADATA
# entrypoint: true
signed := {i: token | some i, x in input.signing; token := io.jwt.encode_sign(x[0], x[1], x[2])}

# METADATA
# entrypoint: true
raw := {i: token | some i, x in input.raw; token := io.jwt.encode_sign_raw(x[0], x[1], x[2])}

# METADATA
# entrypoint: true
requests := {i: {j: request |
	some j, aws in input.aws
	request := providers.aws.sign_req(sent, aws, 1600000000123456789)
} |
	some i, sent in input.requests
}
