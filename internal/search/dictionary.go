package search

import (
	"bytes"
	"fmt"
)

// dictionary finds terms in the front-coded list of them; see format.go.
type dictionary struct {
	terms   []byte
	n       int      // number of terms
	heads   []uint32 // where in terms each block begins
	numbers []uint32 // of each term, by falling df
}

// entry is one term of the dictionary.
type entry struct {
	id int32 // place in the dictionary
	df int32
}

// newDictionary opens the dictionary of articles, checking all of it.
func newDictionary(b []byte, articles int) (dictionary, error) {
	s := source{b: b}
	n := s.count()
	d := dictionary{terms: b, n: n, heads: make([]uint32, 0, (n+termsPerBlock-1)/termsPerBlock), numbers: make([]uint32, n)}
	df := make([]uint32, n)
	least := make([]uint32, articles+2) // by df: how many terms have more
	var term, before []byte
	for i := range n {
		if i%termsPerBlock == 0 {
			d.heads = append(d.heads, uint32(len(b)-len(s.b)))
		}
		before = append(before[:0], term...)
		if len(s.b) < 2 || int(s.b[0]) > len(term) || i%termsPerBlock == 0 && s.b[0] > 0 {
			return d, errDictionary
		}
		shared, rest := int(s.b[0]), int(s.b[1])
		if shared+rest > maxTerm || rest > len(s.b)-2 {
			return d, errDictionary
		}
		term = append(term[:shared], s.b[2:2+rest]...)
		s.b = s.b[2+rest:]
		df[i] = s.uv()
		s.uv()
		if i > 0 && bytes.Compare(before, term) >= 0 || df[i] == 0 || df[i] > uint32(articles) {
			return d, errDictionary
		}
		least[df[i]-1]++
	}
	if s.bad || len(s.b) > 0 {
		return d, errDictionary
	}
	for f := articles; f > 0; f-- {
		least[f-1] += least[f]
	}
	for i := range df {
		d.numbers[i] = least[df[i]]
		least[df[i]]++
	}
	return d, nil
}

var errDictionary = fmt.Errorf("%w: the dictionary", ErrDamaged)

// head returns the first term of a block.
func (d *dictionary) head(block int) []byte {
	at := int(d.heads[block])
	n := int(d.terms[at+1])
	return d.terms[at+2 : at+2+n]
}

// blockOf returns the last block whose first term is not after term, or the
// first block, looking from block lo on.
func (d *dictionary) blockOf(term []byte, lo int) int {
	hi := len(d.heads)
	for lo+1 < hi {
		mid := int(uint(lo+hi) >> 1)
		if bytes.Compare(d.head(mid), term) <= 0 {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// A walk goes through the terms in byte order.
type walk struct {
	d     *dictionary
	at    int // in d.terms
	next  int // id of the next term
	entry entry
	bytes uint32 // length of its postings
	n     int    // length of the term
	buf   [maxTerm]byte
}

// from places w before the first term of a block.
func (w *walk) from(d *dictionary, block int) {
	w.d = d
	w.at, w.next = int(d.heads[block]), block*termsPerBlock
}

// term returns the current term; it is overwritten by step.
func (w *walk) term() []byte { return w.buf[:w.n] }

// step goes to the next term and returns the number of bytes it is sure to
// share with the one before. It reports false at the end.
func (w *walk) step() (shared int, ok bool) {
	if w.next >= w.d.n {
		return 0, false
	}
	b := w.d.terms
	shared = int(b[w.at])
	rest := int(b[w.at+1])
	w.n = shared + copy(w.buf[shared:], b[w.at+2:w.at+2+rest])
	w.entry.id = int32(w.next)
	w.next++
	df, i := varint(b, w.at+2+rest)
	w.entry.df = int32(df)
	w.bytes, i = varint(b, i)
	w.at = i
	return shared, true
}

// find looks up one term.
func (d *dictionary) find(term []byte) (entry, bool) {
	if d.n == 0 || len(term) > maxTerm {
		return entry{}, false
	}
	var w walk
	w.from(d, d.blockOf(term, 0))
	for range termsPerBlock {
		if _, ok := w.step(); !ok {
			break
		}
		if c := bytes.Compare(w.term(), term); c >= 0 {
			return w.entry, c == 0
		}
	}
	return entry{}, false
}

// span returns the ids from first to after, exclusive, of the terms that begin
// with word, or of word alone.
func (d *dictionary) span(word string, open bool) (first, after int) {
	if !open {
		if e, ok := d.find([]byte(word)); ok {
			return int(e.id), int(e.id) + 1
		}
		return 0, 0
	}
	first = d.from([]byte(word))
	// No term has the byte 0xFF, so all that begin with word come before this.
	return first, d.from(append([]byte(word), 0xFF))
}

// from returns the id of the first term not before word.
func (d *dictionary) from(word []byte) int {
	if d.n == 0 {
		return 0
	}
	var w walk
	for w.from(d, d.blockOf(word, 0)); ; {
		if _, ok := w.step(); !ok {
			return d.n
		}
		if bytes.Compare(w.term(), word) >= 0 {
			return int(w.entry.id)
		}
	}
}

// get returns the term with the given id, in w.
func (d *dictionary) get(w *walk, id int32) {
	w.from(d, int(id)/termsPerBlock)
	for range int(id)%termsPerBlock + 1 {
		w.step()
	}
}
