package search

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// distance is optimal string alignment as the books write it: a full table.
func distance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		d[i][0] = i
	}
	for j := range d[0] {
		d[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, d[i-1][j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// The walk through the sorted dictionary, which skips most of it, finds what
// measuring every term finds.
func TestSimilarEqualsMeasuringAll(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	letters := []rune("abcdeж京")
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteRune(letters[min(r.IntN(len(letters)), r.IntN(len(letters)))])
		}
		return b.String()
	}
	var docs []Doc
	for range 300 {
		var w []string
		for range 8 {
			w = append(w, word(2+r.IntN(7)))
		}
		s := strings.Join(w, " ")
		d := Doc{Text: s}
		d.Title.End = int32(len(s))
		docs = append(docs, d)
	}
	ix := Build(docs)
	type known struct {
		term string
		df   uint32
	}
	var all []known
	var w walk
	for w.from(&ix.dict, 0); w.step(); {
		all = append(all, known{string(w.term()), w.df})
	}
	found := 0
	for range 1500 {
		typed := string(appendTerm(nil, word(4+r.IntN(6))))
		var want []string
		for k := 1; k <= allowed(typed) && want == nil; k++ {
			near := slices.DeleteFunc(slices.Clone(all), func(x known) bool {
				return distance([]rune(typed), []rune(x.term)) > k || k > 1 && firstRune(typed) != firstRune(x.term)
			})
			slices.SortStableFunc(near, func(x, y known) int {
				if a, b := firstRune(typed) == firstRune(x.term), firstRune(typed) == firstRune(y.term); a != b {
					return map[bool]int{true: -1, false: 1}[a]
				}
				return cmp.Compare(y.df, x.df)
			})
			for _, x := range near[:min(len(near), maxSimilar)] {
				want = append(want, x.term)
			}
		}
		var got []string
		for _, x := range ix.similar(nil, typed) {
			got = append(got, x.text)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("similar(%q) = %q, want %q", typed, got, want)
		}
		found += len(got)
	}
	if found < 1000 {
		t.Errorf("only %d similar words seen", found)
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func TestSpelling(t *testing.T) {
	word := func(words ...string) []Doc {
		var docs []Doc
		for _, s := range words {
			d := Doc{Text: s}
			d.Title.End = int32(len(s))
			docs = append(docs, d)
		}
		return docs
	}
	ix := Build(word("Peskov", "ceasefire", "Aliyev", "Reykjavík", "sky", "2020", "NKR", "after", "Nagorno-Karabakh"))
	for _, tt := range []struct {
		name, query string
		similar     string // what is shown instead; "" if the word itself is there
		total       int
	}{
		{"a wrong letter", "peskow ", "peskov", 1},
		{"a missing letter", "cesefire ", "ceasefire", 1},
		{"Cyrillic", "Песков ", "", 1},
		{"Armenian capitals", "ԱԼԻԵՎ ", "aliyev", 1},
		{"Azerbaijani", "Əliyev ", "", 1},
		{"without the accent", "reykjavik ", "", 1},
		{"a short word is not guessed", "ski ", "", 0},
		{"nor a number", "2021 ", "", 0},
		{"a short capital word", "nkr ", "", 1},
		{"a word others leave out", "after ", "", 1},
		{"full-width letters", "ｎｋｒ ", "", 1},
		{"no hyphen", `"nagorno karabakh"`, "", 1},
		{"in no article", "zzyzx ", "", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := ix.Search(tt.query, Options{})
			got := strings.Join(r.Terms[0].Similar, " ")
			if r.Total != tt.total || got != tt.similar {
				t.Errorf("Search(%q): %d found, similar %q; want %d, %q", tt.query, r.Total, got, tt.total, tt.similar)
			}
			if missing := r.Terms[0].Missing(); missing != (tt.total == 0 || tt.similar != "") {
				t.Errorf("Search(%q): missing is %t", tt.query, missing)
			}
		})
	}
}

// A word is found in both of its English spellings, whichever is typed.
func TestBritishSpelling(t *testing.T) {
	var docs []Doc
	for _, s := range []string{"privatised", "privatized", "privately"} {
		d := Doc{Text: s}
		d.Title.End = int32(len(s))
		docs = append(docs, d)
	}
	ix := Build(docs)
	for _, query := range []string{"privatised ", "privatized "} {
		if r := ix.Search(query, Options{}); r.Total != 2 || r.Terms[0].Missing() {
			t.Errorf("Search(%q): %d found, missing is %t; want 2, false", query, r.Total, r.Terms[0].Missing())
		}
	}
}
