package compare

// Bounds of a sentence that is a part of another.
const (
	partShared = 700 // at least so much of its weight, in thousandths
	partWords  = 4   // at least so many words
	partRun    = 3   // at least so many of them follow each other in the other sentence, too
	partTold   = 2   // and at least so many of these tell something
)

// takeParts joins the sentences that stand, word for word or nearly so, within one
// that has a partner already: "He was given a reward." within "He was given a
// reward, which paid for a new van."
func (al *aligner) takeParts() {
	for _, m := range al.proposed {
		if al.within || m.relation == Near || m.shared < partShared || (al.pairA[m.a] == 0) == (al.pairB[m.b] == 0) {
			continue
		}
		part, whole := &al.as[m.a], &al.bs[m.b]
		if al.pairB[m.b] == 0 {
			part, whole = whole, part
		}
		if !standsIn(part.words, whole.words) {
			continue
		}
		m.relation, m.part = Reworded, true
		if m = al.judged(m); m.relation == Reworded {
			al.take(m)
		}
	}
}

// standsIn reports whether four fifths of the words of part stand in whole in the
// same order, some of them side by side.
func standsIn(part, whole []word) bool {
	return len(part) >= partWords && len(part) < len(whole) && 5*lcs(part, whole) >= 4*len(part) && sideBySide(part, whole)
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
