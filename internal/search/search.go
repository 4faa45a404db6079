// Package search finds articles by their words: a query language, an inverted
// index with positions, typing errors, ranking and excerpts.
package search

import (
	"time"

	"parallax/internal/text"
)

// Field is a part of an article that is indexed by itself.
type Field uint8

// The fields, in the order of their positions in an article.
const (
	Title Field = iota
	Subtitle
	Body
	People
	Outlet
	numFields
)

// String returns the name that in: and the commands use.
func (f Field) String() string {
	return [...]string{"title", "subtitle", "body", "people", "outlet"}[f]
}

// Doc is an article as the index takes it in. Spans are into Text.
type Doc struct {
	Text               string
	Title              text.Span
	Subtitle           text.Span
	Body               []text.Span
	Sentences          []text.Span // excerpts are cut at these
	People             []string    // canonical names of those who speak or are named
	Outlet, OutletName string
	Author             string    // found as the outlet is
	Earliest, Latest   time.Time // of publication, Latest exclusive; zero if unknown
	Happened           []Period  // what the article tells of
}

// Period is a stretch of days; After is the first day no longer included. A
// zero First is open towards the past, a zero After towards the future.
type Period struct{ First, After time.Time }

// Term is one word of a query and what became of it.
type Term struct {
	Typed   string   // as typed
	Exact   bool     // it stands in some article
	Begins  bool     // it is the beginning of words that do, and the last word typed
	Told    bool     // it is a year that some article tells of without writing it
	Similar []string // the similar spellings searched for as well or instead, folded
}

// Missing reports whether the word is in no article.
func (t Term) Missing() bool { return !t.Exact && !t.Begins && !t.Told }

// Mark is where a query matched in a document's text.
type Mark struct {
	Field Field
	Span  text.Span
}

// Hit is one article that matches.
type Hit struct {
	Doc      int32 // the place in the docs indexed
	Score    float64
	All      bool        // all words of the query, not just some
	Marks    []Mark      // by Field, then Start
	Excerpts []text.Span // best passages, at most three, by Start
	Why      []string    // the score's summands, in words
}

// Options of a search.
type Options struct {
	Limit  int     // hits wanted; 0 is 10
	Exact  bool    // no similar spellings
	ByDate bool    // newest first instead of best first; those with all words still lead
	Bare   bool    // no Marks, Excerpts and Why: what a list of a thousand hits can do without
	Facets bool    // count the hits by outlet, person and year
	Only   []int32 // these of the docs; nil is all

	// Restrictions made by tapping, as if typed: outlet:"…" who:"…"
	// date: and published:. The zero value restricts nothing.
	Outlet, Who         string
	Happened, Published Period
}

// Result answers a query.
type Result struct {
	Hits     []Hit // those with all words first
	Total    int   // articles with any of the words
	All      int   // articles with all of them
	Terms    []Term
	Words    int            // how many of Terms are searched for in the text; the others are of filters
	Filters  []Filter       // the query's filters, shown as removable chips
	Unread   []string       // parts of the query that were searched as words instead
	Left     []string       // words that are not searched for, since there are too many before them
	Facets   Facets         // if asked for
	Counters map[string]int // work done: postings read, terms expanded …
}

// Filter is one restriction of a query, such as outlet:tass.
type Filter struct {
	Key, Value string
	Text       string // as typed, to be cut from the query when removed
}

// Facets counts the Total articles by what could narrow them.
type Facets struct {
	Outlets, People, Years []Count // most articles first, then by Value; years newest first
}

// Count is the number of articles with one value.
type Count struct {
	Value string // an outlet's id, a person's name, a year
	Name  string // the same for the eye: the outlet's name
	N     int
}

// Build indexes docs; a Hit's Doc is the place in docs. The index refers to
// the docs' texts to cut excerpts, and copies none.
func Build(docs []Doc) *Index {
	var b Builder
	for i := range docs {
		b.Add(&docs[i])
	}
	ix, err := Decode(b.Encode())
	if err != nil {
		panic(err) // what we encode, we decode
	}
	ix.Attach(docs)
	return ix
}
