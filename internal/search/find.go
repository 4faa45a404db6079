package search

import "slices"

// A finder reads articles for the places of some words of a query.
type finder struct {
	ix     *Index
	wanted []uint16 // by term: the first of the wants for it; 0 is none
	wants  []want   // wants[0] stands for none
	terms  []uint32 // those wanted, to be forgotten
	places [][]uint32
	slots  int
	both   []uint32

	doc uint32 // the article under way
	at  int    // and how far it has been read, in Index.texts
}

// want is a word of the query that a term stands for.
type want struct {
	slot   int
	fields uint8
	next   uint16 // a further want for the same term
}

// find returns the finder for the words of operands; it forgets those asked
// for before.
func (ix *Index) find(operands ...*operand) *finder {
	f := &ix.work.finder
	f.start(ix)
	for _, op := range operands {
		f.want(op)
	}
	return f
}

// findParts returns the finder for all words of the query but those excluded.
func (e *evaluation) findParts() *finder {
	f := e.ix.find()
	for i := range e.parts {
		for k := range e.parts[i].operands {
			f.want(&e.parts[i].operands[k])
		}
	}
	return f
}

func (f *finder) start(ix *Index) {
	if f.ix == nil {
		f.ix, f.wanted = ix, make([]uint16, ix.dict.n)
	}
	for _, term := range f.terms {
		f.wanted[term] = 0
	}
	f.terms, f.wants, f.slots = f.terms[:0], append(f.wants[:0], want{}), 0
}

func (f *finder) want(op *operand) {
	for i := range op.slots {
		s := &op.slots[i]
		s.place = f.slots
		if f.slots++; f.slots > len(f.places) {
			f.places = append(f.places, nil)
		}
		for _, x := range s.expansions {
			first := f.wanted[x.term]
			if first != 0 && f.wants[first].slot == s.place {
				continue // an expansion in two ways
			}
			f.wanted[x.term] = uint16(len(f.wants))
			f.wants = append(f.wants, want{s.place, s.fields, first})
			f.terms = append(f.terms, x.term)
		}
	}
}

// read reads an article.
func (f *finder) read(doc uint32) {
	f.readTitle(doc)
	f.readRest()
}

// readTitle reads the headline of an article only.
func (f *finder) readTitle(doc uint32) {
	for i := range f.places[:f.slots] {
		f.places[i] = f.places[i][:0]
	}
	f.doc, f.at = doc, int(f.ix.textAt[doc])
	f.readField(Title)
}

// readRest reads on after the headline.
func (f *finder) readRest() {
	for field := Title + 1; field < numFields; field++ {
		f.readField(field)
	}
}

// readField reads the next field of an article.
func (f *finder) readField(field Field) {
	l := &f.ix.layouts[f.doc]
	b, i, wanted := f.ix.texts, f.at, f.wanted
	for place, end := l[field], l[field+1]-1; place < end; place++ {
		term := uint32(b[i])
		i++
		if term >= firstTwo {
			if term < firstThree {
				term = firstTwo + (term-firstTwo)<<8 + uint32(b[i])
				i++
			} else {
				term, i = number(b, i-1)
			}
		}
		if w := wanted[term]; w != 0 {
			f.note(w, field, place)
		}
	}
	f.at = i
}

func (f *finder) note(w uint16, field Field, place uint32) {
	for ; w != 0; w = f.wants[w].next {
		if x := &f.wants[w]; x.fields == 0 || x.fields&(1<<field) != 0 {
			f.places[x.slot] = append(f.places[x.slot], place)
		}
	}
}

// phrase returns the places where the words of op stand side by side in the
// article read. The next call overwrites them.
func (f *finder) phrase(op *operand) []uint32 {
	found := f.places[op.slots[0].place]
	if len(op.slots) == 1 {
		return found
	}
	f.both = append(f.both[:0], found...)
	for i := 1; i < len(op.slots) && len(f.both) > 0; i++ {
		next := f.places[op.slots[i].place]
		kept, k := f.both[:0], 0
		for _, at := range f.both {
			for k < len(next) && next[k] < at+uint32(i) {
				k++
			}
			if k < len(next) && next[k] == at+uint32(i) {
				kept = append(kept, at)
			}
		}
		f.both = kept
	}
	return f.both
}

// part appends the places where a part begins in the article read, in order.
func (f *finder) part(dst []uint32, p *part, doc uint32) []uint32 {
	first := len(dst)
	for i := range p.operands {
		if op := &p.operands[i]; op.docs.has(doc) {
			dst = append(dst, f.phrase(op)...)
		}
	}
	if len(p.operands) > 1 {
		slices.Sort(dst[first:])
	}
	return dst
}

// partPlaces returns n lists of places, to be overwritten.
func (s *scratch) partPlaces(n int) [][]uint32 {
	for len(s.parts) < n {
		s.parts = append(s.parts, nil)
	}
	return s.parts[:n]
}
