package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"parallax/internal/text"
)

// A list is read as it was written, with long gaps and high counts, and so is
// the list of a frequent word, whichever articles are asked about.
func TestPostingsAreReadAsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	const articles = 40_000
	ix := &Index{titleNorm: make([]float32, articles), bodyNorm: make([]float32, articles)}
	for doc := range articles {
		ix.titleNorm[doc], ix.bodyNorm[doc] = r.Float32(), r.Float32()
	}
	for range 50 {
		ix.postings = postings{at: []uint32{0, 0}, dense: []dense{{docs: newBitmap(articles)}}}
		p := &ix.postings
		want, wantDocs := make([]float32, articles), newBitmap(articles)
		fields := uint8(r.IntN(2) << r.IntN(int(numFields)))
		gaps := []int{3, 300, 9000}[r.IntN(3)]
		after := 0
		for doc := r.IntN(gaps); doc < articles; doc += 1 + r.IntN(gaps) {
			body, elsewhere := []uint32{1, 2, 15, 16, 255, 1000}[r.IntN(6)], uint8(0)
			if r.IntN(4) == 0 {
				body, elsewhere = body%16, uint8(1+r.IntN(255))
			}
			p.units = appendPosting(p.units, uint32(doc-after), body, elsewhere)
			p.dense[0].docs.set(uint32(doc))
			p.dense[0].counts = append(p.dense[0].counts, occurrences(body, elsewhere))
			after = doc + 1
			if x := ix.frequency(uint32(doc), occurrences(body, elsewhere), fields); x > 0 {
				want[doc] = x
				wantDocs.set(uint32(doc))
			}
		}
		p.at[1] = uint32(len(p.units))
		p.dense[0].rank()
		got, docs := make([]float32, articles), newBitmap(articles)
		ix.count(0, 1, fields, got, docs)
		if !slices.Equal(got, want) || !slices.Equal(docs, wantDocs) {
			t.Fatal("a list is read otherwise than it was written")
		}
		some := newBitmap(articles)
		for doc := range uint32(articles) {
			if r.IntN(3) == 0 {
				some.set(doc)
			} else {
				want[doc] = 0
			}
		}
		wantDocs.and(some)
		clear(got)
		clear(docs)
		ix.countDense(0, 1, fields, got, docs, some)
		if !slices.Equal(got, want) || !slices.Equal(docs, wantDocs) {
			t.Fatal("the list of a frequent word is read otherwise than it was written")
		}
	}
}

// More terms than two bytes number are told apart: alone, in phrases, near each
// other.
func TestMoreTermsThanCodes(t *testing.T) {
	word := func(n int) string { return fmt.Sprintf("w%05d", n) }
	var docs []Doc
	for n := 0; n < 1<<16+2000; {
		var words []string
		for range 200 {
			words = append(words, word(n))
			n++
		}
		s := strings.Join(words, " ")
		docs = append(docs, Doc{Text: s, Body: []text.Span{{End: int32(len(s))}}})
	}
	ix := Build(docs)
	if len(ix.texts.rare) == 0 {
		t.Fatal("no rare terms: the test says nothing")
	}
	for n := 1<<16 - 300; n < 1<<16+1990; n += 7 {
		for _, tt := range []struct {
			query string
			all   bool
		}{
			{word(n) + " ", true},
			{`"` + word(n) + " " + word(n+1) + `" `, n%200 != 199},
			{`"` + word(n+1) + " " + word(n) + `" `, false},
			{`"` + word(n) + " " + word(n+2) + `" `, false},
			{word(n) + " " + word(n+3) + " near:3 ", n%200 < 197},
			{word(n) + " " + word(n+3) + " near:2 ", false},
		} {
			r := ix.Search(tt.query, Options{Exact: true})
			if found := r.All == 1 && int(r.Hits[0].Doc) == n/200; found != tt.all || r.All > 1 {
				t.Fatalf("Search(%q): %d found, want the article: %t", tt.query, r.All, tt.all)
			}
		}
	}
}
