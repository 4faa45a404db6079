// Package internal holds no code, only the rule of who may import whom.
package internal

import (
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers are the stages in the order in which they may import: each only what
// stands in a line above its own. Packages in one line do not import each
// other. A folder belongs to the package it lies in.
var layers = [][]string{
	{"internal/text", "internal/sorting", "internal/route", "web"},
	{"internal/dates"},
	{"internal/dossier"},
	{"internal/names", "data"},
	{"internal/quotes"},
	{"internal/search", "internal/compare"},
	{"internal/timeline"},
	{"internal/engine"},
	{"internal/export"},
	{"internal/worker"},
	{"internal/site", "app"},
	{"cmd/parallax", "cmd/reader", "internal/search/bench"},
}

// only says which packages may import what touches the browser or the network.
var only = map[string][]string{
	"syscall/js":    {"cmd/reader", "internal/worker", "app", "internal/search/bench"},
	"net/http":      {"internal/site", "cmd/parallax", "internal/search/bench"},
	"html/template": {"internal/site"},
	"github.com/maxence-charriere/go-app/v10": {"app", "cmd/reader"},
	"codeberg.org/readeck/go-readability":     {"cmd/parallax"},
	"golang.org/x/net":                        {"cmd/parallax"},
}

// notInBrowser is too large to download; what runs as wasm does not import it.
var notInBrowser = []string{"net/http", "html/template", "regexp", "crypto/", "github.com/goccy/go-yaml", "golang.org/x/text", "time/tzdata"}

// An imported is one import of one file.
type imported struct {
	pkg, file, path string
	browser         bool // the file is part of the wasm build
}

// imports returns every import of every file but tests, by file.
func imports(t *testing.T) []imported {
	t.Helper()
	var out []imported
	wasm := build.Default
	wasm.GOOS, wasm.GOARCH, wasm.CgoEnabled = "js", "wasm", false
	root := os.DirFS("..")
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (base[0] == '.' || base == "node_modules" || base == "testdata" || name == "bin" || name == "build") {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		src, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		if strings.HasPrefix(string(src), "//go:build ignore") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ImportsOnly)
		if err != nil {
			return err
		}
		inWasm, err := wasm.MatchFile(filepath.Join("..", filepath.FromSlash(path.Dir(name))), path.Base(name))
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			out = append(out, imported{path.Dir(name), name, p, inWasm})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// part returns the package of layers that pkg is or lies in, and its layer, or -1.
func part(pkg string) (string, int) {
	for ; pkg != "."; pkg = path.Dir(pkg) {
		for i, l := range layers {
			if slices.Contains(l, pkg) {
				return pkg, i
			}
		}
	}
	return "", -1
}

func TestImportsGoOneWay(t *testing.T) {
	for _, im := range imports(t) {
		to, ours := strings.CutPrefix(im.path, "parallax/")
		if !ours {
			continue
		}
		from, at := part(im.pkg)
		target, above := part(to)
		switch {
		case at < 0 || above < 0:
			t.Errorf("%s imports %s: one of them is in no layer", im.file, to)
		case target != from && above >= at:
			t.Errorf("%s imports %s, which is not above it in the list of layers", im.file, to)
		}
	}
}

func TestEdgesStayAtTheEdge(t *testing.T) {
	files := make(map[string][]string) // importers of syscall/js by package
	for _, im := range imports(t) {
		pkg, _ := part(im.pkg)
		for what, who := range only {
			if (im.path == what || strings.HasPrefix(im.path, what+"/")) && !slices.Contains(who, pkg) {
				t.Errorf("%s imports %s; only %v may", im.file, im.path, who)
			}
		}
		if im.path == "syscall/js" {
			files[im.pkg] = append(files[im.pkg], im.file)
		}
	}
	for _, pkg := range []string{"internal/worker", "app"} {
		if len(files[pkg]) > 1 {
			t.Errorf("%v import syscall/js; one file of %s may", files[pkg], pkg)
		}
	}
}

// What the browser downloads holds nothing that is large and not needed there.
func TestBrowserStaysSmall(t *testing.T) {
	for _, im := range imports(t) {
		if pkg, _ := part(im.pkg); !im.browser || pkg == "internal/site" || pkg == "cmd/parallax" {
			continue
		}
		for _, heavy := range notInBrowser {
			if strings.HasPrefix(im.path, heavy) {
				t.Errorf("%s imports %s and is part of the wasm build", im.file, im.path)
			}
		}
	}
}
