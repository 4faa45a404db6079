// Package data holds the dossier that comes with Parallax.
package data

import (
	"embed"
	"encoding/json"
	"fmt"

	"parallax/internal/dossier"
)

//go:generate go run generate.go

// karabakh.json is dossier.yaml as a Pack without texts, so that the browser
// needs no YAML.
//
//go:embed karabakh.json karabakh/*.txt
var files embed.FS

// Pack returns the embedded dossier as it travels.
func Pack() (dossier.Pack, error) {
	b, err := files.ReadFile("karabakh.json")
	if err != nil {
		return dossier.Pack{}, err
	}
	var p dossier.Pack
	if err := json.Unmarshal(b, &p); err != nil {
		return dossier.Pack{}, fmt.Errorf("karabakh.json: %w", err)
	}
	for i := range p.Articles {
		b, err := files.ReadFile("karabakh/" + p.Articles[i].File)
		if err != nil {
			return dossier.Pack{}, err
		}
		p.Articles[i].Text = string(b)
	}
	return p, nil
}
