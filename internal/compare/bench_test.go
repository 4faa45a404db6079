package compare

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/names"
)

// karabakh is the five articles as the reader opens them.
func karabakh(b testing.TB) *dossier.Dossier {
	b.Helper()
	files, err := filepath.Glob("../../data/karabakh/*.txt")
	if err != nil || len(files) != 5 {
		b.Fatalf("articles: %v, %v", files, err)
	}
	var p dossier.Pack
	for _, f := range files {
		words, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		p.Articles = append(p.Articles, dossier.Meta{ID: filepath.Base(f)[:3], Text: string(words)})
	}
	d, err := dossier.New(p)
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// invented makes n articles of about the given number of words. Words are made
// of syllables and used as often as words are in a language (Zipf's law);
// every tenth article repeats half of the one before.
func invented(b testing.TB, n, words int) *dossier.Dossier {
	b.Helper()
	rng := rand.New(rand.NewPCG(3, 4))
	syllables := strings.Fields("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu za bre cla dri flo gru sta tre spo pli")
	vocabulary := strings.Fields("the of to and in a that for was on with by at from is as it be said has")
	for len(vocabulary) < 20000 {
		w := ""
		for range 1 + rng.IntN(4) {
			w += syllables[rng.IntN(len(syllables))]
		}
		if rng.IntN(8) == 0 {
			w = strings.ToUpper(w[:1]) + w[1:]
		}
		vocabulary = append(vocabulary, w)
	}
	zipf := rand.NewZipf(rng, 1.1, 3, uint64(len(vocabulary)-1))
	var p dossier.Pack
	for i := range n {
		var s strings.Builder
		for count := 0; count < words; count += 20 {
			s.WriteString("The")
			for range 12 + rng.IntN(16) {
				s.WriteByte(' ')
				if rng.IntN(25) == 0 {
					fmt.Fprint(&s, rng.IntN(2000))
				} else {
					s.WriteString(vocabulary[zipf.Uint64()])
				}
			}
			s.WriteString([]string{". ", ".\n\n"}[rng.IntN(2)])
		}
		words := s.String()
		if i%10 == 9 {
			words = p.Articles[i-1].Text[:len(p.Articles[i-1].Text)/2] + words[len(words)/2:]
		}
		p.Articles = append(p.Articles, dossier.Meta{ID: fmt.Sprint(i), Text: words, Published: fmt.Sprintf("2020-10-%02d", 1+i%28)})
	}
	d, err := dossier.New(p)
	if err != nil {
		b.Fatal(err)
	}
	return d
}

// Opening two of the five: all that is done from the cleaned dossier to the
// aligned sentences.
func BenchmarkOpenPair(b *testing.B) {
	d := karabakh(b)
	people := names.Collect(d)
	for b.Loop() {
		New(d, people).Compare(2, 4)
	}
}

// The next pair of the five, with the comparer at hand.
func BenchmarkNextPair(b *testing.B) {
	d := karabakh(b)
	c := New(d, names.Collect(d))
	for b.Loop() {
		c.Compare(2, 4)
	}
}

func Benchmark300Articles(b *testing.B) {
	d := invented(b, 300, 600)
	people := names.Collect(d)
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			New(d, people)
		}
	})
	c := New(d, people)
	b.Run("related to the first", func(b *testing.B) {
		for b.Loop() {
			c.profiles = nil
			c.Related(0)
		}
	})
	b.Run("related, all pairs", func(b *testing.B) {
		for b.Loop() {
			c.profiles = nil
			for a := range d.Articles {
				c.Related(a)
			}
		}
	})
	b.Run("passages", func(b *testing.B) {
		for b.Loop() {
			for s := c.SearchPassages(); s.Next(); {
			}
		}
	})
}

func BenchmarkPair200KB(b *testing.B) {
	d := invented(b, 2, 34000)
	b.SetBytes(int64(len(d.Articles[0].Text)))
	people := names.Collect(d)
	for b.Loop() {
		New(d, people).Compare(0, 1)
	}
}
