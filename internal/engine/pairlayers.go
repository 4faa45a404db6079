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
				Event: e.eventHead(ev),
				A:     e.cellRef(ev, a, true, m), B: e.cellRef(ev, b, true, m),
			}
			if cellA.State == timeline.Told {
				row.A.Sign, row.A.Word, row.A.Number = SignTold, "told", false
			}
			if cellB.State == timeline.Told {
				row.B.Sign, row.B.Word = e.toldBeside(cellA, cellB)
				row.B.Number = false
			}
			out = append(out, row)
		}
	}
	return out
}

// toldBeside says how b tells an event against a: what a third article has is
// of no interest here.
func (e *Engine) toldBeside(a, b timeline.Cell) (sign Sign, word string) {
	if a.State != timeline.Told {
		return SignTold, "told"
	}
	for _, p := range e.result(int(a.Article), int(b.Article)).Pairs {
		if p.Relation == compare.Related || !slices.Contains(a.Sentences, p.A) || !slices.Contains(b.Sentences, p.B) {
			continue
		}
		if words := label(join{Pair: p}); p.Relation != compare.Identical {
			return SignChanged, words + " against A"
		}
		return SignSame, "same words as A"
	}
	return SignTold, "told in other words"
}

// heardInBoth returns who says something in both articles, in the order of
// pairQuotes.
func (e *Engine) heardInBoth(a, b int) []string {
	var out []string
	for _, c := range e.speakersOf(a, b) {
		says := func(q quotes.Quote) bool { return q.Speaker == c.name }
		if slices.ContainsFunc(e.quotesOf(a), says) && slices.ContainsFunc(e.quotesOf(b), says) {
			out = append(out, c.name)
		}
	}
	return out
}

// speakersOf counts the statements by each person in two articles.
func (e *Engine) speakersOf(a, b int) []quoteCount {
	e.quotesOf(a) // of a large collection only what was read is counted
	e.quotesOf(b)
	return e.speakers(func(q quotes.Quote) bool { return int(q.Article) == a || int(q.Article) == b })
}

// pairQuotes returns what each person says in either article, those in both
// first, then by name. A statement that one article tells twice stands once, and
// what both tell comes first, in the same order on both sides.
func (e *Engine) pairQuotes(a, b int) []PairQuotes {
	var both, one []PairQuotes
	for _, c := range e.speakersOf(a, b) {
		pq := PairQuotes{Speaker: c.name}
		said := [2][]quotes.Quote{e.onceIn(a, c.name), e.onceIn(b, c.name)}
		partner := make([]bool, len(said[1]))
		var onlyA, onlyB []QuoteRef
		for _, p := range said[0] {
			best, at := quotes.Different, -1
			for n, q := range said[1] {
				if how := e.alike(p, q); how > best && !partner[n] {
					best, at = how, n
				}
			}
			ref := e.statementRef(p, nil)
			if at < 0 {
				onlyA = append(onlyA, ref)
				continue
			}
			partner[at] = true
			other := e.statementRef(said[1][at], nil)
			ref.Beside, other.Beside = likeness[best], likeness[best]
			pq.A, pq.B = append(pq.A, ref), append(pq.B, other)
		}
		for n, q := range said[1] {
			if !partner[n] {
				onlyB = append(onlyB, e.statementRef(q, nil))
			}
		}
		pq.A, pq.B = append(pq.A, onlyA...), append(pq.B, onlyB...)
		if len(pq.A) > 0 && len(pq.B) > 0 {
			both = append(both, pq)
		} else {
			one = append(one, pq)
		}
	}
	return append(both, one...)
}

// onceIn returns the statements by speaker in article i, of those that tell one
// thing only the fullest.
func (e *Engine) onceIn(i int, speaker string) []quotes.Quote {
	var out []quotes.Quote
	here := func(q quotes.Quote) bool { return int(q.Article) == i }
	drawn := map[quotes.Quote]bool{}
	for _, q := range e.quotesOf(i) {
		if q.Speaker != speaker || drawn[q] {
			continue
		}
		full, all := e.fullest(q, here)
		for _, other := range all {
			drawn[other] = true
		}
		out = append(out, full)
	}
	return out
}

// alike tells how two statements of one person relate that are compared at all.
func (e *Engine) alike(p, q quotes.Quote) quotes.Likeness {
	if p.Speaker == "" || p.Type == quotes.Declined || q.Type == quotes.Declined || !verbatim(p.Type) && !verbatim(q.Type) {
		return quotes.Different
	}
	return quotes.Same(quotes.SaidIn(e.wordsOf(p)), quotes.SaidIn(e.wordsOf(q)))
}

// wordsOf returns the words of q as they stand in its article.
func (e *Engine) wordsOf(q quotes.Quote) string { return q.Span.Of(e.d.Articles[q.Article].Text) }
