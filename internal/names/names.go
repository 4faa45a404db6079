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
	Female   bool // titles or address say so, or else a given name that is common
	Male     bool
}

// Index holds the entities of a dossier; most mentioned first, then by name.
type Index struct {
	Entities []Entity

	places    [][]Located        // for each article, by increasing Start
	described [][]Description    // for each person, what the titles say
	bearers   map[string][]int32 // people by the role of a title, in any width
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

// Titled returns what the titles of entity e say of a person: each with a role
// or a country.
func (x *Index) Titled(e int32) []Description { return x.described[e] }

// Bearers returns the people of the dossier who bear role, or a title that is
// one kind of it, by increasing index.
func (x *Index) Bearers(role string) []int32 {
	if x == nil {
		return nil
	}
	return x.bearers[role]
}

// describe reads the titles of the people once for all articles.
func (x *Index) describe() {
	x.described = make([][]Description, len(x.Entities))
	x.bearers = map[string][]int32{}
	for i := range x.Entities {
		e := &x.Entities[i]
		if e.Kind != Person {
			continue
		}
		for _, t := range e.Titles {
			d := Describe(t)
			if d.Role == "" && d.Country == "" {
				continue
			}
			x.described[i] = append(x.described[i], d)
			for _, role := range append([]string{d.Role}, d.Wider...) {
				if b := x.bearers[role]; role != "" && (len(b) == 0 || b[len(b)-1] != int32(i)) {
					x.bearers[role] = append(b, int32(i))
				}
			}
		}
	}
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
	c := NewCollector(d)
	for c.Next() {
	}
	return c.Index()
}

// Collector is Collect done part by part, as a large collection takes long.
type Collector struct {
	d         *dossier.Dossier
	order     []int // in which articles are read: what one names may fold the names of the next
	read      int   // articles
	f         folder
	headlines []headline
	written   map[string]spelt // of the article at hand
}

// collectorStep is how many articles a Collector reads at a time.
const collectorStep = 8

// NewCollector begins to read the articles of d.
func NewCollector(d *dossier.Dossier) *Collector {
	return &Collector{
		d: d, order: d.ReadingOrder(),
		f:       folder{surnames: map[string][]int{}, others: map[string]int{}, short: map[shortKey]int{}, keys: map[string]string{}},
		written: map[string]spelt{},
	}
}

// Next reads some more articles and reports whether there are more.
func (c *Collector) Next() (more bool) {
	for range min(collectorStep, len(c.d.Articles)-c.read) {
		c.article(c.order[c.read])
		c.read++
	}
	return c.read < len(c.d.Articles)
}

func (c *Collector) article(a int) {
	art := &c.d.Articles[a]
	clear(c.written)
	sc := scanner{article: int32(a), s: art.Text, written: c.written}
	toks := make([]Token, 0, len(art.Text)/tokenLength)
	var sentences [][]Token
	for _, sent := range art.Sentences {
		if sent.Kind == dossier.Furniture || sent.Kind == dossier.Dateline {
			continue
		}
		from := len(toks)
		toks = untied(appendTokens(toks, art.Text, sent.Span), from, art.Text)
		sentence := toks[from:len(toks):len(toks)]
		if sent.Kind != dossier.Body && headlineCase(sentence) {
			c.headlines = append(c.headlines, headline{int32(a), sentence})
			continue
		}
		sentences = append(sentences, sentence)
	}
	sc.compareCase(sentences)
	for _, sentence := range sentences {
		sc.sentence(sentence)
	}
	c.f.article(art.Text, sc.out)
}

// Index returns who and what was named when all articles are read.
func (c *Collector) Index() *Index {
	for _, h := range c.headlines {
		c.f.headline(c.d.Articles[h.article].Text, h)
	}
	return c.f.index(c.d)
}

// headline is a title whose capitals say nothing.
type headline struct {
	article int32
	toks    []Token
}
