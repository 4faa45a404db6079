package search

import (
	"math/bits"
	"slices"
)

// scratch is memory that searches use again.
type scratch struct {
	bitmaps               []bitmap
	columns               [][]float32
	usedBits, usedColumns int
	finder                finder
	parts                 [][]uint32
	top                   []found
	heap, heads           []scored
	terms                 []Mark
	expanded              int
	checked               int
	scored                int
}

func (s *scratch) reset() {
	s.usedBits, s.usedColumns = 0, 0
	s.expanded, s.checked, s.scored = 0, 0, 0
}

// bitmap returns an empty set of articles.
func (ix *Index) bitmap() bitmap {
	s := &ix.work
	if s.usedBits == len(s.bitmaps) {
		s.bitmaps = append(s.bitmaps, newBitmap(ix.Len()))
	}
	b := s.bitmaps[s.usedBits]
	s.usedBits++
	clear(b)
	return b
}

// copied returns a copy of a set.
func (ix *Index) copied(b bitmap) bitmap {
	c := ix.bitmap()
	copy(c, b)
	return c
}

// column returns a 0 for each article.
func (ix *Index) column() []float32 {
	s := &ix.work
	if s.usedColumns == len(s.columns) {
		s.columns = append(s.columns, make([]float32, ix.Len()))
	}
	c := s.columns[s.usedColumns]
	s.usedColumns++
	clear(c)
	return c
}

// slot is one word of the query with the terms searched for.
type slot struct {
	word         word
	first, after int // places in the dictionary of the word itself and, if it may go on, of those that begin with it
	expansions   []expansion
	dense        []expansion // those of them that often does not have yet
	often        []float32   // by article: how often the terms stand there, weighted
	docs         bitmap
	idf          float32
	telling      float32 // the most that the frequency gives
	fields       uint8
	open         bool // the beginning of so many words that an article need not have those looked for
	place        int  // in finder.places
}

// operand is one word or phrase.
type operand struct {
	slots []slot
	docs  bitmap
	bound float32 // no article gets more for it
}

// part is a clause of the query: operands with OR between them.
type part struct {
	operands []operand
	docs     bitmap
	required bool
	bound    float32 // no article gets more for this part
	df       int     // number of docs, once hits are described
}

// evaluation is one search under way.
type evaluation struct {
	ix    *Index
	q     query
	o     Options
	parts []part
	terms []Term
	words int // terms of the parts; those of filters follow

	outlet, person int // tapped; -1 is none

	allowed bitmap    // what filters, phrases and -words leave; nil is all
	all     bitmap    // has every part
	any     bitmap    // has some part
	total   []float32 // scores, of the articles computed so far
	pairs   []pair
	top     []found
}

// resolve finds the terms for one word, and the articles that have them.
func (e *evaluation) resolve(w word, fields uint8) slot {
	ix := e.ix
	s := slot{word: w, fields: fields, docs: ix.bitmap(), often: ix.column()}
	t := Term{Typed: w.typed}
	var id int
	if id, t.Exact = ix.dict.find(w.folded); t.Exact {
		s.first, s.after = id, id+1
		s.expansions = append(s.expansions, expansion{ix.dict.numbers[id], 1, ""})
	}
	if !e.o.Exact {
		s.expansions = ix.otherSpellings(s.expansions, w.folded)
	}
	whole := s.expansions
	if w.prefix {
		s.first, s.after = ix.dict.span(w.folded)
		longer, weight := s.first, float32(prefixWeight)
		if t.Exact {
			longer++
		}
		if len(whole) > 0 {
			weight = longerWeight
		}
		s.expansions = ix.completions(s.expansions, longer, s.after, weight)
		t.Begins = s.after > longer
		s.open = s.after-longer > maxCompletions
	}
	if len(s.expansions) == 0 && !e.o.Exact {
		s.expansions = ix.similar(s.expansions, w.folded)
		whole = s.expansions
	}
	for _, x := range whole {
		if x.text != "" {
			t.Similar = append(t.Similar, x.text)
		}
	}
	ix.work.expanded += len(s.expansions)
	for i, x := range s.expansions {
		if i == len(whole) && i > 0 {
			s.idf = idf(s.docs.count(), ix.Len()) // however many words begin with it
		}
		ix.collect(&s, x)
	}
	if w.year && fields == 0 && ix.addTold(&s) {
		t.Told, s.idf = true, 0
	}
	if s.idf == 0 {
		s.idf = idf(s.docs.count(), ix.Len())
	}
	s.telling = min(s.idf, telling)
	e.terms = append(e.terms, t)
	return s
}

// addTold adds the articles that tell of a year, and reports whether there are
// any.
func (ix *Index) addTold(s *slot) (any bool) {
	year, _ := parseDate(s.word.folded)
	for doc := range uint32(ix.Len()) {
		if !slices.ContainsFunc(ix.happened.of(int(doc)), year.contain) {
			continue
		}
		if any = true; !s.docs.has(doc) {
			s.docs.set(doc)
			s.often[doc] = toldWeight
		}
	}
	return any
}

// collect adds the articles that have a term to a slot. What stands in many is
// counted when it is known which of them matter.
func (ix *Index) collect(s *slot, x expansion) {
	switch {
	case int(x.term) >= len(ix.postings.dense):
		ix.work.checked += ix.count(x.term, x.weight, s.fields, s.often, s.docs)
	case s.fields != 0:
		ix.work.checked += ix.countDense(x.term, x.weight, s.fields, s.often, s.docs, ix.postings.dense[x.term].docs)
	default:
		s.docs.or(ix.postings.dense[x.term].docs)
		s.dense = append(s.dense, x)
	}
}

// operand resolves an atom and finds its articles.
func (e *evaluation) operand(a atom, fields uint8) operand {
	if a.fields != 0 {
		fields = a.fields
	}
	op := operand{slots: make([]slot, 0, len(a.words))}
	for _, w := range a.words {
		s := e.resolve(w, fields)
		op.slots = append(op.slots, s)
		op.bound += s.idf + s.telling
	}
	op.docs = op.slots[0].docs
	if len(op.slots) > 1 {
		op.docs = e.ix.copied(op.slots[0].docs)
		for i := range op.slots[1:] {
			op.docs.and(op.slots[i+1].docs)
		}
		e.phrase(&op)
	}
	return op
}

// phrase leaves of op.docs the articles where its words stand side by side.
func (e *evaluation) phrase(op *operand) {
	words := min(len(op.slots), phraseMask)
	certain := words == len(op.slots) && op.slots[0].fields == 0
	f := e.ix.findPhrase(op)
	for i, w := range op.docs {
		for ; w != 0; w &= w - 1 {
			if !f.mayHold(uint32(i<<6+bits.TrailingZeros64(w)), 1<<(words-1)) {
				op.docs[i] &^= w & -w
			}
		}
	}
	if certain && f.wanted[rare] == 0 {
		return
	}
	f = e.ix.find(op)
	for i, w := range op.docs {
		for ; w != 0; w &= w - 1 {
			f.read(uint32(i<<6 + bits.TrailingZeros64(w)))
			if len(f.phrase(op)) == 0 {
				op.docs[i] &^= w & -w
			}
		}
	}
}

// Search answers a query.
func (ix *Index) Search(text string, o Options) Result {
	ix.work.reset()
	e := evaluation{ix: ix, o: o, q: parse(text), outlet: -1, person: -1, top: ix.work.top[:0]}
	e.addOptions()
	if o.Limit <= 0 {
		e.o.Limit = 10
	}
	r := Result{Filters: e.q.filters, Unread: e.q.unread, Left: e.q.left}
	if e.empty() || ix.Len() == 0 {
		r.Counters = ix.work.counters()
		for _, c := range e.q.clauses {
			for _, a := range c.atoms {
				for _, w := range a.words {
					r.Terms = append(r.Terms, Term{Typed: w.typed})
					r.Words++
				}
			}
		}
		return r
	}
	e.match()
	if o.Only != nil {
		e.leave(o.Only)
	}
	r.Terms, r.Words = e.terms, e.words
	r.Total, r.All = e.any.count(), e.all.count()
	e.rank()
	ix.work.top = e.top
	r.Hits = e.hits()
	if o.Facets {
		r.Facets = ix.facets(e.any)
	}
	r.Counters = ix.work.counters()
	return r
}

func (s *scratch) counters() map[string]int {
	return map[string]int{"terms": s.expanded, "postings": s.checked, "scored": s.scored}
}

// match finds the articles.
func (e *evaluation) match() {
	ix := e.ix
	optional, required := false, false
	e.parts = make([]part, 0, len(e.q.clauses))
	for _, c := range e.q.clauses {
		p := part{required: len(c.atoms) == 1 && c.atoms[0].phrase}
		for _, a := range e.written(c) {
			op := e.operand(a, e.q.fields)
			p.operands = append(p.operands, op)
			p.bound = max(p.bound, op.bound)
		}
		p.docs = p.operands[0].docs
		if len(p.operands) > 1 {
			p.docs = ix.copied(p.docs)
			for i := range p.operands {
				p.docs.or(p.operands[i].docs)
			}
		}
		e.parts = append(e.parts, p)
		optional, required = optional || !p.required, required || p.required
	}
	e.words = len(e.terms)
	if len(e.q.require)+len(e.q.not)+len(e.q.times) > 0 || e.outlet >= 0 || e.person >= 0 {
		e.filter()
	}
	for i := range e.parts {
		switch p := &e.parts[i]; {
		case !p.required:
		case e.allowed == nil:
			e.allowed = ix.copied(p.docs)
		default:
			e.allowed.and(p.docs)
		}
	}
	if !optional || required {
		e.any = ix.copied(e.allowed)
	} else {
		e.any = ix.copied(e.parts[0].docs)
		for i := range e.parts[1:] {
			e.any.or(e.parts[i+1].docs)
		}
		if e.allowed != nil {
			e.any.and(e.allowed)
		}
	}
	e.all = ix.copied(e.any)
	for i := range e.parts {
		if len(e.parts) > 1 && !e.parts[i].operands[0].slots[0].open {
			e.all.and(e.parts[i].docs)
		}
	}
	if e.q.near > 0 && len(e.parts) > 1 {
		e.near()
		copy(e.any, e.all)
	}
}

// written returns the atoms of a clause with the other ways to write its numbers
// that some article has. What no article has as typed is left out then.
func (e *evaluation) written(c clause) []atom {
	stands := func(a atom) bool {
		return !slices.ContainsFunc(a.words, func(w word) bool {
			_, exact := e.ix.dict.find(w.folded)
			return !exact
		})
	}
	var other []atom
	for _, a := range c.variants {
		if stands(a) {
			other = append(other, a)
		}
	}
	if len(other) == 0 {
		return c.atoms
	}
	return append(slices.DeleteFunc(slices.Clone(c.atoms), func(a atom) bool { return !a.phrase && isNumber(a.words[0].folded) && !stands(a) }), other...)
}

// leave leaves those of the articles found that stand at places in the docs.
func (e *evaluation) leave(places []int32) {
	wanted := e.ix.bitmap()
	for doc, place := range e.ix.place {
		if slices.Contains(places, place) {
			wanted.set(uint32(doc))
		}
	}
	e.any.and(wanted)
	e.all.and(wanted)
}

// filter finds the articles that the filters, those tapped too, and the
// -words of the query leave.
func (e *evaluation) filter() {
	ix := e.ix
	e.allowed = ix.bitmap()
	e.allowed.fill(ix.Len())
	for _, a := range e.q.require {
		op := e.operand(a, 0)
		e.allowed.and(op.docs)
	}
	positive := len(e.terms)
	for _, a := range e.q.not {
		op := e.notOperand(a)
		e.allowed.andNot(op.docs)
	}
	e.terms = e.terms[:positive]
	for _, t := range e.q.times {
		ix.filterTime(e.allowed, t)
	}
	e.filterTapped(e.allowed)
}

// notOperand resolves an atom that articles must not have: as typed, since
// nobody means to exclude what is merely similar.
func (e *evaluation) notOperand(a atom) operand {
	exact := e.o.Exact
	e.o.Exact = true
	op := e.operand(a, 0)
	e.o.Exact = exact
	return op
}

// near leaves of e.all the articles where all parts stand within e.q.near
// words of each other, in one field.
func (e *evaluation) near() {
	ix := e.ix
	f := e.findParts()
	places := ix.work.partPlaces(len(e.parts))
	for i, w := range e.all {
		for ; w != 0; w &= w - 1 {
			doc := uint32(i<<6 + bits.TrailingZeros64(w))
			f.read(doc)
			for k := range e.parts {
				places[k] = f.part(places[k][:0], &e.parts[k], doc)
			}
			if !withinWords(places, uint32(e.q.near), &ix.layouts[doc]) {
				e.all[i] &^= w & -w
			}
		}
	}
}

// withinWords reports whether one can take a place from every list so that
// the last is at most n words after the first and in the same field.
func withinWords(places [][]uint32, n uint32, l *layout) bool {
	var buf [16]int
	next := buf[:0]
	for range places {
		next = append(next, 0)
	}
	for {
		least, first, last := -1, uint32(0), uint32(0)
		for i, list := range places {
			if next[i] == len(list) {
				return false
			}
			at := list[next[i]]
			if least < 0 || at < first {
				least, first = i, at
			}
			last = max(last, at)
		}
		if last-first <= n && l.field(first) == l.field(last) {
			return true
		}
		next[least]++
	}
}

// empty reports whether nothing is asked for.
func (e *evaluation) empty() bool {
	q := &e.q
	return len(q.clauses) == 0 && len(q.require) == 0 && len(q.times) == 0 && len(q.not) == 0 && e.outlet < 0 && e.person < 0
}

// addOptions adds the restrictions made by tapping. What is tapped is an
// outlet's id or a person's name; anything else is searched for like the words
// of a filter.
func (e *evaluation) addOptions() {
	q, o := &e.q, e.o
	if o.Outlet != "" {
		e.outlet = slices.IndexFunc(e.ix.outlets, func(x outletName) bool { return x.id == o.Outlet })
		if e.outlet < 0 {
			q.restrict(o.Outlet, Outlet)
		}
	}
	if o.Who != "" {
		person, known := slices.BinarySearch(e.ix.persons, o.Who)
		if e.person = person; !known {
			e.person = -1
			q.restrict(o.Who, People)
		}
	}
	for _, f := range []struct {
		period    Period
		published bool
	}{{o.Happened, false}, {o.Published, true}} {
		if d := (days{day(f.period.First), dayAfter(f.period.After)}); d.first != noDay || d.after != noDay {
			q.times = append(q.times, timeFilter{f.published, false, d})
		}
	}
}

// restrict requires the words of value in a field.
func (q *query) restrict(value string, f Field) {
	if words := terms(value, false); len(words) > 0 {
		q.require = append(q.require, atom{words: words, phrase: true, fields: 1 << f})
	}
}

// filterTapped leaves of docs those of the outlet and the person tapped.
func (e *evaluation) filterTapped(docs bitmap) {
	if e.outlet < 0 && e.person < 0 {
		return
	}
	for i, w := range docs {
		for ; w != 0; w &= w - 1 {
			doc := i<<6 + bits.TrailingZeros64(w)
			if e.outlet >= 0 && e.ix.outlet[doc] != uint32(e.outlet) ||
				e.person >= 0 && !slices.Contains(e.ix.people.of(doc), uint32(e.person)) {
				docs[i] &^= w & -w
			}
		}
	}
}

// filterTime leaves of docs those that tell of, or were published in, a time.
func (ix *Index) filterTime(docs bitmap, t timeFilter) {
	for i, w := range docs {
		for ; w != 0; w &= w - 1 {
			doc := i<<6 + bits.TrailingZeros64(w)
			fits := false
			if t.published {
				fits = ix.earliest[doc] != noDay && t.overlaps(days{ix.earliest[doc], ix.latest[doc]})
			} else {
				fits = slices.ContainsFunc(ix.happened.of(doc), t.overlaps)
			}
			if fits == t.not {
				docs[i] &^= w & -w
			}
		}
	}
}
