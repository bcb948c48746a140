package yaml_texts

# METADATA
# entrypoint: true
written := {name: yaml.marshal(value) | some name, value in input.values}

# METADATA
# entrypoint: true
read := {name: yaml.unmarshal(text) | some name, text in input.texts}

# METADATA
# entrypoint: true
valid := {name: yaml.is_valid(text) | some name, text in input.texts}

# METADATA
# entrypoint: true
others := [yaml.marshal({3, 1, 2}), yaml.marshal({1: 2})]
