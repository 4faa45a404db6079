package compare

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
		if a.term != thing && !(len(out) > 0 && s.comesFrom(thing, a)) && (a.role != ownerOf || a.verb < 0 || s.words[a.verb].term != thing || placeNouns[s.stem(a.at)]) {
			continue // also "the Carolina city's reservoir", which is not that of Carolina
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
