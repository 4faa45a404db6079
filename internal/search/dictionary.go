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

var errDictionary = fmt.Errorf("%w: the dictionary", errDamaged)

// A walk goes through the terms in byte order.
type walk struct {
	d     *dictionary
	at    int // in d.terms
	next  int // id of the next term
	id    int // of the current one
	df    uint32
	units uint32 // length of its postings
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

// step goes to the next term. It reports false at the end.
func (w *walk) step() bool {
	if w.next >= w.d.n {
		return false
	}
	b, i := w.d.terms, w.at+2
	w.n = int(b[w.at])
	for end := i + int(b[w.at+1]); i < end; i++ {
		w.buf[w.n] = b[i]
		w.n++
	}
	w.id = w.next
	w.next++
	w.df, i = varint(b, i)
	w.units, w.at = varint(b, i)
	return true
}

// find returns the id of a term, and whether there is one.
func (d *dictionary) find(term string) (id int, ok bool) {
	if len(term) > maxTerm {
		return 0, false
	}
	return d.seek(term)
}

// span returns the ids from first to after, exclusive, of the terms that begin
// with word.
func (d *dictionary) span(word string) (first, after int) {
	first, _ = d.seek(word)
	// No term has the byte 0xFF, so all that begin with word come before this.
	after, _ = d.seek(word + "\xff")
	return first, after
}

// seek returns the id of the first term not before word, and whether it is
// word.
func (d *dictionary) seek(word string) (id int, same bool) {
	if d.n == 0 {
		return 0, false
	}
	b := d.terms
	block := d.blockOf(word)
	id = block * termsPerBlock
	at := int(d.heads[block])
	// The term before is less than word and has its first common bytes; one that
	// shares more with it is less as well, one that shares less is greater.
	common := 0
	for end := min(id+termsPerBlock, d.n); id < end; id++ {
		shared, rest := int(b[at]), b[at+2:at+2+int(b[at+1])]
		at += 2 + len(rest)
		for b[at] >= 0x80 { // over df
			at++
		}
		for at++; b[at] >= 0x80; { // over the length of the postings
			at++
		}
		at++
		if shared > common {
			continue
		}
		if shared < common {
			return id, false
		}
		k := 0
		for k < len(rest) && common < len(word) && rest[k] == word[common] {
			k++
			common++
		}
		if common == len(word) {
			return id, k == len(rest)
		}
		if k < len(rest) && rest[k] > word[common] {
			return id, false
		}
	}
	return id, false
}

// blockOf returns the last block whose first term is not after word, or the
// first block.
func (d *dictionary) blockOf(word string) int {
	lo, hi := 0, len(d.heads)
	for lo+1 < hi {
		mid := int(uint(lo+hi) >> 1)
		at := int(d.heads[mid])
		head := d.terms[at+2 : at+2+int(d.terms[at+1])]
		k := 0
		for k < len(head) && k < len(word) && head[k] == word[k] {
			k++
		}
		if k == len(head) || k < len(word) && head[k] < word[k] {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// get returns the term with the given id, in w.
func (d *dictionary) get(w *walk, id int) {
	w.from(d, id/termsPerBlock)
	for range id%termsPerBlock + 1 {
		w.step()
	}
}
