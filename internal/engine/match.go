package engine

import (
	"slices"
	"strings"
	"time"

	"parallax/internal/search"
	"parallax/internal/text"
	"parallax/internal/timeline"
)

// matcher answers what a Query lets through, the same for every screen: the
// text by the search index, the outlet, the person and the period by
// themselves.
type matcher struct {
	e        *Engine
	q        Query
	first    time.Time // period wanted; zero if open
	after    time.Time
	searched bool
	found    map[int32]*search.Hit // by article
	result   search.Result
	who      map[int]bool // articles that q.Who speaks in or is named in; nil for everybody
}

// match prepares q.
func (e *Engine) match(q Query) *matcher {
	m := &matcher{e: e, q: q}
	m.first, _ = periodOf(q.From)
	_, m.after = periodOf(q.To)
	if strings.TrimSpace(q.Text) != "" {
		m.searched = true
		m.result = e.searchIndex().Search(q.Text, search.Options{Limit: max(len(e.d.Articles), 1)})
		m.found = make(map[int32]*search.Hit, len(m.result.Hits))
		for i := range m.result.Hits {
			m.found[m.result.Hits[i].Doc] = &m.result.Hits[i]
		}
	}
	if q.Who != "" {
		m.who = map[int]bool{}
		for a, qs := range e.quotes() {
			for _, x := range qs {
				if samePerson(q.Who, x.Speaker) {
					m.who[a] = true
				}
			}
		}
		for _, entity := range e.names().Entities {
			if samePerson(q.Who, entity.Name) {
				for _, x := range entity.Mentions {
					m.who[int(x.Article)] = true
				}
			}
		}
	}
	return m
}

// empty reports whether everything matches.
func (m *matcher) empty() bool { return m.q == Query{} }

// article reports whether article a matches all but the period.
func (m *matcher) article(a int) bool {
	if m.searched && m.found[int32(a)] == nil {
		return false
	}
	if m.q.Outlet != "" && m.e.refs[a].OutletID != m.q.Outlet {
		return false
	}
	return m.who == nil || m.who[a]
}

// published reports whether article a matches, its publication date included.
func (m *matcher) published(a int) bool {
	c := m.e.d.Articles[a].Published
	return m.article(a) && m.within(c.Earliest, c.Latest)
}

// within reports whether the time from earliest up to latest touches the
// period wanted; zero times are open.
func (m *matcher) within(earliest, latest time.Time) bool {
	if m.first.IsZero() && m.after.IsZero() {
		return true
	}
	if earliest.IsZero() && latest.IsZero() {
		return false
	}
	if !m.first.IsZero() && !latest.IsZero() && !latest.After(m.first) {
		return false
	}
	return m.after.IsZero() || earliest.IsZero() || earliest.Before(m.after)
}

// terms counts how many different words of the query stand in span sp of
// article a.
func (m *matcher) terms(a int, sp text.Span) int {
	h := m.found[int32(a)]
	if h == nil {
		return 0
	}
	s := m.e.d.Articles[a].Text
	var seen []string
	for _, mk := range h.Marks {
		if mk.Field > search.Body || !mk.Span.Overlaps(sp) {
			continue
		}
		if w := strings.ToLower(mk.Span.Of(s)); !slices.Contains(seen, w) {
			seen = append(seen, w)
		}
	}
	return len(seen)
}

// marksIn returns the hits within sp of article a.
func (m *matcher) marksIn(a int, sp text.Span) []mark {
	h := m.found[int32(a)]
	if h == nil {
		return nil
	}
	var out []mark
	for _, mk := range h.Marks {
		if mk.Field <= search.Body && mk.Span.Overlaps(sp) {
			out = append(out, hit(mk.Span))
		}
	}
	return out
}

// event reports whether ev matches, whenever it happened: some sentence that
// tells it has a word of the query, and for who names or quotes the person.
// score is how many words it has.
func (m *matcher) event(ev *timeline.Event) (score int, ok bool) {
	for _, c := range ev.Cells {
		a := int(c.Article)
		if c.State == timeline.Undated || !m.article(a) {
			continue
		}
		if !m.searched && m.who == nil {
			return 0, true
		}
		for _, s := range c.Sentences {
			sp := m.e.d.Articles[a].Sentences[s].Span
			n := m.terms(a, sp)
			if m.searched && n == 0 && m.hasWords() {
				continue
			}
			if m.who != nil && !m.e.namedIn(m.q.Who, a, sp) {
				continue
			}
			score, ok = max(score, n), true
		}
	}
	return score, ok
}

// hasWords reports whether the query has words and not only filters.
func (m *matcher) hasWords() bool { return len(m.result.Terms) > 0 }

// happened reports whether ev falls into the period wanted.
func (m *matcher) happened(ev *timeline.Event) bool {
	return m.within(ev.When.Earliest, ev.When.Latest)
}

// namedIn reports whether who is named within sp of article a, or says what
// stands there.
func (e *Engine) namedIn(who string, a int, sp text.Span) bool {
	for _, entity := range e.names().Entities {
		if !samePerson(who, entity.Name) {
			continue
		}
		for _, x := range entity.Mentions {
			if int(x.Article) == a && x.Span.Overlaps(sp) {
				return true
			}
		}
	}
	for _, q := range e.quotes()[a] {
		if samePerson(who, q.Speaker) && q.Span.Overlaps(sp) {
			return true
		}
	}
	return false
}

// periodOf reads an EDTF day, month or year as the time from first up to
// after. Anything else is no restriction.
func periodOf(edtf string) (first, after time.Time) {
	for _, unit := range []struct {
		layout             string
		years, months, day int
	}{{time.DateOnly, 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(unit.layout, edtf); err == nil {
			return t, t.AddDate(unit.years, unit.months, unit.day)
		}
	}
	return time.Time{}, time.Time{}
}
