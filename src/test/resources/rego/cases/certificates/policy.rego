package certificates

# METADATA
# entrypoint: true
read := {name: crypto.x509.parse_certificates(text) | some name, text in input.certificates}

# METADATA
# entrypoint: true
requests := {name: crypto.x509.parse_certificate_request(text) | some name, text in input.requests}

# METADATA
# entrypoint: true
chains := {name: {i: [found[0], count(found[1])] |
	some i, options in input.options
	found := crypto.x509.parse_and_verify_certificates_with_options(text, options)
} |
	some name, text in input.certificates
}

# METADATA
# entrypoint: true
chain := crypto.x509.parse_and_verify_certificates_with_options(input.certificates.plain, input.options[0])

# METADATA
# entrypoint: true
refused := {name: crypto.x509.parse_and_verify_certificates(input.certificates[name]) | some name in ["short", "broken"]}

# METADATA
# entrypoint: true
private := {name: crypto.parse_private_keys(text) | some name, text in input.keys}

# METADATA
# entrypoint: true
web := {name: crypto.x509.parse_rsa_private_key(text) | some name, text in input.keys}

# METADATA
# entrypoint: true
pairs := {name: crypto.x509.parse_keypair(pair[0], pair[1]) | some name, pair in input.pairs}
