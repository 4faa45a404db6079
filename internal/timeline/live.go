package timeline

import (
	"parallax/internal/dates"
	"parallax/internal/text"
)

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
	at := r.mentionsFrom(sp.Start)
	if ms := r.art.Mentions(); at < len(ms) && ms[at].Span.Start == sp.Start && ms[at].Value.Precision == dates.Minute && ms[at].Span.Len() <= len("10:30 p.m.") {
		return at
	}
	return -1
}
