module cutset.dev/ci/chaos

go 1.24

require github.com/chaos-mesh/chaos-mesh v0.9.1-0.20260902003049-47411975a8cb
