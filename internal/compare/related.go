package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"
)

// What decides on the same story, and how scores are made of it.
const (
	sameStoryMin = 0.30 // cosine of the news of two articles
	sameTextMin  = 0.60 // share of the shorter article's news that the other repeats
	storyDays    = 7    // publication dates further apart are not one day's news
	leadWeight   = 2.0  // of a word in headline, standfirst and lead, beside 1 in the rest
	leadBody     = 2    // sentences of the body that are the lead
)

// profile is an article as a weighted bag of terms.
type profile struct {
	terms   []int32
	weights []float64 // unit length
	shingle []uint64  // distinct fingerprints of what is news, increasing
}

// Related ranks the other articles by how much they have to do with a.
//
// Two measures: the cosine of the tf-idf vectors of what is news in both
// articles, its headline and lead counted double, and the reuse of text, by
// winnowed shingles. What recurs over the collection without ever standing in
// a lead is background and counts for neither.
func (c *Comparer) Related(a int) []Candidate {
	c.prepareProfiles()
	var out []Candidate
	cosines, shared := make([]float64, len(c.articles)), make([]int, len(c.articles))
	p := &c.profiles[a]
	for k, t := range p.terms {
		for _, post := range c.postings[t] {
			cosines[post.article] += p.weights[k] * post.weight
		}
	}
	for _, h := range p.shingle {
		for _, b := range c.reused[h] {
			shared[b]++
		}
	}
	for b := range c.profiles {
		if b == a {
			continue
		}
		reuse := float64(shared[b]) / float64(max(min(len(p.shingle), len(c.profiles[b].shingle)), 1))
		if cosines[b] < minCosine && reuse == 0 {
			continue
		}
		days, dated := c.daysApart(a, b)
		out = append(out, Candidate{
			Article:   int32(b),
			Score:     math.Round(1000*max(cosines[b], reuse)) / 1000,
			SameStory: (!dated || days <= storyDays) && (cosines[b] >= sameStoryMin || reuse >= sameTextMin),
			Reason:    reuseWords(reuse),
		})
	}
	slices.SortFunc(out, func(x, y Candidate) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(c.d.Articles[x.Article].ID, c.d.Articles[y.Article].ID))
	})
	var first map[int32]firstWord
	for i := range out {
		if i < maxExplained || out[i].SameStory {
			if first == nil {
				first = c.firstWords(a)
			}
			c.explain(a, &out[i], first)
		}
	}
	return out
}

// Bounds of what Related returns: less alike is unrelated, and beyond the best
// only the same story is given all its reasons.
const (
	minCosine    = 0.02
	maxExplained = 10
)

func reuseWords(reuse float64) string {
	if reuse < 0.05 {
		return ""
	}
	return fmt.Sprintf("%d %% of the shorter text is in both", int(100*reuse))
}

// explain adds to the reason of a candidate the words that bind it to a, and
// how far apart they were published. first is where a has its terms.
func (c *Comparer) explain(a int, to *Candidate, first map[int32]firstWord) {
	why := []string{}
	if to.Reason != "" {
		why = append(why, to.Reason)
	}
	if words := c.topShared(a, int(to.Article), first); len(words) > 0 {
		why = append(why, "both have: "+strings.Join(words, ", "))
	}
	if days, dated := c.daysApart(a, int(to.Article)); dated && days > storyDays {
		why = append(why, fmt.Sprintf("published %d days apart", days))
	}
	to.Reason = strings.Join(why, "; ")
}

// daysApart returns the days between the publication of two articles.
func (c *Comparer) daysApart(a, b int) (days int, known bool) {
	x, y := c.d.Articles[a].Published.Day(), c.d.Articles[b].Published.Day()
	if x.IsZero() || y.IsZero() {
		return 0, false
	}
	return int(y.Sub(x).Abs() / (24 * time.Hour)), true
}

// posting is one article's weight of a term.
type posting struct {
	article int32
	weight  float64
}

// prepareProfiles builds the profiles of all articles once.
func (c *Comparer) prepareProfiles() {
	if c.profiles != nil {
		return
	}
	c.profiles = make([]profile, len(c.articles))
	c.postings = make([][]posting, len(c.lex.base))
	c.reused = map[uint64][]int32{}
	background := c.background()
	df := make([]int32, len(c.lex.base))
	counts := make([]map[int32]float64, len(c.articles))
	for a, ss := range c.articles {
		counts[a] = map[int32]float64{}
		body := 0
		for i := range ss {
			s := &ss[i]
			if !s.comparable() || s.kind == dateline || background[s.text] {
				continue
			}
			w := 1.0
			if s.kind != bodyKind || body < leadBody {
				w = leadWeight
			}
			if s.kind == bodyKind {
				body++
			}
			for _, t := range s.terms {
				counts[a][t] += w
			}
			c.profiles[a].shingle = append(c.profiles[a].shingle, fingerprints(s.words)...)
		}
		slices.Sort(c.profiles[a].shingle)
		c.profiles[a].shingle = slices.Compact(c.profiles[a].shingle)
		for t := range counts[a] {
			df[t]++
		}
	}
	n := float64(len(c.articles))
	for a := range c.articles {
		p := &c.profiles[a]
		for _, h := range p.shingle {
			c.reused[h] = append(c.reused[h], int32(a))
		}
		for t := range counts[a] {
			p.terms = append(p.terms, t)
		}
		slices.Sort(p.terms)
		sum := 0.0
		for _, t := range p.terms {
			// As in rarity: the article at hand and one other are left out, so
			// that a story in two of few articles keeps its own words rare.
			others := max(n-2, 0) + 2
			idf := max(math.Log(others/(float64(max(df[t]-2, 0))+1))/math.Log(others), 0.04)
			w := (1 + math.Log(counts[a][t])) * idf * float64(c.lex.base[t]) / 1000
			p.weights = append(p.weights, w)
			sum += w * w
		}
		norm := math.Sqrt(max(sum, 1e-9))
		for k, t := range p.terms {
			p.weights[k] /= norm
			c.postings[t] = append(c.postings[t], posting{int32(a), p.weights[k]})
		}
	}
}

// background returns the sentences that several articles carry and none of
// them has in its headline or lead.
func (c *Comparer) background() map[string]bool {
	carriers := map[string]int{}
	leads := map[string]bool{}
	for a, ss := range c.articles {
		body := 0
		seen := map[string]bool{}
		for i := range ss {
			s := &ss[i]
			if !s.comparable() || s.kind == dateline {
				continue
			}
			if s.kind != bodyKind || body < leadBody+1 {
				leads[s.text] = true
			}
			if s.kind == bodyKind {
				body++
			}
			if !seen[s.text] {
				seen[s.text] = true
				carriers[s.text]++
			}
		}
		_ = a
	}
	out := map[string]bool{}
	for s, n := range carriers {
		if n > 1 && !leads[s] {
			out[s] = true
		}
	}
	return out
}

// topShared returns the words of a behind the terms that bind a and b most.
func (c *Comparer) topShared(a, b int, first map[int32]firstWord) []string {
	x, y := &c.profiles[a], &c.profiles[b]
	type bond struct {
		term   int32
		weight float64
	}
	var bonds []bond
	for i, j := 0, 0; i < len(x.terms) && j < len(y.terms); {
		switch {
		case x.terms[i] < y.terms[j]:
			i++
		case y.terms[j] < x.terms[i]:
			j++
		default:
			bonds = append(bonds, bond{x.terms[i], x.weights[i] * y.weights[j]})
			i, j = i+1, j+1
		}
	}
	slices.SortFunc(bonds, func(p, q bond) int {
		return cmp.Or(cmp.Compare(q.weight, p.weight), cmp.Compare(first[p.term].at, first[q.term].at))
	})
	var out []string
	for _, b := range bonds[:min(len(bonds), maxReasonWords)] {
		out = append(out, first[b.term].word)
	}
	return out
}

type firstWord struct {
	word string
	at   int32
}

// firstWords returns where article a first has each of its terms.
func (c *Comparer) firstWords(a int) map[int32]firstWord {
	out := map[int32]firstWord{}
	for i := range c.articles[a] {
		s := &c.articles[a][i]
		for _, w := range s.words {
			if _, ok := out[w.term]; !ok {
				out[w.term] = firstWord{w.at.Of(c.d.Articles[a].Text), w.at.Start}
			}
		}
	}
	return out
}
