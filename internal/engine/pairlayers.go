package engine

import (
	"slices"

	"parallax/internal/compare"
	"parallax/internal/quotes"
	"parallax/internal/timeline"
)

// pairEvents returns the events that either article tells, in order of time,
// the undated ones last.
func (e *Engine) pairEvents(a, b int) []PairEvent {
	var out []PairEvent
	m := e.match(Query{})
	tl := e.timeline()
	for _, events := range [][]timeline.Event{tl.Events, tl.Undated} {
		for n := range events {
			ev := &events[n]
			cellA, cellB := tl.Cell(ev, a), tl.Cell(ev, b)
			if !tells(cellA) && !tells(cellB) {
				continue
			}
			row := PairEvent{
				Event: e.eventView(ev, []int{a, b}, true, m),
				A:     e.cellRef(ev, a, true, m), B: e.cellRef(ev, b, true, m),
			}
			if cellA.State == timeline.Told {
				row.A.Sign, row.A.Word = "told", "told"
			}
			if cellB.State == timeline.Told {
				row.B.Sign, row.B.Word = e.toldBeside(cellA, cellB)
			}
			out = append(out, row)
		}
	}
	return out
}

// toldBeside says how b tells an event against a: what a third article has is
// of no interest here.
func (e *Engine) toldBeside(a, b timeline.Cell) (sign, word string) {
	if a.State != timeline.Told {
		return "told", "told"
	}
	for _, p := range e.result(int(a.Article), int(b.Article)).Pairs {
		if p.Relation == compare.Related || !slices.Contains(a.Sentences, p.A) || !slices.Contains(b.Sentences, p.B) {
			continue
		}
		if words := label(join{Pair: p}); p.Relation != compare.Identical {
			return "changed", words + " against A"
		}
		return "same", "same words as A"
	}
	return "told", "told in other words"
}

// pairQuotes returns what each person says in either article, those in both
// first, then by name.
func (e *Engine) pairQuotes(a, b int) []PairQuotes {
	var both, one []PairQuotes
	said := [2][]quotes.Quote{e.quotesOf(a), e.quotesOf(b)}
	counts := e.speakers(func(q quotes.Quote) bool { return int(q.Article) == a || int(q.Article) == b })
	for _, c := range counts {
		pq := PairQuotes{Speaker: c.name}
		for x := range said {
			for _, q := range said[x] {
				if q.Speaker != c.name {
					continue
				}
				if x == 0 {
					pq.A = append(pq.A, e.quoteRef(q, nil))
				} else {
					pq.B = append(pq.B, e.quoteRef(q, nil))
				}
			}
		}
		if len(pq.A) > 0 && len(pq.B) > 0 {
			both = append(both, pq)
		} else {
			one = append(one, pq)
		}
	}
	return append(both, one...)
}
