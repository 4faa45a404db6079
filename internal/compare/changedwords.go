package compare

import "strings"

// maxSwap is how many words a change may have on a side for the single words
// in it to stand against each other.
const maxSwap = 4

// changedWords compares the words of a small change one with another.
func (x *clasher) changedWords(a, b [2]int) {
	if max(a[1]-a[0], b[1]-b[0]) > maxSwap {
		return
	}
	for i := a[0]; i < a[1]; i++ {
		for j := b[0]; j < b[1]; j++ {
			v, w := &x.s.words[i], &x.t.words[j]
			p, q := v.form.fold, w.form.fold
			if x.ofTimes(i, j) {
				continue
			}
			x.exclusives(i, j)
			switch {
			case x.s.mayOppose(i) && x.t.mayOppose(j) && x.antonyms(i, j):
				x.addWord(ClashNegation, i, j)
			case smallOpposites[[2]string{p, q}] && x.s.fold(i+1) != "no" && x.t.fold(j+1) != "no", a[1]-a[0] == 1 && b[1]-b[0] == 1 && x.turnedWords(i, j):
				x.addWord(ClashNegation, i, j)
			case turningWords[[2]string{p, q}] && x.s.fold(i-1) != "compared" && x.t.fold(j-1) != "compared":
				x.addAt(ClashDirection, i, i+3, j, j+3)
			case quantifiers[p] > 0 && quantifiers[q] > 0 && quantifiers[p] != quantifiers[q]:
				x.addWord(ClashNumber, i, j)
			case actorNouns[v.form.stem] && actorNouns[w.form.stem] && v.term != w.term && v.tail == w.tail:
				if !has(x.t.terms, v.term) && !has(x.s.terms, w.term) {
					x.addWord(ClashName, i, j)
				} else if has(x.t.terms, v.term) && has(x.s.terms, w.term) && !x.otherVoice() {
					x.addWord(ClashDirection, i, j)
				}
			}
		}
	}
}

// smallOpposites are words that turn a fact round, in pairs.
var smallOpposites = opposed(`more less more fewer up down most least first last always never
	earlier later higher lower men women man woman boys girls boy girl left right favour against favor against north south east west northern southern eastern western
	in out under out off on towards away toward away without with lacks has lack have lacked had before after over under above below inside outside`)

// opposable are the words of smallOpposites.
var opposable = later(func(m map[string]bool) {
	for pair := range smallOpposites {
		m[pair[0]] = true
	}
})

// turningWords are small words whose exchange turns a direction round.
var turningWords = opposed(`to from for against into from`)

func opposed(s string) map[[2]string]bool {
	return later(func(m map[[2]string]bool) {
		f := strings.Fields(s)
		for i := 0; i+1 < len(f); i += 2 {
			m[[2]string{f[i], f[i+1]}] = true
			m[[2]string{f[i+1], f[i]}] = true
		}
	})
}

// onlyChanged reports whether v has become w: s has v more often than t, and t
// has w more often. Else one of them has only moved.
func (x *clasher) onlyChanged(v, w int32) bool {
	return x.s.occurrences(v) > x.t.occurrences(v) && x.t.occurrences(w) > x.s.occurrences(w)
}

// occurrences counts the words of s with a term.
func (s *sentence) occurrences(term int32) int {
	n := 0
	for i := range s.words {
		if s.words[i].term == term {
			n++
		}
	}
	return n
}

// negatingPrefixes turn a word round.
var negatingPrefixes = []string{"un", "in", "im", "il", "ir", "dis", "non", "mis", "de"}

// negates reports whether u is v with a prefix that turns it round, or the one
// ends in "less" where the other ends in "ful".
func negates(u, v string) bool {
	for _, p := range negatingPrefixes {
		if rest, ok := strings.CutPrefix(u, p); ok && len(rest) > 3 && strings.TrimPrefix(rest, "-") == v {
			return true
		}
	}
	rest, ok := strings.CutSuffix(u, "less")
	return ok && v == rest+"ful"
}

// turnedWords reports whether the words i and j, which alone have changed, turn
// each other round.
func (x *clasher) turnedWords(i, j int) bool {
	v, w := &x.s.words[i], &x.t.words[j]
	if negates(v.form.fold, w.form.fold) || negates(w.form.fold, v.form.fold) {
		return true
	}
	return v.term == w.term && v.sign*w.sign < 0 && !x.c.lex.traits[v.term].converse
}

// particles follow a verb and make another of it.
var particles = wordSet(`off out down up over away back forward`)

// changedParticle compares a verb with the same verb and a particle that makes
// its opposite: "called a strike", "called off the strike".
func (x *clasher) changedParticle() {
	find := func(s, t *sentence) (i, j int) {
		for i := range s.words {
			if i+1 >= len(s.words) || !particles[s.fold(i+1)] || s.words[i].term != s.words[i+1].term || !s.isVerb(i) {
				continue
			}
			for j := range t.words {
				if t.stem(j) == s.stem(i) && t.words[j].term != s.words[i].term && !has(t.terms, s.words[i].term) && t.isVerb(j) {
					return i, j
				}
			}
		}
		return -1, -1
	}
	if i, j := find(x.s, x.t); i >= 0 {
		x.addAt(ClashNegation, i, i+2, j, j+1)
	} else if j, i := find(x.t, x.s); j >= 0 {
		x.addAt(ClashNegation, i, i+1, j, j+2)
	}
}
