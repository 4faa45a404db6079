package timeline

import (
	"math"
	"slices"
	"sort"
	"time"

	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/sorting"
)

// Bounds of likeness, as the share of weighted words in common. Chosen on the
// five articles and on made-up wire copy; they are far apart on purpose, the
// kind of happening and the time carry the decision between them.
const (
	sameWords = 0.5  // the same telling, whatever else
	sameThing = 0.05 // one kind of happening on one day, with a name in common
	sameSaid  = 0.3  // two reports of one statement
	sameVerb  = 0.25 // one verb on one day
	coarser   = 0.35 // a coarser date for an event dated exactly elsewhere
	disputed  = 0.7  // the same telling with another date
)

// draft is an event while it is put together.
type draft struct {
	tellings []telling // teller first, by publication
	less     []telling // with a coarser time
	against  []telling // with a time that excludes this one
	hints    []allusion
}

func (e *draft) when() dates.Value { return e.tellings[0].when }

func (e *draft) tellsFor(a int32) bool { return tellsFor(e.tellings, a) }

// tellsFor reports whether one of ts is of article a.
func tellsFor(ts []telling, a int32) bool {
	return slices.ContainsFunc(ts, func(t telling) bool { return t.article == a })
}

// merger puts tellings together into events.
type merger struct {
	shelf  *shelf
	place  []int // article → order of publication
	events []*draft
	byDay  map[string][]*draft // by the key of their time

	denials []telling // of a time only; those of a deed are events until deny
}

// exact reports whether a time is a single day or finer.
func exact(v dates.Value) bool {
	return v.Precision >= dates.Day && !v.Earliest.IsZero() && v.Latest.Sub(v.Earliest) <= 36*time.Hour
}

// key is equal for times that tellings of one event share: the day, or the
// very stretch if it is longer than a day.
func key(v dates.Value) string {
	switch {
	case !v.OnCalendar():
		return ""
	case exact(v):
		return v.Earliest.Format(time.DateOnly)
	}
	return v.Earliest.Format(time.DateOnly) + "/" + v.Latest.Format(time.DateOnly)
}

// add joins t to the event of its time that it is most like, or begins one.
func (m *merger) add(t telling) {
	k := key(t.when)
	var best *draft
	likeness := 0.0
	for _, e := range m.byDay[k] {
		if share := m.joins(e, &t); share > likeness {
			best, likeness = e, share
		}
	}
	if best == nil {
		e := &draft{tellings: []telling{t}}
		m.byDay[k] = append(m.byDay[k], e)
		m.events = append(m.events, e)
		return
	}
	best.tellings = append(best.tellings, t)
	// What t tells in the words of either brings two together that had none in
	// common: "ran aground", "ran aground on the reef", "struck the reef".
	if !exact(t.when) {
		return
	}
	m.byDay[k] = slices.DeleteFunc(m.byDay[k], func(e *draft) bool {
		if e == best || !m.tellsDeed(e, &t) {
			return false
		}
		best.join(e, m.place)
		return true
	})
}

// sameDeed reports whether two tellings are of one deed. Within a month or a year
// much of a kind is done, so that there one must tell most of what the other does.
func (m *merger) sameDeed(o, t *telling, sure bool) bool {
	if !m.shelf.sameDeed(o.deed, t.deed, sure) {
		return false
	}
	both := m.shelf.alike(o.deed.words, t.deed.words)
	return exact(o.when) && exact(t.when) || both.name || both.held >= sameWords
}

// join takes over the tellings of o, by publication; o is no event of its own then.
func (e *draft) join(o *draft, place []int) {
	own := e.tellings
	e.tellings = nil
	for len(own)+len(o.tellings) > 0 {
		from := &own
		if len(own) == 0 || len(o.tellings) > 0 && place[o.tellings[0].article] < place[own[0].article] {
			from = &o.tellings
		}
		e.tellings, *from = append(e.tellings, (*from)[0]), (*from)[1:]
	}
}

// carriesOn reports whether t says more exactly when happened what the sentence
// before it told: "The ferry ran aground on Tuesday. The vessel struck the reef
// at 5:40."
func (m *merger) carriesOn(o, t *telling) bool {
	return t.sentence == o.sentence+1 && t.when.Precision > o.when.Precision && exact(o.when) && o.deed != nil && t.deed != nil && t.deed.definite && meet(o.deed.rows, t.deed.rows)
}

// tellsDeed reports whether a telling of e tells the deed of t, by its words.
func (m *merger) tellsDeed(e *draft, t *telling) bool {
	for i := range e.tellings[:min(len(e.tellings), maxLikened)] {
		o := &e.tellings[i]
		if o.article != t.article && o.status == t.status && o.denied == t.denied && !(exact(o.when) && apart(o.when, t.when)) &&
			m.shelf.sameDeed(o.deed, t.deed, false) && m.shelf.alike(o.deed.words, t.deed.words).name {
			return true
		}
	}
	return false
}

// maxLikened bounds how many tellings of an event a new one is likened to.
const maxLikened = 6

// joins returns how much t is like e's tellings, or 0 if they are different
// things.
func (m *merger) joins(e *draft, t *telling) float64 {
	best := 0.0
	for i := range e.tellings[:min(len(e.tellings), maxLikened)] {
		o := &e.tellings[i]
		if o.status != t.status || o.denied != t.denied || exact(o.when) && exact(t.when) && apart(o.when, t.when) {
			continue
		}
		both := m.shelf.alike(o.stems, t.stems)
		share := both.share
		ok := share >= sameWords
		switch {
		case o.article == t.article:
			ok = ok && (o.sentence != t.sentence || o.words == t.words)
			if !ok && m.carriesOn(o, t) {
				ok, share = true, share+sameVerb
			}
		case !t.when.OnCalendar():
		case t.status == Statement:
			ok = ok || share >= sameSaid && both.name
		default:
			near := o.when.Precision == dates.Minute && t.when.Precision == dates.Minute // and not apart
			ok = ok || share >= sameThing && (both.name || near) && o.kinds&t.kinds != 0
			verb := o.deed != nil && t.deed != nil && o.deed.verb == t.deed.verb && share >= sameVerb && both.stems > 1 && !m.shelf.elsewhere(o.deed, t.deed)
			if verb || m.sameDeed(o, t, near) {
				ok, share = true, share+sameVerb // rather than with another of the day that is as like
			}
		}
		if ok {
			best = max(best, share)
		}
	}
	return best
}

// looseHours is how far a clock may lie outside the hours of a part of the day
// that tells the same moment.
const looseHours = 3 * time.Hour

// apart reports whether two times of one day exclude each other: two clocks
// more than an hour from one another, or two parts of the day.
func apart(a, b dates.Value) bool {
	if a.Precision < dates.PartOfDay || b.Precision < dates.PartOfDay {
		return false
	}
	if !a.UTC.IsZero() && !b.UTC.IsZero() {
		return math.Abs(a.UTC.Sub(b.UTC).Hours()) > 1
	}
	if a.Precision == dates.Minute && b.Precision == dates.Minute {
		return math.Abs(a.Earliest.Sub(b.Earliest).Hours()) > 1
	}
	if a.Precision != b.Precision { // a clock and a part of the day, whose hours are loose
		return b.Earliest.Sub(a.Latest) > looseHours || a.Earliest.Sub(b.Latest) > looseHours
	}
	return !a.Latest.After(b.Earliest) || !b.Latest.After(a.Earliest)
}

// addLessExact joins t, which names a month, a season or a year, to the exact
// event within it that it tells in like words, or a year to the event of a month
// that it tells in the same. It reports false if there is none.
func (m *merger) addLessExact(t telling) bool {
	if t.when.Latest.IsZero() || t.when.Earliest.IsZero() {
		return false
	}
	var best *draft
	likeness := coarser
	for _, e := range m.events {
		if len(e.tellings) == 0 {
			continue // it is a part of another
		}
		months := t.when.Precision < dates.Month && e.when().Precision == dates.Month
		if !exact(e.when()) && !months || !within(e.when(), t.when) || e.tellings[0].status != t.status || e.tellsFor(t.article) {
			continue
		}
		for i := range e.tellings[:min(len(e.tellings), maxLikened)] {
			share := m.shelf.alike(e.tellings[i].stems, t.stems).share
			if m.sameDeed(&e.tellings[i], &t, false) {
				share += sameWords
			}
			if share >= likeness && (!months || share >= sameWords) {
				best, likeness = e, share
			}
		}
	}
	if best != nil {
		best.less = append(best.less, t)
	}
	return best != nil
}

// newsDays is how many days an article may appear after what it tells as its news.
const newsDays = 3

// addNews enters what an article published on pub tells as its news without a time, of
// which others give the day, if that can be one event only.
func (m *merger) addNews(pub dates.Claim, news []telling) {
	for i := range news {
		t := &news[i]
		var found []*draft
		for back := range newsDays + 1 {
			for _, e := range m.byDay[pub.Earliest.AddDate(0, 0, -back).Format(time.DateOnly)] {
				if m.tellsNews(e, t) {
					found = append(found, e)
				}
			}
		}
		if len(found) == 1 && pub.EDTF != "" && !found[0].tellsFor(t.article) {
			found[0].hints = append(found[0].hints, allusion{article: t.article, sentence: t.sentence, words: t.words})
		}
	}
}

// tellsNews reports whether e was reported by others as the deed t, mostly in its words
// and of people or things of one name.
func (m *merger) tellsNews(e *draft, t *telling) bool {
	return slices.ContainsFunc(e.tellings[:min(len(e.tellings), maxLikened)], func(o telling) bool {
		if o.status != Reported || o.denied || !m.shelf.sameDeed(o.deed, t.deed, false) && !m.shelf.sameNames(o.deed, t.deed) {
			return false
		}
		both := m.shelf.alike(o.deed.words, t.deed.words)
		return both.name && both.held >= sameWords
	})
}

// correct makes one event of two days of what somebody says was not on the one but
// on the other.
func (m *merger) correct() {
	for i := range m.denials {
		t := &m.denials[i]
		if e, other := m.denied(t), m.instead(t); e != nil && other != nil && !sharesTeller(e, other) {
			fold(e, other)
		}
	}
}

// deny enters those who say that an event was not, or not then, as disagreeing. It
// goes last: of an event that has another day by then nobody says so.
func (m *merger) deny() {
	for _, t := range m.denials {
		if e := m.denied(&t); e != nil {
			e.deniedBy(t, m.instead(&t))
		}
	}
	for _, own := range m.events {
		own.tellings = slices.DeleteFunc(own.tellings, func(t telling) bool {
			if !t.denied || !exact(t.when) {
				return false
			}
			e := m.denied(&t)
			if e != nil {
				e.deniedBy(t, nil)
			}
			return e != nil
		})
	}
	m.dropEmpty()
}

// deniedBy enters t, which tells the event other in place of e, or none.
func (e *draft) deniedBy(t telling, other *draft) {
	t.when = dates.Value{}
	if other != nil {
		t.when = other.when()
	}
	e.against = append(e.against, t)
}

// dropEmpty removes the events of which another has all tellings.
func (m *merger) dropEmpty() {
	m.events = slices.DeleteFunc(m.events, func(e *draft) bool { return len(e.tellings) == 0 })
}

// denied returns the event that t says was not, or not then: one of its day, told
// by others, of the same deed. It is nil if there is none.
func (m *merger) denied(t *telling) *draft {
	for _, e := range m.byDay[key(t.when)] {
		if len(e.tellings) == 0 || e.tellings[0].denied || e.tellsFor(t.article) || tellsFor(e.against, t.article) {
			continue
		}
		for i := range e.tellings[:min(len(e.tellings), maxLikened)] {
			if o := &e.tellings[i]; m.shelf.sameDeed(o.deed, t.deed, false) || m.shelf.sameNames(o.deed, t.deed) {
				return e
			}
		}
	}
	return nil
}

// instead returns the event of another day that the sentence of t tells in place
// of the one that it denies, nil if there is none.
func (m *merger) instead(t *telling) *draft {
	for _, e := range m.events {
		for i := range e.tellings {
			o := &e.tellings[i]
			if o.article == t.article && o.sentence == t.sentence && o.verb == t.verb && t.verb >= 0 && exact(o.when) && key(o.when) != key(t.when) {
				return e
			}
		}
	}
	return nil
}

// sharesTeller reports whether an article tells both events.
func sharesTeller(a, b *draft) bool {
	return slices.ContainsFunc(b.tellings, func(t telling) bool { return a.tellsFor(t.article) })
}

// fold makes of two events one with two dates: that of most tellings, with which the
// others disagree, and whoever gave a third.
func fold(a, b *draft) (kept *draft) {
	if len(b.tellings) > len(a.tellings) {
		a, b = b, a
	}
	a.against = append(a.against, b.tellings...)
	for _, t := range b.against {
		if t.when.OnCalendar() && key(t.when) != key(a.when()) {
			a.against = append(a.against, t)
		}
	}
	b.tellings, b.against = nil, nil
	return a
}

// foldDisagreements joins events that are told in like words with times that
// cannot both hold: the one told by fewer articles becomes a disagreement with
// the other. Candidates share a telling's rarest words, so that nothing is
// likened to everything.
func (m *merger) foldDisagreements() {
	const rarest = 4
	m.dropEmpty()
	byWord := map[uint32][]int{}
	for n, e := range m.events {
		t := &e.tellings[0]
		plan := t.status == Planned && t.when.Precision != dates.NoPrecision && !t.when.Earliest.IsZero() && !t.when.Latest.IsZero()
		if !exact(t.when) && !plan || len(t.stems) < rarest {
			continue
		}
		words := slices.Clone(t.stems)
		sorting.Stable(words, func(a, b uint32) int {
			return int(m.shelf.sentences[a]) - int(m.shelf.sentences[b])
		})
		words = words[:rarest]
		best := -1
		for _, w := range words {
			for _, o := range byWord[w] {
				if len(m.events[o].tellings) > 0 && m.disagree(m.events[o], e) {
					best = o
				}
			}
		}
		if best >= 0 && fold(m.events[best], e) != e {
			continue
		}
		for _, w := range words {
			byWord[w] = append(byWord[w], n)
		}
	}
	m.dropEmpty()
}

// disagree reports whether a and b tell one thing with times that exclude each
// other: like words, the same status, no article that tells both, less than a
// month between two days and a few years between two times of a plan.
func (m *merger) disagree(a, b *draft) bool {
	const near, put = 31 * day, 3 * 366 * day // apart; put off, at most
	x, y := &a.tellings[0], &b.tellings[0]
	gap := x.when.Earliest.Sub(y.when.Earliest).Abs()
	if x.status != y.status || x.denied || y.denied || key(x.when) == key(y.when) || exact(x.when) != exact(y.when) {
		return false
	}
	if exact(x.when) && (gap < day || gap > near) || !exact(x.when) && (x.when.Precision != y.when.Precision || gap > put) {
		return false
	}
	if sharesTeller(a, b) {
		return false
	}
	both := m.shelf.alike(x.stems, y.stems)
	return both.share >= disputed && (both.name || m.shelf.sameNames(x.deed, y.deed))
}

// window is how long before an article an allusion may reach back: "the
// previously reached agreements" are those of the present story.
const window = 90 * day

// maxAlluded bounds the events one allusion may stand for, the latest first.
const maxAlluded = 24

// allude gives every allusion to the events it may stand for: of its kind,
// before the article, not told in it, in a sentence that shares a name with
// the article. events are in order of time.
func allude(d *dossier.Dossier, s *shelf, bags [][]bag, events []*draft, hints []allusion) {
	for _, h := range hints {
		pub := d.Articles[h.article].Published
		if pub.EDTF == "" {
			continue
		}
		end := sort.Search(len(events), func(k int) bool { return !events[k].when().Begin().Before(pub.Latest) })
		given := 0
		for n := end - 1; n >= 0 && given < maxAlluded; n-- {
			e := events[n]
			if pub.Earliest.Sub(e.when().Begin()) > window {
				break
			}
			t := &e.tellings[0]
			if t.status != Reported && t.status != Planned || t.kinds&h.kinds == 0 || !exact(e.when()) || e.tellsFor(h.article) {
				continue
			}
			if !s.sharesName(t.names, bags[h.article]) {
				continue
			}
			e.hints = append(e.hints, h)
			given++
		}
	}
}

// sharesName reports whether some name of b stands in one of the bags, or b
// has none.
func (s *shelf) sharesName(b bag, bags []bag) bool {
	any := false
	for _, n := range b {
		if !s.name[n] {
			continue
		}
		any = true
		for _, o := range bags {
			if _, ok := slices.BinarySearch(o, n); ok {
				return true
			}
		}
	}
	return !any
}
