package search

import (
	"math"
	"math/bits"
)

// The postings are made when an index is opened, one list for each term,
// articles by increasing number. A posting is a varint, the gap to the article
// before << 2 plus what follows it:
//
//	0  nothing; the term stands once in the body and nowhere else
//	1  nothing; twice in the body
//	2  1 byte: occurrences in the body, at most 255
//	3  1 byte: occurrences in the body; 1 byte, two bits each from the
//	   lowest: occurrences in title, subtitle, people, outlet, at most 3 each
//
// The first gap is against article −1. Most postings take one byte, and all of
// them less memory than the articles. The most frequent words are kept
// otherwise, see dense.

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

// postings are the lists of all terms, by the terms' numbers. Terms of many
// articles have low numbers, so the dense ones are the first.
type postings struct {
	bytes []byte
	at    []uint32 // where each list begins in bytes; one more at the end
	dense []dense
}

// denseShare: a term in more than one article of so many is dense. Then a bit
// for each article is shorter than the gaps between those that have it.
const denseShare = 8

// isDense reports whether a term in df of so many articles is dense.
func isDense(df uint32, articles int) bool { return df*denseShare > uint32(articles) }

// dense is the list of a frequent word, such as "the". It can be asked about
// any article, so that of queries with a rare word beside it only the few
// articles with the rare one are looked up.
type dense struct {
	docs   bitmap
	before []uint32 // by word of docs: how many articles come before it
	counts []uint16 // by article of docs: occurrences in the body, and << 8 those elsewhere, as in postings
}

// rank makes d.before.
func (d *dense) rank() {
	n := 0
	d.before = make([]uint32, len(d.docs))
	for i, w := range d.docs {
		d.before[i] = uint32(n)
		n += bits.OnesCount64(w)
	}
}

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
		for w.step() {
			term := ix.dict.numbers[w.id]
			df[term], m.at[term+1] = w.df, w.bytes
		}
	}
	total, postings := uint64(0), uint64(0)
	for term, n := range df {
		if postings += uint64(n); postings > uint64(len(ix.texts)) { // each stands for a term there
			return false
		}
		m.terms[term].at = uint32(total)
		if isDense(n, ix.Len()) {
			m.dense = append(m.dense, dense{docs: make(bitmap, (ix.Len()+63)/64), counts: make([]uint16, n)})
		}
		if total += uint64(m.at[term+1]); total > min(maxPosting*uint64(len(ix.texts)), math.MaxUint32) {
			return false
		}
		m.at[term+1] = uint32(total)
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
	for i := range m.dense {
		m.dense[i].rank()
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
	c := &m.terms[term]
	if int(term) < len(m.dense) {
		d := &m.dense[term]
		if int(m.had[term]) == len(d.counts) {
			return false
		}
		d.docs.set(doc)
		d.counts[m.had[term]] = uint16(min(c.body, maxCount)) | uint16(c.elsewhere)<<8
		c.body, c.elsewhere = 0, 0
		m.had[term]++
		return true
	}
	m.posting = m.next(doc, term, m.posting[:0])
	if int(m.at[term+1]-c.at) < len(m.posting) {
		return false
	}
	for _, x := range m.posting {
		m.bytes[c.at] = x
		c.at++
	}
	m.had[term]++
	return true
}

// count adds to often, for each article that has a term, weight times its
// frequency there, and the article to docs. Only occurrences in fields count;
// 0 is all. It returns the number of postings read.
func (ix *Index) count(term uint32, weight float32, fields uint8, often []float32, docs bitmap) (read int) {
	p := &ix.postings
	b := p.bytes[p.at[term]:p.at[term+1]]
	doc := uint32(0)
	for i := 0; i < len(b); doc++ {
		v := uint32(b[i])
		i++
		if v >= 0x80 {
			if v = v&0x7f | uint32(b[i])<<7; v < 1<<14 {
				i++
			} else {
				v, i = varint(b, i-1)
			}
		}
		doc += v >> 2
		read++
		body, elsewhere := uint8(v&3)+1, uint8(0)
		if v&2 != 0 {
			body = b[i]
			i++
			if v&1 != 0 {
				elsewhere = b[i]
				i++
			}
		}
		x := ix.bodyNorm[doc] * float32(body)
		if fields != 0 || elsewhere != 0 {
			if x = ix.frequency(doc, body, elsewhere, fields); x == 0 {
				continue
			}
		}
		often[doc] += float32(weight * x)
		docs[doc>>6] |= 1 << (doc & 63)
	}
	return read
}

// countDense does the same for the articles of set, if the term is dense.
func (ix *Index) countDense(term uint32, weight float32, fields uint8, often []float32, docs, set bitmap) (read int) {
	d := &ix.postings.dense[term]
	for i, has := range d.docs {
		w := has & set[i]
		if w == 0 {
			continue
		}
		counts := d.counts[d.before[i]:]
		for ; w != 0; w &= w - 1 {
			c := counts[bits.OnesCount64(has&(w&-w-1))]
			doc := uint32(i<<6 + bits.TrailingZeros64(w))
			read++
			x := ix.bodyNorm[doc] * float32(c&0xff)
			if fields != 0 || c > 0xff {
				if x = ix.frequency(doc, uint8(c), uint8(c>>8), fields); x == 0 {
					continue
				}
			}
			docs[i] |= w & -w
			often[doc] += float32(weight * x)
		}
	}
	return read
}
