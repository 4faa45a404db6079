package search

import "math"

// The postings are made when an index is opened, one list for each term,
// articles by increasing number, in blocks of postingsPerBlock. A posting is a
// varint, the gap to the article before << 2 plus what follows it:
//
//	0  nothing; the term stands once in the body and nowhere else
//	1  nothing; twice in the body
//	2  1 byte: occurrences in the body, at most 255
//	3  1 byte: occurrences in the body; 1 byte, two bits each from the
//	   lowest: occurrences in title, subtitle, people, outlet, at most 3 each
//
// The first gap is against article −1. Most postings take one byte, and all of
// them less memory than the articles.
const postingsPerBlock = 128

// What the two lowest bits say, beyond once or twice.
const (
	bodyMore = 2
	inOthers = 3
)

// maxCount is where counting occurrences in the body ends, maxPosting the
// length of a posting in bytes at most.
const (
	maxCount   = 255
	maxPosting = 7
)

// skip tells what a block of postings holds without reading it.
type skip struct {
	last uint32 // its last article
	end  uint32 // where it ends in postings
}

// postings are the lists of all terms, by the terms' numbers. Terms of many
// articles have low numbers, so what only those have is in short slices.
type postings struct {
	bytes []byte
	at    []uint32 // where each list begins in bytes; one more at the end
	skips []skip   // of the lists longer than a block
	first []uint32 // in skips, of each list longer than a block
	dense []bitmap // of the terms in more than one article of denseShare
}

// denseShare: the articles of the most frequent words, such as "the", are
// asked for again and again, and their bitmap is shorter than their list.
const denseShare = 8

// appendPosting appends the posting of a term that stands so often in the body
// and elsewhere, in an article gap articles on.
func appendPosting(dst []byte, gap, body uint32, elsewhere uint8) []byte {
	n := byte(min(body, maxCount))
	switch {
	case elsewhere > 0:
		return append(appendUV(dst, gap<<2|inOthers), n, elsewhere)
	case body <= 2:
		return appendUV(dst, gap<<2|(body-1))
	}
	return append(appendUV(dst, gap<<2|bodyMore), n)
}

// A tally counts the terms of one article after the other.
type tally struct {
	terms []counted // by number
	seen  []uint32  // terms of the article under way, as they come
}

// counted is a term while the articles are read.
type counted struct {
	body      uint32 // occurrences in the article under way
	elsewhere uint8
	after     uint32 // the article after the last one that had it
	at        uint32 // where its next posting goes, or how many bytes it has had
}

// count notes one occurrence.
func (t *tally) count(term uint32, f Field) {
	c := &t.terms[term]
	if c.body == 0 && c.elsewhere == 0 {
		t.seen = append(t.seen, term)
	}
	if f == Body {
		c.body++
		return
	}
	shift := [numFields]uint8{Title: 0, Subtitle: 2, People: 4, Outlet: 6}[f]
	if c.elsewhere>>shift&3 < 3 {
		c.elsewhere += 1 << shift
	}
}

// next returns the posting of a term in the article under way, and is ready
// for the article after it.
func (t *tally) next(doc, term uint32, dst []byte) []byte {
	c := &t.terms[term]
	dst = appendPosting(dst, doc-c.after, c.body, c.elsewhere)
	c.body, c.elsewhere, c.after = 0, 0, doc+1
	return dst
}

// maker makes the postings of an index.
type maker struct {
	tally
	postings
	ix      *Index
	posting []byte
	had     []uint32 // by term: articles so far
}

// makePostings checks the section of texts and makes the postings from it.
func (ix *Index) makePostings() (ok bool) {
	n := ix.dict.n
	m := maker{ix: ix, had: make([]uint32, n)}
	m.terms = make([]counted, n)
	m.at = make([]uint32, n+1)
	df := make([]uint32, n)
	if n > 0 {
		var w walk
		w.from(&ix.dict, 0)
		for _, ok := w.step(); ok; _, ok = w.step() {
			term := ix.dict.numbers[w.entry.id]
			df[term], m.at[term+1] = uint32(w.entry.df), w.bytes
		}
	}
	total := uint64(0)
	for term, n := range df {
		m.terms[term].at = uint32(total)
		if total += uint64(m.at[term+1]); total > min(maxPosting*uint64(len(ix.texts)), math.MaxUint32) {
			return false
		}
		m.at[term+1] = uint32(total)
		if n > postingsPerBlock {
			m.first = append(m.first, uint32(len(m.skips)))
			m.skips = append(m.skips, make([]skip, (n+postingsPerBlock-1)/postingsPerBlock)...)
		}
		if n*denseShare > uint32(ix.Len()) {
			m.dense = append(m.dense, make(bitmap, (ix.Len()+63)/64))
		}
	}
	m.bytes = make([]byte, total)
	ix.textAt = make([]uint32, ix.Len()+1)
	for doc := range ix.Len() {
		if !m.article(uint32(doc)) {
			return false
		}
	}
	for term := range df {
		if m.had[term] != df[term] || m.terms[term].at != m.at[term+1] {
			return false
		}
	}
	ix.postings = m.postings
	return int(ix.textAt[ix.Len()]) == len(ix.texts)
}

// article reads the next article. It is a function of its own, since browsers
// speed up what is called often, not what runs long.
func (m *maker) article(doc uint32) (ok bool) {
	b, i := m.ix.texts, int(m.ix.textAt[doc])
	l := &m.ix.layouts[doc]
	m.seen = m.seen[:0]
	for f := range numFields {
		for n := l.length(f); n > 0; n-- {
			if i >= len(b) {
				return false
			}
			term := uint32(b[i])
			i++
			if term >= firstTwo {
				if i-1+numberLen(b[i-1]) > len(b) {
					return false
				}
				term, i = number(b, i-1)
			}
			if int(term) >= len(m.terms) {
				return false
			}
			m.count(term, f)
		}
	}
	m.ix.textAt[doc+1] = uint32(i)
	for _, term := range m.seen {
		if !m.write(doc, term) {
			return false
		}
	}
	return true
}

// write writes a posting; it reports false if there is no room for it.
func (m *maker) write(doc, term uint32) bool {
	m.posting = m.next(doc, term, m.posting[:0])
	c := &m.terms[term]
	if int(m.at[term+1]-c.at) < len(m.posting) {
		return false
	}
	for _, x := range m.posting {
		m.bytes[c.at] = x
		c.at++
	}
	if int(term) < len(m.first) {
		block := int(m.first[term] + m.had[term]/postingsPerBlock)
		if block >= len(m.skips) {
			return false
		}
		m.skips[block] = skip{doc, c.at}
	}
	if int(term) < len(m.dense) {
		m.dense[term].set(doc)
	}
	m.had[term]++
	return true
}

// A cursor reads a list block by block, forward.
type cursor struct {
	p     *postings
	term  uint32
	at    int // in p.bytes
	end   int
	block int    // the next one
	first uint32 // the least article that the block can have
	last  uint32 // and the greatest

	n         int // postings in the block
	docs      [postingsPerBlock]uint32
	body      [postingsPerBlock]uint8
	elsewhere [postingsPerBlock]uint8
	read      int // postings read of all blocks
}

// open places c before the first block of a term's list.
func (c *cursor) open(p *postings, term uint32, articles int) {
	c.p, c.term, c.block, c.n, c.read = p, term, 0, 0, 0
	c.at, c.end = int(p.at[term]), int(p.at[term])
	c.first, c.last = 0, uint32(articles-1)
}

// next goes to the next block, if there is one, without reading it.
func (c *cursor) next() bool {
	if c.at = c.end; c.at == int(c.p.at[c.term+1]) {
		return false
	}
	if int(c.term) >= len(c.p.first) {
		c.end = int(c.p.at[c.term+1])
		return true
	}
	if c.block > 0 {
		c.first = c.last + 1
	}
	s := &c.p.skips[int(c.p.first[c.term])+c.block]
	c.last, c.end = s.last, int(s.end)
	c.block++
	return true
}

// nextIn goes to the next block that can have an article of set, and reads it.
func (c *cursor) nextIn(set bitmap) bool {
	for c.next() {
		if set.any(c.first, c.last) {
			c.decode()
			return true
		}
	}
	return false
}

// decode reads the block.
func (c *cursor) decode() {
	b := c.p.bytes[c.at:c.end]
	doc, n := c.first, 0
	for i := 0; i < len(b); n++ {
		v := uint32(b[i])
		i++
		if v >= 0x80 {
			v, i = varint(b, i-1)
		}
		doc += v >> 2
		c.docs[n] = doc
		doc++
		c.elsewhere[n] = 0
		switch v & 3 {
		case bodyMore:
			c.body[n] = b[i]
			i++
		case inOthers:
			c.body[n], c.elsewhere[n] = b[i], b[i+1]
			i += 2
		default:
			c.body[n] = uint8(v&3) + 1
		}
	}
	c.n = n
	c.read += n
}

// collect adds the articles of a list and returns the number of postings read.
func (p *postings) collect(term uint32, into bitmap) (read int) {
	if int(term) < len(p.dense) {
		into.or(p.dense[term])
		return 0
	}
	b := p.bytes[p.at[term]:p.at[term+1]]
	doc := uint32(0)
	for i := 0; i < len(b); read++ {
		v := uint32(b[i])
		i++
		if v >= 0x80 {
			v, i = varint(b, i-1)
		}
		doc += v >> 2
		into.set(doc)
		doc++
		if v&2 != 0 {
			i += int(v&3) - 1
		}
	}
	return read
}
