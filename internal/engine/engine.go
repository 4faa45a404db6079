// Package engine answers the reader's questions about a dossier: a Dossier
// goes in, plain data comes out. It draws nothing and knows no browser.
//
// Each screen has a file: home, article, timeline, search, compare, passage,
// quotes, jump. What they share stands in words (dates and counts in plain
// English), runs (marked text), strip (the drawn timeline) and here.
package engine

import (
	"strconv"
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

	people      *names.Index
	collecting  *names.Collector // until people are known
	quoted      [][]quotes.Quote // by article, see quotesOf
	quotesIn    []bool           // articles whose quotes are read
	allQuotesIn bool
	words       [][]quotes.Said // by article and quote; nil until asked for
	saidBy      map[string][]statement
	groups      map[string]map[quotes.Quote]quotes.Group // by speaker, then by each quote of the group
	grouping    *grouping
	comparer    *compare.Comparer
	reading     *compare.Reader   // until there is a comparer
	telling     *timeline.Builder // until events are known
	events      *timeline.Timeline
	index       *search.Index
	passages    []compare.Passage
	searching   *compare.PassageSearch // until passages are found
	passageOf   map[[2]int32]int       // article, paragraph → index into passages
	cards       map[string]PassageCard // by ID of the passage, see passageCard
	rows        *passageRows           // of the passage whose card is on the way
	results     map[[2]int]compare.Result
	jumps       []JumpTarget
	pairs       []*candidate // best first; nil until asked for
	looking     []*candidate // of which pairs are to be chosen
	looked      int          // how many of looking are compared

	datesRead, articlesRead, quotesGrouped, relatedRead, eventsRelated, cardsMade int // how far Prepare has read

	relatedTo    [][]compare.Candidate // by article
	relatedKnown []bool
}

// New reads d.
func New(d *dossier.Dossier) *Engine {
	e := &Engine{d: d, order: d.ByDate(), results: map[[2]int]compare.Result{}, cards: map[string]PassageCard{}}
	e.place = make([]int, len(d.Articles))
	e.quoted, e.quotesIn = make([][]quotes.Quote, len(d.Articles)), make([]bool, len(d.Articles))
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
	for e.people == nil {
		e.collectNames()
	}
	return e.people
}

// collectNames does a part of what names needs.
func (e *Engine) collectNames() {
	if e.collecting == nil {
		e.collecting = names.NewCollector(e.d)
	}
	if !e.collecting.Next() {
		e.people, e.collecting = e.collecting.Index(), nil
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
	if !e.allQuotesIn && !e.large() {
		for a := range e.d.Articles {
			e.quotesOf(a)
		}
		e.allQuotesIn = true
	}
	return e.quoted
}

func (e *Engine) quotesOf(a int) []quotes.Quote {
	if !e.quotesIn[a] {
		e.quotesIn[a] = true
		e.quoted[a] = quotes.Find(e.d, a, e.names())
	}
	return e.quoted[a]
}

func (e *Engine) compare() *compare.Comparer {
	for e.comparer == nil {
		e.readWords()
	}
	return e.comparer
}

// readWords does a part of what compare needs.
func (e *Engine) readWords() {
	if e.reading == nil {
		e.reading = compare.NewReader(e.d, e.names())
	}
	if !e.reading.Next() {
		e.comparer, e.reading = e.reading.Comparer(), nil
	}
}

// result compares two articles and remembers it.
func (e *Engine) result(a, b int) compare.Result {
	key := [2]int{a, b}
	r, ok := e.results[key]
	if !ok {
		r = e.compare().Compare(a, b)
		e.results[key] = r
	}
	return r
}

// readEvents does a part of what timeline needs: it reads the quotes and the
// tellings of some more articles, or brings some tellings together.
func (e *Engine) readEvents() {
	if e.telling == nil {
		e.telling = timeline.NewBuilder(e.d)
	}
	next := e.order[e.articlesRead:]
	next = next[:min(portion, len(next))]
	for _, a := range next {
		e.telling.Read(a, e.quotesOf(a))
	}
	e.articlesRead += len(next)
	if len(next) == 0 && !e.telling.Merge() {
		e.events, e.telling = e.telling.Build(e.compare()), nil
	}
}

func (e *Engine) timeline() *timeline.Timeline {
	if e.large() && e.events == nil {
		e.events = &timeline.Timeline{}
	}
	for e.events == nil {
		e.readEvents()
	}
	return e.events
}

// shared returns the paragraphs that several articles carry.
func (e *Engine) shared() []compare.Passage {
	if e.passageOf == nil {
		if !e.large() {
			for e.searchPassages() {
			}
			e.passages, e.searching = e.searching.Passages(), nil
		}
		e.passageOf = map[[2]int32]int{}
		for i, p := range e.passages {
			for _, t := range p.Tellings {
				key := [2]int32{t.Article, t.Paragraph}
				if _, taken := e.passageOf[key]; !taken {
					e.passageOf[key] = i
				}
			}
		}
	}
	return e.passages
}

// searchPassages does a part of what shared needs and reports whether there is
// more.
func (e *Engine) searchPassages() (more bool) {
	if e.searching == nil {
		e.searching = e.compare().SearchPassages()
		return true
	}
	return e.searching.Next()
}

func (e *Engine) newRef(i int) ArticleRef {
	a := &e.d.Articles[i]
	o := e.d.Outlet(i)
	date, note := claimDate(a.Published)
	if o.Name == "" {
		o.Name = "unnamed outlet"
	}
	return ArticleRef{
		Index: i, ID: a.ID, Slug: slug(a.Title), Title: a.Title,
		Outlet: o.Name, OutletID: o.ID, OutletKind: o.Kind,
		Date: date, DateNote: note, EDTF: a.Published.EDTF, Language: a.Language,
	}
}

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
			r.Date += " (" + strconv.Itoa(nth) + ")"
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

// Cited says an outlet with the date of its article: "TASS 26 Oct 2020", "TASS,
// no date".
func (r ArticleRef) Cited() string {
	if r.EDTF == "" {
		return isolated(r.Outlet) + ", " + r.Date
	}
	return isolated(r.Outlet) + " " + r.Date
}

// isolated sets a name written from right to left apart, so that the digits
// which follow it stay behind it.
func isolated(name string) string {
	const first, last = '\u2068', '\u2069' // first strong isolate, pop
	if !strings.ContainsFunc(name, func(c rune) bool {
		return c >= 0x590 && c <= 0x8FF || c >= 0xFB1D && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFC
	}) {
		return name
	}
	return string(first) + name + string(last)
}
