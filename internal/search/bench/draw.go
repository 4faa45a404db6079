package main

import (
	"cmp"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/internal/text"
)

// madeUp returns n articles of made-up words, as frequent as words are (Zipf),
// where each article has a few words of its own that also make its headline.
func madeUp(n int, seed uint64) []article {
	r := rand.New(rand.NewPCG(seed, 1))
	const vocabulary = 40000
	words := make([]string, 0, vocabulary)
	taken := map[string]bool{}
	for len(words) < vocabulary {
		var b strings.Builder
		for range 1 + min(len(words)/200, 2) + r.IntN(3) {
			b.WriteByte("bcdfghjklmnprstvwz"[r.IntN(18)])
			b.WriteByte("aeiou"[r.IntN(5)])
			if r.IntN(3) == 0 {
				b.WriteByte("lnrst"[r.IntN(5)])
			}
		}
		if w := b.String(); !taken[w] {
			taken[w] = true
			words = append(words, w)
		}
	}
	common := rand.NewZipf(r, 1.07, 3, vocabulary-1)
	articles := make([]article, n)
	for i := range articles {
		own := make([]string, 8)
		for k := range own {
			own[k] = words[int(common.Uint64()+100)%vocabulary]
		}
		var title, body []string
		for range 4 + r.IntN(4) {
			title = append(title, own[r.IntN(len(own))])
		}
		for k := range 40 + r.IntN(160) {
			switch {
			case r.IntN(8) == 0:
				body = append(body, own[r.IntN(len(own))])
			default:
				body = append(body, words[common.Uint64()])
			}
			if k%15 == 14 {
				body[len(body)-1] += "."
			}
		}
		articles[i] = article{strings.ToUpper(strings.Join(title, " ")), strings.Join(body, " ") + "."}
	}
	return articles
}

// drawer draws queries from a corpus.
type drawer struct {
	r        *rand.Rand
	articles []article
	words    [][]string // of each body, folded
	df       map[string]int
}

// draw returns queries of every kind, and known articles to look for.
func draw(articles []article, seed uint64) questions {
	d := drawer{r: rand.New(rand.NewPCG(seed, 2)), articles: articles, df: map[string]int{}}
	var q questions
	for _, a := range articles {
		body := strings.Fields(text.Fold(a.Body))
		d.words = append(d.words, body)
		seen := map[string]bool{}
		for _, w := range append(strings.Fields(text.Fold(a.Title)), body...) {
			if !seen[w] {
				seen[w] = true
				d.df[w]++
			}
		}
		q.Titles = append(q.Titles, strings.ToLower(a.Title))
	}
	for _, kind := range []struct {
		name string
		n    int
		draw func() string
	}{
		{"word", 40, d.word},
		{"two", 40, func() string { return d.word() + " " + d.word() }},
		{"prefix", 40, func() string { w := d.word(); return w[:min(len(w), 2+d.r.IntN(4))] }},
		{"phrase", 30, d.phrase},
		{"typo", 30, func() string { return d.typo(d.word()) }},
	} {
		for range kind.n {
			q.Lat = append(q.Lat, timed{kind.name, kind.draw()})
		}
	}
	for _, n := range d.r.Perm(len(articles)) {
		if it, ok := d.item(n); ok {
			q.Items = append(q.Items, it)
		}
		if len(q.Items) == 300 {
			break
		}
	}
	return q
}

// word returns a word of four letters or more that some articles have, but
// fewer than a fifth.
func (d *drawer) word() string {
	for {
		body := d.words[d.r.IntN(len(d.words))]
		if len(body) == 0 {
			continue
		}
		if w := body[d.r.IntN(len(body))]; len(w) > 4 && letters(w) && d.df[w] >= 3 && d.df[w]*5 < len(d.words) {
			return w
		}
	}
}

// phrase returns four words that follow each other.
func (d *drawer) phrase() string {
	for {
		if body := d.words[d.r.IntN(len(d.words))]; len(body) > 10 {
			at := d.r.IntN(len(body) - 4)
			return strings.Join(body[at:at+4], " ")
		}
	}
}

// typo makes one typing error within a word of three letters or more.
func (d *drawer) typo(w string) string {
	i := 1 + d.r.IntN(len(w)-2)
	letter := string(rune('a' + d.r.IntN(26)))
	switch d.r.IntN(4) {
	case 0:
		return w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:]
	case 1:
		return w[:i] + w[i+1:]
	case 2:
		return w[:i] + letter + w[i:]
	}
	return w[:i] + letter + w[i+1:]
}

// item draws three ways to look for article n; it reports false if its words
// are too few.
func (d *drawer) item(n int) (item, bool) {
	a := d.articles[n]
	title := strings.Fields(a.Title)
	var long []int
	for i, w := range title {
		if len(w) > 4 && letters(strings.ToLower(w)) {
			long = append(long, i)
		}
	}
	counts := map[string]int{}
	for _, w := range d.words[n] {
		if len(w) > 3 && letters(w) && d.df[w] > 1 {
			counts[w]++
		}
	}
	own := slices.Sorted(maps.Keys(counts))
	slices.SortStableFunc(own, func(x, y string) int {
		return cmp.Compare(d.weight(y, counts[y]), d.weight(x, counts[x]))
	})
	if len(long) < 2 || len(own) < 6 || len(a.Title) < 24 {
		return item{}, false
	}
	own = own[:min(len(own), 12)]
	d.r.Shuffle(len(own), func(i, j int) { own[i], own[j] = own[j], own[i] })
	d.r.Shuffle(len(long), func(i, j int) { long[i], long[j] = long[j], long[i] })
	for _, i := range long[:2] {
		title[i] = d.typo(title[i])
	}
	cut := int(float64(len(a.Title)) * (0.45 + 0.25*d.r.Float64()))
	for cut < len(a.Title) && !utf8.RuneStart(a.Title[cut]) {
		cut++
	}
	return item{n, strings.Join(own[:3], " "), strings.Join(title, " "), a.Title[:cut]}, true
}

// weight is how much a word says about an article that has it count times.
func (d *drawer) weight(w string, count int) float64 {
	return float64(count) * math.Log(float64(len(d.words))/float64(d.df[w]))
}

// letters reports whether w is of the letters a to z only.
func letters(w string) bool {
	return strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == ""
}
