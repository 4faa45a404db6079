// Package search finds articles by their words: a query language, an inverted
// index with positions, typing errors, ranking and excerpts.
package search

import (
	"time"

	"parallax/internal/text"
)

// Field is a part of an article that is indexed by itself.
type Field uint8

// The fields.
const (
	Title Field = iota
	Subtitle
	Body
	People
	Outlet
)

// Doc is an article as the index takes it in. Spans are into Text.
type Doc struct {
	Text               string
	Title              text.Span
	Subtitle           text.Span
	Body               []text.Span
	Sentences          []text.Span // excerpts are cut at these
	People             []string    // canonical names of those who speak or are named
	Outlet, OutletName string
	Earliest, Latest   time.Time // of publication; zero if unknown
	Happened           []Period  // what the article tells of
}

// Period is a stretch of days; After is the first day no longer included.
type Period struct{ First, After time.Time }

// Index is a searchable collection.
type Index struct{}

// Build indexes docs; a Hit's Doc is the place in docs.
func Build(docs []Doc) *Index { return &Index{} }

// Term is one word of a query and what became of it.
type Term struct {
	Typed   string   // as typed
	Exact   bool     // it stands in some article
	Similar []string // the similar spellings searched for instead
}

// Mark is where a query matched in a document's text.
type Mark struct {
	Field Field
	Span  text.Span
}

// Hit is one article that matches.
type Hit struct {
	Doc      int32
	Score    float64
	All      bool        // all words of the query, not just some
	Marks    []Mark      // by Field, then Start
	Excerpts []text.Span // best passages, at most three, by Start
	Why      []string    // the score's summands, in words
}

// Options of a search.
type Options struct {
	Limit int  // hits wanted; 0 is 10
	Exact bool // no similar spellings
}

// Result answers a query.
type Result struct {
	Hits     []Hit
	Total    int
	Terms    []Term
	Filters  []Filter       // the query's filters, shown as removable chips
	Unread   []string       // parts of the query that were searched as words instead
	Counters map[string]int // work done: postings read, terms expanded …
}

// Filter is one restriction of a query, such as outlet:tass.
type Filter struct {
	Key, Value string
	Text       string // as typed, to be cut from the query when removed
}

// Search answers query.
func (ix *Index) Search(query string, o Options) Result { return Result{} }
