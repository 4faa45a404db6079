package compare

import (
	"slices"

	"znkr.io/diff"

	"parallax/internal/text"
)

// maxWords is how many words a sentence has at most for its facts to be compared
// as a whole, which takes the square of them; a long list has 300. A "sentence"
// with more is a text without sentence ends. Near ones are compared where they
// differ, part by part; others are related at most, as not all facts are read.
const maxWords = 600

func (s *sentence) long() bool { return len(s.words) > maxWords }

// part is the words from to to of s, to not included, as a sentence: at most
// maxWords of them.
func (s *sentence) part(from, to int) sentence {
	to = min(to, from+maxWords)
	p := *s
	p.words, p.text = s.words[from:to], s.phrase(from, to)
	p.at = text.Span{Start: s.words[from].at.Start, End: s.words[to-1].at.End}
	p.terms = distinctTerms(p.words)
	p.facts, p.kin, p.bare = nil, nil, ""
	return p
}

// stretch is a range of words of each of two sentences, ends not included.
type stretch struct{ from, to [2]int }

// Words of a stretch: as of some sentences, so that a number is not held against
// one that stands elsewhere.
const (
	besideChange = 30 // around a change
	maxStretch   = 150
)

// stretches returns the stretches in which near sentences differ, with the same
// words around them. Changes that stand close are in one.
func stretches(s, t []word) []stretch {
	var out []stretch
	hunks := diff.Hunks(meanings(s), meanings(t), diff.Context(0))
	for k, h := range hunks {
		before, after := h.PosX, len(s)-h.EndX // words that both have
		if k > 0 {
			before -= hunks[k-1].EndX
		}
		if k+1 < len(hunks) {
			after = hunks[k+1].PosX - h.EndX
		}
		n := min(after, besideChange)
		end := [2]int{h.EndX + n, h.EndY + n}
		last := len(out) - 1
		if last < 0 || before > 2*besideChange || max(end[0]-out[last].from[0], end[1]-out[last].from[1]) > maxStretch {
			n := min(before, besideChange)
			out = append(out, stretch{from: [2]int{h.PosX - n, h.PosY - n}})
			last++
		}
		out[last].to = end
	}
	return out
}

// inParts finds the clashes of near sentences of which one is long.
func (x *clasher) inParts(first bool) []Clash {
	for _, c := range stretches(x.s.words, x.t.words) {
		if c.from[0] == c.to[0] || c.from[1] == c.to[1] || len(x.out) >= maxClashes || first && len(x.out) > 0 {
			continue
		}
		s, t := x.s.part(c.from[0], c.to[0]), x.t.part(c.from[1], c.to[1])
		part := clasher{c: x.c, a: x.a, b: x.b, s: &s, t: &t, f: x.c.readFacts(x.a, &s), g: x.c.readFacts(x.b, &t), near: true, own: x.own}
		for _, cl := range part.find(first) {
			if !slices.Contains(x.out, cl) {
				x.out = append(x.out, cl)
			}
		}
	}
	return x.out
}
