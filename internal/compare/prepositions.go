package compare

import "strings"

// interchangeable are the prepositions that news writes for one another, a row
// a bar. Any other in the place of one turns what is told: "sold to", "sold by";
// "in five years", "after five years".
var interchangeable = later(func(m map[[2]string]bool) {
	for row := range strings.SplitSeq(prepositionRows, "|") {
		ws := strings.Fields(row)
		for _, v := range ws {
			for _, w := range ws {
				m[[2]string{v, w}] = true
			}
		}
	}
})

const prepositionRows = `in at on within during inside around near across over throughout off amid through | about on over of concerning regarding | of for in on
	| to into onto toward towards until till | after following upon since | from of out off since on | by with through via | with to from | with against | against at on over
	| under in on by with below beneath | as for | via through over by | amid after with on | due because owing over after | by on in at | before by until ahead | for to | between of among
	| outside off near`

// changedPreposition compares a change that puts one preposition in the place of
// another.
func (x *clasher) changedPreposition(a, b [2]int) {
	i, j := x.s.lonePreposition(a), x.t.lonePreposition(b)
	if i < 0 || j < 0 {
		return
	}
	p, q := x.s.fold(i), x.t.fold(j)
	if p == q || interchangeable[[2]string{p, q}] || x.s.words[i].tail != x.t.words[j].tail {
		return
	}
	kind := clashDirection
	if x.f.dated(i+1) && x.g.dated(j+1) {
		kind = clashDate
	}
	x.add(kind, x.s.phrase(i, min(i+3, len(x.s.words))), x.t.phrase(j, min(j+3, len(x.t.words))))
}

// lonePreposition returns the one word of a change that is no article, if that
// is a preposition, else -1.
func (s *sentence) lonePreposition(in [2]int) int {
	lone := -1
	for i := in[0]; i < in[1]; i++ {
		switch {
		case s.words[i].class == function && softDeterminers[s.fold(i)]:
		case lone >= 0 || !s.words[i].form.preposition && s.fold(i) != "of":
			return -1
		default:
			lone = i
		}
	}
	return lone
}
