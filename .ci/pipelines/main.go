// Reads deployment settings as the Pulumi CLI does, and refuses fields that it does not know.
//
//	go run . FILE…
package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/pulumi/pulumi/sdk/v3/go/common/apitype"
	"gopkg.in/yaml.v3"
)

func main() {
	if len(os.Args) < 2 {
		fail("name the files to read")
	}
	for _, file := range os.Args[1:] {
		content, err := os.ReadFile(file)
		if err != nil {
			fail("%v", err)
		}
		decoder := yaml.NewDecoder(bytes.NewReader(content))
		decoder.KnownFields(true)
		var deploy struct {
			Settings apitype.DeploymentSettings `yaml:"settings"`
		}
		if err := decoder.Decode(&deploy); err != nil {
			fail("%s: %v", file, err)
		}
		if operation := deploy.Settings.Operation; operation == nil || len(operation.PreRunCommands) == 0 {
			fail("%s: no command that is run before", file)
		}
	}
}

func fail(format string, values ...any) {
	fmt.Fprintf(os.Stderr, "pipelines: "+format+"\n", values...)
	os.Exit(1)
}
