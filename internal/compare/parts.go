package compare

// Bounds of a sentence that is a part of another.
const (
	partShared = 700 // at least so much of its weight, in thousandths, stands in the other
	partOrder  = 800 // and so many of its words, in thousandths, in the same order
	partWords  = 4   // at least so many words
	partRun    = 3   // at least so many of them follow each other in the other sentence, too
	partTold   = 2   // and at least so many of these tell something

	// Both where what they tell in the other is not what its partner tells.
	partElsewhere = 550
)

// takeParts joins the sentences that stand, word for word or nearly so, within one
// that has a partner already: "He was given a reward." within "He was given a
// reward, which paid for a new van."
func (al *aligner) takeParts() {
	for _, m := range al.proposed {
		if al.within || m.relation == Near || m.shared < partElsewhere || (al.pairA[m.a] == 0) == (al.pairB[m.b] == 0) {
			continue
		}
		part, whole := &al.as[m.a], &al.bs[m.b]
		if al.pairB[m.b] == 0 {
			part, whole = whole, part
		}
		nearly := m.shared >= partShared && standsIn(part.words, whole.words, partOrder)
		if !nearly && !(al.elsewhere(m) && standsIn(part.words, whole.words, partElsewhere)) {
			continue
		}
		m.relation, m.part = Reworded, true
		if m = al.judged(m); m.relation == Reworded {
			al.take(m)
		}
	}
}

// standsIn reports whether least of the words of part, in thousandths, stand in
// whole in the same order, some of them side by side.
func standsIn(part, whole []word, least int) bool {
	return len(part) >= partWords && len(part) < len(whole) && 1000*lcs(part, whole) >= least*len(part) && sideBySide(part, whole)
}

// elsewhere reports whether three quarters of the terms that the sentences of m
// share are not among those that the one of them with a partner shares with it.
func (al *aligner) elsewhere(m match) bool {
	s, t := &al.as[m.a], &al.bs[m.b]
	all, told := 0, 0
	for _, term := range s.terms {
		if !has(t.terms, term) {
			continue
		}
		all++
		for _, other := range al.taken {
			if other.a == m.a && has(al.bs[other.b].terms, term) || other.b == m.b && has(al.as[other.a].terms, term) {
				told++
				break
			}
		}
	}
	return 4*told <= all
}

// sideBySide reports whether a run of words that tells something stands in both.
func sideBySide(part, whole []word) bool {
	for i := range part {
		for j := range whole {
			told := 0
			for n := 0; i+n < len(part) && j+n < len(whole) && part[i+n].form.id == whole[j+n].form.id; n++ {
				if c := part[i+n].class; c != function && c != saying {
					told++
				}
				if n+1 >= partRun && told >= partTold {
					return true
				}
			}
		}
	}
	return false
}
