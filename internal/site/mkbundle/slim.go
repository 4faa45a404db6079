package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The library of the screens brings a web server, encryption and regular
// expressions, which the browser downloads and never runs. slim copies the
// pinned release next to what else is built, cuts those out and returns a
// module file by which the reader is compiled with the copy. Only this step is
// kept, never the copy. It was written for one release of known content and
// refuses any other.
const (
	goApp    = "github.com/maxence-charriere/go-app/v10"
	goAppSum = goApp + " v10.1.11 h1:4JUSlVQ8zVIeL3acFJEpuerP6FLoEQWg6CUTtHcz7Ro="
)

// cuts are the changes: in a file, each old text, which must stand there once,
// with the new.
var cuts = []struct {
	file string
	swap []string
}{
	// The server.
	{"pkg/app/http.go", []string{"package app\n", "//go:build !wasm\n\npackage app\n"}},
	{"pkg/app/wasm.go", []string{
		"\t\"runtime\"\n", "",
		"\n\t\"github.com/maxence-charriere/go-app/v10/pkg/errors\"\n", "",
		"func GenerateStaticWebsite(dir string, h *Handler, pages ...string) error {\n" +
			"\tpanic(errors.New(\"unsupported instruction\").\n\t\tWithTag(\"architecture\", runtime.GOARCH))\n}\n", "",
	}},
	{"pkg/app/resource.go", []string{
		"\t\"net/http\"\n", "",
		"\t\tHandler:   http.FileServer(http.Dir(directory)),\n", "",
		"\thttp.Handler\n", "",
	}},
	// Encrypted local storage, of which the reader keeps none.
	{"pkg/app/crypto.go", []string{"package app\n", "//go:build !wasm\n\npackage app\n"}},
	{"pkg/app/context.go", []string{"\t\"github.com/google/uuid\"\n", "", "uuid.NewString()", "\"one\""}},
	// The name of a sender on a channel that the reader never opens.
	{"pkg/app/state.go", []string{"\t\"github.com/google/uuid\"\n", "", "uuid.NewString()", "\"one\""}},
	// The two thousand names of characters in HTML, which a program that imports
	// the package carries whether or not it reads any.
	{"pkg/app/node.go", []string{
		"\t\"html\"\n", "", "\t\"strconv\"\n", "\t\"strconv\"\n\t\"strings\"\n",
		"html.EscapeString(v.value)", "strings.NewReplacer(\"&\", \"&amp;\", \"<\", \"&lt;\").Replace(v.value)",
		// Elements are planned; see planned.go.
		"Window().createTextNode(v.value)", "planText(v.value)",
		"jsElement, _ := Window().createElement(v.Tag(), v.XMLNamespace())", "jsElement := planElement(v.Tag(), v.XMLNamespace())",
	}},
	// Every value of the browser that Go is handed costs a finalizer, which takes
	// longer than making an element: "append" hands nothing back.
	{"pkg/app/js_wasm.go", []string{"v.Call(\"appendChild\", c)", "v.Call(\"append\", c)"}},
	// Screens of the library's own, and with them the types of their elements: each
	// brings some 150 methods.
	{"pkg/app/component.go", []string{
		"import (\n\t\"reflect\"\n\t\"strings\"\n\n", "import (\n",
		defaultRender, "\treturn Text(\"no Render\")\n",
	}},
	{"pkg/app/notfound.go", []string{notFoundRender, "\treturn Text(\"Not Found\")\n"}},
	{"pkg/app/engine.go", []string{
		"firstChild := Div()", "firstChild := Elem(\"div\")",
		"body.JSValue().firstElementChild()).(HTMLDiv)", "body.JSValue().firstElementChild()).(HTMLElem)",
		"setParent(body).(HTMLDiv)", "setParent(body).(HTMLElem)",
	}},
	// Routes: the reader has one for every path.
	{"pkg/app/route.go", []string{
		"import (\n\t\"regexp\"\n\t\"sync\"\n)\n", "import \"sync\"\n\n" +
			"type everyPath struct{}\n\nfunc (everyPath) MatchString(string) bool { return true }\n",
		"\t\tregexp:       regexp.MustCompile(pattern),\n", "",
		"\tregexp       *regexp.Regexp\n", "\tregexp       everyPath\n",
		"routeWithRegexp(pattern string, newComponent func() Composer) {\n",
		"routeWithRegexp(pattern string, newComponent func() Composer) {\n\tif pattern != \".*\" {\n\t\tpanic(\"routes are slimmed\")\n\t}\n",
	}},
}

const defaultRender = `	componentName := reflect.TypeOf(c.ref).Name()

	return Div().
		DataSet("compo-type", componentName).
		Style("border", "1px solid currentColor").
		Style("padding", "12px 0").
		Body(
			H1().Text("Component "+strings.TrimPrefix(componentName, "*")),
			P().Body(
				Text("Change appearance by implementing: "),
				Code().
					Style("color", "deepskyblue").
					Style("margin", "0 6px").
					Text("func (c "+componentName+") Render() app.UI"),
			),
		)
`

const notFoundRender = `	return Div().
		Class("goapp-app-info").
		Body(
			Div().
				Class("goapp-notfound-title").
				Body(
					Text("4"),
					Img().
						Class("goapp-logo").
						Alt("0").
						Src(n.Icon),
					Text("4"),
				),
			P().
				Class("goapp-label").
				Text("Not Found"),
		)
`

// What stands in for the encryption that was cut out.
const noCrypto = `//go:build wasm

package app

import "errors"

var errNoCrypto = errors.New("slimmed: no encryption here")

func encrypt(string, []byte) ([]byte, error) { return nil, errNoCrypto }

func decrypt(string, []byte) ([]byte, error) { return nil, errNoCrypto }
`

// What mounts elements.
//
//go:embed planned.go
var planned string

// Tools that tidy code leave generated files alone.
const generated = "// Code generated by mkbundle from " + goApp + ". DO NOT EDIT.\n\n"

func slim(work string) (modfile string, err error) {
	sums, err := os.ReadFile("go.sum")
	if err != nil {
		return "", err
	}
	if !bytes.Contains(sums, []byte(goAppSum+"\n")) {
		return "", errors.New("go.sum has another release of go-app than the one these cuts were made for")
	}
	from, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", goApp).Output()
	if err != nil {
		return "", fmt.Errorf("go list -m %s: %w", goApp, err)
	}
	into := filepath.Join(work, "go-app")
	if err := os.RemoveAll(into); err != nil {
		return "", err
	}
	if err := copyModule(strings.TrimSpace(string(from)), into); err != nil {
		return "", err
	}
	for _, c := range cuts {
		name := filepath.Join(into, filepath.FromSlash(c.file))
		body, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		for i := 0; i < len(c.swap); i += 2 {
			if n := bytes.Count(body, []byte(c.swap[i])); n != 1 {
				return "", fmt.Errorf("%s: %q stands there %d times, want once", c.file, c.swap[i], n)
			}
			body = bytes.Replace(body, []byte(c.swap[i]), []byte(c.swap[i+1]), 1)
		}
		if err := os.WriteFile(name, body, 0o644); err != nil {
			return "", err
		}
	}
	for name, body := range map[string]string{
		"nocrypto.go": noCrypto,
		"planned.go":  strings.Replace(planned, "//go:build ignore", "//go:build wasm", 1),
	} {
		if err := os.WriteFile(filepath.Join(into, "pkg", "app", name), []byte(generated+body), 0o644); err != nil {
			return "", err
		}
	}
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		return "", err
	}
	modfile = filepath.Join(work, "slim.mod")
	mod = fmt.Appendf(mod, "\nreplace %s => ./%s\n", goApp, filepath.ToSlash(into))
	if err := os.WriteFile(modfile, mod, 0o644); err != nil {
		return "", err
	}
	return modfile, os.WriteFile(filepath.Join(work, "slim.sum"), sums, 0o644)
}

// copyModule copies the packages that the reader imports.
func copyModule(from, into string) error {
	for _, part := range []string{"go.mod", "pkg/app", "pkg/errors"} {
		err := filepath.WalkDir(filepath.Join(from, part), func(file string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(file, "_test.go") {
				return err
			}
			body, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(from, file)
			if err != nil {
				return err
			}
			name = filepath.Join(into, name)
			if filepath.Ext(name) == ".go" {
				body = append([]byte(generated), body...)
			}
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return err
			}
			return os.WriteFile(name, body, 0o644)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
