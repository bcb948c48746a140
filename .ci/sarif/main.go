// Validates SARIF files against the official schema of version 2.1.0.
//
//	go run . FILE…
//
// The schema is the text that go-sarif carries; the files are judged as they are, not as a
// program would read them.
package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/xeipuuv/gojsonschema"
)

const module = "github.com/owenrumney/go-sarif/v3"

func main() {
	if len(os.Args) < 2 {
		fail("name the files to validate")
	}
	schema, err := gojsonschema.NewSchema(gojsonschema.NewStringLoader(schemaText()))
	if err != nil {
		fail("the schema cannot be read: %v", err)
	}
	bad := false
	for _, file := range os.Args[1:] {
		content, err := os.ReadFile(file)
		if err != nil {
			fail("%v", err)
		}
		result, err := schema.Validate(gojsonschema.NewBytesLoader(content))
		if err != nil {
			fail("`%s` is no JSON: %v", file, err)
		}
		for _, mistake := range result.Errors() {
			fmt.Fprintf(os.Stderr, "%s: %s\n", file, mistake)
			bad = true
		}
	}
	if bad {
		os.Exit(1)
	}
	fmt.Printf("%d files are SARIF 2.1.0\n", len(os.Args)-1)
}

// schemaText is the schema in the source of go-sarif, which does not export it.
func schemaText() string {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		fail("`go list` does not find %s: %v", module, err)
	}
	path := filepath.Join(strings.TrimSpace(string(folder)), "pkg/report/v210/sarif/schema.go")
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		fail("%v", err)
	}
	var text string
	ast.Inspect(file, func(node ast.Node) bool {
		if value, ok := node.(*ast.BasicLit); ok && value.Kind == token.STRING && len(value.Value) > len(text) {
			text, _ = strconv.Unquote(value.Value)
		}
		return true
	})
	return text
}

func fail(format string, details ...any) {
	fmt.Fprintf(os.Stderr, "sarif: "+format+"\n", details...)
	os.Exit(1)
}
