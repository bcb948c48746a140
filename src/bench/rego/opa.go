// Evaluates again and again by OPA's own library: for each line on standard input, one line with the
// nanoseconds of CPU of an evaluation. The arguments: the query, the input, "v0" or "v1", the policies.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/loader"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/util"
)

const window = time.Second

func main() {
	version := ast.RegoV1
	if os.Args[3] == "v0" {
		version = ast.RegoV0
	}
	tests := func(_ string, info os.FileInfo, _ int) bool {
		return strings.HasSuffix(info.Name(), "_test.rego")
	}
	load := func(r *rego.Rego) { rego.Load(os.Args[4:], loader.Filter(tests))(r) }
	query, err := rego.New(rego.Query(os.Args[1]), rego.SetRegoVersion(version), load).
		PrepareForEval(context.Background())
	check(err)
	text, err := os.ReadFile(os.Args[2])
	check(err)
	var document any
	check(util.UnmarshalJSON(text, &document))
	input, err := ast.InterfaceToValue(document)
	check(err)
	orders := bufio.NewScanner(os.Stdin)
	for orders.Scan() {
		runs := int64(0)
		before, start := cpu(), time.Now()
		for time.Since(start) < window {
			answer, err := query.Eval(context.Background(), rego.EvalParsedInput(input))
			check(err)
			if len(answer) == 0 {
				check(fmt.Errorf("undefined"))
			}
			runs++
		}
		check(json.NewEncoder(os.Stdout).Encode((cpu() - before) / runs))
	}
}

// cpu is what the process has taken so far, collector of garbage included.
func cpu() int64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return usage.Utime.Nano() + usage.Stime.Nano()
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
