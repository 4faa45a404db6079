package compare

import "parallax/internal/names"

// figures returns the pairs of sentences, with no partner of more than related, that
// name one person or thing and give figures of the same kinds, whatever else they tell:
// "Aker said that 312 pages were sold for 40,000 euros", "the report that Aker
// read speaks of 214 pages and 55,000 euros". One kind alone is in much that has
// nothing to do with each other.
func (al *aligner) figures() []match {
	if al.within || al.roughly {
		return nil
	}
	const score = rewordedMin - 1 // before others that are related
	var out []match
	counted := withFigures(al.bs, al.outB, al.pairB)
	for _, i := range withFigures(al.as, al.outA, al.pairA) {
		for _, j := range counted {
			if x := al.c.newClasher(al.a, al.b, i, j, true); x.oneActor() && x.sameKinds() {
				x.numbers()
				out = append(out, match{a: i, b: j, relation: Related, score: score, clashes: x.out})
			}
		}
	}
	return out
}

// withFigures returns the first of ss that have no partner and may give figures of two
// kinds.
func withFigures(ss []sentence, out []bool, pairs []int32) []int32 {
	var found []int32
	for i := 0; i < len(ss) && len(found) < maxFigures; i++ {
		if s := &ss[i]; pairs[i] == 0 && takesPart(s, out, i) && s.tellsFigures() {
			found = append(found, int32(i))
		}
	}
	return found
}

// maxFigures bounds the sentences of an article that are looked at for their figures.
const maxFigures = 30

// tellsFigures reports whether s may give figures of two kinds.
func (s *sentence) tellsFigures() bool {
	n := 0
	for i := range s.words {
		if s.words[i].class == quantity && s.words[i].form.fold[0] <= '9' {
			n++
		}
	}
	return n > 1
}

// oneActor reports whether both sentences of x name one person or body.
func (x *clasher) oneActor() bool {
	for i := range x.f.actors {
		for j := range x.g.actors {
			p, q := &x.f.actors[i], &x.g.actors[j]
			if !p.state && !p.vague && p.kind != names.Place && p.kind == q.kind && x.c.same(p, q, x.s, x.t) {
				return true
			}
		}
	}
	return false
}

// sameKinds reports whether both sentences of x have figures of two kinds, one of them
// of a thing that is counted, and differ in those.
func (x *clasher) sameKinds() bool {
	thing, unit := false, false
	for i := range x.f.numbers {
		for j := range x.g.numbers {
			n, m := &x.f.numbers[i], &x.g.numbers[j]
			if n.soft || m.soft || !n.contradicts(*m) {
				continue
			}
			switch {
			case n.sameCount(*m) && n.measure == count:
				thing = thing || !x.c.lex.traits[n.counts[0]].party
			case n.unit != "" && n.unit == m.unit && n.measure != duration:
				unit = true
			}
		}
	}
	return thing && unit
}
