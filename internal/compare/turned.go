package compare

import (
	"slices"
	"strings"
)

// standings are words of where something stands beside another, of which only
// one can hold.
var standings = numbered(`under|below|beneath|underneath over|above behind front outside inside|within near in`)

// Those of standings of which more can be said.
const (
	inFrontOf = 4 + iota
	outsideOf
	insideOf
	nearTo // with any but inside and in
	withinTown
)

// exclude reports whether nothing can stand both so and so beside one thing. Only of
// a town is it said by "in".
func exclude(p, q int) bool {
	p, q = min(p, q), max(p, q)
	switch {
	case q == withinTown:
		return p == nearTo || p == outsideOf
	case q == nearTo:
		return p == insideOf
	}
	return p != q && !(p == inFrontOf && q == outsideOf)
}

// placing is where a sentence places something beside a thing.
type placing struct {
	at    int // its word
	where int // its row of standings
	thing int32
}

// placed compares where the sentences place something beside one thing: "under
// the bus", "in front of the bus".
func (x *clasher) placed() {
	ps, qs := x.s.placings(), x.t.placings()
	said := func(p placing, in []placing) bool {
		return slices.ContainsFunc(in, func(q placing) bool { return q.where == p.where && q.thing == p.thing })
	}
	for _, p := range ps {
		for _, q := range qs {
			if p.thing == q.thing && exclude(p.where, q.where) && !said(p, qs) && !said(q, ps) {
				x.addAt(ClashPlace, p.at, p.at+3, q.at, q.at+3)
			}
		}
	}
}

// placings returns where s places something.
func (s *sentence) placings() []placing {
	var out []placing
	for i := range s.words {
		p := placing{at: i, where: standings[s.fold(i)]}
		k := i + 1
		if s.fold(i) == "front" {
			if s.fold(i-1) != "in" || s.fold(k) != "of" {
				continue
			}
			k++
		}
		if articles[s.fold(k)] {
			k++
		}
		if p.where == 0 || k >= len(s.words) {
			continue
		}
		switch s.words[k].class {
		case name:
			if modifies(s, k+1) {
				continue // "outside a Marseille nightclub"
			}
		case plain, country:
			if p.where == withinTown {
				continue
			}
		default:
			continue
		}
		p.thing = s.words[k].term
		out = append(out, p)
	}
	return out
}

// agoTurned finds a time that was with one and is to come with the other: "two
// days ago", "in two days".
func (x *clasher) agoTurned() {
	in := func(s *sentence, n *number) bool { return s.fold(n.from-1) == "in" }
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if n.measure == duration && n.agrees(*m) && (x.s.ago(n) && in(x.t, m) && !x.t.ago(m) || in(x.s, n) && !x.s.ago(n) && x.t.ago(m)) {
				x.addAt(ClashDate, n.from, n.to+2, m.from-1, m.to+2)
			}
		}
	}
}

// ago reports whether n is so long ago.
func (s *sentence) ago(n *number) bool { return s.fold(n.to) == "ago" || s.fold(n.to+1) == "ago" }

// lastAgainstAgo finds two times of the past that no two days of publication in one
// week make one: "last week", "two months ago".
func (x *clasher) lastAgainstAgo() {
	against := func(s *sentence, i int, t *sentence, n *number) bool {
		unit, hours := scales[s.stem(i)], float64(7*24)
		return s.fold(i-1) == "last" && s.fold(i-2) != "the" && n.raw > 0 && unit.measure == duration && n.measure == duration && t.ago(n) &&
			n.lo-n.hi/n.raw > 2*unit.base+hours
	}
	for i := range x.s.words {
		for j := range x.g.numbers {
			if n := &x.g.numbers[j]; against(x.s, i, x.t, n) {
				x.addAt(ClashDate, i-1, i+1, n.from, n.to+2)
			}
		}
	}
	for j := range x.t.words {
		for i := range x.f.numbers {
			if n := &x.f.numbers[i]; against(x.t, j, x.s, n) {
				x.addAt(ClashDate, n.from, n.to+2, j-1, j+1)
			}
		}
	}
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
