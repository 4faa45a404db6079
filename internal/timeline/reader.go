package timeline

import (
	"strings"

	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

// reader takes one article's sentences apart.
type reader struct {
	a      int32
	art    *dossier.Article
	quoted []quotes.Quote // those that have not ended before the sentence being read
	shelf  *shelf
	lead   int32 // number of the first paragraph of the news itself

	dated   []telling
	denials []telling // of times for which another, or none, is told
	undated []telling
	news    []telling // of the first paragraph, without a time
	hints   []allusion
	bags    []bag // by sentence; nil for page text
}

// unit is a time of a sentence: one mention, or a group that is one range or
// one moment.
type unit struct {
	span   text.Span
	first  text.Span // its first mention
	value  dates.Value
	clocks []text.Span // of its mentions of one moment, if several
	each   bool        // its mentions are meant one by one: "2020 and 2021"
}

// maxUnits bounds the times that are read of one sentence, as each is looked at
// with the whole of it. A "sentence" with more is a text without sentence ends.
const maxUnits = 30

// read goes through the sentences of the article. Its cost is linear in them.
func (r *reader) read() {
	r.bags = make([]bag, len(r.art.Sentences))
	now := passage{paragraph: -1, clock: -1}
	for n := range r.art.Sentences {
		s := &r.art.Sentences[n]
		if s.Kind == dossier.Furniture || s.Kind == dossier.Dateline || s.Kind == dossier.Heading {
			if at := r.clockAt(text.Trim(r.art.Text, s.Span)); at >= 0 && r.art.Mentions()[at].Span.End >= s.Span.End {
				now.clock = at
			}
			continue
		}
		if s.Paragraph != now.paragraph {
			now = passage{paragraph: s.Paragraph, background: r.tellsEarlier(s.Paragraph), clock: now.clock}
		}
		if r.lead == 0 && s.Kind == dossier.Body {
			r.lead = s.Paragraph
		}
		r.sentence(int32(n), &now)
	}
}

// passage is what a paragraph has told before the sentence being read.
type passage struct {
	paragraph  int32
	background bool        // it tells of earlier days
	last       dates.Value // the day told last
	before     *clause     // its sentence before
	clock      int         // the mention that heads an entry of a live page, until its first sentence, else -1
}

// sentence reads what sentence n tells.
func (r *reader) sentence(n int32, now *passage) {
	s := &r.art.Sentences[n]
	units := r.units(s.Span)
	spans := make([]text.Span, len(units))
	for i, u := range units {
		spans[i] = u.span
	}
	c := parse(r.art.Text, s.Span, spans)
	c.n = n
	r.bags[n] = r.shelf.bag(c, nil)
	r.shelf.count(r.bags[n])
	inherited, names := kinds(0), r.bags[n]
	if now.before != nil && pronouns.Has(c.word(0)) {
		inherited, names = now.before.kinds(nil), join(names, r.bags[now.before.n])
	}
	from := len(r.dated)
	if r.readClock(c, s, units, now) {
		units = nil
	}
	for _, u := range units {
		t, ok := r.dateTelling(n, c, u, len(units) == 1)
		if !ok {
			continue
		}
		t.kinds |= inherited
		t.names = names
		if c.deniesTime(&t, u, units) {
			r.denials = append(r.denials, t)
			continue
		}
		r.dated = append(r.dated, t)
		if u.value.Precision >= dates.Day {
			now.last = u.value
		}
	}
	if len(r.dated) == from && len(units) == 0 && s.Kind == dossier.Body {
		if t, ok := r.appointed(n, c); ok {
			t.names = names
			r.dated = append(r.dated, t)
		} else {
			r.dateless(n, c, now.background, now.last)
			r.ownDeed(n, c)
		}
	}
	now.before = c
}

// units returns the times of a sentence that have a place on the calendar.
func (r *reader) units(sp text.Span) []unit {
	var out []unit
	group := map[int32]int{}
	in := r.art.MentionsIn(sp)
	for at := range in {
		m := &in[at]
		if m.Span.End > sp.End || !m.Value.OnCalendar() || m.Type == dates.Set {
			continue
		}
		if n, ok := group[m.Group]; ok && m.Group != 0 {
			out[n].add(m)
			continue
		}
		if n := len(out) - 1; n >= 0 && m.Group == 0 && within(m.Value, out[n].value) && leading.Has(strings.TrimSpace(r.art.Text[out[n].span.End:m.Span.Start])) {
			out[n].add(m) // "this morning at 05:40"
			continue
		}
		group[m.Group] = len(out)
		out = append(out, unit{span: m.Span, first: m.Span, value: m.Value, each: m.Each})
	}
	return out[:min(len(out), maxUnits)]
}

// add joins a further mention of the same group: a second clock of one moment,
// the day of a clock, or the other end of a range.
func (u *unit) add(m *dates.Mention) {
	u.span.End = max(u.span.End, m.Span.End)
	v := m.Value
	switch {
	case !v.UTC.IsZero() && v.UTC.Equal(u.value.UTC):
		if u.clocks == nil {
			u.clocks = append(u.clocks, u.first)
		}
		u.clocks = append(u.clocks, m.Span)
	case v.Earliest.Equal(u.value.Earliest) && v.Latest.Equal(u.value.Latest):
	case within(v, u.value):
		u.value = v
	case within(u.value, v):
	default:
		u.value = spanning(u.value, v)
	}
}

// within reports whether a lies within b.
func within(a, b dates.Value) bool {
	if a.Earliest.IsZero() || a.Latest.IsZero() || b.Earliest.IsZero() || b.Latest.IsZero() {
		return false
	}
	return !a.Earliest.Before(b.Earliest) && !a.Latest.After(b.Latest)
}

// spanning is the range from a to b.
func spanning(a, b dates.Value) dates.Value {
	if b.Earliest.Before(a.Earliest) {
		a, b = b, a
	}
	edtf := a.EDTF
	if !strings.Contains(edtf, "/") {
		edtf += "/" + b.EDTF
	}
	latest := b.Latest
	if a.Latest.IsZero() || !latest.IsZero() && a.Latest.After(latest) {
		latest = a.Latest
	}
	return dates.Value{
		TIMEX3: a.TIMEX3 + "/" + b.TIMEX3, EDTF: edtf, Precision: min(a.Precision, b.Precision),
		Earliest: a.Earliest, Latest: latest, Zone: a.Zone,
	}
}

// tellsEarlier reports whether paragraph p tells of days before the article's
// own: it is background, not news.
func (r *reader) tellsEarlier(p int32) bool {
	if p < 1 || int(p) > len(r.art.Paragraphs) || r.art.Published.EDTF == "" {
		return false
	}
	sp := r.art.Paragraphs[p-1]
	for _, m := range r.art.MentionsIn(sp) {
		if sp.Contains(m.Span) && !m.Value.Latest.IsZero() && !m.Value.Latest.After(r.art.Published.Earliest) && m.Value.Precision != dates.NoPrecision {
			return true
		}
	}
	return false
}
