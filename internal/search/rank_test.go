package search

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"parallax/internal/text"
)

// textsOf returns the hits as the texts they stand for, so that numbering does
// not matter.
func textsOf(docs []Doc, r Result) []string {
	var out []string
	for _, h := range r.Hits {
		out = append(out, docs[h.Doc].Text)
	}
	return out
}

// The order in which articles come changes no ranking.
func TestOrderOfArticlesDoesNotMatter(t *testing.T) {
	docs := corpus(11, 200)
	ix := Build(docs)
	r := rand.New(rand.NewPCG(1, 1))
	mixed := slices.Clone(docs)
	r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	other := Build(mixed)
	for range 500 {
		q := ask(r)
		a, b := ix.Search(q, Options{Facets: true}), other.Search(q, Options{Facets: true})
		if !slices.Equal(textsOf(docs, a), textsOf(mixed, b)) {
			t.Fatalf("Search(%q) ranks otherwise after shuffling", q)
		}
		if !reflect.DeepEqual(a.Facets, b.Facets) {
			t.Errorf("Search(%q) counts otherwise after shuffling: %v, %v", q, a.Facets, b.Facets)
		}
		for i := range a.Hits {
			if a.Hits[i].Score != b.Hits[i].Score || !slices.Equal(a.Hits[i].Why, b.Hits[i].Why) {
				t.Errorf("Search(%q) scores otherwise after shuffling", q)
			}
		}
	}
}

// A short list is the beginning of a long one: what is passed over as hopeless
// would not have come among the first.
func TestShortListBeginsLongList(t *testing.T) {
	docs := corpus(12, 600)
	ix := Build(docs)
	r := rand.New(rand.NewPCG(2, 2))
	for range 400 {
		q := ask(r)
		long := ix.Search(q, Options{Limit: len(docs)})
		for _, limit := range []int{1, 10, 70} {
			short := ix.Search(q, Options{Limit: limit})
			want := long.Hits[:min(limit, len(long.Hits))]
			for i := range short.Hits {
				if len(short.Hits) != len(want) || short.Hits[i].Doc != want[i].Doc {
					t.Fatalf("Search(%q) with limit %d differs from the long list at %d", q, limit, i)
				}
			}
		}
	}
}

// The summands that explain a score add up to it.
func TestWhyAddsUp(t *testing.T) {
	docs := corpus(13, 100)
	ix := Build(docs)
	r := rand.New(rand.NewPCG(3, 3))
	explained := 0
	for range 300 {
		q := ask(r)
		for _, h := range ix.Search(q, Options{}).Hits {
			sum := 0.0
			for _, why := range h.Why {
				x, err := strconv.ParseFloat(why[strings.LastIndexByte(why, ' ')+1:], 64)
				if err != nil {
					t.Fatalf("why %q ends without a number", why)
				}
				sum += x
			}
			if math.Abs(sum-h.Score) > 0.005*float64(len(h.Why))+1e-4 {
				t.Errorf("Search(%q): score %.3f, but %q", q, h.Score, h.Why)
			}
			explained += len(h.Why)
		}
	}
	if explained < 1000 {
		t.Errorf("only %d summands seen", explained)
	}
}

// A number or a time of day is found as a whole, however it is written.
func TestNumbersAsWritten(t *testing.T) {
	var docs []Doc
	for _, s := range []string{"A fine of 40,000 crowns.", "A fine of 40000 crowns.", "At 5:40 it struck.", "At 05:40 it struck.", "It took 40 men 5 days, 000 of them.", "In 1994 it cost 1.5 million.", "Some 1,600 walked out.", "Some 1600 walked out."} {
		docs = append(docs, Doc{Text: s, Body: []text.Span{{End: int32(len(s))}}})
	}
	ix := Build(docs)
	for _, tt := range []struct {
		query string
		want  []int32
	}{
		{"40000 ", []int32{0, 1}},
		{"40,000 ", []int32{0, 1}},
		{"40000", []int32{0, 1}},
		{"5:40", []int32{2, 3}},
		{"05:40 ", []int32{2, 3}},
		{"5.40 ", []int32{2, 3}},
		{"1.5 ", []int32{5}},
		{"1994 ", []int32{5}},
		{"70000 ", nil},
		{"1600", []int32{6, 7}},
		{"1600 ", []int32{6, 7}},
		{"1,600 ", []int32{6, 7}},
	} {
		r := ix.Search(tt.query, Options{Exact: true})
		var got []int32
		for _, h := range r.Hits {
			got = append(got, h.Doc)
			if len(h.Marks) != 1 {
				t.Errorf("Search(%q): marks %v", tt.query, h.Marks)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, tt.want) {
			t.Errorf("Search(%q) finds %v, want %v", tt.query, got, tt.want)
		}
	}
}

// Marks lie on words of the query, in order.
func TestMarks(t *testing.T) {
	docs := corpus(14, 100)
	ix := Build(docs)
	for _, q := range []string{"peskov ", `"minsk group"`, "трuce peskov", "karabakh truce", "北京 ", "u.s. "} {
		for _, h := range ix.Search(q, Options{Limit: 100}).Hits {
			doc := &docs[h.Doc]
			if len(h.Marks) == 0 && len(doc.People) == 0 {
				t.Errorf("Search(%q): no mark in %q", q, doc.Text)
			}
			for i, m := range h.Marks {
				if i > 0 && m.Field == h.Marks[i-1].Field && m.Span.Start < h.Marks[i-1].Span.End {
					t.Errorf("Search(%q): marks overlap: %v", q, h.Marks)
				}
				if m.Span.Empty() || int(m.Span.End) > len(doc.Text) || strings.Contains(m.Span.Of(doc.Text), "furniture") {
					t.Errorf("Search(%q): a mark on %v", q, m)
				}
			}
			for _, x := range h.Excerpts {
				if !slices.Contains(doc.Sentences, x) {
					t.Errorf("Search(%q): the excerpt %v is no sentence", q, x)
				}
			}
		}
	}
}

// What is asked of one article is what all are asked of it.
func TestOnly(t *testing.T) {
	docs := corpus(15, 100)
	ix := Build(docs)
	r := rand.New(rand.NewPCG(4, 4))
	for range 100 {
		q := ask(r)
		found := map[int32]Hit{}
		for _, h := range ix.Search(q, Options{Limit: len(docs)}).Hits {
			found[h.Doc] = h
		}
		for doc := range int32(len(docs)) {
			got := ix.Search(q, Options{Only: []int32{doc}}).Hits
			want, ok := found[doc]
			if len(got) > 1 || ok != (len(got) == 1) {
				t.Fatalf("Search(%q) of article %d: %d hits", q, doc, len(got))
			}
			if ok && (got[0].Doc != doc || got[0].All != want.All || !slices.Equal(got[0].Marks, want.Marks)) {
				t.Errorf("Search(%q) of article %d: %v, of all: %v", q, doc, got[0], want)
			}
		}
	}
}

func TestRanking(t *testing.T) {
	doc := func(title, body string) Doc {
		s := title + "\n" + body
		d := Doc{Text: s}
		d.Title.End = int32(len(title))
		d.Body = append(d.Body, d.Title)
		d.Body[0].Start, d.Body[0].End = int32(len(title)+1), int32(len(s))
		return d
	}
	docs := []Doc{
		doc("Harbour strike ends", "Dockers return to work after the union of the port and the owners agree."),
		doc("Union meets", "The strike in the harbour goes on. Nobody ends it before Monday, they say in the town."),
		doc("Weather", "The wind ends. The strike is over elsewhere; a harbour stays shut for the strike of others."),
		doc("Football", "A striking goal by a harbourer."),
		doc("Snow melts", "Rivers rise."),
		doc("Snow melts early again", "Snow melts, and melts."),
		doc("Much snow melts", "Snow, snow melts, melts and melts."),
	}
	ix := Build(docs)
	for _, tt := range []struct {
		name, query string
		first       int32
		total       int
	}{
		{"a headline", "harbour strike ends", 0, 3},
		{"a headline cut short", "harbour str", 0, 4},
		{"a headline that begins so, before words more frequent", "snow m", 4, 4},
		{"of two headlines that begin so, the shorter", "snow melts", 4, 3},
		{"words side by side", "union of the port", 0, 3},
		{"a phrase is required", `"strike is over"`, 2, 1},
		{"in the headline only", "in:title union ", 1, 1},
		{"two typing errors", "harbuor strke ends ", 0, 3},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ix.Search(tt.query, Options{})
			if r.Total != tt.total || len(r.Hits) == 0 || r.Hits[0].Doc != tt.first {
				t.Errorf("Search(%q): %d found, first %+v; want %d, first %d", tt.query, r.Total, r.Hits, tt.total, tt.first)
			}
		})
	}
}

// The articles whose headline begins with words are those that a look at every
// headline finds.
func TestHeadlinesBeginningWithWords(t *testing.T) {
	docs := corpus(15, 300)
	ix := Build(docs)
	r := rand.New(rand.NewPCG(4, 4))
	found := 0
	for range 600 {
		title := scan(&docs[r.IntN(len(docs))]).terms[Title]
		var words []word
		for _, term := range title[:1+r.IntN(len(title))] {
			words = append(words, word{folded: term})
		}
		last := &words[len(words)-1]
		if last.prefix = r.IntN(2) == 0; last.prefix {
			_, n := utf8.DecodeRuneInString(last.folded)
			last.folded = last.folded[:n]
		}
		ix.work.reset()
		e := evaluation{ix: ix, o: Options{Exact: true}}
		var slots []*slot
		for _, w := range words {
			s := e.resolve(w, 0)
			slots = append(slots, &s)
		}
		var got, want []int32
		for _, doc := range ix.beginning(slots) {
			got = append(got, ix.place[doc])
		}
		for i := range docs {
			terms := scan(&docs[i]).terms[Title]
			if len(terms) >= len(words) && slices.EqualFunc(words, terms[:len(words)], func(w word, term string) bool {
				return term == w.folded || w.prefix && strings.HasPrefix(term, w.folded)
			}) {
				want = append(want, int32(i))
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("headlines beginning with %v: got %v, want %v", words, got, want)
		}
		found += len(got)
	}
	if found < 1000 {
		t.Errorf("only %d headlines found: the test says little", found)
	}
}
