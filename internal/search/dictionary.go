package search

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// dictionary finds terms in the front-coded list of them; see format.go.
type dictionary struct {
	heads  []byte // 3 × u32 for each block
	terms  []byte
	n      int // number of terms
	blocks int
}

// entry is one term of the dictionary: where its lists lie in the sections.
type entry struct {
	id                  int32 // place in the dictionary
	df                  int32
	postings, postLen   int32
	positions, positLen int32
}

func newDictionary(heads, terms []byte) (dictionary, error) {
	s := source{b: terms}
	n := s.count()
	d := dictionary{heads: heads, terms: terms, n: n, blocks: (n + termsPerBlock - 1) / termsPerBlock}
	if s.bad || len(heads) != 12*d.blocks {
		return dictionary{}, fmt.Errorf("%w: the dictionary", ErrDamaged)
	}
	return d, nil
}

// head returns the first term of a block.
func (d *dictionary) head(block int) []byte {
	at := int(binary.LittleEndian.Uint32(d.heads[12*block:]))
	n := int(d.terms[at+1])
	return d.terms[at+2 : at+2+n]
}

// blockOf returns the last block whose first term is not after term, or the
// first block, looking from block lo on.
func (d *dictionary) blockOf(term []byte, lo int) int {
	hi := d.blocks
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
	n     int // length of the term
	buf   [maxTerm]byte
}

// from places w before the first term of a block.
func (w *walk) from(d *dictionary, block int) {
	w.d = d
	w.jump(block)
}

func (w *walk) jump(block int) {
	h := w.d.heads[12*block:]
	w.at, w.next = int(binary.LittleEndian.Uint32(h)), block*termsPerBlock
	w.entry.postings, w.entry.postLen = int32(binary.LittleEndian.Uint32(h[4:])), 0
	w.entry.positions, w.entry.positLen = int32(binary.LittleEndian.Uint32(h[8:])), 0
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
	w.entry.postings += w.entry.postLen
	w.entry.positions += w.entry.positLen
	df, i := uvarint(b, w.at+2+rest)
	postLen, i := uvarint(b, i)
	positLen, i := uvarint(b, i)
	w.entry.df, w.entry.postLen, w.entry.positLen = int32(df), int32(postLen), int32(positLen)
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

// get returns the term with the given id, in w.
func (d *dictionary) get(w *walk, id int32) {
	w.from(d, int(id)/termsPerBlock)
	for range int(id)%termsPerBlock + 1 {
		w.step()
	}
}
