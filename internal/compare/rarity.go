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

// overlap compares two sentences by their terms. dice is twice the weight of
// what they share over the weight of all they have; contained is the weight of
// what they share over that of the lighter; both in thousandths. shared is in
// thousandths of a rare plain word, told the part of it that is
// no name or title.
func (c *Comparer) overlap(a, b *sentence) (dice, contained, shared, told int32) {
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
			shared += both
			if !c.lex.traits[x].proper && !c.lex.traits[x].title {
				told += both
			}
			i, j = i+1, j+1
		}
	}
	if wa+wb == 0 || min(wa, wb) == 0 {
		return 0, 0, 0, 0
	}
	return 2000 * shared / (wa + wb), 1000 * shared / min(wa, wb), shared, told
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
