package search

import "slices"

// A finder reads articles for the places of some words of a query.
type finder struct {
	ix     *Index
	wanted *[1 << 16]uint16 // by code of a term: the first of the wants for it; 0 is none
	rare   []rareWant       // the same by number, for the rare ones
	wants  []want           // wants[0] stands for none
	codes  []uint16         // those wanted, to be forgotten
	places [][]uint32
	slots  int
	both   []uint32
	doc    uint32 // the article under way
}

// want is a word of the query that a term stands for.
type want struct {
	slot   int
	fields uint8
	next   uint16 // a further want for the same term
}

type rareWant struct {
	term  uint32
	first uint16
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
		f.ix, f.wanted = ix, new([1 << 16]uint16)
	}
	for _, c := range f.codes {
		f.wanted[c] = 0
	}
	f.codes, f.rare, f.wants, f.slots = f.codes[:0], f.rare[:0], append(f.wants[:0], want{}), 0
}

func (f *finder) want(op *operand) {
	for i := range op.slots {
		s := &op.slots[i]
		s.place = f.slots
		if f.slots++; f.slots > len(f.places) {
			f.places = append(f.places, nil)
		}
		for _, x := range s.expansions {
			c := code(x.term)
			first := &f.wanted[c]
			if c == rare {
				first = f.rareFirst(x.term)
			}
			if *first != 0 && f.wants[*first].slot == s.place {
				continue // an expansion in two ways
			}
			f.wants = append(f.wants, want{s.place, s.fields, *first})
			*first = uint16(len(f.wants) - 1)
			f.wanted[c] = *first
			f.codes = append(f.codes, c)
		}
	}
}

// rareFirst returns where the first want for a rare term is noted.
func (f *finder) rareFirst(term uint32) *uint16 {
	for i := range f.rare {
		if f.rare[i].term == term {
			return &f.rare[i].first
		}
	}
	f.rare = append(f.rare, rareWant{term, 0})
	return &f.rare[len(f.rare)-1].first
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
	f.doc = doc
	f.readPlaces(0, f.ix.layouts[doc][Title+1])
}

// readRest reads on after the headline.
func (f *finder) readRest() {
	l := &f.ix.layouts[f.doc]
	f.readPlaces(l[Title+1], l[numFields])
}

// readPlaces notes the words wanted from a place of the article to another. It
// looks at four at a time, since most are not wanted and going round a loop is
// what takes the time.
func (f *finder) readPlaces(from, to uint32) {
	terms, wanted := f.ix.texts.of(f.doc)[from:to], f.wanted
	i := 0
	for ; i+3 < len(terms); i += 4 {
		if wanted[terms[i]]|wanted[terms[i+1]]|wanted[terms[i+2]]|wanted[terms[i+3]] != 0 {
			f.note(terms[i:i+4], from+uint32(i))
		}
	}
	f.note(terms[i:], from+uint32(i))
}

// note notes those of terms that are wanted; the first stands at place.
func (f *finder) note(terms []uint16, place uint32) {
	for i, c := range terms {
		w := f.wanted[c]
		if w == 0 {
			continue
		}
		at := place + uint32(i)
		if c == rare {
			w = 0
			term := f.ix.texts.term(f.ix.texts.at[f.doc] + at)
			for _, r := range f.rare {
				if r.term == term {
					w = r.first
				}
			}
		}
		for ; w != 0; w = f.wants[w].next {
			if x := &f.wants[w]; x.fields == 0 || x.fields&(1<<f.ix.layouts[f.doc].field(at)) != 0 {
				f.places[x.slot] = append(f.places[x.slot], at)
			}
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
	for i := 1; i < len(op.slots); i++ {
		f.both = following(f.both, f.places[op.slots[i].place], uint32(i))
	}
	return f.both
}

// following leaves of places, in order, those with one of next apart words
// after them.
func following(places, next []uint32, apart uint32) []uint32 {
	kept, k := places[:0], 0
	for _, at := range places {
		for k < len(next) && next[k] < at+apart {
			k++
		}
		if k < len(next) && next[k] == at+apart {
			kept = append(kept, at)
		}
	}
	return kept
}

// phraseMask is how many words of a phrase mayHold looks for.
const phraseMask = 16

// findPhrase makes the finder ready for mayHold; it forgets the words asked for
// before.
func (ix *Index) findPhrase(op *operand) *finder {
	f := &ix.work.finder
	f.start(ix)
	for i := range op.slots[:min(len(op.slots), phraseMask)] {
		for _, x := range op.slots[i].expansions {
			f.wanted[code(x.term)] |= 1 << i
			f.codes = append(f.codes, code(x.term))
		}
	}
	return f
}

// mayHold reports whether the first words of a phrase, of which the last has
// the given bit, stand side by side in an article, where rare words count as
// one. That takes a tenth of the time of listing their places. It keeps in a
// set of bits which beginnings of the phrase end at a term (Baeza-Yates & Gonnet
// 1992); the free place between two fields ends them all.
func (f *finder) mayHold(doc uint32, last uint16) bool {
	terms, wanted := f.ix.texts.of(doc), f.wanted
	begun := uint16(0)
	i := 0
	for ; i+3 < len(terms); i += 4 {
		a := (begun<<1 | 1) & wanted[terms[i]]
		b := (a<<1 | 1) & wanted[terms[i+1]]
		c := (b<<1 | 1) & wanted[terms[i+2]]
		begun = (c<<1 | 1) & wanted[terms[i+3]]
		if (a|b|c|begun)&last != 0 {
			return true
		}
	}
	for ; i < len(terms); i++ {
		if begun = (begun<<1 | 1) & wanted[terms[i]]; begun&last != 0 {
			return true
		}
	}
	return false
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
