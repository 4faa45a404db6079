// Package engine answers the reader's questions about a dossier: a Dossier
// goes in, plain data comes out. It draws nothing and knows no browser.
package engine

import "parallax/internal/dossier"

// Engine holds a dossier and all that was read out of it. It is built once
// and not safe for concurrent use: in the browser it lives in the Worker.
type Engine struct {
	d *dossier.Dossier
}

// New reads d.
func New(d *dossier.Dossier) *Engine { return &Engine{d: d} }

// Dossier returns what New was given.
func (e *Engine) Dossier() *dossier.Dossier { return e.d }

// Home returns the start screen.
func (e *Engine) Home() Home { return Home{} }

// Article returns the article with the given id and marks the hits of query.
// It reports false if there is none.
func (e *Engine) Article(id, query string) (Article, bool) { return Article{}, false }

// Timeline returns the events that match q, by the clock "happened" or "published".
func (e *Engine) Timeline(q Query, clock string) Timeline { return Timeline{} }

// Search returns everything that matches q.
func (e *Engine) Search(q Query) Search { return Search{} }

// Compare compares two articles by id.
func (e *Engine) Compare(a, b string) (Compare, bool) { return Compare{}, false }

// Pairs returns the pairs worth comparing that match q, best first.
func (e *Engine) Pairs(q Query) []PairCard { return nil }

// Passage returns how a paragraph changed; "" is the one most articles carry.
func (e *Engine) Passage(id string) (PassageView, bool) { return PassageView{}, false }

// Quotes returns who said what; who narrows it to one person.
func (e *Engine) Quotes(q Query) QuotesView { return QuotesView{} }

// Jump returns the entries of the jump-to box that match typed, best first.
func (e *Engine) Jump(typed string) []JumpTarget { return nil }
