package compare

import (
	"znkr.io/diff"
)

// changes compares near sentences change by change.
func (x *clasher) changes() {
	turned := 0
	var what string
	var moved []int
	hunks := diff.Hunks(meanings(x.s.words), meanings(x.t.words), diff.Context(0))
	for _, h := range hunks[:min(len(hunks), maxFacts)] {
		a, b := [2]int{h.PosX, h.EndX}, [2]int{h.PosY, h.EndY}
		for i := a[0]; i < a[1]; i++ {
			if has(x.t.terms, x.s.words[i].term) {
				moved = append(moved, i)
			}
		}
		for _, look := range ofChanges {
			look(x, a, b)
		}
		if !x.s.addsClause(a, b) && !x.t.addsClause(b, a) {
			n, p := denialsIn(x.s, x.f, a)
			m, q := denialsIn(x.t, x.g, b)
			turned += n + m
			what = p + q + what
		}
		if a[0] == a[1] || b[0] == b[1] {
			continue
		}
		for _, look := range ofReplacements {
			look(x, a, b)
		}
	}
	x.changedParticle()
	if len(x.out) == 0 {
		x.wordsExchanged(moved)
	}
	if turned%2 != 0 && what != "" {
		var a, b string
		if len(x.f.denials) > 0 {
			a = x.s.denialPhrase(x.f.denials[0])
		}
		if len(x.g.denials) > 0 {
			b = x.t.denialPhrase(x.g.denials[0])
		}
		x.add(ClashNegation, a, b)
	}
}

// addsClause reports whether a change puts a clause of its own into s, which says
// more and turns nothing round: "We were not heard, and we will …".
func (s *sentence) addsClause(in, other [2]int) bool {
	from, to := in[0], in[1]
	if other[0] < other[1] {
		return false
	}
	for from > 0 && s.fold(from-1) == s.fold(to-1) {
		from, to = from-1, to-1 // what stands before and ends the change is either's
	}
	if from > 0 && !endsClause(s, from) || to < len(s.words) && !endsClause(s, to) && s.fold(to-1) != "and" {
		return false
	}
	for i := from + 1; i < to; i++ {
		if s.isVerb(i) && (subjectPronouns[s.fold(from)] || subjectPronouns[s.fold(from+1)]) {
			return true
		}
	}
	return false
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
		if s.words[i].sign < 0 || negative[s.words[i].form.stem] && !lasting[s.words[i].form.stem] {
			n++
		}
	}
	return n, first
}

func touches(from, to int, in [2]int) bool { return from < in[1] && in[0] < to }

func (x *clasher) changedTimes(a, b [2]int) {
	for i := range x.f.times {
		for j := range x.g.times {
			if m, o := &x.f.times[i], &x.g.times[j]; touches(m.from, m.to, a) && touches(o.from, o.to, b) && m.replacedBy(o) && !x.timeWithin(m, x.g.times, b) && !x.timeWithin(o, x.f.times, a) {
				x.addTimes(m, o)
			}
		}
	}
}

// replacedBy reports whether o in the place of m makes it another time: also where
// each is told in its own way and the same preposition leads both, "until Sunday",
// "until Christmas".
func (m *moment) replacedBy(o *moment) bool {
	a := m.against(*o)
	return a == conflicts || a == unrelated && m.lead != "" && m.lead == o.lead
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
			if touches(ms[i].from, ms[i].to, in) && n.agrees(ms[i]) && !n.otherFigures(&ms[i]) {
				return true
			}
		}
		return false
	}
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if touches(n.from, n.to, a) && touches(m.from, m.to, b) && n.differs(m) && !within(n, x.g.numbers, b) && !within(m, x.f.numbers, a) {
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
					x.addAt(ClashDirection, p.from, p.to, q.from, q.to)
				}
				continue
			}
			x.addNames(p, q)
		}
	}
}

// bothIn reports whether nothing is known of who does the mutual verb called
// term, or both p and q do it.
func (x *clasher) bothIn(term int32, p, q *actor) bool {
	for i := range x.f.acts {
		a := &x.f.acts[i]
		if a.term != term || len(a.agents)+len(a.patients) == 0 {
			continue
		}
		all := sortedSet(append(append([]int32{}, a.agents...), a.patients...))
		return meet(all, p.terms) && meet(all, q.terms)
	}
	return true
}

// otherVoice reports whether a verb is active in the one sentence and passive
// in the other.
func (x *clasher) otherVoice() bool {
	for i := range x.f.acts {
		for j := range x.g.acts {
			a, b := &x.f.acts[i], &x.g.acts[j]
			if a.term == b.term && a.passive != b.passive {
				return true
			}
		}
	}
	return false
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
		if w := &x.s.words[i]; mutual[w.form.stem] && has(x.t.terms, w.term) && x.bothIn(w.term, p, q) {
			return true
		}
	}
	if x.otherVoice() {
		return true
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
