package timeline

import (
	"math"
	"slices"
	"strings"

	"parallax/internal/compare"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// bag is the content words of a stretch of text: numbers of stems, increasing.
type bag []uint32

// shelf numbers the stems of a dossier and knows how rare each is.
type shelf struct {
	number    map[string]uint32
	sentences []int32 // stem → sentences that have it
	name      []bool  // stem → written with a capital inside a sentence
	anybody   []bool  // stem → a figure, or stands for people of any kind
	total     int     // sentences
	weights   []float64
	heaviest  float64 // weight of a stem that stands once

	thesaurus *compare.Thesaurus
}

func newShelf() *shelf {
	return &shelf{number: map[string]uint32{}, thesaurus: compare.NewThesaurus()}
}

// bag numbers the content words of the segments of c; nil means all of them.
// Dates are no content: two tellings of one event may name it differently.
func (s *shelf) bag(c *clause, segs []int) bag {
	var b bag
	for i, t := range c.toks {
		if segs != nil && !slices.Contains(segs, t.seg) {
			continue
		}
		if n, ok := s.numberOf(c, i); ok {
			b = append(b, n)
		}
	}
	sorting.Ordered(b)
	return slices.Compact(b)
}

// numberOf returns the number of the stem of token i if it is a content word.
func (s *shelf) numberOf(c *clause, i int) (uint32, bool) {
	t := c.toks[i]
	if t.date || closed(t.word) || relatives.Has(t.word) {
		return 0, false
	}
	stem := stemOf(t.word)
	n, ok := s.number[stem]
	if !ok && s.weights != nil {
		return 0, false // all has been counted: it stands in what is no content
	}
	if !ok {
		n = uint32(len(s.sentences))
		s.number[stem] = n
		s.sentences = append(s.sentences, 0)
		s.name = append(s.name, false)
		s.anybody = append(s.anybody, anybody.Has(t.word) || isFigure(t.word))
	}
	if t.cap && i > 0 {
		s.name[n] = true
	}
	return n, true
}

// join returns the stems of both.
func join(a, b bag) bag {
	both := slices.Concat(a, b)
	sorting.Ordered(both)
	return slices.Compact(both)
}

// count takes a sentence into account for how rare its stems are.
func (s *shelf) count(b bag) {
	s.total++
	for _, n := range b {
		s.sentences[n]++
	}
}

// weigh fixes the weights once everything is counted.
func (s *shelf) weigh() {
	s.weights = make([]float64, len(s.sentences))
	for n, df := range s.sentences {
		s.weights[n] = s.weightAt(df)
	}
	s.heaviest = s.weightAt(1)
}

// weightAt is the weight of a stem that so many sentences have.
func (s *shelf) weightAt(sentences int32) float64 {
	return math.Log(1 + float64(s.total)/(float64(sentences)+0.5))
}

func (s *shelf) weight(b bag) float64 {
	sum := 0.0
	for _, n := range b {
		sum += s.weights[n]
	}
	return sum
}

// overlap is what two bags have in common.
type overlap struct {
	share float64 // of their weighted words, from 0 to 1 (Dice)
	held  float64 // of the weighted words of the smaller
	stems int     // that are in both
	name  bool    // one of these is a name
}

// alike likens a and b.
func (s *shelf) alike(a, b bag) (o overlap) {
	if len(a) == 0 || len(b) == 0 {
		return overlap{}
	}
	common := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			common += s.weights[a[i]]
			o.name = o.name || s.name[a[i]]
			o.stems, i, j = o.stems+1, i+1, j+1
		}
	}
	x, y := s.weight(a), s.weight(b)
	o.share, o.held = 2*common/(x+y), common/min(x, y)
	return o
}

// stemOf cuts the endings that English inflects by. Crude on purpose: it only
// decides which words count as one when sentences are likened.
func stemOf(w string) string {
	for _, end := range []string{"’s", "'s"} {
		w = strings.TrimSuffix(w, end)
	}
	w = text.American(w)
	for _, end := range []string{"ing", "ed", "es", "s"} {
		if base, ok := strings.CutSuffix(w, end); ok && len(base) >= 4 {
			return strings.TrimSuffix(base, "e")
		}
	}
	return strings.TrimSuffix(w, "e")
}
