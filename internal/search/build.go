package search

import (
	"cmp"
	"hash/fnv"
	"slices"
	"time"

	"parallax/internal/sorting"
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
	add(Outlet, doc.Author)
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

// Encode returns the index of the articles taken in so far; see format.go.
func (b *Builder) Encode() []byte {
	docs := slices.Clone(b.docs)
	sorting.Stable(docs, func(x, y builtDoc) int {
		return cmp.Or(cmp.Compare(y.earliest, x.earliest), cmp.Compare(y.latest, x.latest), cmp.Compare(x.hash, y.hash))
	})
	var sections [numSections][]byte
	sections[secDocs], sections[secNames] = encodeDocs(docs)
	sections[secTerms], sections[secTexts] = b.encodeTerms(docs)
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
	ids := enumerate(outlets)
	names = appendUV(names, uint32(len(ids)))
	for _, id := range ids {
		names = appendStr(appendStr(names, id), outletNames[id])
	}
	persons := enumerate(people)
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

// enumerate numbers the keys of m in their order and returns them.
func enumerate(m map[string]uint32) []string {
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

// encodeTerms writes the dictionary, and the articles as the numbers of their
// terms.
func (b *Builder) encodeTerms(docs []builtDoc) (dictionary, texts []byte) {
	df := make([]uint32, len(b.terms))
	t := tally{terms: make([]counted, len(b.terms))}
	for i := range docs {
		b.measure(&t, uint32(i), &docs[i], df)
	}
	order := make([]uint32, len(b.terms))
	for i := range order {
		order[i] = uint32(i)
	}
	sorting.Stable(order, func(x, y uint32) int { return cmp.Compare(b.terms[x], b.terms[y]) })
	dictionary = appendUV(dictionary, uint32(len(order)))
	before := ""
	for i, id := range order {
		term := b.terms[id]
		shared := 0
		for i%termsPerBlock > 0 && shared < min(len(term), len(before)) && term[shared] == before[shared] {
			shared++
		}
		before = term
		dictionary = append(dictionary, byte(shared), byte(len(term)-shared))
		dictionary = append(dictionary, term[shared:]...)
		postings := t.terms[id].at
		if isDense(df[id], len(docs)) {
			postings = 0
		}
		dictionary = appendUV(appendUV(dictionary, df[id]), postings)
	}
	sorting.Stable(order, func(x, y uint32) int { return cmp.Compare(df[y], df[x]) })
	numbers := make([]uint32, len(b.terms))
	for n, id := range order {
		numbers[id] = uint32(n)
	}
	texts = make([]byte, 0, len(b.stream)*3/2)
	for i := range docs {
		for _, id := range b.stream[docs[i].start : docs[i].start+docs[i].terms()] {
			texts = appendNumber(texts, numbers[id])
		}
	}
	return dictionary, texts
}

// measure counts in df the terms of an article and measures their postings.
func (b *Builder) measure(t *tally, doc uint32, d *builtDoc, df []uint32) {
	t.seen = t.seen[:0]
	stream := b.stream[d.start:]
	for f, n := range d.lengths {
		for _, id := range stream[:n] {
			t.count(id, Field(f))
		}
		stream = stream[n:]
	}
	for _, id := range t.seen {
		df[id]++
		var posting [maxPosting]uint16
		t.terms[id].at += uint32(len(t.next(doc, id, posting[:0])))
	}
}

// terms returns the number of terms in all fields.
func (d *builtDoc) terms() (n int) {
	for _, k := range d.lengths {
		n += int(k)
	}
	return n
}
