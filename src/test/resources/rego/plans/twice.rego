package twice

once := [x | some x in [1]]

# METADATA
# entrypoint: true
both := [once[0], count(once)]
