package compare

import (
	"cmp"
	"slices"
	"sort"

	"parallax/internal/sorting"
)

// Thresholds of relation, in thousandths. Words in the same order (inOrder) are
// twice the longest common subsequence over all words of both sentences.
const (
	nearMin     = 720 // words in the same order
	inOrderMin  = 300 // dice, below which no words are looked for in order
	rewordedMin = 420 // likeness of meaning
	relatedMin  = 270
	bridgedMin  = 150 // below which synonyms are not looked for
	clashCost   = 100 // so that a sentence without a clash is preferred
	neighbour   = 60  // added where the sentences before or after correspond too
)

// match is a candidate pair, before it is chosen.
type match struct {
	a, b     int32
	relation Relation
	inOrder  int32 // thousandths
	likeness int32 // thousandths
	score    int32 // likeness or inOrder, with the neighbours' bonus
	clashes  []Clash
	shared   int32 // thousandths of the lighter sentence that the other has
	part     bool  // one of the sentences has a closer partner
	alike    bool  // related, but reworded if it were not for a fact
}

// align compares article a with b, or with itself.
//
// Same sentences are found by their text; for the others, an index of the
// terms of b proposes partners, which are then scored in full. The best pairs
// are taken first, one partner each, then further partners for what is left.
// The cost is bounded by work per sentence, not by the square of the lengths.
func (c *Comparer) align(a, b int) Result {
	al := &aligner{c: c, a: a, b: b, as: c.articles[a], bs: c.articles[b], within: a == b, clashes: true}
	al.match()
	return al.result()
}

// match pairs the sentences.
func (al *aligner) match() {
	al.pairA = make([]int32, len(al.as))
	al.pairB = make([]int32, len(al.bs))
	al.identical()
	al.propose()
	al.choose()
}

type aligner struct {
	c            *Comparer
	a, b         int
	as, bs       []sentence
	within       bool
	clashes      bool    // of near pairs are wanted too
	roughly      bool    // facts do not decide which of several near sentences is paired
	outA, outB   []bool  // sentences left out of the comparison; nil for none
	pairA, pairB []int32 // partners so far
	taken        []match
	proposed     []match
}

func (al *aligner) take(m match) {
	al.pairA[m.a]++
	al.pairB[m.b]++
	al.taken = append(al.taken, m)
}

// identical pairs the sentences that are equal in every byte: the first with
// the first, the second with the second. What is left over on one side joins
// the last on the other.
func (al *aligner) identical() {
	places := map[string][]int32{}
	for j := range al.bs {
		if s := &al.bs[j]; takesPart(s, al.outB, j) {
			places[s.text] = append(places[s.text], int32(j))
		}
	}
	same := func(i, j int32) {
		al.take(match{a: i, b: j, relation: Identical, inOrder: 1000, likeness: 1000, score: 1000})
	}
	used := map[string]int{}
	if al.within {
		// Each with the next of its words.
		for i := range al.as {
			s := &al.as[i]
			if !takesPart(s, al.outA, i) {
				continue
			}
			used[s.text]++
			if js, n := places[s.text], used[s.text]; n < len(js) {
				same(int32(i), js[n])
			}
		}
		return
	}
	for i := range al.as {
		s := &al.as[i]
		js := places[s.text]
		if !takesPart(s, al.outA, i) || len(js) == 0 {
			continue
		}
		same(int32(i), js[min(used[s.text], len(js)-1)])
		used[s.text]++
	}
	for i := range al.as {
		s := &al.as[i]
		js := places[s.text]
		for n := used[s.text]; takesPart(s, al.outA, i) && n > 0 && n < len(js); n++ {
			same(int32(i), js[n])
			used[s.text]++
		}
	}
}

// Bounds of the search for partners of one sentence.
const (
	maxPostings = 2000 // postings read
	maxFull     = 12   // partners scored in full
)

// propose finds the pairs worth choosing from.
func (al *aligner) propose() {
	used := al.listTerms()
	defer func() {
		for _, t := range used {
			al.c.having[t] = al.c.having[t][:0]
		}
	}()
	found := sharing{weight: make([]int32, len(al.bs))}
	for i := range al.as {
		s := &al.as[i]
		if !takesPart(s, al.outA, i) || al.pairA[i] > 0 {
			continue
		}
		all := al.share(&found, int32(i))
		for _, j := range best(found.touched, found.weight) {
			if all && unlike(s, &al.bs[j], found.weight[j]) {
				continue
			}
			if m, ok := al.score(int32(i), j); ok {
				al.proposed = append(al.proposed, m)
			}
		}
		for _, j := range found.touched {
			found.weight[j] = 0
		}
	}
}

// listTerms lists in c.having, by term, the sentences of b that have no partner
// yet. It returns the terms that have a list.
func (al *aligner) listTerms() (used []int32) {
	if al.c.having == nil {
		al.c.having = make([][]int32, len(al.c.lex.base))
	}
	having := al.c.having
	for j := range al.bs {
		if !takesPart(&al.bs[j], al.outB, j) || al.pairB[j] > 0 {
			continue
		}
		for _, t := range al.bs[j].terms {
			if len(having[t]) == 0 {
				used = append(used, t)
			}
			having[t] = append(having[t], int32(j))
		}
	}
	return used
}

// sharing is what the sentences of b share with one of a.
type sharing struct {
	weight  []int32 // by sentence, in thousandths of a rare word
	touched []int32 // those that share something
	terms   []int32 // of the one of a
}

// share fills found for sentence i of a. It reports whether all that is shared was
// read: a frequent term is left out where that would be too much.
func (al *aligner) share(found *sharing, i int32) (all bool) {
	having := al.c.having
	found.terms = append(found.terms[:0], al.as[i].terms...)
	found.touched = found.touched[:0]
	postings := 0
	for _, t := range found.terms {
		postings += len(having[t])
	}
	if postings > maxPostings {
		// Rare terms first, so that the bound on the work loses the least.
		sorting.Stable(found.terms, func(x, y int32) int { return cmp.Compare(len(having[x]), len(having[y])) })
	}
	budget := maxPostings
	for _, t := range found.terms {
		w := al.c.lex.base[t] * al.c.rarity.of(t, 2) / 1000
		if budget -= len(having[t]); budget < 0 {
			return false
		}
		for _, j := range having[t] {
			if al.within && j <= i {
				continue
			}
			if found.weight[j] == 0 {
				found.touched = append(found.touched, j)
			}
			found.weight[j] += w
		}
	}
	return true
}

// best returns the maxFull sentences of most weight, the earlier first.
func best(touched, weight []int32) []int32 {
	top := make([]int32, 0, maxFull)
	for _, j := range touched {
		if len(top) == maxFull && weight[j] < weight[top[maxFull-1]] {
			continue
		}
		at := sort.Search(len(top), func(k int) bool {
			return weight[top[k]] < weight[j] || weight[top[k]] == weight[j] && top[k] > j
		})
		if at == maxFull {
			continue
		}
		top = top[:min(len(top)+1, maxFull)]
		copy(top[at+1:], top[at:])
		top[at] = j
	}
	return top
}

// unlike reports whether s and t cannot be a pair by what they share, in
// thousandths of a rare word: see score and overlap, where the weight of both is
// no less.
func unlike(s, t *sentence, shared int32) bool {
	o := overlap{shared: shared, both: s.weight + t.weight, least: min(s.weight, t.weight)}
	return o.dice() < inOrderMin && (2*o.dice()+o.contained())/3 < relatedMin-neighbour
}

// takesPart reports whether s, the nth of its article, is compared: page text and
// datelines are not.
func takesPart(s *sentence, out []bool, n int) bool {
	return s.comparable() && s.kind != dateline && (out == nil || !out[n])
}

// score rates one pair in full.
func (al *aligner) score(i, j int32) (match, bool) {
	s, t := &al.as[i], &al.bs[j]
	o := al.c.overlap(s, t)
	m := match{a: i, b: j, shared: o.contained()}
	if o.dice() >= inOrderMin {
		m.inOrder = inOrder(s.words, t.words)
	}
	if l := o.likeness(); l < rewordedMin && l >= bridgedMin {
		o = al.c.bridged(o, s, t)
	}
	m.likeness = o.likeness()
	if m.likeness >= rewordedMin-neighbour {
		o.told -= al.c.callings(s, t)
	}
	if o.terms < 2 && s.asks() != t.asks() || o.told < minTold || min(len(s.terms), len(t.terms)) < minTerms && o.dice() < headingMin {
		m.likeness = min(m.likeness, rewordedMin-neighbour-1)
	}
	switch {
	case m.inOrder >= nearMin:
		m.relation = Near
		m.score = max(m.inOrder, m.likeness)
	case m.likeness >= relatedMin-neighbour:
		m.relation = Related
		m.score = m.likeness
	default:
		return m, false
	}
	return m, true
}

// minShared is what two sentences must share, in thousandths of a rare word,
// for the one to count as contained in the other.
const minShared = 1800

// Names alone make no rewording, nor does a heading of two or three words.
const (
	minTold    = 200 // shared by words that are no names, like minShared
	minTerms   = 4   // of the shorter sentence, unless
	headingMin = 600 // most of both is shared
)

// asks reports whether a verb of s leads to a question: "know why", not "know him".
func (s *sentence) asks() bool {
	for i := 1; i < len(s.words); i++ {
		if askWords[s.fold(i)] && s.gap(i) == " " && s.isVerb(i-1) && s.words[i-1].class == plain {
			return true
		}
	}
	return false
}

var askWords = wordSet(`why how who whom whose what which where when whether`)

// callings returns what those words weigh that both sentences have only before one
// name, like minShared: two sentences on prosecutor Orlik need not tell the same of him.
func (c *Comparer) callings(s, t *sentence) (weight int32) {
	named := t.callings()
	for _, v := range s.callings() {
		if slices.Contains(named, v) && !c.lex.traits[v.term].proper && !c.lex.traits[v.term].title {
			weight += c.lex.base[v.term] * c.rarity.of(v.term, 2) / 1000
		}
	}
	return weight
}

// calling is a word that says what the person is whose name follows.
type calling struct{ term, name int32 }

// callings returns those of all names of s, "defence lawyer Mira Hasse", each once.
func (s *sentence) callings() []calling {
	var out []calling
	for i := range s.words {
		if w := &s.words[i]; w.class != name || i == 0 || s.words[i-1].class == name {
			continue
		}
		for k := i - 1; k >= 0 && s.gap(k+1) == " " && (s.words[k].class == plain || s.words[k].class == light) && !s.isVerb(k); k-- {
			if v := (calling{s.words[k].term, s.words[i].term}); has(s.terms, v.term) && !slices.Contains(out, v) {
				out = append(out, v)
			}
		}
	}
	return out
}

// choose takes the best pairs: near ones, then reworded, then related.
func (al *aligner) choose() {
	al.favourNeighbours()
	var near, reworded, related []match
	for _, m := range al.proposed {
		switch {
		case m.relation == Near:
			near = append(near, m)
		case m.score >= rewordedMin:
			m.relation = Reworded
			reworded = append(reworded, m)
		default:
			related = append(related, m)
		}
	}
	bestFirst(near)
	al.judgeNear(near)
	bestFirst(near)
	for _, m := range near {
		if al.bothOpen(m) {
			al.take(m)
		}
	}
	bestFirst(reworded)
	for _, m := range reworded {
		if !al.bothOpen(m) {
			continue // so that its facts need not be compared, which takes the most time
		}
		if m = al.judged(m); m.relation == Reworded {
			al.take(m)
		} else {
			related = append(related, m)
		}
	}
	// One sentence told in several: what is left over joins a sentence that
	// has a partner already.
	for _, m := range near {
		if al.pairA[m.a] == 0 || al.pairB[m.b] == 0 {
			m.part = true
			al.take(m)
		}
	}
	al.takeParts()
	related = append(related, al.figures()...)
	bestFirst(related)
	for _, m := range related {
		if m.score >= relatedMin && al.bothOpen(m) {
			al.take(m)
		}
	}
}

// favourNeighbours raises the pairs whose sentences before or after correspond
// too. It goes by the pairs as proposed, so that the order of choosing cannot
// change it.
func (al *aligner) favourNeighbours() {
	good := map[[2]int32]bool{}
	for _, m := range al.taken {
		good[[2]int32{m.a, m.b}] = true
	}
	for _, m := range al.proposed {
		if m.score >= rewordedMin {
			good[[2]int32{m.a, m.b}] = true
		}
	}
	for k := range al.proposed {
		m := &al.proposed[k]
		if good[[2]int32{m.a - 1, m.b - 1}] || good[[2]int32{m.a + 1, m.b + 1}] {
			m.score += neighbour
		}
	}
}

// judgeNear judges all of near, which stand best first, if clashes are wanted,
// and else those that another pair of a sentence of theirs comes so close to
// that a clash decides between them.
func (al *aligner) judgeNear(near []match) {
	switch {
	case al.roughly && al.clashes:
		for k := range near {
			near[k].clashes = al.judged(near[k]).clashes
		}
		return
	case al.roughly:
		return
	case al.clashes:
		for k := range near {
			near[k] = al.judged(near[k])
		}
		return
	}
	decides := make([]bool, len(near))
	lastA, lastB := make([]int32, len(al.as)), make([]int32, len(al.bs)) // places in near of a sentence's pair before, from 1
	for k := range near {
		m := &near[k]
		for _, last := range []*int32{&lastA[m.a], &lastB[m.b]} {
			if *last > 0 && near[*last-1].score-m.score <= clashCost {
				decides[*last-1], decides[k] = true, true
			}
			*last = int32(k) + 1
		}
	}
	for k := range near {
		if decides[k] {
			near[k] = al.judged(near[k])
		}
	}
}

// judged is m with the facts in which its sentences differ: a pair with some is
// not preferred, and is related rather than reworded; so is one of which not all
// facts are read.
func (al *aligner) judged(m match) match {
	if m.relation == Reworded && (al.as[m.a].long() || al.bs[m.b].long()) {
		m.relation = Related
		return m
	}
	x := al.c.newClasher(al.a, al.b, m.a, m.b, m.relation == Near)
	x.own = x.own || m.part // a part tells less
	clashes := x.find(!al.clashes)
	if al.clashes {
		m.clashes = clashes
	}
	clash := len(clashes) > 0
	if m.relation == Reworded && al.c.headlineUnmet(&al.as[m.a], &al.bs[m.b]) {
		m.relation = Related
	}
	if m.relation == Reworded && (clash || al.occasions(m)) {
		m.relation, m.alike = Related, true
	}
	if clash {
		m.score -= clashCost
	}
	return m
}

func (al *aligner) bothOpen(m match) bool { return al.pairA[m.a] == 0 && al.pairB[m.b] == 0 }

func bestFirst(ms []match) {
	sorting.Stable(ms, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
}

// newsDays is how far apart two articles may be published and still report one
// statement in different words.
const newsDays = 30

// occasions reports whether both sentences of m report what somebody said, in
// articles so far apart in time that it was said on two occasions.
func (al *aligner) occasions(m match) bool {
	days, dated := al.c.daysApart(al.a, al.b)
	return dated && days > newsDays && al.as[m.a].spoken && al.bs[m.b].spoken
}

// result turns the chosen pairs into the answer.
func (al *aligner) result() Result {
	var r Result
	matchedA, matchedB := make([]bool, len(al.as)), make([]bool, len(al.bs))
	for _, m := range al.taken {
		p := Pair{A: m.a, B: m.b, Relation: m.relation, Clashes: m.clashes, Part: m.part, Alike: m.alike}
		s, t := &al.as[m.a], &al.bs[m.b]
		if m.relation != Related {
			matchedA[m.a], matchedB[m.b] = true, true
			p.Ops = wordOps(s.text, t.text, s.at, t.at)
		}
		p.Reason = al.c.reason(m, s, t)
		r.Pairs = append(r.Pairs, p)
	}
	sortPairs(r.Pairs)
	if !al.within {
		markMoved(r.Pairs, al.as, al.bs)
	}
	for i := range al.as {
		if takesPart(&al.as[i], al.outA, i) && !matchedA[i] && !(al.within && matchedB[i]) {
			r.OnlyA = append(r.OnlyA, int32(i))
		}
	}
	for j := range al.bs {
		if !al.within && takesPart(&al.bs[j], al.outB, j) && !matchedB[j] {
			r.OnlyB = append(r.OnlyB, int32(j))
		}
	}
	return r
}

func sortPairs(ps []Pair) {
	sorting.Stable(ps, func(x, y Pair) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
}

// inOrder returns the words that two sentences have in the same order, as twice
// the longest common subsequence over all words, in thousandths.
func inOrder(a, b []word) int32 {
	if len(a)+len(b) == 0 {
		return 0
	}
	// Too unlike in length to be near, whatever the words.
	if m := min(len(a), len(b)); 4000*m < 1000*(len(a)+len(b)) {
		return 0
	}
	return int32(2000 * lcs(a, b) / (len(a) + len(b)))
}
