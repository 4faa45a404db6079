package timeline

import (
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/text"
)

// readClock keeps the clock of an entry of a live page, and dates the first
// sentence after it by that. It reports whether the sentence s is hardly more than
// such a clock itself: "00:10 That's it."
func (r *reader) readClock(c *clause, s *dossier.Sentence, units []unit, now *passage) bool {
	at := r.clockAt(s.Span)
	if at >= 0 && len(units) == 1 && len(c.toks) < 2*fewest {
		_, after := c.find(units[0].span)
		if len(c.toks)-after >= fewest {
			return false
		}
		now.clock = at
		return true
	}
	if now.clock >= 0 && s.Kind == dossier.Body && len(c.toks) >= fewest && !c.greets() {
		if len(units) == 0 {
			r.entry(c.n, c, &r.art.Mentions()[now.clock])
		}
		now.clock = -1
	}
	return false
}

// entry dates sentence n, the first of an entry of a live page, by the clock m
// that heads it.
func (r *reader) entry(n int32, c *clause, m *dates.Mention) {
	v, _ := c.happened()
	at := max(v, 0)
	r.dated = append(r.dated, telling{})
	t := &r.dated[len(r.dated)-1]
	t.article, t.sentence, t.date, t.when = r.a, n, m.Span, m.Value
	t.status, t.words, t.verb = c.status(v, at, false), c.heading(v, at, at+1), v
	t.kinds, t.stems, t.names = c.kinds(nil), r.shelf.bag(c, nil), r.bags[n]
}

// greets reports whether the sentence opens with a greeting: "Good morning from
// Port Amber."
func (c *clause) greets() bool {
	return greetings.Has(c.word(0)) || greetings.Has(c.word(0)+"_"+c.word(1))
}

// clockAt returns the mention at the head of sp if it is a clock by itself,
// "10:30 p.m.", and else -1.
func (r *reader) clockAt(sp text.Span) int {
	at := r.art.MentionsFrom(sp.Start)
	if ms := r.art.Mentions(); at < len(ms) && ms[at].Span.Start == sp.Start && ms[at].Value.Precision == dates.Minute && ms[at].Span.Len() <= len("10:30 p.m.") {
		return at
	}
	return -1
}
