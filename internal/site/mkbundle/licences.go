package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// component is something of others that is in the program.
type component struct {
	name, version string
	licence       string // SPDX identifier
	text          string
}

// licenceWords tell a licence by words of its text. The first that fits counts.
var licenceWords = []struct{ words, id string }{
	{"Apache License", "Apache-2.0"},
	{"SIL OPEN FONT LICENSE", "OFL-1.1"},
	{"Neither the name", "BSD-3-Clause"},
	{"Redistributions in binary form", "BSD-2-Clause"},
	{"Permission is hereby granted, free of charge", "MIT"},
	{"Permission to use, copy, modify, and/or distribute", "ISC"},
}

// lucide is the licence of the icons, of which the pages hold the outlines.
const lucide = `ISC License

Copyright (c) for portions of Lucide are held by Cole Bemis 2013-2022 as part of Feather (MIT).
All other copyright (c) for Lucide are held by Lucide Contributors 2022.

Permission to use, copy, modify, and/or distribute this software for any
purpose with or without fee is hereby granted, provided that the above
copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES
WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF
MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR
ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF
OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
`

// components lists the modules that are compiled into the server and into the
// reader, Go itself, the typeface and the icons, by name.
func components() ([]component, error) {
	dirs := map[string]string{} // by name and version
	for _, program := range []struct {
		main string
		env  []string
	}{
		{"./cmd/parallax", nil},
		{"./cmd/reader", []string{"GOOS=js", "GOARCH=wasm"}},
	} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", program.main)
		cmd.Env = append(os.Environ(), program.env...)
		listed, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("go list %s: %w", program.main, err)
		}
		for line := range strings.Lines(string(listed)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				dirs[name] = dir
			}
		}
	}
	goEnv, err := exec.Command("go", "env", "GOVERSION", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env: %w", err)
	}
	version, root, _ := strings.Cut(strings.TrimSpace(string(goEnv)), "\n")
	dirs["std "+strings.TrimPrefix(version, "go")] = root
	dirs["Source Serif 4"] = "web/fonts"

	all := []component{{name: "Lucide icons", licence: "ISC", text: lucide}}
	for name, dir := range dirs {
		c, err := readLicence(dir)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		c.name = name
		if at := strings.LastIndexByte(name, ' '); dir != "web/fonts" {
			c.name, c.version = name[:at], name[at+1:]
		}
		all = append(all, c)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].name < all[j].name })
	return all, nil
}

var errNoLicence = errors.New("no licence that is known here")

func readLicence(dir string) (component, error) {
	// A distribution of Go may keep the licence beside its root.
	for _, name := range []string{"LICENSE", "LICENSE.txt", "LICENSE.md", "COPYING", "../LICENSE"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		text := strings.ReplaceAll(string(b), "\r\n", "\n")
		for _, l := range licenceWords {
			if strings.Contains(text, l.words) {
				return component{licence: l.id, text: strings.TrimSpace(text)}, nil
			}
		}
	}
	return component{}, errNoLicence
}

// licenceList is the list of components with the text of each licence.
func licenceList(all []component) []byte {
	var out bytes.Buffer
	fmt.Fprint(&out, "Parallax is under the MIT licence. These are in it:\n\n")
	for _, c := range all {
		fmt.Fprintf(&out, "  %s (%s)\n", strings.TrimSpace(c.name+" "+c.version), c.licence)
	}
	for _, c := range all {
		fmt.Fprintf(&out, "\n\n%s\n%s\n\n%s\n", c.name, strings.Repeat("=", len(c.name)), c.text)
	}
	return out.Bytes()
}

// billOfMaterials lists the components as CycloneDX does.
// https://cyclonedx.org/docs/1.6/json/
func billOfMaterials(build string, all []component) ([]byte, error) {
	type licence struct {
		ID string `json:"id"`
	}
	type part struct {
		Type     string               `json:"type"`
		Name     string               `json:"name"`
		Version  string               `json:"version,omitempty"`
		URL      string               `json:"purl,omitempty"`
		Licences []map[string]licence `json:"licenses"`
	}
	bill := struct {
		Format   string          `json:"bomFormat"`
		Spec     string          `json:"specVersion"`
		Version  int             `json:"version"`
		Metadata map[string]part `json:"metadata"`
		Parts    []part          `json:"components"`
	}{
		Format: "CycloneDX", Spec: "1.6", Version: 1,
		Metadata: map[string]part{"component": {
			Type: "application", Name: "parallax", Version: build, Licences: []map[string]licence{{"license": {"MIT"}}},
		}},
	}
	for _, c := range all {
		p := part{Type: "library", Name: c.name, Version: c.version, Licences: []map[string]licence{{"license": {c.licence}}}}
		if c.version != "" {
			p.URL = "pkg:golang/" + c.name + "@" + c.version
		}
		bill.Parts = append(bill.Parts, p)
	}
	encoded, err := json.MarshalIndent(bill, "", "\t")
	return append(encoded, '\n'), err
}
