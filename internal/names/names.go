// Package names finds the people, places and organisations of a dossier by
// shape and title, and folds their spellings together.
package names

import (
	"parallax/internal/dossier"
	"parallax/internal/text"
)

// Kind is what a name names.
type Kind uint8

// The kinds of names.
const (
	Person Kind = iota
	Place
	Organisation
)

// Mention is one place where an entity is named.
type Mention struct {
	Article int32
	Span    text.Span
}

// Entity is a person, place or organisation of the dossier.
type Entity struct {
	Name     string // the fullest form in the texts, "Dmitry Peskov"
	Kind     Kind
	Titles   []string // "Kremlin Spokesman", verbatim, most frequent first
	Mentions []Mention
}

// Index holds the entities of a dossier; most mentioned first, then by name.
type Index struct {
	Entities []Entity
}

// Collect reads all articles of d.
func Collect(d *dossier.Dossier) *Index { return &Index{} }
