package search

import (
	"math"
	"math/bits"
)

// The postings are made when an index is opened, one list for each term,
// articles by increasing number, in units of two bytes. A posting is one unit,
// and some are followed by more:
//
//	gap      12 bits  to the article before, the highest; manyBetween if two
//	                  units follow that hold it, the lower one first
//	count     4 bits  occurrences in the body, if the term stands nowhere else;
//	                  0 if one unit follows, after the gap: 8 bits for the
//	                  occurrences in the body, at most 255, and above them two
//	                  bits each for those in title, subtitle, people, outlet,
//	                  at most 3 each
//
// The first gap is against article −1, and 0 is the article after. Most
// postings take one unit, and all of them less memory than the articles. The
// most frequent words are kept otherwise, see dense.
const manyBetween = 1<<12 - 1

// maxCount is where counting occurrences in the body ends, maxPosting the
// length of a posting in units at most.
const (
	maxCount   = 255
	maxPosting = 4
)

// postings are the lists of all terms, by the terms' numbers. Terms of many
// articles have low numbers, so the dense ones are the first.
type postings struct {
	units []uint16
	at    []uint32 // where each list begins in units; one more at the end
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
	counts []uint16 // by article of docs: see occurrences
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
func appendPosting(dst []uint16, gap, body uint32, elsewhere uint8) []uint16 {
	count := uint16(0)
	if elsewhere == 0 && body < 1<<4 {
		count = uint16(body)
	}
	if gap < manyBetween {
		dst = append(dst, uint16(gap)<<4|count)
	} else {
		dst = append(dst, manyBetween<<4|count, uint16(gap), uint16(gap>>16))
	}
	if count == 0 {
		dst = append(dst, occurrences(body, elsewhere))
	}
	return dst
}

// occurrences is the unit that tells how often a term stands where.
func occurrences(body uint32, elsewhere uint8) uint16 {
	return uint16(min(body, maxCount)) | uint16(elsewhere)<<8
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
	at        uint32 // where its next posting goes, or how many units it has had
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
func (t *tally) next(doc, term uint32, dst []uint16) []uint16 {
	c := &t.terms[term]
	dst = appendPosting(dst, doc-c.after, c.body, c.elsewhere)
	c.body, c.elsewhere, c.after = 0, 0, doc+1
	return dst
}

// maker makes the texts and postings of an index.
type maker struct {
	tally
	postings
	ix      *Index
	b       []byte // the section of texts
	i       int    // how far it has been read
	posting []uint16
	had     []uint32 // by term: articles so far
}

// makePostings checks the section of texts and makes texts and postings from
// it.
func (ix *Index) makePostings(section []byte) (ok bool) {
	n := ix.dict.n
	m := maker{ix: ix, b: section, had: make([]uint32, n)}
	m.terms = make([]counted, n)
	m.at = make([]uint32, n+1)
	df := make([]uint32, n)
	if n > 0 {
		var w walk
		for w.from(&ix.dict, 0); w.step(); {
			term := ix.dict.numbers[w.id]
			df[term], m.at[term+1] = w.df, w.units
		}
	}
	total, postings := uint64(0), uint64(0)
	for term, n := range df {
		if postings += uint64(n); postings > uint64(len(section)) { // each stands for a term there
			return false
		}
		m.terms[term].at = uint32(total)
		if isDense(n, ix.Len()) {
			m.dense = append(m.dense, dense{docs: newBitmap(ix.Len()), counts: make([]uint16, n)})
		}
		if total += uint64(m.at[term+1]); total > min(maxPosting*uint64(len(section)), math.MaxUint32) {
			return false
		}
		m.at[term+1] = uint32(total)
	}
	m.units = make([]uint16, total)
	ix.texts.at = make([]uint32, ix.Len()+1)
	for doc := range ix.layouts {
		ix.texts.at[doc+1] = ix.texts.at[doc] + ix.layouts[doc][numFields]
	}
	ix.texts.terms = make([]uint16, ix.texts.at[ix.Len()])
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
	return m.i == len(section)
}

// article reads the next article. It is a function of its own, since browsers
// speed up what is called often, not what runs long.
func (m *maker) article(doc uint32) (ok bool) {
	l := &m.ix.layouts[doc]
	at := m.ix.texts.at[doc]
	m.seen = m.seen[:0]
	for f := range numFields {
		for n := l.length(f); n > 0; n-- {
			if m.i >= len(m.b) || m.i+numberLen(m.b[m.i]) > len(m.b) {
				return false
			}
			var term uint32
			term, m.i = number(m.b, m.i)
			if int(term) >= len(m.terms) {
				return false
			}
			m.ix.texts.set(at, term)
			at++
			m.count(term, f)
		}
		m.ix.texts.terms[at] = free
		at++
	}
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
		d.counts[m.had[term]] = occurrences(c.body, c.elsewhere)
		c.body, c.elsewhere = 0, 0
		m.had[term]++
		return true
	}
	m.posting = m.next(doc, term, m.posting[:0])
	if int(m.at[term+1]-c.at) < len(m.posting) {
		return false
	}
	for _, x := range m.posting {
		m.units[c.at] = x
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
	units, norm := p.units[p.at[term]:p.at[term+1]], ix.bodyNorm
	doc := uint32(0)
	for i := 0; i < len(units); doc++ {
		v := uint32(units[i])
		i++
		gap := v >> 4
		if gap == manyBetween {
			gap = uint32(units[i]) | uint32(units[i+1])<<16
			i += 2
		}
		doc += gap
		read++
		x := norm[doc] * float32(v&15)
		if v&15 == 0 {
			x = ix.frequency(doc, units[i], fields)
			i++
		} else if fields != 0 {
			x = ix.frequency(doc, uint16(v&15), fields)
		}
		if x > 0 {
			often[doc] += float32(weight * x)
			docs[doc>>6] |= 1 << (doc & 63)
		}
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
			x := ix.bodyNorm[doc] * float32(c)
			if fields != 0 || c > maxCount {
				x = ix.frequency(doc, c, fields)
			}
			if x > 0 {
				often[doc] += float32(weight * x)
				docs[i] |= w & -w
			}
		}
	}
	return read
}
