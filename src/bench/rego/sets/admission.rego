# All that the best practices of the set have to say of one object.
package bench

import rego.v1

answers[policy] contains violation.msg if some violation in data.ocp.bestpractices[policy].violation
