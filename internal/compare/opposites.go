package compare

import (
	"slices"
	"strings"
)

// opposedWords finds words of which one sentence has the opposite of what the
// other has, where both say it of the same: verbs with the same doer or
// sufferer, and other words that stand beside the same word.
func (x *clasher) opposedWords() {
	for _, i := range x.f.opposable {
		if has(x.t.terms, x.s.words[i].term) {
			continue
		}
		for _, j := range x.g.opposable {
			if has(x.s.terms, x.t.words[j].term) || !x.antonyms(i, j) {
				continue
			}
			verb, other := x.s.isVerb(i), x.t.isVerb(j)
			if verb && other && x.sameParty(i, j) || !(verb && other) && (x.besideSame(i, j) || x.s.equated(x.f, i) && x.t.equated(x.g, j)) ||
				verb != other && meet(x.s.toldOf(x.f, i), x.t.toldOf(x.g, j)) {
				x.addWord(ClashNegation, i, j)
			}
		}
	}
}

// equated reports whether a form of "to be" says what the thing or property at word
// i is, or that something is it: "the loss was their third", "it is closed".
func (s *sentence) equated(f *facts, i int) bool {
	return s.formAt(i-1).be || slices.ContainsFunc(f.arguments, func(a argument) bool {
		return a.at == i && a.verb >= 0 && s.words[a.verb].form.be && (a.role == doer || a.role == predicate)
	})
}

// opposedBeside finds small words that turn a fact round, or of which only one
// can hold, right before one word: "the first day", "the last day".
func (x *clasher) opposedBeside() {
	for i := 0; i+1 < len(x.s.words); i++ {
		p, next := x.s.fold(i), x.s.words[i+1].term
		_, exclusive := exclusiveWords[p]
		if !exclusive && !opposable[p] || x.s.words[i+1].class == function || x.s.words[i].tail || x.t.hasFold(p) {
			continue
		}
		for j := 0; j+1 < len(x.t.words); j++ {
			q := x.t.fold(j)
			if x.t.words[j+1].term != next || x.s.hasFold(q) {
				continue
			}
			if smallOpposites[[2]string{p, q}] && x.s.words[i].class != function {
				x.addAt(ClashNegation, i, i+2, j, j+2)
			}
			x.exclusives(i, j)
		}
	}
	x.periods()
}

// partOf reports whether the period at word i is one of which a part is told:
// "the end of the year".
func (s *sentence) partOf(i int) bool {
	if i < 3 || s.fold(i-1) != "the" || s.fold(i-2) != "of" {
		return false
	}
	switch s.fold(i - 3) {
	case "end", "start", "beginning", "middle", "rest":
		return true
	}
	return false
}

// periods finds two periods that one word points to: "next month", "next year".
func (x *clasher) periods() {
	for i := 1; i < len(x.s.words); i++ {
		p, ok := exclusiveWords[x.s.fold(i)]
		if !ok || p.kind != ClashDate || !pointing[x.s.fold(i-1)] && !x.s.partOf(i) || has(x.t.terms, x.s.words[i].term) {
			continue
		}
		for j := 1; j < len(x.t.words); j++ {
			if x.t.fold(j-1) == x.s.fold(i-1) && x.s.partOf(i) == x.t.partOf(j) && !has(x.s.terms, x.t.words[j].term) {
				x.exclusives(i, j)
			}
		}
	}
}

// hasFold reports whether s has a folded word.
func (s *sentence) hasFold(fold string) bool {
	for i := range s.words {
		if s.words[i].form.fold == fold {
			return true
		}
	}
	return false
}

// hasVerb reports whether s has a verb of a stem.
func (s *sentence) hasVerb(stemmed string) bool {
	for i := range s.words {
		if s.words[i].form.stem == stemmed && (s.isVerb(i) || subjectPronouns[s.fold(i-1)] || s.fold(i-1) == "and") {
			return true
		}
	}
	return false
}

// mayOppose reports whether word i can have an opposite at all.
func (s *sentence) mayOppose(i int) bool {
	w := &s.words[i]
	if w.class != plain && w.class != light || w.tail {
		return false
	}
	for _, v := range s.withParticle(i) {
		if opposedStems[v] != nil {
			return true
		}
	}
	return false
}

// antonyms reports whether word i of s and word j of t are opposites, and not
// one of them denied.
func (x *clasher) antonyms(i, j int) bool {
	for _, v := range x.s.withParticle(i) {
		for _, w := range x.t.withParticle(j) {
			if opposedStems[v][w] {
				return x.f.denied(i, x.s) == x.g.denied(j, x.t)
			}
		}
	}
	return false
}

// withParticle returns the stem of word i, and that with the word after it, ""
// if no phrase of a table ends so: "lay", "lay off".
func (s *sentence) withParticle(i int) [2]string {
	v, k := s.words[i].form.stem, i+1
	for k < i+3 && (objectPronouns[s.fold(k)] || s.formAt(k).determiner || s.properAt(k)) {
		k++ // "turned himself in", "lost their lives"
	}
	next := s.stem(k)
	if !phraseEnds[next] {
		return [2]string{v, ""}
	}
	return [2]string{v, v + " " + next}
}

// denied reports whether s denies its word i.
func (f *facts) denied(i int, s *sentence) bool {
	w := &s.words[i]
	own := int8(1)
	if w.sign < 0 {
		own = -1
	}
	return f.signs[w.term]*own < 0
}

// sameParty reports whether the verbs at i and j have a doer or a sufferer in
// common.
func (x *clasher) sameParty(i, j int) bool {
	a, b := x.f.actAt(i), x.g.actAt(j)
	if x.c.lex.traits[a.term].converse || x.c.lex.traits[b.term].converse {
		return meet(a.agents, b.agents) // what the one regains the other has lost
	}
	return meet(a.patients, b.patients) || len(a.patients)*len(b.patients) == 0 && meet(a.agents, b.agents) || a.alone(b) || b.alone(a)
}

// alone reports whether whom or what a tells of, and nobody else, has a part in b:
// "the bill was adopted", "the bill fell through"; "was turned back", "arrived".
func (a *act) alone(b *act) bool {
	return len(a.patients) == 0 && meet(a.agents, b.patients) || a.passive && len(a.agents) == 0 && meet(a.patients, b.agents)
}

// toldOf returns the terms of what the word at i tells something of: "the zloty
// weakened", "the weakening of the zloty", "a rise in prices", "rules became strict".
func (s *sentence) toldOf(f *facts, i int) []int32 {
	var out []int32
	for k := range f.arguments {
		a := &f.arguments[k]
		if a.role == doer && a.verb == i-1 && linking[s.stem(i-1)] {
			out = append(out, a.term)
		}
		if a.verb == i && a.role <= ownerOf && a.role != predicate || a.role == place && s.fold(i+1) == "in" && a.from <= i+3 && a.from > i {
			out = append(out, a.term)
		}
	}
	return sortedSet(out)
}

// noAct is the act of a word that is no verb.
var noAct act

// actAt returns the act of the verb at word i.
func (f *facts) actAt(i int) *act {
	for k := range f.acts {
		if f.acts[k].at == i {
			return &f.acts[k]
		}
	}
	return &noAct
}

// besideSame reports whether the words i and j stand before the same word, or
// after.
func (x *clasher) besideSame(i, j int) bool {
	beside := func(s *sentence, i, step int) int32 {
		for k := i + step; k >= 0 && k < len(s.words) && k >= i-2 && k <= i+2; k += step {
			if c := s.words[k].class; c == plain || c == light {
				return s.words[k].term
			}
		}
		return -1
	}
	for _, step := range []int{1, -1} {
		if v := beside(x.s, i, step); v >= 0 && v == beside(x.t, j, step) {
			return true
		}
	}
	return false
}

// exclusives finds words of one row of the table exclusive: a summer for a
// winter, the one minister for the other.
func (x *clasher) exclusives(i, j int) {
	p, ok := exclusiveWords[x.s.fold(i)]
	q := exclusiveWords[x.t.fold(j)]
	if p.kind == ClashDate && (x.f.unitAt(i) || x.g.unitAt(j)) {
		return // "a 72-hour truce", "a three-day truce"
	}
	if ok && p.row == q.row && p.entry != q.entry && (!pointing[x.s.fold(i)] || x.s.periodAt(i+1) && x.t.periodAt(j+1)) {
		x.addAt(p.kind, i, i+2, j, j+2)
	}
}

// unitAt reports whether word i is the unit of a number.
func (f *facts) unitAt(i int) bool {
	return slices.ContainsFunc(f.numbers, func(n number) bool { return n.measure == duration && n.from < i && i <= n.to })
}

// pointing words tell which week or year only before one.
var pointing = wordSet(`last this current next coming following`)

// periodAt reports whether word i is a week, a year or another such period.
func (s *sentence) periodAt(i int) bool {
	if i >= len(s.words) {
		return false
	}
	p, ok := exclusiveWords[s.fold(i)]
	return s.words[i].class == calendar || ok && p.kind == ClashDate
}

// deputies are words before an office that make it another one.
var deputies = wordSet(`vice deputy acting assistant`)

// changedBefore compares a change that only puts something before a word, or takes
// it away, which makes another of what the word tells.
func (x *clasher) changedBefore(a, b [2]int) {
	switch {
	case a[0] == a[1]:
		if kind := x.t.makesOther(b); kind != "" {
			x.addAt(kind, a[0], a[0]+1, b[0], b[1]+1)
		}
	case b[0] == b[1]:
		if kind := x.s.makesOther(a); kind != "" {
			x.addAt(kind, a[0], a[1]+1, b[0], b[0]+1)
		}
	}
}

// makesOther returns the kind of clash if the words in make another of the one
// after them: a deputy of who holds an office, tens of thousands of thousands,
// the second largest of the largest.
func (s *sentence) makesOther(in [2]int) ClashKind {
	if in[1] >= len(s.words) {
		return ""
	}
	f, next := s.fold(in[0]), &s.words[in[1]]
	switch in[1] - in[0] {
	case 1:
		if deputies[f] && !next.tail && (next.class == light || next.form.party) {
			return ClashName
		}
		if of := next.form.fold; ordinal(f) > 1 && (strings.HasSuffix(of, "est") || of == "most" || of == "least") {
			return ClashNumber
		}
	case 2:
		if s.fold(in[0]+1) == "of" && (f == "tens" || f == "hundreds") && vague[next.form.fold] != [2]float64{} {
			return ClashNumber
		}
	}
	return ""
}
