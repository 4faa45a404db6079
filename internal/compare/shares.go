package compare

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

// quantifiers are by what they say of a set.
var quantifiers = numbered(`all|every|each some|several|certain most few|fewer none|no|neither both half many`)

// changedShare compares a number on one side of a change with a word such as
// "all" on the other.
func (x *clasher) changedShare(a, b [2]int) {
	word := func(s *sentence, in [2]int) (int, bool) {
		for i := in[0]; i < in[1]; i++ {
			if q := quantifiers[s.fold(i)]; q > 0 && s.fold(i) != "both" && s.fold(i) != "half" && s.fold(i) != "no" {
				return i, true
			}
		}
		return 0, false
	}
	number := func(ns []number, in [2]int) (*number, bool) {
		for i := range ns {
			if touches(ns[i].from, ns[i].to, in) && !ns[i].soft {
				return &ns[i], true
			}
		}
		return nil, false
	}
	n, inA := number(x.f.numbers, a)
	m, inB := number(x.g.numbers, b)
	if i, ok := word(x.t, b); ok && inA && !inB {
		x.add(ClashNumber, x.s.numberPhrase(n), x.t.phrase(i, i+1))
	}
	if i, ok := word(x.s, a); ok && inB && !inA {
		x.add(ClashNumber, x.s.phrase(i, i+1), x.t.numberPhrase(m))
	}
}
