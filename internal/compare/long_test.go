package compare

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/internal/dossier"
	"parallax/internal/names"
)

// rareWords returns n words of which each stands once.
func rareWords(n int) []string {
	syllables := strings.Fields("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu")
	words := make([]string, n)
	for i := range words {
		for k := i; k > 0 || words[i] == ""; k /= len(syllables) {
			words[i] += syllables[k%len(syllables)]
		}
		words[i] += "rt"
	}
	return words
}

// TestLongSentence compares texts without a full stop that differ in a word.
func TestLongSentence(t *testing.T) {
	for _, n := range []int{1050, 1080, 2000, 5000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			words := rareWords(n)
			a := strings.Join(words, " ")
			words[n/2] = "changed"
			_, r := compareTexts(t, a, strings.Join(words, " "))
			if len(r.Pairs) != 1 || r.Pairs[0].Relation != Near {
				t.Errorf("%d words: got %d pairs%s, want a near one", n, len(r.Pairs), pairWords(r))
			}
		})
	}
}

// Nothing that differs in a fact is called the same, wherever in a text without a
// full stop the fact stands, and nothing reworded whose facts are not all read.
func TestLongSentencesThatDiffer(t *testing.T) {
	words := rareWords(8000)
	other := func(every int) string {
		out := slices.Clone(words)
		for i := 0; i < len(out); i += every {
			out[i] = "in" + out[i]
		}
		return strings.Join(out, " ")
	}
	with := func(at int, number string) string {
		return strings.Join(slices.Concat(words[:at], []string{number, "people"}, words[at:]), " ")
	}
	a := strings.Join(words, " ")
	for _, tt := range []struct {
		name, a, b string
		want       Relation
		clash      bool
	}{
		{"one word in 25", a, other(25), Near, true},
		{"one word in 3", a, other(3), Related, false},
		{"a number late", with(7000, "11"), with(7000, "16"), Near, true},
		{"a number moved", with(7000, "11"), with(100, "11"), Near, false},
		{"a number moved and changed", with(7000, "11"), with(6980, "16"), Near, true},
		{"the ends only", strings.Join(words[:4500], " "), strings.Join(words[3000:], " "), Related, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, r := compareTexts(t, tt.a, tt.b)
			if len(r.Pairs) != 1 || r.Pairs[0].Relation != tt.want || len(r.Pairs[0].Clashes) > 0 != tt.clash {
				t.Errorf("got %d pairs%.200s, want %s, a clash: %v", len(r.Pairs), pairWords(r), tt.want, tt.clash)
			}
		})
	}
}

// The time for texts without a full stop must grow with their length, not with its
// square. The bound is ten times and more what it takes.
func TestLongSentenceTime(t *testing.T) {
	if testing.Short() {
		t.Skip("a few seconds under wasm")
	}
	rng := rand.New(rand.NewPCG(5, 6))
	var plain []string
	for _, s := range stock[:5] {
		plain = append(plain, strings.Fields(strings.NewReplacer(".", "", ",", "", ";", "").Replace(s))...)
	}
	random := func() string {
		out := make([]string, 64000)
		for i := range out {
			out[i] = plain[rng.IntN(len(plain))]
		}
		return strings.Join(out, " ")
	}
	rooms := func(from int) string {
		var b strings.Builder
		for i := range 6000 {
			fmt.Fprintf(&b, "room has %d beds ", from+i)
		}
		return b.String()
	}
	for _, tt := range []struct{ name, a, b string }{
		{"other words", random(), random()},
		{"other numbers", rooms(1000), rooms(10000)},
		{"dates", strings.Repeat("rain fell on 5 May in Rome and ", 8000), strings.Repeat("rain fell on 6 May in Bari but not ", 8000)},
		{"some and all", strings.Repeat("all of the guests and ", 12000), strings.Repeat("some of the guests and ", 12000)},
		{"deeds", strings.Repeat("she bought the house ", 16000), strings.Repeat("he painted the bridge ", 16000)},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: tt.a}, {ID: "b", Text: tt.b}}})
			if err != nil {
				t.Fatal(err)
			}
			people := names.Collect(d)
			start := time.Now()
			New(d, people).Compare(0, 1)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%v for %d bytes", took, len(tt.a))
			}
		})
	}
}
