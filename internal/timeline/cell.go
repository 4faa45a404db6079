package timeline

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// finish turns drafts into events with the cells of those that tell them.
func finish(d *dossier.Dossier, drafts []*draft, place []int) []Event {
	events := make([]Event, len(drafts))
	for n, e := range drafts {
		for at := best(d, e.tellings); at > 0; at-- {
			e.tellings[at-1], e.tellings[at] = e.tellings[at], e.tellings[at-1]
		}
		teller := &e.tellings[0]
		ev := Event{
			ID: id(d, teller), When: teller.when, Clocks: teller.clocks, After: teller.after,
			Status: teller.status, Not: teller.denied, Words: teller.words, Teller: teller.article,
			stems: teller.stems, within: d.Articles[teller.article].Sentences[teller.sentence].Span,
		}
		for i := range e.tellings[:min(len(e.tellings), maxLikened)] {
			ev.deeds = append(ev.deeds, e.tellings[i].deed)
		}
		for _, group := range []struct {
			state    State
			tellings []telling
		}{{Told, e.tellings}, {LessExact, e.less}, {Disagree, e.against}} {
			for i := range group.tellings {
				ev.tell(group.state, &group.tellings[i])
			}
		}
		for _, h := range e.hints {
			ev.hint(h)
		}
		sorting.Stable(ev.Cells, func(a, b Cell) int { return place[a.Article] - place[b.Article] })
		events[n] = ev
	}
	return events
}

// best returns which of an article's tellings heads the event: of those of the
// first article the most exact, a sentence of the text before one of headline or
// standfirst.
func best(d *dossier.Dossier, ts []telling) int {
	best := -1
	for i, t := range ts {
		if t.article == ts[0].article && d.Articles[t.article].Sentences[t.sentence].Kind == dossier.Body && (best < 0 || t.when.Precision > ts[best].when.Precision) {
			best = i
		}
	}
	return max(best, 0)
}

// tell enters a telling into the cell of its article.
func (e *Event) tell(state State, t *telling) {
	n := slices.IndexFunc(e.Cells, func(c Cell) bool { return c.Article == t.article })
	if n < 0 {
		n = len(e.Cells)
		e.Cells = append(e.Cells, Cell{
			Article: t.article, State: state, SameAs: -1, Nearest: -1, Words: t.words, When: t.when,
		})
	}
	c := &e.Cells[n]
	if c.State != state {
		return
	}
	c.Sentences = append(append(c.Sentences, t.sentence), t.more...)
	sorting.Ordered(c.Sentences)
	c.Sentences = slices.Compact(c.Sentences)
	if !t.date.Empty() {
		c.Dates = append(c.Dates, t.date)
	}
}

// hint enters an allusion, unless its article has a cell already.
func (e *Event) hint(h allusion) {
	for i := range e.Cells {
		if c := &e.Cells[i]; c.Article == h.article {
			if c.State == Undated {
				c.Sentences = append(c.Sentences, h.sentence)
			}
			return
		}
	}
	e.Cells = append(e.Cells, Cell{
		Article: h.article, State: Undated, SameAs: -1, Nearest: -1,
		Sentences: []int32{h.sentence}, Words: h.words,
	})
}

// likely is the share of words below which two tellings are not compared.
const likely = 0.3

// Relate finds out how the tellings of e repeat each other, unless that is known:
// Relation, Small and SameAs of its cells, Told and Wordings. It is no part of Build
// because it takes longer than all else, and only events that are shown need it.
func (t *Timeline) Relate(e *Event) {
	if e.related {
		return
	}
	e.related = true
	var wordings []wording
	for i := range e.Cells {
		c := &e.Cells[i]
		if c.State != Told && c.State != LessExact && c.State != Disagree {
			continue
		}
		if c.State == Told {
			e.Told++
		}
		w := wording{c.Article, c.Sentences[0], "", c.State == Disagree}
		s := t.d.Articles[c.Article].Sentences
		for _, n := range c.Sentences { // the text rather than the headline
			if s[n].Kind == dossier.Body {
				w.sentence = n
				break
			}
		}
		w.text = s[w.sentence].Span.Of(t.d.Articles[c.Article].Text)
		fresh := true
		for _, o := range t.mostAlike(wordings, w) {
			relation, small := compare.Identical, true
			if o.text != w.text {
				relation, small = t.c.Relate(int(o.article), int(c.Article), o.sentence, w.sentence)
			}
			if relation == "" || relation == compare.Related {
				continue
			}
			if c.SameAs < 0 || closer(relation, c.Relation) {
				c.SameAs, c.Relation, c.Small = o.article, relation, small
				c.Number = relation == compare.Near && !small && t.c.OtherNumber(int(o.article), int(c.Article), o.sentence, w.sentence)
			}
			fresh = fresh && !small
		}
		if fresh {
			e.Wordings++
			wordings = append(wordings, w)
		}
	}
}

// wording is a sentence that tells an event in other words than those before.
type wording struct {
	article  int32
	sentence int32
	text     string
	against  bool // with another time: told again only by those who have that too
}

// mostLikened is with how many earlier wordings of its event a telling is
// compared at most.
const mostLikened = 6

// mostAlike returns the wordings that share most with w, in their order, or the
// one with the same text alone.
func (t *Timeline) mostAlike(wordings []wording, w wording) []wording {
	type likened struct {
		place int
		share float64
	}
	var found []likened
	for n, o := range wordings {
		if o.against != w.against {
			continue
		}
		if o.text == w.text {
			return wordings[n : n+1]
		}
		if share := t.shelf.alike(t.bags[o.article][o.sentence], t.bags[w.article][w.sentence]).share; share >= likely {
			found = append(found, likened{n, share})
		}
	}
	sorting.Stable(found, func(a, b likened) int { return cmp.Compare(b.share, a.share) })
	found = found[:min(len(found), mostLikened)]
	sorting.Stable(found, func(a, b likened) int { return cmp.Compare(a.place, b.place) })
	out := make([]wording, len(found))
	for n, f := range found {
		out[n] = wordings[f.place]
	}
	return out
}

// closer reports whether a is a closer relation than b.
func closer(a, b compare.Relation) bool {
	return slices.Index(relations[:], a) < slices.Index(relations[:], b)
}

// relations are the relations, closest first.
var relations = [...]compare.Relation{compare.Identical, compare.Near, compare.Reworded, compare.Related}

// nearestAt is the share of words from which on a sentence is offered as the
// nearest to one that was not found.
const nearestAt = 0.08

// Cell returns how article a stands to e.
func (t *Timeline) Cell(e *Event, a int) Cell {
	for _, c := range e.Cells {
		if int(c.Article) == a {
			return c
		}
	}
	cell := Cell{Article: int32(a), State: NothingFound, SameAs: -1, Nearest: -1}
	begin := e.about()
	if pub := t.d.Articles[a].Published; pub.EDTF != "" && !begin.Earliest.IsZero() && !begin.Earliest.Before(pub.Latest) && !t.plannedBefore(e, pub) && !t.looksTo(begin, a) {
		cell.State = Later
	}
	return cell
}

// plannedBefore reports whether e was a plan, and told as one, when an article
// was published on pub, or the day after that: it can thus tell it too.
func (t *Timeline) plannedBefore(e *Event, pub dates.Claim) bool {
	return e.Status == Planned && slices.ContainsFunc(e.Cells, func(c Cell) bool {
		told := t.d.Articles[c.Article].Published
		return c.State != Undated && told.EDTF != "" && !told.Earliest.After(pub.Latest)
	})
}

// looksTo reports whether article a itself tells something of a time, be it ahead.
func (t *Timeline) looksTo(when dates.Value, a int) bool {
	return slices.ContainsFunc(t.Of(a), func(n int32) bool { return key(t.Events[n].When) == key(when) })
}

// FindNearest looks for what comes nearest to e where c has nothing of it:
// Nearest and Perhaps. It is no part of Cell because it takes longer.
func (t *Timeline) FindNearest(e *Event, c *Cell) {
	if c.State != NothingFound {
		return
	}
	a, nearest := int(c.Article), nearestAt
	for n, b := range t.bags[a] {
		if t.d.Articles[a].Sentences[n].Kind != dossier.Body {
			continue
		}
		share := t.shelf.alike(e.stems, b).share
		at := t.timeOf(e, a, n)
		doubt := t.doubt(e, a, n, at, share)
		if share += at.nearer() + doubt.nearer(); share > nearest {
			nearest, c.Nearest, c.Perhaps = share, int32(n), doubt
		}
	}
}

// closeness is how near the times of a sentence come to that of an event.
type closeness uint8

const (
	timeless  closeness = iota
	farTime             // only times a month and more off
	otherTime           // one less far off
	sameDay
	sameClock
)

// nearer is how much the times of a sentence speak for it as the nearest, beside
// the share of its words.
func (c closeness) nearer() float64 {
	return [...]float64{sameDay: 0.15, sameClock: 0.5}[c]
}

// nearer is the same for what is done in a sentence.
func (d Doubt) nearer() float64 {
	if d == NoDoubt {
		return 0
	}
	return 1
}

// about is the time of e, or of what was told just before it.
func (e *Event) about() dates.Value {
	if e.When.OnCalendar() {
		return e.When
	}
	return e.After
}

// timeOf returns how near the times of sentence n of article a come to that of e.
func (t *Timeline) timeOf(e *Event, a, n int) closeness {
	const near = 31 * day
	best, when := timeless, e.about()
	ms := t.d.Articles[a].MentionsIn(t.d.Articles[a].Sentences[n].Span)
	for i := range ms {
		switch v := &ms[i].Value; {
		case dates.Denied(t.d.Articles[a].Text[:ms[i].Span.Start]):
			best = max(best, otherTime)
		case !v.OnCalendar() || !when.OnCalendar():
		case v.Precision == dates.Minute && when.Precision == dates.Minute && v.Earliest.Equal(when.Earliest):
			best = sameClock
		case v.Precision >= dates.Day && when.Precision >= dates.Day && key(*v) == key(when):
			best = max(best, sameDay)
		default:
			switch gap := max(between(v, &when), between(&when, v)); {
			case gap > near:
				best = max(best, farTime)
			case gap >= 0:
				best = max(best, otherTime)
			}
		}
	}
	return best
}

// between is how long it is from the end of one time to another, less than 0 if
// that comes before it or is open.
func between(a, b *dates.Value) time.Duration {
	if a.Latest.IsZero() || b.Earliest.IsZero() {
		return -1
	}
	return b.Earliest.Sub(a.Latest)
}

// doubt returns how sentence n of article a, whose times are at and which shares
// so much of its words with e, may tell e all the same.
func (t *Timeline) doubt(e *Event, a, n int, at closeness, share float64) Doubt {
	switch {
	case at == sameClock && share > 0, !e.done() && share >= sameWords && at != farTime && at != otherTime:
		if denies(t.sentence(a, n)) == denies(e.within.Of(t.d.Articles[e.Teller].Text)) {
			return OtherWords
		}
	case at == farTime, at != sameDay && !e.When.OnCalendar():
		return NoDoubt
	case !exact(e.about()):
		return likeWords(share, at)
	}
	for _, d := range t.deedsIn(a, n) {
		for _, o := range e.deeds {
			switch {
			case !t.shelf.sameDeed(o, d, false) && !(at == sameDay && t.shelf.sameButWhom(o, d)):
			case at == otherTime && d.timed:
				return OtherTime
			default:
				return OtherWords
			}
		}
	}
	return NoDoubt
}

// likeWords returns whether a sentence that shares so much of its words with what
// is told of a month or a year tells it too: much of a kind is done in these.
func likeWords(share float64, at closeness) Doubt {
	switch {
	case at == otherTime && share >= disputed:
		return OtherTime
	case at == otherTime || share < sameWords:
		return NoDoubt
	}
	return OtherWords
}

// done reports whether a telling of e says what was done, not only what was said.
func (e *Event) done() bool {
	return slices.ContainsFunc(e.deeds, func(d *deed) bool { return d != nil })
}

// sentence returns the words of sentence n of article a.
func (t *Timeline) sentence(a, n int) string {
	return t.d.Articles[a].Sentences[n].Span.Of(t.d.Articles[a].Text)
}

// denies reports whether a sentence says of something that it is not so.
func denies(s string) bool {
	words := text.Words(s)
	for n, w := range words {
		word := strings.ToLower(w.Of(s))
		if word == "no" && n+1 < len(words) && more.Has(strings.ToLower(words[n+1].Of(s))) {
			continue
		}
		if denying.Has(word) || negates(word) {
			return true
		}
	}
	return false
}

// deedsIn returns what is done in sentence n of article a.
func (t *Timeline) deedsIn(a, n int) []*deed {
	if t.deeds[a] == nil {
		t.deeds[a] = make([][]*deed, len(t.bags[a]))
	}
	if t.deeds[a][n] == nil {
		art := &t.d.Articles[a]
		var times []text.Span
		ms := art.MentionsIn(art.Sentences[n].Span)
		for i := range ms {
			times = append(times, ms[i].Span)
		}
		c := parse(art.Text, art.Sentences[n].Span, times)
		timed := map[int]bool{} // main verbs for which a time is given
		for i := range ms[:min(len(ms), maxUnits)] {
			if first, after := c.find(ms[i].Span); first >= 0 && ms[i].Value.OnCalendar() {
				timed[c.mainVerb(c.govern(first, after))] = true
			}
		}
		found := []*deed{}
		for v := range c.toks {
			if c.toks[v].verb && len(found) < maxUnits {
				d := t.shelf.deedOf(c, v)
				if d != nil {
					d.timed = timed[c.mainVerb(v)]
				}
				found = append(found, d)
			}
		}
		t.deeds[a][n] = found
	}
	return t.deeds[a][n]
}
