package search

import (
	"cmp"
	"math/bits"
	"slices"
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
	e.total = ix.column()
	clear(e.total)
	some := ix.bitmap()
	copy(some, e.any)
	some.andNot(e.all)
	if e.o.ByDate || len(e.parts) == 0 {
		e.newest(e.all, true)
		e.newest(some, false)
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
	for _, h := range heads {
		e.top = append(e.top, found{doc: h.doc, all: true, head: h.score, score: e.total[h.doc] + h.score})
	}
	e.best(some, apart, pool-len(e.top), false)
	slices.SortFunc(e.top, byRank)
	first := e.top[:min(len(e.top), rescored)]
	e.rescore(first)
	slices.SortFunc(first, byRank)
	e.top = e.top[:min(len(e.top), e.o.Limit)]
}

// byRank orders by all words, score, and newest first.
func byRank(a, b found) int {
	switch {
	case a.all && !b.all || a.all == b.all && a.score > b.score:
		return -1
	case a.all != b.all || a.score < b.score:
		return 1
	}
	return cmp.Compare(a.doc, b.doc)
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
		e.weigh(&e.parts[i], set)
	}
	for i := range e.top {
		e.top[i].score = e.total[e.top[i].doc]
	}
}

// best appends the k articles of set with the highest scores to e.top. Those
// apart are scored as well, but stay out.
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
	open := ix.bitmap()
	copy(open, set)
	rest := float32(0)
	order := make([]int, len(e.parts))
	for i := range e.parts {
		order[i] = i
		rest += e.parts[i].bound
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(e.parts[b].bound, e.parts[a].bound) })
	seen := ix.bitmap()
	for i, p := range order {
		part := &e.parts[p]
		rest -= part.bound
		e.weigh(part, open)
		if n <= k || i+1 == len(order) {
			continue
		}
		for w := range seen {
			seen[w] |= part.docs[w] & open[w] &^ apart[w]
		}
		best := e.highest(seen, k, all)
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
	e.top = append(e.top, e.highest(open, k, all)...)
}

// highest returns the k articles of set with the highest scores so far, the
// worst of them first. The next call overwrites them.
func (e *evaluation) highest(set bitmap, k int, all bool) []found {
	heap := e.ix.work.heap[:0]
	for i, w := range set {
		for ; w != 0; w &= w - 1 {
			doc := uint32(i<<6 + bits.TrailingZeros64(w))
			// Articles come by number, so of equals the first stay.
			if score := e.total[doc]; len(heap) < k || score > heap[0].score {
				heap = push(heap, found{doc: doc, all: all, score: score}, k)
			}
		}
	}
	e.ix.work.heap = heap
	return heap
}

// push adds f to a heap that keeps the k best, the worst of them first. Of
// equals those pushed first stay.
func push(heap []found, f found, k int) []found {
	if len(heap) < k {
		heap = append(heap, f)
		for i := len(heap) - 1; i > 0; {
			up := (i - 1) / 2
			if !worse(heap[i], heap[up]) {
				break
			}
			heap[i], heap[up] = heap[up], heap[i]
			i = up
		}
		return heap
	}
	if !worse(heap[0], f) {
		return heap
	}
	heap[0] = f
	for i := 0; ; {
		least := i
		for _, down := range [2]int{2*i + 1, 2*i + 2} {
			if down < len(heap) && worse(heap[down], heap[least]) {
				least = down
			}
		}
		if least == i {
			return heap
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}

func worse(a, b found) bool {
	return a.score < b.score || a.score == b.score && a.doc > b.doc
}

// weigh computes what a part gives to the articles of set, and adds it to
// their totals.
func (e *evaluation) weigh(p *part, set bitmap) {
	ix := e.ix
	if p.score == nil {
		p.score = ix.column()
	}
	if len(p.operands) == 1 && len(p.operands[0].slots) == 1 {
		if s := &p.operands[0].slots[0]; len(s.expansions) == 1 {
			e.weighTerm(p, s, set)
		} else {
			e.weighWord(p, s, set)
		}
		return
	}
	columns := ix.work.usedColumns
	tf, sum := ix.column(), ix.column()
	sets := ix.work.usedBits
	part, docs := ix.bitmap(), ix.bitmap()
	copy(part, p.docs)
	part.and(set)
	part.each(func(doc uint32) { p.score[doc] = 0 })
	for i := range p.operands {
		op := &p.operands[i]
		copy(docs, op.docs)
		docs.and(set)
		docs.each(func(doc uint32) { sum[doc] = 0 })
		for k := range op.slots {
			s := &op.slots[k]
			docs.each(func(doc uint32) { tf[doc] = 0 })
			for _, x := range s.expansions {
				ix.addFrequencies(tf, x, docs, s.fields)
			}
			docs.each(func(doc uint32) { sum[doc] += float32(s.weight(saturate(tf[doc]))) })
		}
		docs.each(func(doc uint32) { p.score[doc] = max(p.score[doc], sum[doc]) })
	}
	part.each(func(doc uint32) {
		e.total[doc] += p.score[doc]
		ix.work.scored++
	})
	ix.work.usedColumns, ix.work.usedBits = columns, sets
}

// weighWord is weigh for a part that is one word.
func (e *evaluation) weighWord(p *part, s *slot, set bitmap) {
	ix := e.ix
	columns, sets := ix.work.usedColumns, ix.work.usedBits
	tf, docs := ix.column(), ix.bitmap()
	for i := range docs {
		docs[i] = p.docs[i] & set[i]
		for w := docs[i]; w != 0; w &= w - 1 {
			tf[i<<6+bits.TrailingZeros64(w)] = 0
		}
	}
	for _, x := range s.expansions {
		ix.addFrequencies(tf, x, docs, s.fields)
	}
	for i, w := range docs {
		for ; w != 0; w &= w - 1 {
			doc := i<<6 + bits.TrailingZeros64(w)
			v := s.weight(saturate(tf[doc]))
			p.score[doc] = v
			e.total[doc] += v
			ix.work.scored++
		}
	}
	ix.work.usedColumns, ix.work.usedBits = columns, sets
}

// weighTerm is weigh for a part that is one word with one term.
func (e *evaluation) weighTerm(p *part, s *slot, set bitmap) {
	ix := e.ix
	x := s.expansions[0]
	c := &ix.work.cursor
	for c.open(&ix.postings, ix.dict.numbers[x.id], ix.Len()); c.nextIn(set); {
		for i, doc := range c.docs[:c.n] {
			if !set.has(doc) {
				continue
			}
			if tf := x.weight * frequency(&ix.norm[doc], c.body[i], c.elsewhere[i], s.fields); tf > 0 {
				v := s.weight(saturate(tf))
				p.score[doc] = v
				e.total[doc] += v
				ix.work.scored++
			}
		}
	}
	ix.work.checked += c.read
}

// addFrequencies adds to tf, for every article of set that has x in fields,
// the weighted number of occurrences.
func (ix *Index) addFrequencies(tf []float32, x expansion, set bitmap, fields uint8) {
	c := &ix.work.cursor
	for c.open(&ix.postings, ix.dict.numbers[x.id], ix.Len()); c.nextIn(set); {
		for i, doc := range c.docs[:c.n] {
			if set.has(doc) {
				tf[doc] += float32(x.weight * frequency(&ix.norm[doc], c.body[i], c.elsewhere[i], fields))
			}
		}
	}
	ix.work.checked += c.read
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
	full := len(first) > e.o.Limit
	var least found
	if full {
		least = first[e.o.Limit-1]
	}
	ix := e.ix
	words := e.findParts()
	places := ix.work.partPlaces(len(e.parts))
	for i := range first {
		f := &first[i]
		if f.head > 0 || full && least.all && !f.all {
			continue
		}
		words.readTitle(f.doc)
		inTitle := 0
		for k := range e.parts {
			places[k] = words.part(places[k][:0], &e.parts[k], f.doc)
			inTitle += min(len(places[k]), 1)
		}
		share := float32(inTitle) / float32(len(e.parts))
		share *= share * share
		share *= share
		title := max(nearWeight, float32(titleNear*float32(share*share)))
		most := float32(nearWeight)
		if inTitle > 1 {
			most = title * titleFirst
		}
		if full && f.all == least.all && f.score+float32(most*weight*1.0001) < least.score {
			continue
		}
		words.read(f.doc)
		for k := range e.parts {
			places[k] = words.part(places[k][:0], &e.parts[k], f.doc)
		}
		for _, p := range e.pairs {
			f.near += float32(p.weight * closeness(places[p.a], places[p.b], p.apart, title, &ix.layouts[f.doc]))
		}
		f.score += f.near
	}
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
