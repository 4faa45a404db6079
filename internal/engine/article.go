package engine

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/search"
	"parallax/internal/sorting"
	"parallax/internal/text"
	"parallax/internal/timeline"
)

// Article returns the article with the given id and marks the hits of query.
// It reports false if there is none.
func (e *Engine) Article(id, query string) (Article, bool) {
	i, ok := e.d.Find(id)
	if !ok {
		return Article{}, false
	}
	reply := e.newArticle(i)
	reply.Rail, reply.Headline = e.rail(i), e.headline(i)
	for n := range reply.Headline {
		reply.Headline[n].Nth = bodyParagraph(&e.d.Articles[i], reply.Headline[n].Paragraph)
	}
	for _, q := range e.quotesOf(i) {
		reply.Quotes = append(reply.Quotes, e.quoteRef(q, nil))
	}
	e.write(&reply, i, append(e.marks(i), e.markHits(&reply, i, query)...))
	also, events := e.alsoIn(i), e.eventsIn(i)
	for k := range reply.Paragraphs {
		p := &reply.Paragraphs[k]
		if p.Kind != dossier.Body.String() {
			continue
		}
		p.Also = also[int32(p.N)]
		if len(p.Also) == 0 {
			p.Where = e.elsewhere(i, events[int32(p.N)])
		}
		if at, ok := e.passageAt(int32(i), int32(p.N)); ok {
			p.Passage = at.ID
		}
	}
	if best, why, ok := e.bestPartner(i); ok {
		reply.Best, reply.BestWhy = &e.refs[best], why
	}
	return reply, true
}

// newArticle says what article i is and where it came from.
func (e *Engine) newArticle(i int) Article {
	a := &e.d.Articles[i]
	reply := Article{
		Ref:        e.sourced(i),
		LongDate:   longClaim(a.Published),
		Evidence:   a.Published.Evidence,
		Candidates: a.Published.Candidates,
	}
	if at := e.place[i]; at > 0 {
		reply.Older = &e.refs[e.order[at-1]]
	}
	if at := e.place[i]; at+1 < len(e.order) {
		reply.Newer = &e.refs[e.order[at+1]]
	}
	return reply
}

// markHits counts the hits of query in article i and returns their marks.
func (e *Engine) markHits(reply *Article, i int, query string) []mark {
	found := e.hits(i, query)
	reply.Hits = len(found)
	var marks []mark
	for _, sp := range found {
		marks = append(marks, hit(sp))
	}
	return marks
}

// write puts the words of article i into reply, marked.
func (e *Engine) write(reply *Article, i int, marks []mark) {
	a := &e.d.Articles[i]
	sorting.Stable(marks, func(a, b mark) int { return int(a.span.Start - b.span.Start) })
	var open []mark // that reach into the paragraph or begin there
	nth := 0
	for n, sp := range a.Paragraphs {
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= sp.Start })
		for len(marks) > 0 && marks[0].span.Start < sp.End {
			open, marks = append(open, marks[0]), marks[1:]
		}
		kind, words := kindOf(a, sp)
		p := Paragraph{N: n + 1, Kind: kind, Runs: runsOf(a.Text, words, open)}
		switch p.Kind {
		case dossier.Body.String():
			nth++
			p.Nth = nth
		case dossier.Furniture.String():
			reply.Hidden++
		case dossier.Title.String():
			reply.Title = append(reply.Title, p.Runs...)
		case dossier.Subtitle.String():
			reply.Subtitle = append(reply.Subtitle, p.Runs...)
		}
		reply.Paragraphs = append(reply.Paragraphs, p)
	}
	if len(reply.Title) == 0 {
		reply.Title = []Run{{Text: a.Title}}
	}
}

// longClaim says a publication date in full: "Monday 26 October 2020".
func longClaim(c dates.Claim) string {
	if c.EDTF == "" || len(c.EDTF) < len("2020-10-26") {
		date, _ := claimDate(c)
		return date
	}
	return c.Earliest.Weekday().String() + " " + longDay(c.Earliest)
}

// kindOf says what the paragraph sp of a is, the kind of its longest part, and
// what of it is shown: not the marks around a heading.
func kindOf(a *dossier.Article, sp text.Span) (kind string, words text.Span) {
	longest := dossier.Part{Kind: dossier.Body}
	from := sort.Search(len(a.Parts), func(k int) bool { return a.Parts[k].Span.End > sp.Start })
	for _, p := range a.Parts[from:] {
		if p.Span.Start >= sp.End {
			break
		}
		switch {
		case p.Kind == dossier.Furniture && words.Empty():
			longest = p
		case p.Kind != dossier.Furniture:
			if words.Empty() {
				words.Start = p.Span.Start
			}
			words.End = p.Span.End
			if p.Span.Len() > longest.Span.Len() || longest.Kind == dossier.Furniture {
				longest = p
			}
		}
	}
	if words.Empty() {
		words = sp
	}
	if longest.Kind == dossier.Dateline {
		longest.Kind = dossier.Body
	}
	return longest.Kind.String(), words
}

// marks returns what is marked in article i whatever is asked: dates, quotes,
// damage.
func (e *Engine) marks(i int) []mark {
	marks := e.plainMarks(i, e.dateLinks(i))
	for n, q := range e.quotesOf(i) {
		if verbatim(q.Type) {
			marks = append(marks, mark{q.Span, func(r *Run) { r.Quote = n + 1 }})
		}
	}
	return marks
}

// plainMarks returns the dates in article i, which lead to events, and damage.
func (e *Engine) plainMarks(i int, leads map[int]string) []mark {
	a := &e.d.Articles[i]
	var marks []mark
	for m := range a.Mentions() {
		mention := &a.Mentions()[m]
		if !mention.Value.OnCalendar() {
			continue
		}
		date, event := eventDate(mention.Value), leads[m]
		marks = append(marks, mark{mention.Span, func(r *Run) { r.Date, r.Event = date, event }})
	}
	for _, d := range a.Defects() {
		marks = append(marks, mark{d.Span, func(r *Run) { r.Defect = d.What }})
	}
	return marks
}

// dateLinks returns for each mention of article i that belongs to an event the
// event's id.
func (e *Engine) dateLinks(i int) map[int]string {
	links := map[int]string{}
	a := &e.d.Articles[i]
	for _, ev := range e.eventsOf(i) {
		cell := e.timeline().Cell(ev, i)
		for _, date := range cell.Dates {
			for m, to := mentionsOver(a, date); m < to; m++ {
				if links[m] == "" {
					links[m] = ev.ID
				}
			}
		}
	}
	return links
}

// mentionsOver returns which mentions of a, from one to before another, overlap
// sp. Mentions follow each other in the text and do not overlap.
func mentionsOver(a *dossier.Article, sp text.Span) (from, to int) {
	ms := a.Mentions()
	from = sort.Search(len(ms), func(k int) bool { return ms[k].Span.End > sp.Start })
	for to = from; to < len(ms) && ms[to].Span.Overlaps(sp); to++ {
	}
	return from, to
}

// eventsOf returns the dated events that article i tells or alludes to.
func (e *Engine) eventsOf(i int) []*timeline.Event {
	tl := e.timeline()
	var out []*timeline.Event
	for _, n := range tl.Of(i) {
		out = append(out, &tl.Events[n])
	}
	return out
}

// rail lists the dates in article i and the day it was published, earliest first,
// each time once.
func (e *Engine) rail(i int) []RailDate {
	a := &e.d.Articles[i]
	type entry struct {
		RailDate
		value dates.Value
	}
	var entries []entry
	for _, ev := range e.eventsOf(i) {
		cell := e.timeline().Cell(ev, i)
		if len(cell.Dates) == 0 {
			continue
		}
		date := cell.Dates[0]
		v := ev.When
		if from, to := mentionsOver(a, date); cell.State != timeline.Told && from < to {
			v = a.Mentions()[to-1].Value
		}
		entries = append(entries, entry{RailDate{
			Date: eventDate(v), Words: withPreposition(a.Text, date), Event: ev.ID,
			Paragraph: e.paragraphOf(i, date.Start),
		}, v})
	}
	sorting.Stable(entries, func(x, y entry) int { return x.value.Earliest.Compare(y.value.Earliest) })
	var rail []RailDate
	published := a.Published.Day()
	for _, x := range entries {
		if !published.IsZero() && x.value.Earliest.Sub(published) >= 24*time.Hour {
			rail = append(rail, RailDate{Date: longDay(published), Published: true})
			published = time.Time{}
		}
		if n := len(rail); n == 0 || rail[n-1].Date != x.Date {
			rail = append(rail, x.RailDate)
		}
	}
	if !published.IsZero() {
		rail = append(rail, RailDate{Date: longDay(published), Published: true})
	}
	return rail
}

// dating are the prepositions of dates.
var dating = text.WordSet{Words: "on in at since until by from before after during"}

// withPreposition returns the words of a date with the preposition before
// them: "on September 27".
func withPreposition(s string, sp text.Span) string {
	before := strings.TrimRight(s[:sp.Start], " ")
	word := before[strings.LastIndexAny(before, " \n")+1:]
	if dating.Has(strings.ToLower(word)) {
		return word + s[len(before):sp.End]
	}
	return sp.Of(s)
}

// paragraphOf returns the number of the raw paragraph of article i that holds
// offset at, or 0.
func (e *Engine) paragraphOf(i int, at int32) int {
	ps := e.d.Articles[i].Paragraphs
	n := sort.Search(len(ps), func(k int) bool { return ps[k].End > at })
	if n < len(ps) && ps[n].Start <= at {
		return n + 1
	}
	return 0
}

// bodyParagraph returns paragraph n of a, from 1, as one counts on the page: without
// hidden lines, what stands above the text and headings.
func bodyParagraph(a *dossier.Article, n int) int {
	count := 0
	for _, sp := range a.Paragraphs[:min(n, len(a.Paragraphs))] {
		if kind, _ := kindOf(a, sp); kind == dossier.Body.String() {
			count++
		}
	}
	return count
}

// near returns the articles that article i is set beside: all others where every
// pair is looked at, else the related ones.
func (e *Engine) near(i int) []int {
	const most = 8
	var out []int
	if len(e.order) <= allPairs {
		for _, b := range e.order {
			if b != i {
				out = append(out, b)
			}
		}
		return out
	}
	for _, c := range e.related(i) {
		if len(out) == most {
			break
		}
		out = append(out, int(c.Article))
	}
	sorting.Stable(out, func(a, b int) int { return e.place[a] - e.place[b] })
	return out
}

// alsoIn says for each paragraph of article i where else it stands.
func (e *Engine) alsoIn(i int) map[int32][]AlsoIn {
	a := &e.d.Articles[i]
	out := map[int32][]AlsoIn{}
	for _, b := range e.near(i) {
		found := map[int32]*AlsoIn{}
		worst := map[int32]compare.Pair{} // by paragraph
		for _, p := range e.result(i, b).Pairs {
			if p.Relation == compare.Related {
				continue
			}
			n := a.Sentences[p.A].Paragraph
			if a.Sentences[p.A].Kind != dossier.Body {
				continue
			}
			also := found[n]
			if also == nil {
				also = &AlsoIn{
					Article:   e.refs[b],
					Sentences: make([]string, e.sentencesIn(i, n)),
					At:        int(e.d.Articles[b].Sentences[p.B].Paragraph),
				}
				found[n] = also
			}
			also.Sentences[e.sentenceWithin(i, p.A)] = string(p.Relation)
			also.Moved = also.Moved || p.Moved
			if was, ok := worst[n]; !ok || farApart(p) > farApart(was) {
				worst[n] = p
			}
		}
		for n := range int32(len(a.Paragraphs)) + 1 {
			if also := found[n]; also != nil {
				also.Words = alsoWords(also.Sentences, worst[n], also.Moved)
				out[n] = append(out[n], *also)
			}
		}
	}
	return out
}

// farApart ranks how much the sentences of a pair differ.
func farApart(p compare.Pair) int {
	switch {
	case len(p.Clashes) > 0:
		return 3
	case p.Relation == compare.Identical:
		return 0
	case join{Pair: p}.smallChanges() > 0:
		return 1
	}
	return 2
}

// alsoWords says how a paragraph stands elsewhere, by the pair of its sentences
// that differs most: "4 of 5 sentences, same words".
func alsoWords(sentences []string, worst compare.Pair, moved bool) string {
	n := 0
	for _, s := range sentences {
		if s != "" {
			n++
		}
	}
	how := label(join{Pair: worst})
	if farApart(worst) == 1 {
		how = "small changes"
	}
	if moved {
		how += " and moved"
	}
	if len(sentences) == 1 {
		return how
	}
	return fmt.Sprintf("%d of %s, %s", n, Count(len(sentences), "sentence"), how)
}

// sentencesIn counts the body sentences of paragraph n of article i.
func (e *Engine) sentencesIn(i int, n int32) int {
	count := 0
	for _, s := range e.d.Articles[i].Sentences {
		if s.Paragraph == n && s.Kind == dossier.Body {
			count++
		}
	}
	return count
}

// sentenceWithin returns the place of a body sentence in its paragraph, from 0.
func (e *Engine) sentenceWithin(i int, s int32) int {
	ss := e.d.Articles[i].Sentences
	at := 0
	for k := s - 1; k >= 0 && ss[k].Paragraph == ss[s].Paragraph; k-- {
		if ss[k].Kind == dossier.Body {
			at++
		}
	}
	return at
}

// eventsIn returns the events that article i tells, by paragraph.
func (e *Engine) eventsIn(i int) map[int32][]*timeline.Event {
	out := map[int32][]*timeline.Event{}
	for _, ev := range e.eventsOf(i) {
		cell := e.timeline().Cell(ev, i)
		if cell.State != timeline.Told {
			continue
		}
		for _, s := range cell.Sentences {
			n := e.d.Articles[i].Sentences[s].Paragraph
			if in := out[n]; len(in) == 0 || in[len(in)-1] != ev {
				out[n] = append(in, ev)
			}
		}
	}
	return out
}

// elsewhere says how other articles treat the events that a paragraph of
// article i tells, where they do so without sharing a sentence. Those published
// before an event could not tell it, and nothing is said of them.
func (e *Engine) elsewhere(i int, events []*timeline.Event) []Elsewhere {
	var out []Elsewhere
	seen := map[[2]string]bool{}
	for _, ev := range events {
		for _, b := range e.near(i) {
			other := e.timeline().Cell(ev, b)
			if other.State == timeline.NothingFound || other.State == timeline.Later {
				continue
			}
			line := Elsewhere{Article: e.refs[b], State: string(other.State), Words: e.cellWords(b, other)}
			if other.State == timeline.Told {
				line.State = "told in other words"
			}
			if key := [2]string{line.Article.ID, line.State}; !seen[key] {
				seen[key] = true
				out = append(out, line)
			}
		}
	}
	return out
}

// passageAt returns the passage that paragraph n of article i tells.
func (e *Engine) passageAt(i, n int32) (compare.Passage, bool) {
	passages := e.shared()
	at, ok := e.passages.at[[2]int32{i, n}]
	if !ok {
		return compare.Passage{}, false
	}
	return passages[at], true
}

// hits returns where query matches in the text of article i, by Start.
func (e *Engine) hits(i int, query string) []text.Span {
	if strings.TrimSpace(query) == "" {
		return nil
	}
	var out []text.Span
	for _, h := range e.Index().Search(query, search.Options{Only: []int32{int32(i)}}).Hits {
		for _, m := range h.Marks {
			if m.Field <= search.Body {
				out = append(out, m.Span)
			}
		}
	}
	sorting.Stable(out, func(a, b text.Span) int { return int(a.Start - b.Start) })
	return slices.Compact(out)
}
