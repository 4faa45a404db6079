package engine

import (
	"slices"
	"strconv"
	"strings"

	"parallax/internal/compare"
	"parallax/internal/dossier"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// put sets the text of side x of a row.
func put(r *Row, x int, texts []RowText) {
	if x == 0 {
		r.A = texts
	} else {
		r.B = texts
	}
}

// texts puts sentences of side x together by paragraphs.
func (p *pair) texts(x int, ss []int32) []RowText {
	a := p.sides[x].a
	var out []RowText
	var sp text.Span
	for _, n := range ss {
		s := a.Sentences[n]
		kind := s.Kind.String()
		if last := len(out) - 1; last >= 0 && out[last].Kind == dossier.Dateline.String() {
			out[last].Kind = kind // it opens the paragraph
		}
		if last := len(out) - 1; last < 0 || out[last].Paragraph != int(s.Paragraph) || out[last].Kind != kind {
			out = append(out, RowText{Paragraph: int(s.Paragraph), Kind: kind})
			sp = s.Span
		}
		sp.End = s.Span.End
		out[len(out)-1].Runs = []Run{{Text: sp.Of(a.Text)}}
	}
	return out
}

// nearest returns the sentences of the other side that are like one of ss, of
// side x, or the one that it stands in.
func (p *pair) nearest(x int, ss []int32) []Nearest {
	if j, ok := p.parts[x][ss[0]]; ok {
		n := p.other(x, j)
		n.How = FoundTwice
		if j.Relation == compare.Reworded {
			n.How = FoundPart
		}
		return []Nearest{n}
	}
	var out []Nearest
	for _, j := range p.alike {
		own := [2]int32{j.A, j.B}[x]
		if p.joinedAt(x, own) || !slices.Contains(ss, own) {
			continue
		}
		n := p.other(x, j)
		if len(ss) > 1 {
			a := p.sides[x].a
			n.To = opening(strings.TrimLeft(a.Sentences[own].Span.Of(a.Text), "\"“‘'«"), nearestOpening)
		}
		out = append(out, n)
	}
	return out
}

// other is the sentence of j that is not of side x, with the numbers and dates
// in which j's differ, and what one of them denies.
func (p *pair) other(x int, j compare.Pair) Nearest {
	a := p.sides[1-x].a
	s := a.Sentences[[2]int32{j.B, j.A}[x]]
	own := p.sides[x].a.Sentences[[2]int32{j.A, j.B}[x]]
	n := Nearest{Of: string("ab"[x]), Own: int(own.Paragraph), Paragraph: int(s.Paragraph), Words: s.Span.Of(a.Text), pair: [2]int32{j.A, j.B}}
	for _, c := range inTurn(j.Clashes) {
		if c.Kind == compare.ClashNumber || c.Kind == compare.ClashDate || c.OneDenies() {
			n.Clashes = append(n.Clashes, clashWords(c))
		}
	}
	return n
}

// nearestOpening is how much of a sentence is shown to say which is meant, in
// bytes.
const nearestOpening = 40

// joinedRow is the row of join n, without its text.
func (p *pair) joinedRow(n int) Row {
	j := p.joins[n]
	row := Row{Relation: string(j.Relation), Label: label(j), Both: p.both(j)}
	for _, c := range inTurn(j.Clashes) {
		row.Clashes = append(row.Clashes, clashWords(c))
	}
	if j.Relation != compare.Identical || j.moved {
		if p.steps[n] == 0 {
			p.steps[n] = len(p.steps) + 1
		}
		row.Step = p.steps[n]
	}
	return row
}

// joinedText is join n's sentence on side x, with what differs marked.
func (p *pair) joinedText(n, x int) []RowText {
	j := p.joins[n]
	s := p.sides[x].a.Sentences[j.sentence(x)]
	onA, onB := p.ownWords(j.Ops)
	if !p.sharesWords(j) {
		onA, onB = nil, nil // to mark every word tells nothing
	}
	return []RowText{{
		Paragraph: int(s.Paragraph), Kind: s.Kind.String(),
		Runs: runsOf(p.sides[x].a.Text, s.Span, [2][]mark{onA, onB}[x]),
	}}
}

// sharesWords reports whether the sentences of j have a word in common, in the
// same order.
func (p *pair) sharesWords(j join) bool {
	return slices.ContainsFunc(j.Ops, func(op compare.Op) bool {
		return op.Kind == compare.Equal && len(text.Words(op.A.Of(p.sides[0].a.Text))) > 0
	})
}

// opMarks returns the marks that a word difference puts on either side.
func opMarks(ops []compare.Op) (a, b []mark) {
	for _, op := range ops {
		small := op.Small
		switch op.Kind {
		case compare.Delete:
			a = append(a, mark{op.A, func(r *Run) { r.Change, r.Small = OnlyA, small }})
		case compare.Insert:
			b = append(b, mark{op.B, func(r *Run) { r.Change, r.Small = OnlyB, small }})
		}
	}
	return a, b
}

// ownWords is opMarks without the words that stand on the other side too, in
// another place, and without quotation marks.
func (p *pair) ownWords(ops []compare.Op) (a, b []mark) {
	s, t := p.sides[0].a.Text, p.sides[1].a.Text
	onA, onB := opMarks(recased(s, t, ops))
	return without(s, onA, toldIn(t, onB)), without(t, onB, toldIn(s, onA))
}

// recased returns ops, between parts of s and t, with a word that only a cut beside
// it gave another case, or a quotation mark, as no change: of “We will” and "They
// cried, and we will", "They cried, and" is new and "we" is not.
func recased(s, t string, ops []compare.Op) []compare.Op {
	out := make([]compare.Op, 0, len(ops))
	for n := 0; n < len(ops); n++ {
		if n+1 < len(ops) {
			if cut := recut(s, t, ops[n], ops[n+1]); cut != nil {
				out = append(out, cut...)
				n++
				continue
			}
		}
		out = append(out, ops[n])
	}
	return out
}

// recut parts two steps, one of which adds words and the other takes some away, if
// one has but the first or last words of the other; else it returns nil.
func recut(s, t string, x, y compare.Op) []compare.Op {
	del, ins := x, y
	if x.Kind == compare.Insert {
		del, ins = y, x
	}
	if del.Kind != compare.Delete || ins.Kind != compare.Insert || del.Small {
		return nil
	}
	a, b := wordsIn(s, del.A), wordsIn(t, ins.B)
	k := min(len(a), len(b))
	if k == 0 || len(a) == len(b) {
		return nil
	}
	alike := func(a, b []text.Span) bool {
		return slices.EqualFunc(a, b, func(x, y text.Span) bool { return text.Fold(x.Of(s)) == text.Fold(y.Of(t)) })
	}
	same, rest := compare.Op{Kind: compare.Equal, A: del.A, B: ins.B}, &ins
	if len(a) > k {
		rest = &del
	}
	switch {
	case alike(a[len(a)-k:], b[len(b)-k:]):
		del.A.End, ins.B.End = a[len(a)-k].Start, b[len(b)-k].Start
		same.A.Start, same.B.Start = del.A.End, ins.B.End
		return []compare.Op{*rest, same}
	case alike(a[:k], b[:k]):
		del.A.Start, ins.B.Start = a[k-1].End, b[k-1].End
		same.A.End, same.B.End = del.A.Start, ins.B.Start
		return []compare.Op{same, *rest}
	}
	return nil
}

// shortNumbers are numbers that have fewer than four letters.
var shortNumbers = text.WordSet{Words: "one two six ten"}

// toldIn returns the words within marks that tell something: numbers, and what
// has four letters.
func toldIn(s string, marks []mark) map[string]bool {
	out := map[string]bool{}
	for _, m := range marks {
		for _, w := range wordsIn(s, m.span) {
			if word := w.Of(s); tellsApart(word) || '0' <= word[0] && word[0] <= '9' || shortNumbers.Has(text.Fold(word)) {
				out[text.Fold(word)] = true
			}
		}
	}
	return out
}

// without cuts the words out of marks that there has, and the quotation marks at
// the edges of what is left. Small changes stay as they are, as they are counted.
func without(s string, marks []mark, there map[string]bool) []mark {
	var out []mark
	keep := func(m mark, start, end int32) {
		words := s[start:end]
		left := strings.TrimLeft(words, quotationEdge)
		m.span.Start = end - int32(len(left))
		m.span.End = m.span.Start + int32(len(strings.TrimRight(left, quotationEdge)))
		if len(wordsIn(s, m.span)) > 0 {
			out = append(out, m)
		}
	}
	for _, m := range marks {
		var r Run
		if m.set(&r); r.Small {
			out = append(out, m)
			continue
		}
		from := m.span.Start
		for _, w := range wordsIn(s, m.span) {
			if there[text.Fold(w.Of(s))] {
				keep(m, from, w.Start)
				from = w.End
			}
		}
		keep(m, from, m.span.End)
	}
	return out
}

// quotationEdge are quotation marks of all sorts, and the space beside them.
const quotationEdge = " \n\"“”„«»‘’'"

// both is one text with the words of both sides. Without A's words of the
// other side it is A's sentence, byte for byte, and the other way round.
func (p *pair) both(j join) []Run {
	a, b := p.sides[0].a, p.sides[1].a
	if len(j.Ops) == 0 {
		return []Run{{Text: a.Sentences[j.A].Span.Of(a.Text)}}
	}
	var runs []Run
	for _, op := range j.Ops {
		switch op.Kind {
		case compare.Equal:
			runs = append(runs, Run{Text: op.A.Of(a.Text)})
		case compare.Delete:
			runs = append(runs, Run{Text: op.A.Of(a.Text), Change: OnlyA, Small: op.Small})
		case compare.Insert:
			runs = append(runs, Run{Text: op.B.Of(b.Text), Change: OnlyB, Small: op.Small})
		}
	}
	return joinRuns(runs)
}

// smallChanges counts the changes of j if all are small, else it is 0.
func (j join) smallChanges() int {
	n, changed := 0, false
	for _, op := range j.Ops {
		if op.Kind == compare.Equal {
			changed = false
			continue
		}
		if !op.Small {
			return 0
		}
		if !changed {
			n++
		}
		changed = true
	}
	return n
}

// label says how the sentences of j correspond: "same words", "1 small
// change", "reworded", "same wording, different number", "reworded, different date".
func label(j join) string {
	if len(j.Clashes) > 0 {
		var kinds []string
		for _, c := range j.Clashes {
			if kind := kindOfClash(c); !slices.Contains(kinds, kind) {
				kinds = append(kinds, kind)
			}
		}
		return j.wording() + ", different " + list(kinds)
	}
	if j.Relation == compare.Identical {
		return "same words"
	}
	if n := j.smallChanges(); n > 0 {
		return Count(n, "small change")
	}
	return "reworded"
}

// wording says whether the sentences of j are alike but for their clashes: each of
// these is one stretch of changed words.
func (j join) wording() string {
	stretches, changed := 0, false
	for _, op := range j.Ops {
		change := op.Kind != compare.Equal && !op.Small
		if change && !changed {
			stretches++
		}
		changed = change
	}
	if j.Relation == compare.Reworded || stretches > len(j.Clashes) {
		return "reworded"
	}
	return "same wording"
}

// inTurn returns the clashes to show: of the numbers 11 and 27 beside 16 and 21
// 11 beside 16 and 27 beside 21, not each beside each.
func inTurn(clashes []compare.Clash) []compare.Clash {
	var out []compare.Clash
	numbers := func(cs []compare.Clash, c compare.Clash) (a, b bool) { // a number of c is among those of cs
		for _, o := range cs {
			if o.Kind == compare.ClashNumber && c.Kind == compare.ClashNumber {
				a, b = a || o.A == c.A, b || o.B == c.B
			}
		}
		return a, b
	}
	for n, c := range clashes {
		shownA, shownB := numbers(out, c)
		comesA, comesB := numbers(clashes[n+1:], c)
		if !(shownA && comesB || shownB && comesA) {
			out = append(out, c)
		}
	}
	return out
}

// kindOfClash names what differs: what one sentence denies, or tells by another
// word than the other, is another statement, and a name that has no capital a word.
func kindOfClash(c compare.Clash) string {
	switch {
	case c.Kind == compare.ClashNegation:
		return "statement"
	case c.Kind == compare.ClashName && strings.ToLower(c.A+c.B) == c.A+c.B:
		return "word"
	}
	return string(c.Kind)
}

// clashWords says a clash: "number: “12” in A, “14” in B".
func clashWords(c compare.Clash) string {
	a, b := "“"+opening(c.A, nearestOpening)+"”", "“"+opening(c.B, nearestOpening)+"”"
	switch {
	case c.B == "":
		return kindOfClash(c) + ": " + a + " in A only"
	case c.A == "":
		return kindOfClash(c) + ": " + b + " in B only"
	}
	return kindOfClash(c) + ": " + a + " in A, " + b + " in B"
}

// whereabouts says where the sentence of join n stands on side x, which is the
// other one: "In B further down, under “History of conflict”".
func (p *pair) whereabouts(x, n int) string {
	j := p.joins[n]
	words := "In " + [2]string{"A", "B"}[x]
	if p.sides[x].placeOf(j.sentence(x)) > p.sides[1-x].placeOf(j.sentence(1-x)) {
		words += " further down"
	} else {
		words += " further up"
	}
	a := p.sides[x].a
	for s := j.sentence(x); s >= 0; s-- {
		if a.Sentences[s].Kind == dossier.Heading {
			return words + ", under “" + a.Sentences[s].Span.Of(a.Text) + "”"
		}
	}
	return words + ", paragraph " + strconv.Itoa(bodyParagraph(a, int(a.Sentences[j.sentence(x)].Paragraph)))
}

// placeOf returns how many joined sentences of s come before sentence n.
func (s *side) placeOf(n int32) int {
	if s.places == nil {
		for sentence := range s.joined {
			s.places = append(s.places, sentence)
		}
		sorting.Ordered(s.places)
	}
	at, _ := slices.BinarySearch(s.places, n)
	return at
}

// note says "3 sentences correspond, 1 of them moved".
func (p *pair) note() string {
	n, moved := 0, 0
	for _, j := range p.joins {
		if p.head(0, j.A) {
			continue
		}
		n++
		if j.moved {
			moved++
		}
	}
	note := Count(n, "sentence") + " correspond"
	if n == 1 {
		note += "s"
	}
	if moved > 0 {
		note += ", " + strconv.Itoa(moved) + " of them moved"
	}
	return note
}

// picture draws the pair small.
func (p *pair) picture() Picture {
	var pic Picture
	var place [2]map[int32]int
	for x := range p.sides {
		place[x] = map[int32]int{}
		lengths := []int{}
		for _, ss := range [][]int32{p.sides[x].heads, p.sides[x].body} {
			for _, s := range ss {
				place[x][s] = len(lengths)
				lengths = append(lengths, p.sides[x].a.Sentences[s].Span.Len())
			}
		}
		if x == 0 {
			pic.A = lengths
		} else {
			pic.B = lengths
		}
	}
	for _, j := range p.joins {
		pic.Joins = append(pic.Joins, PicJoin{A: place[0][j.A], B: place[1][j.B]})
	}
	return pic
}
