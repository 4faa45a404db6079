package compare

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/kljensen/snowball/english"
)

// TestStemEnglish holds that the words of news articles in testdata/words.txt,
// those of our tables, and words put together of syllables and endings have the
// stem that another implementation of the rules gives.
func TestStemEnglish(t *testing.T) {
	fillTables()
	words := strings.Fields(concepts + " " + antonyms)
	list, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	words = append(words, strings.Fields(string(list))...)
	syllables := strings.Fields("a e i o u y be ce bb da eed ing dy ly gener commun arsen hop sky tro mis ess ti iz at bl al y yo oy ay og lo us ie")
	ends := strings.Fields("s es ied ies us ss sses ed eed edly eedly ing ingly ational tional ization ation ator alism aliti alli ousli ousness fulness iveness iviti biliti bli abli ogi li entli lessli enci anci izer alize icate iciti ical ative ful ness ement ment ent ance ence able ible ant ism ate iti ous ive ize ion sion tion al er ic e l ll y")
	rng := rand.New(rand.NewPCG(5, 6))
	for range 40000 {
		w := ""
		for range rng.IntN(4) {
			w += syllables[rng.IntN(len(syllables))]
		}
		for range 1 + rng.IntN(2) {
			w += ends[rng.IntN(len(ends))]
		}
		words = append(words, w)
	}
	wrong := 0
	for _, w := range words {
		if !isASCII(w) || strings.ContainsAny(w, "'") || len(w) > maxStemmed {
			continue
		}
		if got, want := stemEnglish(w), english.Stem(w, true); got != want {
			if wrong++; wrong <= 20 {
				t.Errorf("stemEnglish(%q) = %q, want %q", w, got, want)
			}
		}
	}
	t.Logf("%d words", len(words))
}

// BenchmarkStem sets the stemmer beside the other.
func BenchmarkStem(b *testing.B) {
	fillTables()
	words := strings.Fields("hostilities negotiations agreement ceasefire accusing deployed peacekeeping internationally ministers happened")
	for name, stem := range map[string]func(string) string{"ours": stemEnglish, "snowball": func(w string) string { return english.Stem(w, true) }} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				for _, w := range words {
					stem(w)
				}
			}
		})
	}
}
