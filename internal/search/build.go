package search

import (
	"cmp"
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"parallax/internal/text"
)

// A Builder takes in articles one by one. The zero Builder is empty. Encode
// may be called at any time, so the first thousand articles can be searched
// while the others still arrive.
type Builder struct {
	ids    map[string]uint32 // term → its place in terms
	terms  []string
	stream []uint32 // the terms of all articles in the order they stand
	docs   []builtDoc
	fold   []byte
}

// builtDoc is what the index keeps of an article besides its terms.
type builtDoc struct {
	place            int32
	start            int // in stream
	lengths          [numFields]uint32
	earliest, latest int32
	hash             uint64
	outlet, name     string
	people           []string
	happened         []days
}

// days is a stretch of days since 1970-01-01, after exclusive.
type days struct{ first, after int32 }

// noDay stands for an unknown day, or an open end.
const noDay = -1 << 30

// day returns the days since 1970-01-01, noDay for the zero time.
func day(t time.Time) int32 {
	if t.IsZero() {
		return noDay
	}
	return int32(floorDiv(t.Unix(), 24*60*60))
}

// dayAfter returns the first day that lies wholly after an end, exclusive:
// what ends at noon has still touched that day.
func dayAfter(t time.Time) int32 {
	if t.IsZero() {
		return noDay
	}
	return int32(-floorDiv(-t.Unix(), 24*60*60))
}

// date returns the midnight at which a day begins, the zero time for noDay.
func date(day int32) time.Time {
	if day == noDay {
		return time.Time{}
	}
	return time.Unix(int64(day)*24*60*60, 0).UTC()
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Len returns the number of articles taken in.
func (b *Builder) Len() int { return len(b.docs) }

// Add takes in the next article.
func (b *Builder) Add(doc *Doc) {
	if b.ids == nil {
		b.ids = map[string]uint32{}
	}
	d := builtDoc{
		place:    int32(len(b.docs)),
		start:    len(b.stream),
		earliest: day(doc.Earliest), latest: dayAfter(doc.Latest),
		outlet: doc.Outlet, name: doc.OutletName,
		people: slices.Clone(doc.People),
	}
	slices.Sort(d.people)
	d.people = slices.Compact(d.people)
	for _, p := range doc.Happened {
		d.happened = append(d.happened, days{day(p.First), dayAfter(p.After)})
	}
	add := func(f Field, s string) {
		for at := 0; ; {
			sp, next := text.NextTerm(s, at)
			if sp.Empty() {
				return
			}
			b.stream = append(b.stream, b.id(sp.Of(s)))
			d.lengths[f]++
			at = next
		}
	}
	add(Title, doc.Title.Of(doc.Text))
	add(Subtitle, doc.Subtitle.Of(doc.Text))
	for _, sp := range doc.Body {
		add(Body, sp.Of(doc.Text))
	}
	for _, name := range d.people {
		add(People, name)
	}
	add(Outlet, doc.Outlet)
	add(Outlet, doc.OutletName)
	h := fnv.New64a()
	for _, s := range []string{doc.Outlet, "\x00", doc.Text} {
		_, _ = h.Write([]byte(s)) // a hash takes everything
	}
	d.hash = h.Sum64()
	b.docs = append(b.docs, d)
}

// id returns the number of a term. A run of letters that folds to nothing,
// such as lone vowel points, is a term too: the empty one, which keeps its
// place.
func (b *Builder) id(term string) uint32 {
	b.fold = appendTerm(b.fold[:0], term)
	id, ok := b.ids[string(b.fold)]
	if !ok {
		id = uint32(len(b.terms))
		s := string(b.fold)
		b.terms = append(b.terms, s)
		b.ids[s] = id
	}
	return id
}

// appendTerm appends the form in which a term stands in the dictionary.
func appendTerm(dst []byte, term string) []byte {
	n := len(dst)
	dst = text.AppendFold(dst, term)
	if len(dst)-n > maxTerm {
		end := n + maxTerm
		for dst[end]&0xC0 == 0x80 {
			end--
		}
		dst = dst[:end]
	}
	return dst
}

// starts returns the place of the first term of every field.
func starts(lengths [numFields]uint32) (at [numFields]uint32) {
	for f := 1; f < int(numFields); f++ {
		at[f] = at[f-1] + lengths[f-1] + 1
	}
	return at
}

// Encode returns the index of the articles taken in so far; see format.go.
func (b *Builder) Encode() []byte {
	docs := slices.Clone(b.docs)
	slices.SortStableFunc(docs, func(x, y builtDoc) int {
		return cmp.Or(cmp.Compare(y.earliest, x.earliest), cmp.Compare(y.latest, x.latest), cmp.Compare(x.hash, y.hash))
	})
	var sections [numSections][]byte
	sections[secDocs], sections[secNames] = encodeDocs(docs)
	b.encodeTerms(docs, &sections)
	return join(sections)
}

func encodeDocs(docs []builtDoc) (columns, names []byte) {
	outlets, outletNames, people := map[string]uint32{}, map[string]string{}, map[string]uint32{}
	for i := range docs {
		outlets[docs[i].outlet] = 0
		if old, ok := outletNames[docs[i].outlet]; !ok || docs[i].name < old {
			outletNames[docs[i].outlet] = docs[i].name
		}
		for _, p := range docs[i].people {
			people[p] = 0
		}
	}
	ids := number(outlets)
	names = appendUV(names, uint32(len(ids)))
	for _, id := range ids {
		names = appendStr(appendStr(names, id), outletNames[id])
	}
	persons := number(people)
	names = appendUV(names, uint32(len(persons)))
	for _, p := range persons {
		names = appendStr(names, p)
	}

	columns = appendUV(columns, uint32(len(docs)))
	before := int32(0)
	for i := range docs {
		d := &docs[i]
		columns = appendUV(columns, uint32(d.place))
		for _, n := range d.lengths {
			columns = appendUV(columns, n)
		}
		columns = appendSV(columns, d.earliest-before)
		columns = appendSV(columns, d.latest-d.earliest)
		before = d.earliest
		columns = appendUV(columns, outlets[d.outlet])
		columns = appendUV(columns, uint32(len(d.people)))
		last := uint32(0)
		for _, p := range d.people {
			columns = appendUV(columns, people[p]-last)
			last = people[p]
		}
		columns = appendUV(columns, uint32(len(d.happened)))
		for _, h := range d.happened {
			columns = appendSV(appendSV(columns, h.first), h.after-h.first)
		}
	}
	return columns, names
}

// number numbers the keys of m in their order and returns them.
func number(m map[string]uint32) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for i, k := range keys {
		m[k] = uint32(i)
	}
	return keys
}

// occurrence is one place of a term: the article's new number and the place
// in it.
type occurrence struct{ doc, at uint32 }

// encodeTerms sorts the stream by term, by counting, and writes the terms with
// their postings and positions.
func (b *Builder) encodeTerms(docs []builtDoc, sections *[numSections][]byte) {
	ends := make([]uint32, len(b.terms)+1)
	for _, id := range b.stream {
		ends[id+1]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	next := slices.Clone(ends)
	all := make([]occurrence, len(b.stream))
	fields := make([][numFields]uint32, len(docs))
	for i := range docs {
		fields[i] = starts(docs[i].lengths)
		stream := b.stream[docs[i].start:]
		for f, n := range docs[i].lengths {
			for k := range n {
				id := stream[k]
				all[next[id]] = occurrence{uint32(i), fields[i][f] + k}
				next[id]++
			}
			stream = stream[n:]
		}
	}
	order := make([]uint32, len(b.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(x, y uint32) int { return cmp.Compare(b.terms[x], b.terms[y]) })

	var w listWriter
	terms := appendUV(nil, uint32(len(order)))
	var heads []byte
	before := ""
	for i, id := range order {
		term := b.terms[id]
		shared := 0
		if i%termsPerBlock == 0 {
			heads = binary.LittleEndian.AppendUint32(heads, uint32(len(terms)))
			heads = binary.LittleEndian.AppendUint32(heads, uint32(len(w.postings)))
			heads = binary.LittleEndian.AppendUint32(heads, uint32(len(w.positions)))
		} else {
			for shared < min(len(term), len(before)) && term[shared] == before[shared] {
				shared++
			}
		}
		before = term
		terms = append(terms, byte(shared), byte(len(term)-shared))
		terms = append(terms, term[shared:]...)
		postings, positions := len(w.postings), len(w.positions)
		df := w.add(all[ends[id]:ends[id+1]], fields)
		terms = appendUV(terms, uint32(df))
		terms = appendUV(terms, uint32(len(w.postings)-postings))
		terms = appendUV(terms, uint32(len(w.positions)-positions))
	}
	sections[secHeads], sections[secTerms] = heads, terms
	sections[secPostings], sections[secPositions] = w.postings, w.positions
}

// listWriter writes the postings and positions of one term after the other.
type listWriter struct {
	postings, positions []byte
	skips, blocks       []byte
	counts              []byte
}

// add writes the list of one term and returns the number of its articles.
func (w *listWriter) add(all []occurrence, fields [][numFields]uint32) (df int) {
	w.skips, w.blocks = w.skips[:0], w.blocks[:0]
	before, beforeBlock := uint32(0), uint32(0) // article numbers + 1
	for len(all) > 0 {
		blockStart, positionStart := len(w.blocks), len(w.positions)
		w.counts = w.counts[:0]
		n := 0
		for ; n < postingsPerBlock && len(all) > 0; n++ {
			k := 1
			for k < len(all) && all[k].doc == all[0].doc {
				k++
			}
			doc := all[0].doc
			w.blocks = appendUV(w.blocks, doc-before)
			before = doc + 1
			w.count(all[:k], &fields[doc])
			all = all[k:]
		}
		df += n
		w.blocks = append(w.blocks, w.counts...)
		w.skips = appendUV(w.skips, before-beforeBlock)
		beforeBlock = before
		w.skips = appendUV(w.skips, uint32(len(w.blocks)-blockStart))
		w.skips = appendUV(w.skips, uint32(len(w.positions)-positionStart))
	}
	if df > postingsPerBlock {
		w.postings = append(w.postings, w.skips...)
	}
	w.postings = append(w.postings, w.blocks...)
	return df
}

// count writes the counts and positions of one posting.
func (w *listWriter) count(all []occurrence, starts *[numFields]uint32) {
	var in [numFields]uint32
	next := uint32(0)
	for _, o := range all {
		w.positions = appendUV(w.positions, o.at-next)
		next = o.at + 1
		f := fieldAt(starts, o.at)
		in[f] = min(in[f]+1, 3)
	}
	v := uint32(len(all)-1) << 1
	if elsewhere := in[Title] | in[Subtitle]<<2 | in[People]<<4 | in[Outlet]<<6; elsewhere > 0 {
		w.counts = append(appendUV(w.counts, v|1), byte(elsewhere))
	} else {
		w.counts = appendUV(w.counts, v)
	}
}

// fieldAt returns the field that place at lies in.
func fieldAt(starts *[numFields]uint32, at uint32) Field {
	f := numFields - 1
	for f > 0 && at < starts[f] {
		f--
	}
	return f
}
