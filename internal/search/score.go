package search

import (
	"math/bits"

	"parallax/internal/sorting"
)

// found is one article on its way into the answer.
type found struct {
	doc   uint32
	all   bool
	score float32
	near  float32 // the part of score that words standing near each other gave
	head  float32 // and the part that a headline beginning with the query gave
}

// rank finds the best articles: first those with all words, by score; equals
// stay newest first. It leaves them in e.top, at most o.Limit.
//
// It takes two steps. Scores by words alone come first; of the best the places
// of the words are read and the bonus for words near each other is added. How
// many those are does not depend on the limit, so a longer list begins like a
// shorter one.
func (e *evaluation) rank() {
	ix := e.ix
	if e.o.ByDate || len(e.parts) == 0 {
		e.newest(e.all, true)
		if len(e.top) < e.o.Limit {
			e.newest(e.some(), false)
		}
		e.weighTop()
		return
	}
	pool := e.o.Limit
	if e.pairs = e.neighbours(); len(e.pairs) > 0 {
		pool = max(pool, rescored)
	}
	heads := e.headlined()
	apart := ix.bitmap()
	for i := range heads {
		apart.set(heads[i].doc)
	}
	e.best(e.all, apart, pool, true)
	for i := len(heads) - 1; i >= 0; i-- {
		h := heads[i]
		score := h.score
		for k := range e.parts {
			score += e.parts[k].gives(h.doc)
		}
		e.top = append(e.top, found{doc: h.doc, all: true, head: h.score, score: score})
	}
	if len(e.top) < e.o.Limit {
		e.best(e.some(), apart, pool-len(e.top), false)
	}
	sortFound(e.top)
	first := e.top[:min(len(e.top), rescored)]
	e.rescore(first)
	sortFound(first)
	e.top = e.top[:min(len(e.top), e.o.Limit)]
}

// some returns the articles with some of the words, but not all.
func (e *evaluation) some() bitmap {
	some := e.ix.bitmap()
	for i, w := range e.any {
		some[i] = w &^ e.all[i]
	}
	return some
}

// sortFound sorts by rank: all words, score, and newest first. Short lists, by
// far the most, are sorted here: sorting calls back for each comparison.
func sortFound(list []found) {
	if len(list) > 2*rescored {
		sorting.Stable(list, func(a, b found) int {
			if ahead(&a, &b) {
				return -1
			}
			return 1 // no two are the same article
		})
		return
	}
	for i := 1; i < len(list); i++ {
		f := list[i]
		at := i
		for ; at > 0 && ahead(&f, &list[at-1]); at-- {
			list[at] = list[at-1]
		}
		list[at] = f
	}
}

func ahead(a, b *found) bool {
	if a.all != b.all {
		return a.all
	}
	return a.score > b.score || a.score == b.score && a.doc < b.doc
}

// newest takes the first articles of set, which are the newest.
func (e *evaluation) newest(set bitmap, all bool) {
	for i, w := range set {
		for ; w != 0 && len(e.top) < e.o.Limit; w &= w - 1 {
			e.top = append(e.top, found{doc: uint32(i<<6 + bits.TrailingZeros64(w)), all: all})
		}
	}
}

// weighTop scores the articles already chosen.
func (e *evaluation) weighTop() {
	set := e.ix.bitmap()
	for _, f := range e.top {
		set.set(f.doc)
	}
	for i := range e.parts {
		p := &e.parts[i]
		e.count(p, set)
		for k := range e.top {
			e.top[k].score += p.gives(e.top[k].doc)
		}
	}
}

// best appends the k articles of set with the highest scores to e.top. Those
// apart are counted as well, but stay out.
//
// The parts of the query are weighed from the rarest on. As soon as k articles
// have more than what an article without the words so far can still get, the
// others are dropped; so the thousands that only have "the" are never scored
// (MaxScore: Turtle & Flood 1995).
func (e *evaluation) best(set, apart bitmap, k int, all bool) {
	n := set.count()
	if k <= 0 || n == 0 {
		return
	}
	ix := e.ix
	if len(e.parts) == 1 && e.parts[0].word() != nil {
		e.count(&e.parts[0], set)
		e.take(e.bestOfWord(e.parts[0].word(), set, apart, k), all)
		return
	}
	if e.total == nil {
		e.total = ix.column()
	}
	open := ix.copied(set)
	seen := ix.bitmap()
	rest := float32(0)
	for i := range e.parts {
		rest += e.parts[i].bound
	}
	for i, part := range e.byBound() {
		rest -= part.bound
		e.count(part, open)
		e.weigh(part, open)
		if n <= 2*k || i+1 == len(e.parts) {
			continue
		}
		for w := range seen {
			seen[w] |= part.docs[w] & open[w] &^ apart[w]
		}
		best := e.highest(seen, k)
		if len(best) < k {
			continue
		}
		// A hair more than the rest, for the rounding of the sums.
		need := best[0].score - float32(rest*1.0001)
		if need > 0 {
			for w := range open {
				open[w] &= seen[w] | apart[w]
				for word := seen[w]; word != 0; word &= word - 1 {
					if e.total[w<<6+bits.TrailingZeros64(word)] < need {
						open[w] &^= word & -word
					}
				}
			}
		}
	}
	open.andNot(apart)
	e.take(e.highest(open, k), all)
}

// byBound returns the parts by what they can give, the most first.
func (e *evaluation) byBound() []*part {
	var order []*part
	for i := range e.parts {
		at := len(order)
		order = append(order, nil)
		for ; at > 0 && order[at-1].bound < e.parts[i].bound; at-- {
			order[at] = order[at-1]
		}
		order[at] = &e.parts[i]
	}
	return order
}

// take appends articles, about the best first.
func (e *evaluation) take(heap []scored, all bool) {
	for i := len(heap) - 1; i >= 0; i-- {
		e.top = append(e.top, found{doc: heap[i].doc, all: all, score: heap[i].score})
	}
}

// highest returns the k articles of set with the highest scores so far, the
// worst of them first. The next call overwrites them.
func (e *evaluation) highest(set bitmap, k int) []scored {
	heap := e.ix.work.heap[:0]
	for i, w := range set {
		for ; w != 0; w &= w - 1 {
			doc := uint32(i<<6 + bits.TrailingZeros64(w))
			// Articles come by number, so of equals the first stay.
			if score := e.total[doc]; len(heap) < k || score > heap[0].score {
				heap = push(heap, scored{score, doc}, k)
			}
		}
	}
	e.ix.work.heap = heap
	return heap
}

// bestOfWord is weigh and highest in one, for a query of one word.
func (e *evaluation) bestOfWord(s *slot, set, apart bitmap, k int) []scored {
	heap := e.ix.work.heap[:0]
	least := float32(0) // no article with the word less often comes among the best
	n := 0
	for i, w := range s.docs {
		for w &= set[i] &^ apart[i]; w != 0; w &= w - 1 {
			doc := uint32(i<<6 + bits.TrailingZeros64(w))
			n++
			often := s.often[doc]
			if often < least {
				continue
			}
			if score := s.weight(often); len(heap) < k || score > heap[0].score {
				heap = push(heap, scored{score, doc}, k)
				if len(heap) == k {
					least = s.often[heap[0].doc] * 0.9999 // a hair less, for rounding
				}
			}
		}
	}
	e.ix.work.heap = heap
	e.ix.work.scored += n
	return heap
}

// scored is an article with what it has so far.
type scored struct {
	score float32
	doc   uint32
}

// push adds x to a heap that keeps the k best, the worst of them first. Of
// equals the first by number stay.
func push(heap []scored, x scored, k int) []scored {
	if len(heap) < k {
		i := len(heap)
		heap = append(heap, x)
		for i > 0 {
			up := (i - 1) / 2
			if !x.worse(heap[up]) {
				break
			}
			heap[i] = heap[up]
			i = up
		}
		heap[i] = x
		return heap
	}
	if !heap[0].worse(x) {
		return heap
	}
	i := 0
	for {
		down := 2*i + 1
		if down >= len(heap) {
			break
		}
		if down+1 < len(heap) && heap[down+1].worse(heap[down]) {
			down++
		}
		if !heap[down].worse(x) {
			break
		}
		heap[i] = heap[down]
		i = down
	}
	heap[i] = x
	return heap
}

func (a scored) worse(b scored) bool {
	return a.score < b.score || a.score == b.score && a.doc > b.doc
}

// count makes often complete for the articles of set.
func (e *evaluation) count(p *part, set bitmap) {
	for i := range p.operands {
		op := &p.operands[i]
		for k := range op.slots {
			s := &op.slots[k]
			for _, x := range s.dense {
				e.ix.work.checked += e.ix.countDense(x.term, x.weight, 0, s.often, s.docs, set)
			}
		}
	}
}

// word returns the slot of a part that is one word, nil if it is more.
func (p *part) word() *slot {
	if len(p.operands) > 1 || len(p.operands[0].slots) > 1 {
		return nil
	}
	return &p.operands[0].slots[0]
}

// gives returns what a part gives to an article that has been counted.
func (p *part) gives(doc uint32) float32 {
	most := float32(0)
	for i := range p.operands {
		op := &p.operands[i]
		if !op.docs.has(doc) {
			continue
		}
		sum := float32(0)
		for k := range op.slots {
			sum += op.slots[k].weight(op.slots[k].often[doc])
		}
		most = max(most, sum)
	}
	return most
}

// weigh adds what a part gives to the totals of the articles of set.
func (e *evaluation) weigh(p *part, set bitmap) {
	n := 0
	total, s := e.total, p.word()
	for i, w := range p.docs {
		for w &= set[i]; w != 0; w &= w - 1 {
			doc := uint32(i<<6 + bits.TrailingZeros64(w))
			n++
			if s != nil {
				total[doc] += s.weight(s.often[doc])
			} else {
				total[doc] += p.gives(doc)
			}
		}
	}
	e.ix.work.scored += n
}

// pair is two parts of the query whose words should stand near each other.
type pair struct {
	a, b   int    // in evaluation.parts
	apart  uint32 // words from the first of a to the first of b, as typed
	weight float32
}

// neighbours pairs the words that follow each other in the query.
func (e *evaluation) neighbours() []pair {
	var pairs []pair
	for i := 1; i < len(e.parts); i++ {
		a, b := &e.parts[i-1], &e.parts[i]
		pairs = append(pairs, pair{i - 1, i, uint32(len(a.operands[0].slots)), min(a.bound, b.bound, telling)})
	}
	return pairs
}

// rescore adds to the first articles, by rank, what words near each other
// give.
func (e *evaluation) rescore(first []found) {
	if len(e.pairs) == 0 {
		return
	}
	weight := float32(0)
	for _, p := range e.pairs {
		weight += p.weight
	}
	// Who cannot come among the first even with all of the bonus is passed over.
	// The others come in order, so those passed over are after least places.
	full := len(first) > e.o.Limit
	var least found
	places := e.o.Limit
	if full {
		least = first[e.o.Limit-1]
		for i := 0; !least.all && first[i].all; i++ {
			places--
		}
	}
	heap := e.ix.work.heap[:0]
	words := e.findParts()
	at := e.ix.work.partPlaces(len(e.parts))
	for i := range first {
		f := &first[i]
		if full && least.all && !f.all {
			break
		}
		bar := float32(-1) // what it must reach
		if full && f.all == least.all && len(heap) == places {
			bar = heap[0].score
		}
		f.near = e.proximity(f, words, at, weight, bar)
		f.score += f.near
		if f.all == least.all {
			heap = push(heap, scored{f.score, f.doc}, places)
		}
	}
	e.ix.work.heap = heap
}

// proximity returns what words near each other give to f, where all pairs weigh weight;
// 0 if that cannot lift f to the bar. It uses at for the places of the parts.
func (e *evaluation) proximity(f *found, words *finder, at [][]uint32, weight, bar float32) float32 {
	if f.head != 0 || f.score+float32(titleNear*titleFirst*weight*1.0001) < bar {
		return 0
	}
	words.readTitle(f.doc)
	inTitle := 0
	for k := range e.parts {
		at[k] = words.part(at[k][:0], &e.parts[k], f.doc)
		inTitle += min(len(at[k]), 1)
	}
	share := float32(inTitle) / float32(len(e.parts))
	share *= share * share
	share *= share
	title := max(nearWeight, float32(titleNear*float32(share*share)))
	most := float32(nearWeight)
	if f.all {
		most = max(nearWeight, phraseWeight)
	}
	if inTitle > 1 {
		most = max(most, title*titleFirst)
	}
	if f.score+float32(most*weight*1.0001) < bar {
		return 0
	}
	words.readRest()
	for k := range e.parts {
		at[k] = words.part(at[k][:0], &e.parts[k], f.doc)
	}
	near := float32(0)
	for _, p := range e.pairs {
		near += float32(p.weight * closeness(at[p.a], at[p.b], p.apart, title, &e.ix.layouts[f.doc]))
	}
	if f.all && near < phraseWeight*weight && e.sideBySide(at) {
		near = float32(phraseWeight * weight)
	}
	return near
}

// sideBySide reports whether the parts, whose places are given, stand side by
// side somewhere, in the order typed.
func (e *evaluation) sideBySide(places [][]uint32) bool {
	found := append(e.ix.work.finder.both[:0], places[0]...)
	e.ix.work.finder.both = found
	apart := uint32(0)
	for _, p := range e.pairs {
		apart += p.apart
		found = following(found, places[p.b], apart)
	}
	return len(found) > 0
}

// closeness says how near the places of two words come to standing as typed:
// nearWeight if b stands apart words after a, a quarter of it if one word lies
// between, a ninth if two; the other way round one word more is counted. Beyond
// nearest words it is 0. In the headline, title stands for nearWeight.
func closeness(a, b []uint32, apart uint32, title float32, l *layout) float32 {
	best := float32(0)
	i := 0
	for _, at := range a {
		for i < len(b) && b[i]+nearest < at {
			i++
		}
		for k := i; k < len(b) && b[k] < at+apart+nearest; k++ {
			var off uint32
			switch want := at + apart; {
			case b[k] >= want:
				off = b[k] - want
			case b[k] > at:
				off = want - b[k]
			default:
				off = at - b[k] + 1
			}
			field := l.field(at)
			if off >= nearest || field != l.field(b[k]) {
				continue
			}
			weight := float32(nearWeight)
			if field == Title {
				weight = title
				if at == 0 {
					weight *= titleFirst
				}
			}
			best = max(best, weight/float32((1+off)*(1+off)))
		}
	}
	return best
}
