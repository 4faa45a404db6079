package compare

import (
	"math"
	"slices"

	"parallax/internal/sorting"
)

// rarity tells how much a term counts by how few sentences have it. Sentences
// of the same words count once, so that a background paragraph that every
// article carries does not make its own words common.
//
// When two sentences are compared they are left out of the count: with df the
// number of other sentences that have the term and n of other sentences,
//
//	rarity = log((n+2)/(df+1)) / log(n+2)
//
// which is 1 for a term that no other sentence has and near 0 for one that all
// have. So two bare texts, of which nothing else is known, are compared by
// plain words, and in a dossier on one war the names of its parties count for
// little, without a jump between.
type rarity struct {
	df     []int32 // by term: distinct sentences that have it
	factor []int32 // by df of other sentences, in thousandths
}

func newRarity(articles [][]sentence, terms int) rarity {
	r := rarity{df: make([]int32, terms)}
	all := 0
	for _, ss := range articles {
		all += len(ss)
	}
	seen := make(map[string]bool, all)
	n := 0
	for _, ss := range articles {
		for i := range ss {
			s := &ss[i]
			if !s.comparable() || seen[s.text] {
				continue
			}
			seen[s.text] = true
			n++
			for _, t := range s.terms {
				r.df[t]++
			}
		}
	}
	r.factor = make([]int32, n+1)
	for df := range r.factor {
		others := float64(max(n-2, 0)) + 2
		f := math.Log(others/float64(df+1)) / math.Log(others)
		r.factor[df] = int32(1000 * max(f, 0.04))
	}
	return r
}

// of returns the factor of a term, in thousandths, leaving out the sentences
// at hand that have it.
func (r *rarity) of(term, leftOut int32) int32 {
	return r.factor[max(r.df[term]-leftOut, 0)]
}

// weigh adds up what terms weigh that only the sentence at hand has.
func (c *Comparer) weigh(terms []int32) int32 {
	var sum int32
	for _, t := range terms {
		sum += c.lex.base[t] * c.rarity.of(t, 1) / 1000
	}
	return sum
}

// overlap is what two sentences share, weighed in thousandths of a rare plain
// word. A thousand words weigh so much that only an int64 holds a thousand times
// that.
type overlap struct {
	terms  int   // shared
	shared int32 // the terms that both have
	told   int32 // the part of shared that is no name or title
	both   int32 // all terms of the one and all of the other
	least  int32 // all terms of the lighter
}

// dice is twice what is shared over what both have, in thousandths.
func (o overlap) dice() int32 {
	if o.least == 0 {
		return 0
	}
	return int32(2000 * int64(o.shared) / int64(o.both))
}

// contained is what is shared over what the lighter sentence has, in thousandths.
func (o overlap) contained() int32 {
	if o.least == 0 {
		return 0
	}
	return int32(1000 * int64(o.shared) / int64(o.least))
}

// likeness is how alike both are in meaning, in thousandths.
func (o overlap) likeness() int32 {
	l := (2*o.dice() + o.contained()) / 3
	if o.shared < minShared {
		l = min(l, o.dice())
	}
	return l
}

// overlap compares two sentences by their terms.
func (c *Comparer) overlap(a, b *sentence) overlap {
	var o overlap
	wa, wb := a.weight, b.weight
	for i, j := 0, 0; i < len(a.terms) && j < len(b.terms); {
		switch x, y := a.terms[i], b.terms[j]; {
		case x < y:
			i++
		case y < x:
			j++
		default:
			alone := c.lex.base[x] * c.rarity.of(x, 1) / 1000
			both := c.lex.base[x] * c.rarity.of(x, 2) / 1000
			wa += both - alone
			wb += both - alone
			o.shared += both
			o.terms++
			if !c.lex.traits[x].proper && !c.lex.traits[x].title {
				o.told += both
			}
			i, j = i+1, j+1
		}
	}
	o.both, o.least = wa+wb, min(wa, wb)
	return o
}

// bridge is what a synonym counts, in thousandths of the same word.
const bridge = 550

// bridged is o, the overlap of s and t, with the synonyms of which each has one.
func (c *Comparer) bridged(o overlap, s, t *sentence) overlap {
	ws := c.kinOf(t)
	used := make([]bool, len(ws))
	for _, v := range c.kinOf(s) {
		if has(t.terms, v.term) {
			continue
		}
		for j, w := range ws {
			if used[j] || !v.meets(w) || has(s.terms, w.term) {
				continue
			}
			used[j] = true
			weight := min(c.lex.base[v.term]*c.rarity.of(v.term, 1), c.lex.base[w.term]*c.rarity.of(w.term, 1)) / 1000 * bridge / 1000
			o.shared, o.told = o.shared+weight, o.told+weight
			break
		}
	}
	return o
}

// kin is a term with the rows of synonyms that have it, alone and with the word
// after it.
type kin struct {
	term int32
	rows [2][]int16
}

func (v kin) meets(w kin) bool {
	return meetRows(v.rows[0], w.rows[0]) || meetRows(v.rows[0], w.rows[1]) || meetRows(v.rows[1], w.rows[0]) || meetRows(v.rows[1], w.rows[1])
}

// kinOf returns those terms of s that have synonyms, each once.
func (c *Comparer) kinOf(s *sentence) []kin {
	if s.kin == nil {
		s.kin = []kin{}
		for i := range s.words {
			term := s.words[i].term
			if !s.tells(i) || slices.ContainsFunc(s.kin, func(k kin) bool { return k.term == term }) {
				continue
			}
			spelled := c.spelled(s, i)
			k := kin{term, [2][]int16{c.synonymRows(spelled[0]), c.synonymRows(spelled[1])}}
			if len(k.rows[0])+len(k.rows[1]) > 0 {
				s.kin = append(s.kin, k)
			}
		}
	}
	return s.kin
}

// fewTerms is up to how many terms are sorted by insertion, which takes half as
// long for a sentence.
const fewTerms = 48

// sortedSet sorts terms in place and returns each once, increasing.
func sortedSet(terms []int32) []int32 {
	if len(terms) > fewTerms {
		sorting.Ordered(terms)
		return slices.Compact(terms)
	}
	set := terms[:0]
	for _, t := range terms {
		i := len(set)
		for i > 0 && set[i-1] > t {
			i--
		}
		if i > 0 && set[i-1] == t {
			continue
		}
		set = append(set, 0)
		copy(set[i+1:], set[i:])
		set[i] = t
	}
	return set
}
