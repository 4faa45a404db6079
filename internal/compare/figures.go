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
	var counted []int32           // of b
	for j := range al.bs {
		if al.bs[j].tellsFigures() && takesPart(&al.bs[j], al.outB, j) && al.pairB[j] == 0 && len(counted) < maxFigures {
			counted = append(counted, int32(j))
		}
	}
	var out []match
	for i := range al.as {
		if len(counted) == 0 || len(out) >= maxFigures || !al.as[i].tellsFigures() || !takesPart(&al.as[i], al.outA, i) || al.pairA[i] > 0 {
			continue
		}
		for _, j := range counted {
			if x := al.c.newClasher(al.a, al.b, int32(i), j, true); x.oneActor() && x.sameKinds() {
				x.numbers()
				out = append(out, match{a: int32(i), b: j, relation: Related, score: score, clashes: x.out})
			}
		}
	}
	return out
}

// maxFigures bounds the sentences of an article that are looked at for their figures.
const maxFigures = 100

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
