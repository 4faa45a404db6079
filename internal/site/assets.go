package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"parallax/web"
)

// Program is the compiled reader.
type Program struct {
	Build   string // linked into the wasm; the page must name the same
	Wasm    []byte // nil if it is held as Gzip only
	Brotli  []byte
	Gzip    []byte
	Runtime []byte // wasm_exec.js of the Go release that compiled it

	Licences []byte // of all that is in it, as text; may be nil
	Bill     []byte // of materials, as CycloneDX; may be nil
}

// assetDir holds the files whose names change with their content.
const assetDir = "assets/"

// hashedName puts the beginning of the content's hash into name:
// "boot.js" becomes "assets/boot-0f3a….js".
func hashedName(name string, body []byte) string {
	base := path.Base(name)
	ext := path.Ext(base)
	return assetDir + strings.TrimSuffix(base, ext) + "-" + digest(body)[:12] + ext
}

// assets collects files under content-hashed names.
type assets struct {
	base  string
	files []File
	url   map[string]string // by plain name
}

func (a *assets) add(name string, body []byte) *File {
	f := File{
		Path: hashedName(name, body), Type: contentType(name),
		Immutable: true, Hash: digest(body), Body: body,
	}
	a.files = append(a.files, f)
	a.url[name] = a.base + f.Path
	return &a.files[len(a.files)-1]
}

// newAssets takes in the folder web and the program.
func newAssets(base string, p Program, quality int) (*assets, error) {
	a := &assets{base: base, url: map[string]string{}}
	var names []string
	err := fs.WalkDir(web.FS, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(names)

	// Styles name fonts, so the fonts get their names first.
	for _, stage := range []map[string]bool{
		{".woff2": true},
		{".css": true, ".js": true},
	} {
		for _, name := range names {
			if !stage[path.Ext(name)] || name == saverSource || name == saverOffSource {
				continue
			}
			body, err := fs.ReadFile(web.FS, name)
			if err != nil {
				return nil, err
			}
			switch path.Ext(name) {
			case ".css":
				body = a.resolve(body)
			case ".js":
				if bytes.Contains(body, []byte("BUILD")) {
					body = script(body, "BUILD", p.Build)
				}
			}
			a.add(name, body).compress(quality)
		}
	}

	if len(p.Wasm) > 0 {
		a.add("wasm_exec.js", p.Runtime).compress(quality)
		wasm := a.add("app.wasm", p.Wasm)
		wasm.Brotli, wasm.Gzip = p.Brotli, p.Gzip
	}
	return a, nil
}

// script puts constants before a script: names and values in turn.
func script(body []byte, constants ...any) []byte {
	var out bytes.Buffer
	out.WriteString("\"use strict\";\n")
	for i := 0; i < len(constants); i += 2 {
		value, err := json.Marshal(constants[i+1])
		if err != nil {
			panic(err) // strings and lists of plain data
		}
		fmt.Fprintf(&out, "const %s = %s;\n", constants[i], value)
	}
	out.Write(body)
	return out.Bytes()
}

// resolve replaces the plain names of assets in url("…") by their addresses.
func (a *assets) resolve(css []byte) []byte {
	var pairs []string
	for _, name := range slices.Sorted(maps.Keys(a.url)) {
		pairs = append(pairs, fmt.Sprintf("url(%q)", name), fmt.Sprintf("url(%q)", a.url[name]))
	}
	return []byte(strings.NewReplacer(pairs...).Replace(string(css)))
}
