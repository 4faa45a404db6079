//go:build ignore

// Command generate writes karabakh.json from karabakh/dossier.yaml.
package main

import (
	"encoding/json"
	"log"
	"os"

	"parallax/internal/dossier"
)

func main() {
	p, err := dossier.Open("karabakh")
	if err != nil {
		log.Fatal(err)
	}
	for i := range p.Articles {
		p.Articles[i].Text = ""
	}
	b, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("karabakh.json", append(b, '\n'), 0o644); err != nil {
		log.Fatal(err)
	}
}
