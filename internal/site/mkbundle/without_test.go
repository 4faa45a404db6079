package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestTaggerless holds that what stands for internal/dates has every function
// that others call, or `make bench` could not compile it.
func TestTaggerless(t *testing.T) {
	files, err := filepath.Glob("../../dates/*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || filepath.Base(name) == "value.go" {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Recv == nil && f.Name.IsExported() && !strings.Contains(taggerless, "func "+f.Name.Name+"(") {
				t.Errorf("%s: %s is missing", filepath.Base(name), f.Name.Name)
			}
		}
	}
}
