package templates

# METADATA
# entrypoint: true
rendered := {template: strings.render_template(template, input.values) | some template in input.templates}

# METADATA
# entrypoint: true
refused := [x | x := {"text": {"s": "x"}, "set": {"s": {3, 1}}, "key": {"o": {1: 2}}}[name]; strings.render_template("{{.}}", x)]
