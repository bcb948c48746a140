# What one user may do with one thing.
package bench

import rego.v1

answers := data.authzen.allow
