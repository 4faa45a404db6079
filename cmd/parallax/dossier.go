package main

import (
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
