package found.library

import rego.v1

one := 1

alike(x, x)

double(x) := x * 2
