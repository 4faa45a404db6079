// Package engine answers the reader's questions about a dossier: a Dossier
// goes in, plain data comes out. It draws nothing and knows no browser.
//
// Each screen has a file: home, article, timeline, search, compare, passage,
// quotes, jump. What they share stands in words (dates and counts in plain
// English), runs (marked text), strip (the drawn timeline) and here.
package engine

import (
	"strings"

	"parallax/internal/compare"
	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/quotes"
	"parallax/internal/search"
	"parallax/internal/timeline"
)

// Engine holds a dossier and all that was read out of it. It is built once
// and not safe for concurrent use: in the browser it lives in the Worker.
// What a screen needs is read out when it is first asked for, and kept.
type Engine struct {
	d     *dossier.Dossier
	refs  []ArticleRef // by article
	order []int        // articles, earliest published first
	place []int        // article → its place in order

	people    people
	datesRead int // of how many articles Prepare has read the dates
	index     *search.Index
	quoted    quoted
	compared  compared
	happened  happened
	passages  passages
	offered   offered
	jumps     []JumpTarget
}

// people is who and what the articles name.
type people struct {
	index     *names.Index
	collector *names.Collector // until there is an index
}

// compared is the articles made ready for comparing, and what was compared.
type compared struct {
	comparer *compare.Comparer
	reader   *compare.Reader // until there is a comparer
	results  map[[2]int]compare.Result
}

// happened is what the articles tell.
type happened struct {
	timeline *timeline.Timeline
	builder  *timeline.Builder // until there is a timeline
	read     int               // articles given to builder, in their order
	related  int               // events whose tellings Prepare has related
}

// New reads d.
func New(d *dossier.Dossier) *Engine {
	e := &Engine{d: d, order: d.ByDate()}
	e.compared.results, e.passages.cards = map[[2]int]compare.Result{}, map[string]PassageCard{}
	e.place = make([]int, len(d.Articles))
	e.quoted.of, e.quoted.known = make([][]quotes.Quote, len(d.Articles)), make([]bool, len(d.Articles))
	for i, a := range e.order {
		e.place[a] = i
	}
	e.refs = make([]ArticleRef, len(d.Articles))
	for i := range d.Articles {
		e.refs[i] = e.newRef(i)
	}
	e.numberRefs()
	return e
}

// Dossier returns what New was given.
func (e *Engine) Dossier() *dossier.Dossier { return e.d }

func (e *Engine) names() *names.Index {
	for e.people.index == nil {
		e.collectNames()
	}
	return e.people.index
}

// collectNames does a part of what names needs.
func (e *Engine) collectNames() {
	if e.people.collector == nil {
		e.people.collector = names.NewCollector(e.d)
	}
	if !e.people.collector.Next() {
		e.people.index, e.people.collector = e.people.collector.Index(), nil
	}
}

// manyArticles is up to how many articles everything is read out of them. In
// a larger collection articles are searched and read; their statements are
// read when they are looked at, and no events, pairs and shared paragraphs.
const manyArticles = 2000

func (e *Engine) large() bool { return len(e.d.Articles) > manyArticles }

// quotes returns the quotes of all articles; in a large collection, those of
// the articles looked at so far.
func (e *Engine) quotes() [][]quotes.Quote {
	if !e.quoted.all && !e.large() {
		for a := range e.d.Articles {
			e.quotesOf(a)
		}
		e.quoted.all = true
	}
	return e.quoted.of
}

func (e *Engine) quotesOf(a int) []quotes.Quote {
	if !e.quoted.known[a] {
		e.quoted.known[a] = true
		e.quoted.of[a] = quotes.Find(e.d, a, e.names())
	}
	return e.quoted.of[a]
}

func (e *Engine) compare() *compare.Comparer {
	for e.compared.comparer == nil {
		e.readWords()
	}
	return e.compared.comparer
}

// readWords does a part of what compare needs.
func (e *Engine) readWords() {
	if e.compared.reader == nil {
		e.compared.reader = compare.NewReader(e.d, e.names())
	}
	if !e.compared.reader.Next() {
		e.compared.comparer, e.compared.reader = e.compared.reader.Comparer(), nil
	}
}

// maxResults bounds the comparisons that are remembered, which a long visit would
// pile up. An article is set beside a dozen others at most.
const maxResults = 500

// result compares two articles and remembers it for a while.
func (e *Engine) result(a, b int) compare.Result {
	key := [2]int{a, b}
	r, ok := e.compared.results[key]
	if !ok {
		if turned, ok := e.compared.results[[2]int{b, a}]; ok && a != b {
			r = turned.Mirror()
		} else {
			r = e.compare().Compare(a, b)
		}
		if len(e.compared.results) == maxResults {
			clear(e.compared.results)
		}
		e.compared.results[key] = r
	}
	return r
}

// readEvents does a part of what timeline needs: it reads the quotes and the
// tellings of some more articles, or brings some tellings together.
func (e *Engine) readEvents() {
	if e.happened.builder == nil {
		e.happened.builder = timeline.NewBuilder(e.d)
	}
	next := e.order[e.happened.read:]
	next = next[:min(portion, len(next))]
	for _, a := range next {
		e.happened.builder.Read(a, e.quotesOf(a))
	}
	e.happened.read += len(next)
	if len(next) == 0 && !e.happened.builder.Merge() {
		e.happened.timeline, e.happened.builder = e.happened.builder.Build(e.compare()), nil
	}
}

func (e *Engine) timeline() *timeline.Timeline {
	if e.large() && e.happened.timeline == nil {
		e.happened.timeline = &timeline.Timeline{}
	}
	for e.happened.timeline == nil {
		e.readEvents()
	}
	return e.happened.timeline
}

// shared returns the paragraphs that several articles carry.
func (e *Engine) shared() []compare.Passage {
	if e.passages.at == nil {
		if !e.large() {
			for e.searchPassages() {
			}
			e.passages.list, e.passages.search = e.passages.search.Passages(), nil
		}
		e.passages.at = map[[2]int32]int{}
		for i, p := range e.passages.list {
			for _, t := range p.Tellings {
				key := [2]int32{t.Article, t.Paragraph}
				if _, taken := e.passages.at[key]; !taken {
					e.passages.at[key] = i
				}
			}
		}
	}
	return e.passages.list
}

// searchPassages does a part of what shared needs and reports whether there is
// more.
func (e *Engine) searchPassages() (more bool) {
	if e.passages.search == nil {
		e.passages.search = e.compare().SearchPassages()
		return true
	}
	return e.passages.search.Next()
}

func (e *Engine) newRef(i int) ArticleRef {
	a := &e.d.Articles[i]
	o := e.d.Outlet(i)
	date, note := claimDate(a.Published)
	if o.Name == "" {
		o.Name = "unnamed outlet"
	}
	return ArticleRef{
		Index: i, ID: a.ID, Slug: slug(a.Title), Title: turned.Replace(a.Title),
		Outlet: o.Name, OutletID: o.ID, OutletKind: o.Kind,
		Date: date, DateNote: note, EDTF: a.Published.EDTF, Language: a.Language,
	}
}

// turned takes out what turns the letters of a headline round, and those of
// ours that stand behind it.
var turned = strings.NewReplacer("\u202d", "", "\u202e", "")

// numberRefs tells apart what an outlet published on one day: "HNA 12 Mar 2026"
// and "HNA 12 Mar 2026 (2)".
func (e *Engine) numberRefs() {
	for x, i := range e.order {
		r, nth := &e.refs[i], 1
		for y := x - 1; y >= 0 && r.EDTF != "" && e.refs[e.order[y]].EDTF == r.EDTF; y-- { // they are in the order of their days
			if e.refs[e.order[y]].Outlet == r.Outlet {
				nth++
			}
		}
		if nth > 1 {
			r.Nth = nth
		}
	}
}

// slug makes the readable part of an article's path: the words of its title,
// in lower case, joined by hyphens, at most 60 bytes. Letters and digits of
// every script stay.
func slug(title string) string {
	const limit = 60
	var b []byte
	for _, w := range foldedWords(title) {
		if len(b)+1+len(w) > limit {
			break
		}
		if len(b) > 0 {
			b = append(b, '-')
		}
		b = append(b, w...)
	}
	return string(b)
}
