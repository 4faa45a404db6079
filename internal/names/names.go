// Package names finds the people, places and organisations of a dossier by
// shape and title, and folds their spellings together.
//
// No model is used: a name is a run of capitalised words; titles, head words
// and a gazetteer of states tell what it names; a surname alone belongs to the
// fullest name of the article, else of the dossier, that ends with it.
package names

import (
	"sort"

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
	Sure     bool // a title, a head word or the gazetteer tells the kind; else it is the likeliest
	Female   bool // titles or address say so
	Male     bool
}

// Index holds the entities of a dossier; most mentioned first, then by name.
type Index struct {
	Entities []Entity

	places [][]Located // for each article, by increasing Start
}

// Located is a mention as its article sees it.
type Located struct {
	Span   text.Span
	Entity int32 // index into Index.Entities
}

// In returns the mentions of article a, by increasing Start, never overlapping.
func (x *Index) In(a int) []Located {
	if x == nil || a >= len(x.places) {
		return nil
	}
	return x.places[a]
}

// Within returns the mentions of article a that lie within sp.
func (x *Index) Within(a int, sp text.Span) []Located {
	all := x.In(a)
	lo := sort.Search(len(all), func(i int) bool { return all[i].Span.Start >= sp.Start })
	hi := lo
	for hi < len(all) && all[hi].Span.End <= sp.End {
		hi++
	}
	return all[lo:hi]
}

// Collect reads all articles of d. Furniture and datelines name nobody.
func Collect(d *dossier.Dossier) *Index {
	f := folder{surnames: map[string][]int{}, others: map[string]int{}, short: map[shortKey]int{}}
	var headlines []headline
	for a := range d.Articles {
		art := &d.Articles[a]
		sc := scanner{article: int32(a), s: art.Text, common: map[string]bool{}, proper: map[string]bool{}}
		var sentences [][]Token
		for _, sent := range art.Sentences {
			if sent.Kind == dossier.Furniture || sent.Kind == dossier.Dateline {
				continue
			}
			toks := Tokens(art.Text, sent.Span)
			if sent.Kind != dossier.Body && headlineCase(toks) {
				headlines = append(headlines, headline{int32(a), toks})
				continue
			}
			sentences = append(sentences, toks)
			for i, t := range toks {
				switch {
				case t.Kind != Word:
				case !t.Cap:
					sc.common[t.Low] = true
				case !starts(toks, i):
					sc.proper[t.Low] = true
				}
			}
		}
		for _, toks := range sentences {
			sc.sentence(toks)
		}
		f.article(art.Text, sc.out)
	}
	for _, h := range headlines {
		f.headline(d.Articles[h.article].Text, h)
	}
	return f.index(d)
}

// headline is a title whose capitals say nothing.
type headline struct {
	article int32
	toks    []Token
}
