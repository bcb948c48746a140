package outside

# METADATA
# entrypoint: true
answer := http.send({"method": "GET", "url": input.url}).body if {
	opa.runtime().env.HOME
}
