package compare

import "strings"

// shares finds words such as "most" and "some" of one thing.
func (x *clasher) shares() {
	for i := range x.s.words {
		p, thing := x.s.shareAt(i)
		if p == noPart {
			continue
		}
		for j := range x.t.words {
			if q, other := x.t.shareAt(j); q != noPart && thing == other && !p.holdsWith(q) {
				x.addWord(ClashNumber, i, j)
			}
		}
	}
}

// part is how many of a set a word says: the number of its row in quantifiers,
// or one of these.
type part int

const (
	noPart    part = 0
	onePart   part = -1 // "one of", "a single"
	almostAll part = -2
	halfPart  part = -3 // half or less: "a third of"
)

// holdsWith reports whether two parts can be of one size.
func (p part) holdsWith(q part) bool {
	if p == halfPart || q == halfPart {
		o := p + q - halfPart
		return o == halfPart || o == part(quantifiers["some"]) || o == part(quantifiers["many"])
	}
	return p == q
}

// shareAt returns which part of a set word i says, and the term of the set:
// "some", "hostages".
func (s *sentence) shareAt(i int) (p part, of int32) {
	f, prev, next := s.fold(i), s.fold(i-1), s.fold(i+1)
	p = part(quantifiers[f])
	switch {
	case f == "no", f == "none", f == "neither":
		return noPart, -1
	case f == "one" && next == "of", f == "single":
		p = onePart
	case f == "whole", f == "entire":
		p = part(quantifiers["all"])
	case fractions[f] > 0 && fractions[f] <= 0.5 && (next == "of" || f == "half" && next == "the") && (f == "half" || prev == "a" || prev == "one"):
		p = halfPart
	case f == "half":
		return noPart, -1
	case p == part(quantifiers["all"]) && (prev == "nearly" || prev == "almost" || prev == "virtually" || prev == "not"):
		p = almostAll
	}
	if p == noPart || s.words[i].tail || i > 0 && prepositions[prev] && f != "both" {
		return noPart, -1
	}
	for k := i + 1; k < len(s.words) && k <= i+4 && s.gap(k) == " "; k++ {
		switch w := &s.words[k]; {
		case w.class == quantity, w.class == plain && s.isVerb(k):
			return noPart, -1 // "some 4,000"
		case (w.class == plain || w.class == light) && (k+1 == len(s.words) || s.words[k+1].class != plain || s.isVerb(k+1)):
			return p, w.term
		}
	}
	return noPart, -1
}

// standings are words of where something stands beside another, of which only
// one can hold.
var standings = numbered(`under|below|beneath|underneath over|above behind front outside inside|within`)

// beforeIt are those of standings that can both hold: "in front of", "outside".
var beforeIt = map[int]bool{4: true, 5: true}

// placed compares where the sentences place something beside one thing: "under
// the bus", "in front of the bus".
func (x *clasher) placed() {
	at := func(s *sentence, i int) (where int, thing int32) {
		where = standings[s.fold(i)]
		k := i + 1
		if s.fold(i) == "front" {
			if s.fold(i-1) != "in" || s.fold(k) != "of" {
				return 0, -1
			}
			k++
		}
		if articles[s.fold(k)] {
			k++
		}
		if where == 0 || k >= len(s.words) || s.words[k].class != plain && s.words[k].class != name && s.words[k].class != country {
			return 0, -1
		}
		return where, s.words[k].term
	}
	for i := range x.s.words {
		p, thing := at(x.s, i)
		for j := 0; p > 0 && j < len(x.t.words); j++ {
			if q, other := at(x.t, j); q > 0 && q != p && thing == other && !(beforeIt[p] && beforeIt[q]) {
				x.addAt(ClashPlace, i, i+3, j, j+3)
			}
		}
	}
}

// agoTurned finds a time that was with one and is to come with the other: "two
// days ago", "in two days".
func (x *clasher) agoTurned() {
	ago := func(s *sentence, n *number) bool { return s.fold(n.to) == "ago" || s.fold(n.to+1) == "ago" }
	in := func(s *sentence, n *number) bool { return s.fold(n.from-1) == "in" }
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if n.measure == duration && n.agrees(*m) && (ago(x.s, n) && in(x.t, m) && !ago(x.t, m) || in(x.s, n) && !ago(x.s, n) && ago(x.t, m)) {
				x.addAt(ClashDate, n.from, n.to+2, m.from-1, m.to+2)
			}
		}
	}
}

// bound finds a thing that each sentence calls by a name of its own that the
// other has too, for something else: "Poland summoned the Hungarian ambassador",
// "the Polish ambassador was called in by Hungary".
func (x *clasher) bound() {
	for i := range x.f.arguments {
		for j := range x.g.arguments {
			p, q := &x.f.arguments[i], &x.g.arguments[j]
			if p.term != q.term || x.s.properAt(p.at) {
				continue
			}
			ours, theirs := x.s.namesOf(x.f, p.term), x.t.namesOf(x.g, q.term)
			if len(ours) > 0 && len(theirs) > 0 && !meet(ours, theirs) && subset(ours, x.t.terms) && subset(theirs, x.s.terms) {
				x.addAt(ClashName, p.from, p.at+1, q.from, q.at+1)
				return
			}
		}
	}
}

// namesOf returns the names that say of whom or what a thing is: that of
// "the Polish ambassador", "Poland's ambassador", "the ambassador of Poland".
func (s *sentence) namesOf(f *facts, thing int32) []int32 {
	var out []int32
	for i := range f.arguments {
		a := &f.arguments[i]
		if a.term != thing && !(len(out) > 0 && s.comesFrom(thing, a)) && (a.role != ownerOf || a.verb < 0 || s.words[a.verb].term != thing) {
			continue
		}
		for k := a.from; k <= a.at; k++ {
			if s.properAt(k) && !s.words[k].tail {
				out = append(out, s.words[k].term)
			}
		}
	}
	return sortedSet(out)
}

// comesFrom reports whether thing stands in s as what comes from a: "a loan from the
// bank".
func (s *sentence) comesFrom(thing int32, a *argument) bool {
	k := a.from - 1
	if s.formAt(k).determiner {
		k--
	}
	return k > 0 && a.role == source && s.words[k-1].term == thing
}

// thanTurned finds comparisons turned round: "more doctors than nurses", "more
// nurses than doctors".
func (x *clasher) thanTurned() {
	than := func(s *sentence) int {
		for i := range s.words {
			if s.fold(i) == "than" && i+1 < len(s.words) && s.words[i+1].class != quantity {
				return i
			}
		}
		return -1
	}
	i, j := than(x.s), than(x.t)
	if i < 0 || j < 0 {
		return
	}
	// What stands on the one side only.
	side := func(s *sentence, at int, before bool) []int32 {
		var left, right []int32
		for k := range s.words {
			switch w := &s.words[k]; {
			case w.tail || w.class == function || w.class == saying:
			case k < at:
				left = append(left, meaning(w))
			default:
				right = append(right, meaning(w))
			}
		}
		left, right = sortedSet(left), sortedSet(right)
		if before {
			return only(left, right)
		}
		return only(right, left)
	}
	if meet(side(x.s, i, true), side(x.t, j, false)) && meet(side(x.s, i, false), side(x.t, j, true)) && comparative(x.s, i) == comparative(x.t, j) {
		x.addAt(ClashDirection, i-2, i+3, j-2, j+3)
	}
}

// meaning returns a number for what w says: opposites have one term.
func meaning(w *word) int32 {
	if w.sign < 0 {
		return 2*w.term + 1
	}
	return 2 * w.term
}

// comparative returns the last word before word i that compares.
func comparative(s *sentence, i int) string {
	for i--; i >= 0; i-- {
		if f := s.fold(i); f == "more" || f == "less" || f == "fewer" || strings.HasSuffix(f, "er") && len(f) > 4 {
			return f
		}
	}
	return ""
}

// eventsTurned finds two events told in the other order: "reopened after it had
// burned", "burned after it had reopened".
func (x *clasher) eventsTurned() {
	earlier, later, ok := x.s.order()
	before, after, also := x.t.order()
	if !ok || !also {
		return
	}
	v, w := &x.s.words[earlier], &x.s.words[later]
	if v.term != w.term && v.term == x.t.words[after].term && w.term == x.t.words[before].term {
		x.addAt(ClashDate, min(earlier, later), max(earlier, later)+1, min(before, after), max(before, after)+1)
	}
}

// order returns the verbs that an "after" or "before" in s joins, the earlier
// event and the later.
func (s *sentence) order() (earlier, later int, ok bool) {
	for i := range s.words {
		f := s.fold(i)
		if f != "after" && f != "before" {
			continue
		}
		ahead, behind := -1, -1
		for k := i + 1; k < len(s.words); k++ {
			if !s.isVerb(k) || s.words[k].class == saying {
				continue
			}
			if ahead < 0 {
				ahead = k
			} else if behind = k; i <= 3 {
				break // "Five years after it had burned, the church has reopened"
			}
		}
		for k := i - 1; k >= 0; k-- {
			if s.isVerb(k) && s.words[k].class != saying {
				behind = k
				break
			}
		}
		switch {
		case ahead < 0 || behind < 0:
			return 0, 0, false
		case f == "after":
			return ahead, behind, true
		}
		return behind, ahead, true
	}
	return 0, 0, false
}

// causing verbs tell what brings about what.
var causing = stemSet(`cause trigger spark provoke prompt`)

// causesTurned finds a cause that the other sentence tells as the effect: "it
// collapsed because of the flood", "the collapse caused the flood".
func (x *clasher) causesTurned() {
	for _, p := range x.s.causes(x.f) {
		for _, q := range x.t.causes(x.g) {
			if p[0] == q[1] && p[1] == q[0] && p[0] != p[1] {
				x.addAt(ClashDirection, 0, len(x.s.words), 0, len(x.t.words))
			}
		}
	}
}

// causes returns the terms of what brings about what in s: causes first.
func (s *sentence) causes(f *facts) [][2]int32 {
	var out [][2]int32
	for i := range f.arguments {
		a := &f.arguments[i]
		switch {
		case a.verb < 0:
		case a.role == because:
			out = append(out, [2]int32{a.term, s.words[a.verb].term})
		case a.role == doer && causing[s.stem(a.verb)]:
			for j := range f.arguments {
				if b := &f.arguments[j]; b.role == sufferer && b.verb == a.verb {
					out = append(out, [2]int32{a.term, b.term})
				}
			}
		}
	}
	return out
}
