package main

import (
	"fmt"
	"strings"

	"parallax/data"
	"parallax/internal/dossier"
)

// openDossier reads and cleans the dossier at name, a folder or a .parallax
// file; "" is the embedded one.
func openDossier(name string) (*dossier.Dossier, error) {
	p, err := openPack(name)
	if err != nil {
		return nil, err
	}
	return dossier.New(p)
}

// openPack reads the dossier at name as it travels; "" is the embedded one.
func openPack(name string) (dossier.Pack, error) {
	if name == "" {
		return data.Pack()
	}
	return dossier.Open(name)
}

// notRead is a line on what was left out when p was read from the dossier at
// name, "" if nothing was.
func notRead(name string, p dossier.Pack) string {
	files, folders := dossier.Unread(name, p)
	for _, f := range folders {
		files = append(files, "the folder "+f)
	}
	const most = 3
	list := strings.Join(files[:min(len(files), most)], ", ")
	switch n := len(files) - most; {
	case len(files) == 0:
		return ""
	case n > 0:
		list += fmt.Sprintf(" and %d more", n)
	}
	return "Not read: " + list + ". Articles are files that end in .txt, .md or .jsonl.\n"
}
