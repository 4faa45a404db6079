package engine

import (
	"slices"
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/quotes"
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
	only     map[int]bool // articles that q.Only chooses; nil for all
	who      map[int]bool // articles that q.Who speaks in or is named in; nil for everybody

	// What filters in the text ask for beyond choosing articles.
	happenedIn []search.Period // date: the event must touch each
	people     [][]string      // who: one of each list must speak or be named
	times      []timeAsked     // named by words
}

// match prepares q.
func (e *Engine) match(q Query) *matcher {
	if strings.TrimSpace(q.Text) == "" {
		return e.matcher(q, search.Result{})
	}
	return e.matcher(q, e.Index().Search(q.Text, search.Options{Limit: max(len(e.d.Articles), 1)}))
}

// matcher prepares q, whose text has the given result.
func (e *Engine) matcher(q Query, r search.Result) *matcher {
	m := &matcher{e: e, q: q}
	m.first, _ = periodOf(q.From)
	_, m.after = periodOf(q.To)
	if strings.TrimSpace(q.Text) != "" {
		m.searched = true
		m.result = r
		m.found = make(map[int32]*search.Hit, len(m.result.Hits))
		for i := range m.result.Hits {
			m.found[m.result.Hits[i].Doc] = &m.result.Hits[i]
		}
		m.readFilters()
		m.times = timesAsked(q.Text)
	}
	if q.Only != "" {
		m.only = map[int]bool{}
		for id := range strings.SplitSeq(q.Only, ",") {
			if a, ok := e.d.Find(id); ok {
				m.only[a] = true
			}
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

// readFilters takes over those filters of the text that events and statements
// must obey by themselves.
func (m *matcher) readFilters() {
	for _, f := range m.result.Filters {
		switch f.Key {
		case "date":
			if p, ok := search.ParsePeriod(f.Value); ok {
				m.happenedIn = append(m.happenedIn, p)
			}
		case "who":
			m.people = append(m.people, m.e.peopleCalled(f.Value, m.result.Terms))
		}
	}
}

// peopleCalled returns the names that have all words of value, or the
// spellings that were searched for instead.
func (e *Engine) peopleCalled(value string, terms []search.Term) []string {
	var names []string
	for _, entity := range e.names().Entities {
		name := strings.Fields(text.Fold(entity.Name))
		has := true
		for at := 0; has; {
			sp, next := text.NextTerm(value, at)
			if sp.Empty() {
				names = append(names, entity.Name)
				break
			}
			i := slices.IndexFunc(terms, func(t search.Term) bool { return t.Typed == sp.Of(value) })
			has = i >= 0 && among(name, terms[i])
			at = next
		}
	}
	return names
}

// selective reports whether the query asks for more than a choice of outlets
// and days of publication: for words, a person, or a time of events.
func (m *matcher) selective() bool {
	return m.hasWords() || m.q.Who != "" || len(m.people) > 0 || len(m.happenedIn) > 0
}

// says reports whether the statements of speaker are wanted.
func (m *matcher) says(speaker string) bool {
	if m.q.Who != "" && !samePerson(m.q.Who, speaker) {
		return false
	}
	for _, names := range m.people {
		if !slices.Contains(names, speaker) {
			return false
		}
	}
	return true
}

// named reports whether sp of article a names the people wanted, or is theirs.
func (m *matcher) named(a int, sp text.Span) bool {
	if m.q.Who != "" && !m.e.namedIn(m.q.Who, a, sp) {
		return false
	}
	for _, names := range m.people {
		if !slices.ContainsFunc(names, func(name string) bool { return m.e.namedIn(name, a, sp) }) {
			return false
		}
	}
	return true
}

// asked returns the first sentences of article a that tell of the time and name
// the people wanted, with marks on both, where the query has no words of its own
// to show an article by.
func (m *matcher) asked(a int) (sentences []text.Span, marks []mark) {
	const most = 3
	if m.hasWords() || m.q.Who == "" && len(m.people) == 0 && len(m.happenedIn) == 0 {
		return nil, nil
	}
	art := &m.e.d.Articles[a]
	for _, s := range art.Sentences {
		if len(sentences) == most {
			break
		}
		if s.Kind != dossier.Body || !m.told(a, s.Span) || !m.named(a, s.Span) {
			continue
		}
		sentences = append(sentences, s.Span)
		for i, ms := 0, art.MentionsIn(s.Span); i < len(ms); i++ {
			if m.touched(&ms[i].Value) {
				marks = append(marks, hit(ms[i].Span))
			}
		}
		for _, x := range m.e.names().Within(a, s.Span) {
			if name := m.e.names().Entities[x.Entity].Name; m.q.Who != "" && samePerson(m.q.Who, name) ||
				slices.ContainsFunc(m.people, func(names []string) bool { return slices.Contains(names, name) }) {
				marks = append(marks, hit(x.Span))
			}
		}
	}
	return sentences, marks
}

// told reports whether sp of article a tells of every time that the text asks for.
func (m *matcher) told(a int, sp text.Span) bool {
	ms := m.e.d.Articles[a].MentionsIn(sp)
	for _, p := range m.happenedIn {
		told := false
		for i := range ms {
			told = told || within(&ms[i].Value, p)
		}
		if !told {
			return false
		}
	}
	return true
}

// toldWith reports whether a statement was made at every time that the text asks
// for, or tells of it.
func (m *matcher) toldWith(q *quotes.Quote) bool {
	ms := m.e.d.Articles[q.Article].Mentions()
	if q.When >= 0 && int(q.When) < len(ms) && m.told(int(q.Article), ms[q.When].Span) {
		return true
	}
	return m.told(int(q.Article), q.Span)
}

// touched reports whether the text asks for a time that v touches.
func (m *matcher) touched(v *dates.Value) bool {
	return slices.ContainsFunc(m.happenedIn, func(p search.Period) bool { return within(v, p) })
}

// within reports whether v, which has a place on the calendar, touches p.
func within(v *dates.Value, p search.Period) bool {
	return v.OnCalendar() && touches(p.First, p.After, v.Earliest, v.Latest)
}

// article reports whether article a matches all but the period.
func (m *matcher) article(a int) bool {
	if m.searched && m.found[int32(a)] == nil {
		return false
	}
	if m.q.Outlet != "" && m.e.refs[a].OutletID != m.q.Outlet {
		return false
	}
	return (m.only == nil || m.only[a]) && (m.who == nil || m.who[a])
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
	return touches(m.first, m.after, earliest, latest)
}

// touches reports whether two stretches of time share a moment. Ends are
// exclusive; zero times are open.
func touches(first, after, earliest, latest time.Time) bool {
	if !first.IsZero() && !latest.IsZero() && !latest.After(first) {
		return false
	}
	return after.IsZero() || earliest.IsZero() || earliest.Before(after)
}

// terms counts how many different words of the query stand in span sp of
// article a, not counting those had anyway.
func (m *matcher) terms(a int, sp text.Span, had []string) int {
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
		w := text.Fold(mk.Span.Of(s))
		if !slices.Contains(seen, w) && !slices.ContainsFunc(had, func(x string) bool { return strings.HasPrefix(w, x) }) {
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
// tells it has a word of the query, if only by its time, and for who names or
// quotes the person. score is how many words it has.
func (m *matcher) event(ev *timeline.Event) (score int, ok bool) {
	byTime := m.wordsOf(&ev.When)
	for _, c := range ev.Cells {
		a := int(c.Article)
		if c.State == timeline.Undated || !m.article(a) {
			continue
		}
		if !m.hasWords() && m.who == nil && len(m.people) == 0 {
			return 0, m.inPeriods(ev)
		}
		for _, s := range c.Sentences {
			sp := m.e.d.Articles[a].Sentences[s].Span
			n := m.terms(a, sp, byTime) + len(byTime)
			if n == 0 && m.hasWords() || !m.named(a, sp) {
				continue
			}
			score, ok = max(score, n), true
		}
	}
	return score, ok && m.inPeriods(ev)
}

// inPeriods reports whether ev touches every time that the text asks for.
func (m *matcher) inPeriods(ev *timeline.Event) bool {
	for _, p := range m.happenedIn {
		if !ev.When.OnCalendar() || !touches(p.First, p.After, ev.When.Earliest, ev.When.Latest) {
			return false
		}
	}
	return true
}

// hasWords reports whether the query has words and not only filters.
func (m *matcher) hasWords() bool { return m.result.Words > 0 }

// happened reports whether ev falls into the period wanted.
func (m *matcher) happened(ev *timeline.Event) bool {
	return m.within(ev.When.Earliest, ev.When.Latest)
}

// namedIn reports whether who is named within sp of article a, or says what
// stands there.
func (e *Engine) namedIn(who string, a int, sp text.Span) bool {
	for _, x := range e.names().Within(a, sp) {
		if samePerson(who, e.names().Entities[x.Entity].Name) {
			return true
		}
	}
	for _, q := range e.quotesOf(a) {
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
