package search

import "math/bits"

// bitmap is a set of articles.
type bitmap []uint64

func (b bitmap) set(doc uint32)      { b[doc>>6] |= 1 << (doc & 63) }
func (b bitmap) has(doc uint32) bool { return b[doc>>6]&(1<<(doc&63)) != 0 }

func (b bitmap) count() (n int) {
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

func (b bitmap) and(o bitmap) {
	for i, w := range o {
		b[i] &= w
	}
}

func (b bitmap) andNot(o bitmap) {
	for i, w := range o {
		b[i] &^= w
	}
}

func (b bitmap) or(o bitmap) {
	for i, w := range o {
		b[i] |= w
	}
}

// fill sets the first n bits and no other.
func (b bitmap) fill(n int) {
	clear(b)
	for i := range b[:n>>6] {
		b[i] = ^uint64(0)
	}
	if n&63 != 0 {
		b[n>>6] = 1<<(n&63) - 1
	}
}

// any reports whether b has an article from first to last, both included.
func (b bitmap) any(first, last uint32) bool {
	i, j := first>>6, last>>6
	low, high := ^uint64(0)<<(first&63), ^uint64(0)>>(63-last&63)
	if i == j {
		return b[i]&low&high != 0
	}
	if b[i]&low != 0 || b[j]&high != 0 {
		return true
	}
	for i++; i < j; i++ {
		if b[i] != 0 {
			return true
		}
	}
	return false
}

// each calls f for every article, in order.
func (b bitmap) each(f func(doc uint32)) {
	for i, w := range b {
		for ; w != 0; w &= w - 1 {
			f(uint32(i<<6 + bits.TrailingZeros64(w)))
		}
	}
}

// list is a term's part of the postings and positions.
type list struct {
	postings, positions []byte
	df                  int
}

func (ix *Index) list(e entry) list {
	return list{
		postings:  ix.postings[e.postings : e.postings+e.postLen],
		positions: ix.positions[e.positions : e.positions+e.positLen],
		df:        int(e.df),
	}
}

// A cursor reads a list block by block. Within a block, articles, counts and
// positions are decoded only when asked for.
type cursor struct {
	list
	skip       int    // the next skip entry in postings
	nextBlock  int    // where the next block begins in postings
	nextPlaces int    // and its positions
	left       int    // postings after the current block
	before     uint32 // number + 1 of the last article before the block
	after      uint32 // number + 1 of the block's last article

	n            int // postings in the block
	at           int // the block in postings
	places       int // its positions
	docs         [postingsPerBlock]uint32
	counts       [postingsPerBlock]uint32 // occurrences in all fields
	elsewhere    [postingsPerBlock]uint8  // as in the format
	haveDocs     bool
	haveCounts   bool
	countsAt     int // where the counts begin, once the articles are read
	i            int // posting that seek found
	placesAt     int // where the positions of posting placesOf begin
	placesOf     int
	postingsRead int
}

// open places c before the first block of l.
func (c *cursor) open(l list) {
	c.list = l
	c.skip, c.nextBlock, c.nextPlaces, c.left = 0, 0, 0, l.df
	c.before, c.after, c.n, c.i = 0, 0, 0, 0
	c.haveDocs, c.haveCounts = false, false
	if l.df > postingsPerBlock {
		blocks := (l.df + postingsPerBlock - 1) / postingsPerBlock
		i := 0
		for range 3 * blocks {
			for l.postings[i] >= 0x80 {
				i++
			}
			i++
		}
		c.nextBlock = i
	}
}

// block goes to the next block, if there is one, without decoding it.
func (c *cursor) block() bool {
	if c.left == 0 {
		c.n = 0
		return false
	}
	c.before = c.after
	c.n = min(c.left, postingsPerBlock)
	c.left -= c.n
	c.at, c.places = c.nextBlock, c.nextPlaces
	c.i, c.placesAt, c.placesOf = 0, c.places, 0
	c.haveDocs, c.haveCounts = false, false
	if c.df <= postingsPerBlock {
		c.readDocs()
		c.after = c.docs[c.n-1] + 1
		return true
	}
	gap, i := uvarint(c.postings, c.skip)
	length, i := uvarint(c.postings, i)
	places, i := uvarint(c.postings, i)
	c.skip = i
	c.after = c.before + gap
	c.nextBlock += int(length)
	c.nextPlaces += int(places)
	return true
}

func (c *cursor) readDocs() {
	if c.haveDocs {
		return
	}
	c.haveDocs = true
	c.postingsRead += c.n
	doc, b, i := c.before, c.postings, c.at
	docs := c.docs[:c.n]
	for k := range docs {
		gap := uint32(b[i])
		i++
		if gap >= 0x80 {
			gap, i = uvarint(b, i-1)
		}
		doc += gap
		docs[k] = doc
		doc++
	}
	c.countsAt = i
}

func (c *cursor) readCounts() {
	if c.haveCounts {
		return
	}
	c.readDocs()
	c.haveCounts = true
	b, i := c.postings, c.countsAt
	for k := range c.docs[:c.n] {
		v := uint32(b[i])
		i++
		if v >= 0x80 {
			v, i = uvarint(b, i-1)
		}
		c.counts[k] = v>>1 + 1
		c.elsewhere[k] = 0
		if v&1 != 0 {
			c.elsewhere[k] = b[i]
			i++
		}
	}
}

// seek goes forward to doc and reports whether the list has it.
func (c *cursor) seek(doc uint32) bool {
	for c.n == 0 || c.after <= doc {
		if !c.block() {
			return false
		}
	}
	c.readDocs()
	i := c.i
	for c.docs[i] < doc {
		i++
	}
	c.i = i
	return c.docs[i] == doc
}

// appendPlaces appends the places of the posting that seek found.
func (c *cursor) appendPlaces(dst []uint32) []uint32 {
	c.readCounts()
	n := 0
	for ; c.placesOf < c.i; c.placesOf++ {
		n += int(c.counts[c.placesOf])
	}
	at := c.placesAt
	for ; n > 0; n-- {
		for c.positions[at] >= 0x80 {
			at++
		}
		at++
	}
	c.placesAt = at
	place := uint32(0)
	for range c.counts[c.i] {
		var gap uint32
		gap, at = uvarint(c.positions, at)
		place += gap
		dst = append(dst, place)
		place++
	}
	return dst
}
