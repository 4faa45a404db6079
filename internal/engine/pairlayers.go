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
			e.datePair(&row.Event, &cellA, &cellB)
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

// datePair gives an event that neither of two articles tells at its time the time
// at which they do, of which their cells then are.
func (e *Engine) datePair(head *Event, a, b *timeline.Cell) {
	ofItsTime := func(c *timeline.Cell) bool { return tells(*c) && c.State != timeline.Disagree }
	if ofItsTime(a) || ofItsTime(b) {
		return
	}
	when := a.When
	if !tells(*a) || !when.OnCalendar() {
		when = b.When
	}
	if !when.OnCalendar() {
		return
	}
	head.EDTF, head.Date, head.DateNote, head.Inferred = when.EDTF, eventDate(when), "", false
	for _, c := range [...]*timeline.Cell{a, b} {
		if tells(*c) && key(c.When) == key(when) {
			c.State = timeline.Told
		}
	}
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
// what both tell comes first, in the same order on both sides, then what differs
// in a number or a negation.
func (e *Engine) pairQuotes(a, b int) []PairQuotes {
	var both, one []PairQuotes
	for _, c := range e.speakersOf(a, b) {
		pq := PairQuotes{Speaker: c.name}
		leftA, leftB := e.onceIn(a, c.name), e.onceIn(b, c.name)
		leftA, leftB = e.pairOff(&pq, leftA, leftB, e.alike)
		leftA, leftB = e.pairOff(&pq, leftA, leftB, e.sameButFacts)
		for _, p := range leftA {
			pq.A = append(pq.A, e.statementRef(p, nil))
		}
		for _, q := range leftB {
			pq.B = append(pq.B, e.statementRef(q, nil))
		}
		if len(pq.A) > 0 && len(pq.B) > 0 {
			both = append(both, pq)
		} else {
			one = append(one, pq)
		}
	}
	return append(both, one...)
}

// pairOff puts those of as beside those of bs to which how ranks them above 0, each
// beside the first of the highest rank, and returns the rest of both.
func (e *Engine) pairOff(pq *PairQuotes, as, bs []quotes.Quote, how func(p, q quotes.Quote) beside) (restA, restB []quotes.Quote) {
	partner := make([]bool, len(bs))
	for _, p := range as {
		best, at := unpaired, -1
		for n, q := range bs {
			if rank := how(p, q); rank > best && !partner[n] {
				best, at = rank, n
			}
		}
		if at < 0 {
			restA = append(restA, p)
			continue
		}
		partner[at] = true
		a, b := e.statementRef(p, nil), e.statementRef(bs[at], nil)
		a.Beside, b.Beside = best.words(), best.words()
		pq.A, pq.B = append(pq.A, a), append(pq.B, b)
	}
	for n, q := range bs {
		if !partner[n] {
			restB = append(restB, q)
		}
	}
	return restA, restB
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

// beside is how two statements stand beside each other: unpaired, as quotes.Same has
// it, or otherFact.
type beside uint8

const (
	unpaired  = beside(quotes.Different)
	otherFact = beside(quotes.Identical) + 1
)

// otherFactWords says of statements that they differ in a number or a negation.
const otherFactWords = "with another number or “not”"

func (b beside) words() string {
	if b == otherFact {
		return otherFactWords
	}
	return likeness[b]
}

// alike tells how two statements of one person relate that are compared at all.
// Reported speech is the same in both only in the same words.
func (e *Engine) alike(p, q quotes.Quote) beside {
	if p.Speaker == "" || p.Type == quotes.Declined || q.Type == quotes.Declined {
		return unpaired
	}
	how := quotes.Same(quotes.SaidIn(e.wordsOf(p)), quotes.SaidIn(e.wordsOf(q)))
	if how < quotes.Identical && !verbatim(p.Type) && !verbatim(q.Type) {
		return unpaired
	}
	return beside(how)
}

// sameButFacts tells whether two quotations would be alike but for a number or a
// negation.
func (e *Engine) sameButFacts(p, q quotes.Quote) beside {
	if p.Speaker != "" && verbatim(p.Type) && verbatim(q.Type) && quotes.SameButFacts(quotes.SaidIn(e.wordsOf(p)), quotes.SaidIn(e.wordsOf(q))) {
		return otherFact
	}
	return unpaired
}

// wordsOf returns the words of q as they stand in its article.
func (e *Engine) wordsOf(q quotes.Quote) string { return q.Span.Of(e.d.Articles[q.Article].Text) }
