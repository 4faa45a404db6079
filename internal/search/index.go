package search

import (
	"bytes"
	"fmt"
)

// Index is a searchable collection. It is not safe for concurrent use: a
// search reuses its memory.
type Index struct {
	dict     dictionary
	texts    texts
	postings postings

	place               []int32 // as given
	layouts             []layout
	titleNorm, bodyNorm []float32 // see readNorms
	earliest            []int32
	latest              []int32
	year                []int32 // of earliest; noDay if unknown
	outlet              []uint32
	people              lists[uint32] // places in persons
	happened            lists[days]

	outlets []outletName // by id
	persons []string

	docs      []Doc // as given; nil until attached
	headlines headlines
	spell     []spelled  // see readTerms
	sketches  [][]sketch // by length in characters
	work      scratch
}

// layout tells where the fields of an article stand: the place of the first
// term of each, and the place after the free one that ends the last. Places
// count terms from 0; fields follow each other with one place free between
// them.
type layout [numFields + 1]uint32

func newLayout(lengths [numFields]uint32) (l layout) {
	for f, n := range lengths {
		l[f+1] = l[f] + n + 1
	}
	return l
}

// length returns the number of terms in a field.
func (l *layout) length(f Field) int { return int(l[f+1] - l[f] - 1) }

// field returns the field that a place lies in.
func (l *layout) field(at uint32) Field {
	f := numFields - 1
	for f > 0 && at < l[f] {
		f--
	}
	return f
}

type outletName struct{ id, name string }

// lists is a column of short lists.
type lists[T any] struct {
	end []uint32 // where the list of each article ends in all
	all []T
}

func (l *lists[T]) of(doc int) []T {
	if doc == 0 {
		return l.all[:l.end[0]]
	}
	return l.all[l.end[doc-1]:l.end[doc]]
}

// Len returns the number of articles.
func (ix *Index) Len() int { return len(ix.place) }

// Attach gives the index the articles it was built from, in the same order,
// so that hits have marks and excerpts.
func (ix *Index) Attach(docs []Doc) {
	if len(docs) != len(ix.place) {
		panic(fmt.Sprintf("index of %d articles attached to %d", len(ix.place), len(docs)))
	}
	ix.docs = docs
}

// Decode opens an encoded index and keeps nothing of data. It refuses what is
// damaged with an error.
func Decode(data []byte) (*Index, error) {
	sections, err := split(data)
	if err != nil {
		return nil, err
	}
	ix := &Index{}
	if !ix.readNames(sections[secNames]) || !ix.readDocs(sections[secDocs], len(sections[secTexts])) {
		return nil, fmt.Errorf("%w: the table of articles", errDamaged)
	}
	if ix.dict, err = newDictionary(bytes.Clone(sections[secTerms]), ix.Len()); err != nil {
		return nil, err
	}
	if !ix.makePostings(sections[secTexts]) {
		return nil, fmt.Errorf("%w: the texts", errDamaged)
	}
	ix.readNorms()
	ix.readTerms()
	ix.readHeadlines()
	return ix, nil
}

func (ix *Index) readNames(b []byte) (ok bool) {
	s := source{b: b}
	for range s.count() {
		ix.outlets = append(ix.outlets, outletName{s.str(), s.str()})
	}
	for range s.count() {
		ix.persons = append(ix.persons, s.str())
	}
	return !s.bad && len(s.b) == 0
}

// readDocs reads the table of articles, whose texts take so many bytes.
func (ix *Index) readDocs(b []byte, texts int) (ok bool) {
	s := source{b: b}
	n := s.count()
	ix.place = make([]int32, n)
	ix.layouts = make([]layout, n)
	left := uint64(texts) // each term takes a byte at least
	ix.earliest, ix.latest, ix.year = make([]int32, n), make([]int32, n), make([]int32, n)
	ix.outlet = make([]uint32, n)
	ix.people.end, ix.happened.end = make([]uint32, n), make([]uint32, n)
	taken := newBitmap(n)
	before := int32(0)
	for i := range n {
		place := s.uv()
		if place >= uint32(n) || taken.has(place) {
			return false
		}
		taken.set(place)
		ix.place[i] = int32(place)
		var lengths [numFields]uint32
		for f := range lengths {
			lengths[f] = s.uv()
			if uint64(lengths[f]) > left {
				return false
			}
			left -= uint64(lengths[f])
		}
		ix.layouts[i] = newLayout(lengths)
		before += s.sv()
		ix.earliest[i], ix.latest[i], ix.year[i] = before, before+s.sv(), noDay
		switch {
		case i > 0 && before == ix.earliest[i-1]:
			ix.year[i] = ix.year[i-1]
		case before != noDay:
			ix.year[i] = int32(date(before).Year())
		}
		ix.outlet[i] = s.uv()
		person := uint32(0)
		for range s.count() {
			person += s.uv()
			if int(person) >= len(ix.persons) {
				return false
			}
			ix.people.all = append(ix.people.all, person)
		}
		ix.people.end[i] = uint32(len(ix.people.all))
		for range s.count() {
			first := s.sv()
			ix.happened.all = append(ix.happened.all, days{first, first + s.sv()})
		}
		ix.happened.end[i] = uint32(len(ix.happened.all))
		if int(ix.outlet[i]) >= len(ix.outlets) {
			return false
		}
	}
	return !s.bad && len(s.b) == 0
}
