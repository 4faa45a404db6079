package compare

import (
	"slices"
	"strings"

	"znkr.io/diff"

	"parallax/internal/names"
)

// The kinds of clashes.
const (
	clashNumber    = "number"
	clashDate      = "date"
	clashName      = "name"
	clashPlace     = "place"
	clashNegation  = "negation"
	clashDirection = "direction"
)

// clasher collects the facts in which two sentences differ.
//
// A fact clashes if each sentence has one of its kind that nothing in the other
// agrees with. What only one of them tells, and what one tells less exactly, is
// no clash. Sentences that are the same but for some words (near) are also
// compared change by change, which finds facts that changed places.
type clasher struct {
	c    *Comparer
	s, t *sentence
	f, g *facts
	out  []Clash
}

// clashes returns the facts in which sentence i of article a and sentence j of
// article b differ.
func (c *Comparer) clashes(a, b int, i, j int32, near bool) []Clash {
	x := &clasher{c: c, s: &c.articles[a][i], t: &c.articles[b][j], f: c.factsOf(a, i), g: c.factsOf(b, j)}
	x.dates()
	x.numbers()
	x.names()
	x.directions()
	x.negations()
	if near {
		x.changes()
	}
	return x.out
}

func (x *clasher) add(kind, a, b string) {
	cl := Clash{kind, a, b}
	for _, old := range x.out {
		if old == cl || old.Kind == kind && kind == clashNegation {
			return
		}
	}
	x.out = append(x.out, cl)
}

func (x *clasher) dates() {
	sOnly, tOnly := unmatched(x.f.times, x.g.times, func(m, o *moment) bool { return m.against(*o) == agrees })
	for _, m := range sOnly {
		for _, o := range tOnly {
			if m.against(*o) == conflicts {
				x.addTimes(m, o)
			}
		}
	}
	// Dates that changed places.
	alike := func(m *moment, os []moment) bool {
		for i := range os {
			if m.against(os[i]) == agrees && os[i].verb == m.verb {
				return true
			}
		}
		return false
	}
	for i := range x.f.times {
		for j := range x.g.times {
			m, o := &x.f.times[i], &x.g.times[j]
			if m.against(*o) != conflicts {
				continue
			}
			if m.lead != "" && m.lead == o.lead || m.verb >= 0 && m.verb == o.verb && !alike(m, x.g.times) && !alike(o, x.f.times) {
				x.addTimes(m, o)
			}
		}
	}
}

func (x *clasher) addTimes(m, o *moment) {
	x.add(clashDate, x.s.phrase(m.from, m.to), x.t.phrase(o.from, o.to))
}

// unmatched returns the elements of each side that agree with none of the other.
func unmatched[T any](as, bs []T, agree func(a, b *T) bool) (onlyA, onlyB []*T) {
	inB := make([]bool, len(bs))
	for i := range as {
		found := false
		for j := range bs {
			if agree(&as[i], &bs[j]) {
				found, inB[j] = true, true
			}
		}
		if !found {
			onlyA = append(onlyA, &as[i])
		}
	}
	for j := range bs {
		if !inB[j] {
			onlyB = append(onlyB, &bs[j])
		}
	}
	return onlyA, onlyB
}

func (x *clasher) numbers() {
	sOnly, tOnly := unmatched(x.f.numbers, x.g.numbers, func(n, m *number) bool {
		return n.agrees(*m) && (!n.soft || !m.soft || n.sameCount(*m))
	})
	sOnly, tOnly = withoutSums(sOnly, x.g.numbers), withoutSums(tOnly, x.f.numbers)
	for _, n := range sOnly {
		for _, m := range tOnly {
			if n.contradicts(*m) {
				x.addNumbers(n, m)
			}
		}
	}
	// Numbers that changed places: 5 killed and 12 hurt, 12 killed and 5 hurt.
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if n.agrees(*m) || n.measure != m.measure {
				continue
			}
			switch {
			case n.lead != "" && n.lead == m.lead:
				x.addNumbers(n, m)
			case n.sameCount(*m) && !n.soft && !m.soft && !countedAlike(n, x.g.numbers) && !countedAlike(m, x.f.numbers):
				x.addNumbers(n, m)
			}
		}
	}
	x.scores()
}

func (x *clasher) addNumbers(n, m *number) {
	x.add(clashNumber, x.s.numberPhrase(n), x.t.numberPhrase(m))
}

// numberPhrase returns the words of n with the mark of a currency or percent.
func (s *sentence) numberPhrase(n *number) string {
	p := s.phrase(n.from, n.to)
	if n.measure == money {
		gap := strings.TrimSpace(s.gap(n.from))
		for mark := range currencyMarks {
			if strings.HasSuffix(gap, string(mark)) {
				p = string(mark) + p
			}
		}
	}
	if strings.HasPrefix(s.gap(n.to), "%") {
		p += "%"
	}
	return p
}

// countedAlike reports whether some of ms agrees with n and counts the same.
func countedAlike(n *number, ms []number) bool {
	for i := range ms {
		if n.agrees(ms[i]) && n.sameCount(ms[i]) {
			return true
		}
	}
	return false
}

// withoutSums drops the numbers that are the sum of two on the other side: two
// men and two women, four people.
func withoutSums(only []*number, other []number) []*number {
	return slices.DeleteFunc(only, func(n *number) bool {
		for i := range other {
			for j := range i {
				if p, q := &other[i], &other[j]; n.measure == count && p.measure == count && q.measure == count && !p.soft && !q.soft && p.raw+q.raw == n.raw {
					return true
				}
			}
		}
		return false
	})
}

// scores compares results such as 3-1, which 1-3 is only if won is lost.
func (x *clasher) scores() {
	for term, sign := range x.f.signs {
		if x.c.lex.traits[term].converse && sign*x.g.signs[term] < 0 {
			return
		}
	}
	p, q := x.s.results(x.f.numbers), x.t.results(x.g.numbers)
	for i := range p {
		for j := range q {
			if a, b := p[i], q[j]; a.home == b.away && a.away == b.home && !slices.ContainsFunc(q, a.equals) && !slices.ContainsFunc(p, b.equals) {
				x.add(clashNumber, x.s.phrase(a.from, a.to), x.t.phrase(b.from, b.to))
			}
		}
	}
}

// score is the result of a match or a vote, "3-1".
type score struct {
	home, away float64
	from, to   int
}

func (r score) equals(o score) bool { return r.home == o.home && r.away == o.away }

// results returns the scores among the numbers of s.
func (s *sentence) results(ns []number) []score {
	var out []score
	for i := 1; i < len(ns); i++ {
		if p, q := &ns[i-1], &ns[i]; s.joined(p, q) && p.raw != q.raw {
			out = append(out, score{p.raw, q.raw, p.from, q.to})
		}
	}
	return out
}

// joined reports whether a hyphen or dash joins two numbers.
func (s *sentence) joined(p, q *number) bool {
	if p.to != q.from {
		return false
	}
	g := s.gap(q.from)
	return g == "-" || g == "–" || g == "—"
}

func (x *clasher) names() {
	sOnly, tOnly := unmatched(x.f.actors, x.g.actors, func(p, q *actor) bool { return x.c.same(p, q, x.s, x.t) })
	for _, p := range sOnly {
		for _, q := range tOnly {
			if rivals(p, q, false) {
				x.addNames(p, q)
			}
		}
	}
	x.slots()
	if x.f.speaker >= 0 && x.g.speaker >= 0 {
		p, q := &x.f.actors[x.f.speaker], &x.g.actors[x.g.speaker]
		if !x.c.same(p, q, x.s, x.t) && (p.kind == q.kind || p.vague || q.vague) {
			x.add(clashName, x.s.phrase(p.from, p.to), x.t.phrase(q.from, q.to))
		}
	}
}

// slots compares the names that hang on one preposition: where something is,
// where it comes from and goes to.
func (x *clasher) slots() {
	for _, group := range []map[string]bool{wherePlaces, {"from": true}, {"to": true}} {
		inGroup := func(s *sentence, all []actor) []actor {
			var out []actor
			for _, p := range all {
				if group[p.slot] && !modifies(s, &p) {
					out = append(out, p)
				}
			}
			return out
		}
		sOnly, tOnly := unmatched(inGroup(x.s, x.f.actors), inGroup(x.t, x.g.actors), func(p, q *actor) bool { return x.c.same(p, q, x.s, x.t) })
		for _, p := range sOnly {
			for _, q := range tOnly {
				if p.slot == q.slot && rivals(p, q, true) {
					x.addNames(p, q)
				}
			}
		}
	}
}

// modifies reports whether p only says which: "the Honduran town of …".
func modifies(s *sentence, p *actor) bool {
	if p.to >= len(s.words) || s.gap(p.to) != " " {
		return false
	}
	w := &s.words[p.to]
	return (w.class == plain || w.class == light) && !s.isVerb(p.to)
}

// wherePlaces are the prepositions of where something happens.
var wherePlaces = wordSet(`in at near outside`)

func (x *clasher) addNames(p, q *actor) {
	kind := clashName
	if locative[p.slot] && locative[q.slot] || p.kind == names.Place && q.kind == names.Place && p.entity >= 0 && q.entity >= 0 {
		kind = clashPlace
	}
	x.add(kind, x.s.phrase(p.from, p.to), x.t.phrase(q.from, q.to))
}

// directions finds verbs whose doer and sufferer changed places, or whose doer
// is another.
func (x *clasher) directions() {
	lex := x.c.lex
	for i := range x.f.acts {
		p := &x.f.acts[i]
		if p.term < 0 || p.mutual {
			continue
		}
		var against *act
		kind := ""
		agreed := false
		for j := range x.g.acts {
			q := x.g.acts[j]
			if q.term != p.term || q.mutual {
				continue
			}
			turn := lex.traits[p.term].converse && p.sign != q.sign
			if turn {
				q = q.turned()
			}
			switch k := x.standing(p, &q, turn); k {
			case "same":
				agreed = true
			case "":
			default:
				kind, against = k, &x.g.acts[j]
			}
		}
		if against != nil && !agreed {
			x.add(kind, x.s.actPhrase(p), x.t.actPhrase(against))
		}
	}
}

// standing tells whether two acts of one verb have the same doer and sufferer:
// "same", a kind of clash, or "" if nothing can be told.
func (x *clasher) standing(p, q *act, turned bool) string {
	doers, sufferers := only(p.agents, p.patients), only(p.patients, p.agents)
	doers2, sufferers2 := only(q.agents, q.patients), only(q.patients, q.agents)
	up, down := common(doers, sufferers2), common(sufferers, doers2)
	if len(up) > 0 && len(down) > 0 && (p.sided || len(x.parties(up)) > 0 && len(x.parties(down)) > 0) {
		return clashDirection
	}
	if meet(doers, doers2) || meet(sufferers, sufferers2) {
		if !turned && p.sign != q.sign && meet(doers, doers2) {
			return clashNegation
		}
		if meet(doers, doers2) || len(doers) == 0 || len(doers2) == 0 {
			return "same"
		}
	}
	if p.sided && (len(x.parties(up)) > 0 && len(doers2) == 0 || len(x.parties(down)) > 0 && len(doers) == 0) {
		return clashDirection
	}
	// Another doer: one who stands elsewhere in the other sentence, or is a
	// different kind of person.
	a, b := x.parties(doers), x.parties(doers2)
	if len(a) == 0 || len(b) == 0 || meet(a, b) {
		return ""
	}
	elsewhere := subset(a, x.t.terms) && subset(b, x.s.terms)
	if elsewhere && !meet(a, sufferers2) && !meet(b, sufferers) && x.allNamed(a) && x.allNamed(b) {
		return clashDirection
	}
	if meet(sufferers, sufferers2) && !meet(a, x.t.terms) && !meet(b, x.s.terms) && !x.allNamed(a) && !x.allNamed(b) && !x.generic(a) && !x.generic(b) {
		return clashName
	}
	return ""
}

// parties returns those of terms that are people or states.
func (x *clasher) parties(terms []int32) []int32 {
	var out []int32
	for _, t := range terms {
		if x.c.lex.traits[t].party {
			out = append(out, t)
		}
	}
	return out
}

// generic reports whether others may speak of some of terms more exactly.
func (x *clasher) generic(terms []int32) bool {
	for _, t := range terms {
		if x.c.lex.traits[t].generic {
			return true
		}
	}
	return false
}

func (x *clasher) allNamed(terms []int32) bool {
	for _, t := range terms {
		if !x.c.lex.traits[t].proper {
			return false
		}
	}
	return true
}

// maxActWords is how many words around a verb a clash shows.
const maxActWords = 4

func (s *sentence) actPhrase(a *act) string {
	from, to := a.at, a.at+1
	for from > 0 && a.at-from < maxActWords && !endsClause(s, from) {
		from--
	}
	for to < len(s.words) && to-a.at <= maxActWords && !endsClause(s, to) {
		to++
	}
	return s.phrase(from, to)
}

// negations finds what one sentence states and the other denies.
func (x *clasher) negations() {
	for i := range x.s.words {
		w := &x.s.words[i]
		sign, other := x.f.signs[w.term], x.g.signs[w.term]
		if sign*other >= 0 || w.sign == 0 && i > 0 && x.s.words[i-1].term == w.term {
			continue
		}
		if x.c.lex.traits[w.term].converse && x.bothTurned(w.term) {
			continue
		}
		if sign > 0 && x.s.besideNegative(w.term) || other > 0 && x.t.besideNegative(w.term) {
			continue
		}
		x.add(clashNegation, x.s.signPhrase(w.term, x.f.denials), x.t.signPhrase(w.term, x.g.denials))
		return
	}
	if a, b := x.denialsAlone(x.s, x.t, x.f, x.g), x.denialsAlone(x.t, x.s, x.g, x.f); len(a) > 0 != (len(b) > 0) {
		if len(a) > 0 {
			x.add(clashNegation, x.s.denialPhrase(a[0]), "")
		} else {
			x.add(clashNegation, "", x.t.denialPhrase(b[0]))
		}
	}
}

// besideNegative reports whether a word near term in its clause denies without
// a denial: "lost its majority".
func (s *sentence) besideNegative(term int32) bool {
	for i := range s.words {
		if s.words[i].term != term {
			continue
		}
		for k := i; k > i-4 && k >= 0; k-- {
			if w := &s.words[k]; w.term != term && (w.sign < 0 || negative[w.form.stem]) {
				return true
			}
			if endsClause(s, k) {
				break
			}
		}
	}
	return false
}

// bothTurned reports whether a converse verb has its sides exchanged too, or
// nothing tells who did it to whom: "A beat B", "B lost to A".
func (x *clasher) bothTurned(term int32) bool {
	for i := range x.f.acts {
		for j := range x.g.acts {
			p, q := &x.f.acts[i], &x.g.acts[j]
			if p.term == term && q.term == term && p.sign != q.sign && meet(p.agents, q.agents) && !meet(p.agents, q.patients) {
				return false
			}
		}
	}
	return true
}

// denialsAlone returns the denials of s whose words t has not, but most of
// whose clause it has, and which nothing in t explains.
func (x *clasher) denialsAlone(s, t *sentence, f, g *facts) []denial {
	if len(g.denials) > 0 {
		return nil
	}
	for i := range t.words {
		w := &t.words[i]
		if w.sign < 0 && !has(s.terms, w.term) || negative[w.form.stem] || strings.HasPrefix(w.form.fold, "un") && len(w.form.fold) > 5 {
			return nil
		}
	}
	var out []denial
	for _, d := range f.denials {
		judged := false
		for _, k := range d.about {
			_, stated := g.signs[s.words[k].term]
			judged = judged || stated
		}
		if judged {
			continue
		}
		shared, all := 0, 0
		for k := s.clauseStart(d.at); k < len(s.words) && (k <= d.at || !endsClause(s, k)); k++ {
			w := &s.words[k]
			if w.class == function || w.tail || slices.Contains(d.about, k) {
				continue
			}
			all++
			if has(t.terms, w.term) {
				shared++
			}
		}
		if shared >= 2 && 2*shared >= all {
			out = append(out, d)
		}
	}
	return out
}

func (s *sentence) denialPhrase(d denial) string {
	to := d.to
	for _, k := range d.about {
		to = max(to, k+1)
	}
	return s.phrase(d.at, min(to, len(s.words)))
}

// signPhrase returns the words that state or deny a term.
func (s *sentence) signPhrase(term int32, ds []denial) string {
	for _, d := range ds {
		for _, k := range d.about {
			if s.words[k].term == term {
				if k < d.at {
					return s.phrase(k, d.at+1)
				}
				return s.phrase(d.at, k+1)
			}
		}
	}
	for i := range s.words {
		if s.words[i].term == term {
			to := i + 1
			for to < len(s.words) && s.words[to].term == term && s.words[to].sign == 0 {
				to++
			}
			return s.phrase(i, to)
		}
	}
	return ""
}

// maxSwap is how many words a change may have on a side for the single words
// in it to stand against each other.
const maxSwap = 4

// changes compares near sentences change by change.
func (x *clasher) changes() {
	turned := 0
	var what string
	hunks := diff.Hunks(meanings(x.s.words), meanings(x.t.words), diff.Context(0))
	for _, h := range hunks[:min(len(hunks), maxFacts)] {
		a, b := [2]int{h.PosX, h.EndX}, [2]int{h.PosY, h.EndY}
		n, p := denialsIn(x.s, x.f, a)
		m, q := denialsIn(x.t, x.g, b)
		turned += n + m
		what = p + q + what
		if a[0] == a[1] || b[0] == b[1] {
			continue
		}
		x.changedTimes(a, b)
		x.changedNumbers(a, b)
		x.changedNames(a, b)
		x.changedShare(a, b)
		if max(a[1]-a[0], b[1]-b[0]) <= maxSwap {
			x.changedWords(a, b)
		}
	}
	if turned%2 != 0 && what != "" {
		var a, b string
		if len(x.f.denials) > 0 {
			a = x.s.denialPhrase(x.f.denials[0])
		}
		if len(x.g.denials) > 0 {
			b = x.t.denialPhrase(x.g.denials[0])
		}
		x.add(clashNegation, a, b)
	}
}

// meanings returns the words as numbers, equal where they mean the same.
func meanings(ws []word) []int32 {
	out := make([]int32, len(ws))
	for i, w := range ws {
		out[i] = w.term
		if w.class == function || w.sign < 0 {
			out[i] = -1 - w.form.id
		}
	}
	return out
}

// denialsIn counts the denials and opposites among the words of a change, and
// returns the word of the first denial.
func denialsIn(s *sentence, f *facts, in [2]int) (n int, first string) {
	counted := map[int]bool{}
	for _, d := range f.denials {
		if in[0] <= d.at && d.at < in[1] {
			n++
			first = s.phrase(d.at, d.at+1)
			counted[d.at] = true
		}
	}
	for i := in[0]; i < in[1]; i++ {
		if counted[i] {
			continue
		}
		if s.words[i].sign < 0 || negative[s.words[i].form.stem] {
			n++
		}
	}
	return n, first
}

func touches(from, to int, in [2]int) bool { return from < in[1] && in[0] < to }

func (x *clasher) changedTimes(a, b [2]int) {
	for i := range x.f.times {
		for j := range x.g.times {
			if m, o := &x.f.times[i], &x.g.times[j]; touches(m.from, m.to, a) && touches(o.from, o.to, b) && m.against(*o) == conflicts && !x.timeWithin(m, x.g.times, b) && !x.timeWithin(o, x.f.times, a) {
				x.addTimes(m, o)
			}
		}
	}
}

func (x *clasher) timeWithin(m *moment, os []moment, in [2]int) bool {
	for i := range os {
		if touches(os[i].from, os[i].to, in) && m.against(os[i]) == agrees {
			return true
		}
	}
	return false
}

func (x *clasher) changedNumbers(a, b [2]int) {
	within := func(n *number, ms []number, in [2]int) bool {
		for i := range ms {
			if touches(ms[i].from, ms[i].to, in) && n.agrees(ms[i]) {
				return true
			}
		}
		return false
	}
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if touches(n.from, n.to, a) && touches(m.from, m.to, b) && !n.soft && !m.soft && !n.agrees(*m) && !within(n, x.g.numbers, b) && !within(m, x.f.numbers, a) {
				x.addNumbers(n, m)
			}
		}
	}
}

func (x *clasher) changedNames(a, b [2]int) {
	for i := range x.f.actors {
		for j := range x.g.actors {
			p, q := &x.f.actors[i], &x.g.actors[j]
			if !touches(p.from, p.to, a) || !touches(q.from, q.to, b) || x.c.same(p, q, x.s, x.t) || !rivals(p, q, true) {
				continue
			}
			if x.actorWithin(p, x.s, x.g.actors, x.t, b) || x.actorWithin(q, x.t, x.f.actors, x.s, a) {
				continue
			}
			all := [2]int{0, len(x.s.words) + len(x.t.words)}
			if x.actorWithin(p, x.s, x.g.actors, x.t, all) && x.actorWithin(q, x.t, x.f.actors, x.s, all) {
				if !x.exchangeable(p, q) {
					x.add(clashDirection, x.s.phrase(p.from, p.to), x.t.phrase(q.from, q.to))
				}
				continue
			}
			x.addNames(p, q)
		}
	}
}

func (x *clasher) actorWithin(p *actor, s *sentence, qs []actor, t *sentence, in [2]int) bool {
	for i := range qs {
		if touches(qs[i].from, qs[i].to, in) && x.c.same(p, &qs[i], s, t) {
			return true
		}
	}
	return false
}

// exchangeable reports whether it makes no difference that p and q changed
// places: they do something to each other, or stand in one list, or the verb
// has changed its voice.
func (x *clasher) exchangeable(p, q *actor) bool {
	for i := range x.s.words {
		if w := &x.s.words[i]; mutual[w.form.stem] && has(x.t.terms, w.term) {
			return true
		}
	}
	for i := range x.f.acts {
		for j := range x.g.acts {
			a, b := &x.f.acts[i], &x.g.acts[j]
			if a.term == b.term && a.passive != b.passive {
				return true
			}
		}
	}
	for i := range x.f.actors {
		o := &x.f.actors[i]
		if x.c.same(o, q, x.s, x.t) && listed(x.s, min(p.to, o.to), max(p.from, o.from)) {
			return true
		}
	}
	return false
}

// listed reports whether only "and", "or", commas and other names stand from
// word i up to word j.
func listed(s *sentence, i, j int) bool {
	for k := i; k < j; k++ {
		w := &s.words[k]
		if w.class != name && w.class != country && w.form.fold != "and" && w.form.fold != "or" && w.form.fold != "the" {
			return false
		}
	}
	return true
}

// opposites are small words that turn a fact round, in pairs.
var opposites = opposed(`before after over under above below more less more fewer up down with without most least first last always never inside outside
	earlier later higher lower men women man woman boys girls boy girl left right north south east west northern southern eastern western`)

// exchanged are small words whose exchange turns a direction round.
var exchanged = opposed(`to from for against into from`)

func opposed(s string) map[[2]string]bool {
	m := map[[2]string]bool{}
	f := strings.Fields(s)
	for i := 0; i+1 < len(f); i += 2 {
		m[[2]string{f[i], f[i+1]}] = true
		m[[2]string{f[i+1], f[i]}] = true
	}
	return m
}

// quantifiers are by what they say of a set.
var quantifiers = numbered(`all|every|each some|several|certain most few|fewer none|no|neither both half many`)

// blocking verbs keep something from being done, which another verb in their
// place lets happen: "blocked the law", "passed the law".
var blocking = stemSet(`block abandon avoid stop halt scrap stall prevent bar ban cancel suspend delay veto thwart foil obstruct shelve freeze drop`)

// changedShare compares a number on one side of a change with a word such as
// "all" on the other.
func (x *clasher) changedShare(a, b [2]int) {
	word := func(s *sentence, in [2]int) (int, bool) {
		for i := in[0]; i < in[1]; i++ {
			if q := quantifiers[s.fold(i)]; q > 0 && s.fold(i) != "both" && s.fold(i) != "half" && s.fold(i) != "no" {
				return i, true
			}
		}
		return 0, false
	}
	number := func(ns []number, in [2]int) (*number, bool) {
		for i := range ns {
			if touches(ns[i].from, ns[i].to, in) && !ns[i].soft {
				return &ns[i], true
			}
		}
		return nil, false
	}
	n, inA := number(x.f.numbers, a)
	m, inB := number(x.g.numbers, b)
	if i, ok := word(x.t, b); ok && inA && !inB {
		x.add(clashNumber, x.s.numberPhrase(n), x.t.phrase(i, i+1))
	}
	if i, ok := word(x.s, a); ok && inB && !inA {
		x.add(clashNumber, x.s.phrase(i, i+1), x.t.numberPhrase(m))
	}
}

// changedWords compares the words of a small change one with another.
func (x *clasher) changedWords(a, b [2]int) {
	for i := a[0]; i < a[1]; i++ {
		for j := b[0]; j < b[1]; j++ {
			v, w := &x.s.words[i], &x.t.words[j]
			p, q := v.form.fold, w.form.fold
			switch {
			case opposites[[2]string{p, q}]:
				x.add(clashNegation, x.s.phrase(i, i+1), x.t.phrase(j, j+1))
			case exchanged[[2]string{p, q}]:
				x.add(clashDirection, x.s.phrase(i, min(i+3, len(x.s.words))), x.t.phrase(j, min(j+3, len(x.t.words))))
			case quantifiers[p] > 0 && quantifiers[q] > 0 && quantifiers[p] != quantifiers[q]:
				x.add(clashNumber, x.s.phrase(i, i+1), x.t.phrase(j, j+1))
			case max(a[1]-a[0], b[1]-b[0]) <= 2 && blocking[v.form.stem] != blocking[w.form.stem] && v.sign >= 0 && w.sign >= 0 && x.s.isVerb(i) && x.t.isVerb(j):
				x.add(clashNegation, x.s.phrase(i, i+1), x.t.phrase(j, j+1))
			case actorNouns[v.form.stem] && actorNouns[w.form.stem] && v.term != w.term && !v.tail && !w.tail:
				if !has(x.t.terms, v.term) && !has(x.s.terms, w.term) {
					x.add(clashName, x.s.phrase(i, i+1), x.t.phrase(j, j+1))
				} else if has(x.t.terms, v.term) && has(x.s.terms, w.term) {
					x.add(clashDirection, x.s.phrase(i, i+1), x.t.phrase(j, j+1))
				}
			}
		}
	}
}
