package engine

import (
	"slices"
	"strings"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/quotes"
	"parallax/internal/search"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// Index returns the search index; it is built when first needed.
func (e *Engine) Index() *search.Index {
	if e.index != nil {
		return e.index
	}
	people := make([][]string, len(e.d.Articles))
	for _, entity := range e.names().Entities {
		if entity.Kind != names.Person {
			continue
		}
		last := int32(-1)
		for _, m := range entity.Mentions {
			if m.Article != last {
				people[m.Article] = append(people[m.Article], entity.Name)
				last = m.Article
			}
		}
	}
	docs := make([]search.Doc, len(e.d.Articles))
	for i := range e.d.Articles {
		docs[i] = e.searchDoc(i)
		docs[i].People = people[i]
	}
	e.index = search.Build(docs)
	return e.index
}

// searchDoc is article i as the index takes it in, without its people.
func (e *Engine) searchDoc(i int) search.Doc {
	a := &e.d.Articles[i]
	doc := search.Doc{
		Text: a.Text, Outlet: e.refs[i].OutletID, OutletName: e.d.Outlet(i).Name, Author: a.Author,
		Earliest: a.Published.Earliest, Latest: a.Published.Latest,
	}
	for _, p := range a.Parts {
		switch p.Kind {
		case dossier.Title:
			doc.Title = p.Span
		case dossier.Subtitle:
			doc.Subtitle = p.Span
		case dossier.Body, dossier.Heading, dossier.Dateline:
			doc.Body = append(doc.Body, p.Span)
		}
	}
	for _, s := range a.Sentences {
		if s.Kind != dossier.Furniture && s.Kind != dossier.Dateline {
			doc.Sentences = append(doc.Sentences, s.Span)
		}
	}
	for _, m := range a.Mentions() {
		if v := m.Value; !v.Earliest.IsZero() && !v.Latest.IsZero() {
			doc.Happened = append(doc.Happened, search.Period{First: v.Earliest, After: v.Latest})
		}
	}
	return doc
}

// How much a reply to a search holds. The counts beside it are of everything.
const (
	foundEach = 8   // articles in a window
	maxFound  = 200 // articles in all windows
	maxEvents = 100
	maxQuotes = 100
	maxFacets = 20
	maxWords  = 4 // different words that are counted for an article
	// readHits is of how many articles found in a large collection the
	// statements are read: of more, no one waits for.
	readHits = 24
)

// Search returns what matches q: articles, events, statements and people, with
// no more articles than the windows up to one, from 0, hold: the page draws few
// of them while somebody types. From and To are of publication.
func (e *Engine) Search(q Query, window int) Search {
	reply := Search{Query: q.Text}
	if q == (Query{Order: q.Order}) {
		return reply
	}
	first, _ := periodOf(q.From)
	_, after := periodOf(q.To)
	r := e.Index().Search(q.Text, search.Options{
		Limit: min(foundEach*(max(window, 0)+1), maxFound), Facets: true, ByDate: q.Order == "date",
		Outlet: q.Outlet, Who: q.Who, Published: search.Period{First: first, After: after},
	})
	reply.Total, reply.AllTotal = r.Total, r.All
	reply.Unread, reply.Counters = r.Unread, r.Counters
	if len(r.Left) > 0 {
		reply.Left = r.Left[0]
	}
	var m *matcher
	if e.large() {
		m = e.matcher(q, r)
	} else {
		m = e.match(q)
	}
	for i := range r.Hits {
		found := e.searchArticle(&r.Hits[i], m)
		if r.Hits[i].All {
			reply.All = append(reply.All, found)
		} else {
			reply.Some = append(reply.Some, found)
		}
	}
	reply.More = len(r.Hits) < min(r.Total, maxFound)
	reply.Missing = e.missing(&r)
	for _, f := range r.Filters {
		reply.Filters = append(reply.Filters, Filter{Words: f.Key + ": " + e.filterValue(f), Text: f.Text})
	}
	reply.ByOutlet = facets(r.Facets.Outlets, q.Outlet)
	reply.ByPerson = facets(r.Facets.People, q.Who)
	year := ""
	if q.From == q.To {
		year = q.From
	}
	reply.ByYear = facets(r.Facets.Years, year)

	if e.large() {
		read := r.Hits[:min(len(r.Hits), readHits)]
		reply.Quotes = e.foundQuotes(m, read)
		reply.QuotesOf = len(read)
		return reply
	}
	reply.Events = e.foundEvents(m)
	reply.Quotes = e.foundQuotes(m, r.Hits)
	reply.People = e.foundPeople(&r)
	return reply
}

// searchArticle shows one hit of m.
func (e *Engine) searchArticle(h *search.Hit, m *matcher) SearchArticle {
	i := int(h.Doc)
	a := &e.d.Articles[i]
	found := SearchArticle{Article: e.refs[i], Words: e.wordCounts(h), Why: h.Why}
	var marks []mark
	for _, m := range h.Marks {
		marks = append(marks, hit(m.Span))
	}
	for _, p := range a.Parts {
		if p.Kind == dossier.Title {
			found.Title = runsOf(a.Text, p.Span, marks)
			break
		}
	}
	excerpts := h.Excerpts
	if asked, on := m.asked(i); len(asked) > 0 {
		excerpts, marks = asked, append(marks, on...)
	}
	for _, sp := range excerpts {
		found.Excerpts = append(found.Excerpts, Excerpt{Runs: runsOf(a.Text, sp, marks), Paragraph: e.paragraphOf(i, sp.Start)})
	}
	return found
}

// wordCounts says how often the words found stand in the article, in the form
// they first have there: "ceasefire 3 times, Minsk once".
func (e *Engine) wordCounts(h *search.Hit) string {
	type word struct {
		shown, key string
		n          int
	}
	var words []word
	s := e.d.Articles[h.Doc].Text
	for _, m := range h.Marks {
		shown := m.Span.Of(s)
		key := text.Fold(shown)
		i := slices.IndexFunc(words, func(w word) bool { return w.key == key })
		if i < 0 {
			i = len(words)
			words = append(words, word{shown: shown, key: key})
		}
		words[i].n++
	}
	sorting.Stable(words, func(a, b word) int { return b.n - a.n })
	var parts []string
	for _, w := range words[:min(len(words), maxWords)] {
		parts = append(parts, w.shown+" "+times(w.n))
	}
	if n := len(words) - maxWords; n > 0 {
		parts = append(parts, "and "+Count(n, "more word"))
	}
	return strings.Join(parts, ", ")
}

// missing lists the words that are in no article, with what was looked for
// instead as it is written where it was found.
func (e *Engine) missing(r *search.Result) []MissingWord {
	var out []MissingWord
	for _, t := range r.Terms {
		if !t.Missing() || slices.ContainsFunc(out, func(w MissingWord) bool { return w.Word == t.Typed }) {
			continue
		}
		w := MissingWord{Word: t.Typed}
		for _, s := range t.Similar {
			w.Similar = append(w.Similar, e.asWritten(s, r))
		}
		out = append(out, w)
	}
	return out
}

// asWritten returns a folded word as the articles found write it, or the names
// of the people in them.
func (e *Engine) asWritten(folded string, r *search.Result) string {
	for i := range r.Hits {
		for _, m := range r.Hits[i].Marks {
			if s := m.Span.Of(e.d.Articles[r.Hits[i].Doc].Text); text.Fold(s) == folded {
				return s
			}
		}
	}
	for _, c := range r.Facets.People {
		for _, word := range strings.Fields(c.Value) {
			if text.Fold(word) == folded {
				return word
			}
		}
	}
	return folded
}

// filterValue says the value of a filter: an outlet by its name.
func (e *Engine) filterValue(f search.Filter) string {
	if f.Key == "outlet" {
		for _, o := range e.d.Outlets {
			if o.ID == f.Value {
				return o.Name
			}
		}
	}
	return f.Value
}

// facets are the values that narrow most articles; on is the one in force.
func facets(counts []search.Count, on string) []Facet {
	var out []Facet
	for _, c := range counts[:min(len(counts), maxFacets)] {
		out = append(out, Facet{Label: c.Name, Value: c.Value, Count: c.N, On: c.Value == on})
	}
	return out
}

// foundEvents returns the events that have the words of the query, those told
// in the articles of the period wanted.
func (e *Engine) foundEvents(m *matcher) []Event {
	if !m.selective() {
		return nil
	}
	all := e.corrected(nil)
	found := append(e.matching(all.dated, m, publishedClock), e.matching(all.undated, m, publishedClock)...)
	var out []Event
	for _, ev := range found[:min(len(found), maxEvents)] {
		out = append(out, e.eventView(ev, nil, false, m))
	}
	return out
}

// foundQuotes returns the statements that have the words of the query or are
// by the person asked for: those with most of the words first, then in the
// order of the articles found, each once however many articles tell it.
func (e *Engine) foundQuotes(m *matcher, hits []search.Hit) []QuoteRef {
	if !m.selective() {
		return nil
	}
	type scored struct {
		quote quotes.Quote
		terms int
	}
	var found []scored
	for _, h := range hits {
		for _, q := range e.quotesOf(int(h.Doc)) {
			n := m.terms(int(h.Doc), q.Span, nil)
			if m.hasWords() && n == 0 || q.Type == quotes.Declined || !m.says(q.Speaker) || !m.toldWith(&q) {
				continue
			}
			found = append(found, scored{q, n})
		}
	}
	sorting.Stable(found, func(a, b scored) int { return b.terms - a.terms })
	var out []QuoteRef
	drawn := map[quotes.Quote]bool{}
	for _, f := range found {
		if drawn[f.quote] {
			continue
		}
		if len(out) == maxQuotes {
			break
		}
		_, all := e.fullest(f.quote, func(quotes.Quote) bool { return false })
		for _, other := range all {
			drawn[other] = true
		}
		out = append(out, e.quoteRef(f.quote, m.marksIn(int(f.quote.Article), f.quote.Span)))
	}
	return out
}

// foundPeople returns the people in the articles found whose names have a word
// of the query and who say something there, with the number of statements.
func (e *Engine) foundPeople(r *search.Result) []SpeakerRow {
	var out []SpeakerRow
	for _, c := range r.Facets.People {
		name := strings.Fields(text.Fold(c.Value))
		if !slices.ContainsFunc(r.Terms, func(t search.Term) bool { return among(name, t) }) {
			continue
		}
		row := SpeakerRow{Name: c.Value}
		for i := range r.Hits {
			for _, q := range e.quotesOf(int(r.Hits[i].Doc)) {
				if q.Speaker == c.Value && q.Type != quotes.Declined {
					row.Count++
				}
			}
		}
		if row.Count > 0 {
			out = append(out, row)
		}
	}
	return out
}

// among reports whether a word of the query, or what was searched for instead,
// is one of the folded words.
func among(folded []string, t search.Term) bool {
	typed := text.Fold(t.Typed)
	for _, w := range folded {
		if w == typed || t.Begins && strings.HasPrefix(w, typed) || slices.Contains(t.Similar, w) {
			return true
		}
	}
	return false
}
