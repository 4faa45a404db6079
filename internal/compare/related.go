package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"parallax/internal/sorting"
)

// What decides on the same story, and how scores are made of it.
const (
	sameStoryMin = 0.30 // cosine of the news of two articles, where both have
	namesMin     = 0.42 // so much of the names
	alikeMin     = 0.15 // cosine where both have
	sameNamesMin = 0.75 // nearly all names
	topicMin     = 0.45 // cosine where the names tell nothing, because they are
	namedMin     = 0.05 // less than this part of an article's weight
	sameTextMin  = 0.60 // share of the shorter article's news that the other repeats
	storyDays    = 7    // publication dates further apart are not one day's news
	leadWeight   = 2.0  // of a word in headline, standfirst and lead, beside 1 in the rest
	leadBody     = 2    // sentences of the body that are the lead
)

// profile is an article as a weighted bag of terms.
type profile struct {
	terms   []int32
	weights []float64 // unit length
	proper  []bool    // which terms are names here
	named   float64   // the names' part of the squared length
	shingle []uint64  // distinct fingerprints of what is news, increasing
}

// Related ranks the other articles by how much they have to do with a.
//
// Two measures: the cosine of the tf-idf vectors of what is news in both
// articles, its headline and lead counted double, and the reuse of text, by
// winnowed shingles. What recurs over the collection without ever standing in
// a lead is background and counts for neither.
func (c *Comparer) Related(a int) []Candidate {
	out := c.Rank(a)
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

// Rank is Related with no more of the reasons than the share of the text: to
// find the words that bind two articles takes as long again.
func (c *Comparer) Rank(a int) []Candidate {
	c.prepareProfiles()
	var out []Candidate
	cosines, named := make([]float64, len(c.articles)), make([]float64, len(c.articles))
	p := &c.profiles[a]
	for k, t := range p.terms {
		for _, post := range c.postings[t] {
			cosines[post.article] += p.weights[k] * post.weight
			if p.proper[k] && post.proper {
				named[post.article] += p.weights[k] * post.weight
			}
		}
	}
	shared := c.reused.shared(len(c.articles), p.shingle)
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
			SameStory: (!dated || days <= storyDays) && (reuse >= sameTextMin || c.sameEvent(a, b, cosines[b], named[b])) && !c.leadsClash(a, b),
			Reason:    reuseWords(reuse),
		})
	}
	sorting.Stable(out, func(x, y Candidate) int {
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(c.d.Articles[x.Article].ID, c.d.Articles[y.Article].ID))
	})
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
	proper  bool // a name there
}

// sameEvent reports whether two articles of so much likeness report one event.
// Words alone tell a topic; an event is told by who and where: two articles
// on bond issues share all their words but no name.
func (c *Comparer) sameEvent(a, b int, cosine, named float64) bool {
	x, y := c.profiles[a].named, c.profiles[b].named
	if min(x, y) < namedMin {
		return cosine >= topicMin
	}
	share := 2 * named / (x + y)
	return cosine >= sameStoryMin && share >= namesMin || cosine >= alikeMin && share >= sameNamesMin
}

// leadsClash reports whether headlines or leads of two articles are the same
// but for a proper name or a place: one form filled in twice.
func (c *Comparer) leadsClash(a, b int) bool {
	for i := range c.articles[a] {
		s := &c.articles[a][i]
		if i == maxLeads {
			break
		}
		for j := range c.articles[b] {
			t := &c.articles[b][j]
			if j == maxLeads {
				break
			}
			if !s.comparable() || !t.comparable() || s.kind == dateline || t.kind == dateline || min(len(s.words), len(t.words)) < minTerms || inOrder(s.words, t.words) < nearMin {
				continue
			}
			for _, cl := range c.clashes(a, b, int32(i), int32(j), true) {
				if (cl.Kind == clashName || cl.Kind == clashPlace) && capital(cl.A) && capital(cl.B) {
					return true
				}
			}
		}
	}
	return false
}

// maxLeads is how many sentences at the head of an article are its lead.
const maxLeads = 3

// prepareProfiles builds the profiles of all articles once.
func (c *Comparer) prepareProfiles() {
	if c.profiles != nil {
		return
	}
	c.profiles = make([]profile, len(c.articles))
	background := c.background()
	df := make([]int32, len(c.lex.base))
	bag := bag{counts: make([]float64, len(c.lex.base)), proper: make([]bool, len(c.lex.base))}
	for a := range c.articles {
		p := &c.profiles[a]
		p.shingle = c.fill(&bag, a, background)
		// The weights are counts, until it is known how many articles have what.
		sorting.Ordered(bag.terms)
		n := len(bag.terms)
		p.terms, p.weights, p.proper = slices.Clone(bag.terms), make([]float64, n), make([]bool, n)
		for k, t := range bag.terms {
			p.weights[k], p.proper[k] = bag.counts[t], bag.proper[t]
			df[t]++
		}
		bag.empty()
	}
	c.postings = make([][]posting, len(c.lex.base))
	total := int32(0)
	for _, n := range df {
		total += n
	}
	room := make([]posting, total)
	for t, n := range df {
		c.postings[t], room = room[:0:n], room[n:]
	}
	n := float64(len(c.articles))
	for a := range c.profiles {
		p := &c.profiles[a]
		sum := 0.0
		for k, t := range p.terms {
			// As in rarity: the article at hand and one other are left out, so
			// that a story in two of few articles keeps its own words rare.
			others := max(n-2, 0) + 2
			idf := max(math.Log(others/(float64(max(df[t]-2, 0))+1))/math.Log(others), 0.04)
			w := (1 + math.Log(p.weights[k])) * idf * float64(c.lex.base[t]) / 1000
			p.weights[k] = w
			sum += w * w
			if p.proper[k] {
				p.named += w * w
			}
		}
		norm := math.Sqrt(max(sum, 1e-9))
		p.named /= norm * norm
		for k, t := range p.terms {
			p.weights[k] /= norm
			c.postings[t] = append(c.postings[t], posting{int32(a), p.weights[k], p.proper[k]})
		}
	}
	shingles := make([][]uint64, len(c.profiles))
	for a := range c.profiles {
		shingles[a] = c.profiles[a].shingle
	}
	c.reused = newReuse(shingles)
}

// bag is the terms of one article, by term; terms lists those that are in it.
type bag struct {
	counts []float64
	proper []bool
	terms  []int32
}

func (b *bag) add(t int32, weight float64) {
	if b.counts[t] == 0 {
		b.terms = append(b.terms, t)
	}
	b.counts[t] += weight
}

func (b *bag) empty() {
	for _, t := range b.terms {
		b.counts[t], b.proper[t] = 0, false
	}
	b.terms = b.terms[:0]
}

// fill puts what is news in article a into bag and returns its fingerprints.
func (c *Comparer) fill(bag *bag, a int, background map[string]bool) (shingle []uint64) {
	body := 0
	for i := range c.articles[a] {
		s := &c.articles[a][i]
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
			bag.add(t, w)
		}
		for k := range s.words {
			if v := &s.words[k]; v.class == name || v.class == country {
				if v.tail && !has(s.terms, v.term) {
					bag.add(v.term, w) // who speaks is part of the news
				}
				bag.proper[v.term] = bag.counts[v.term] > 0
			}
		}
		shingle = fingerprints(shingle, s.words)
	}
	sorting.Ordered(shingle)
	return slices.Compact(shingle)
}

// reuse finds the articles that have a fingerprint: a list for each, all in
// one slice.
type reuse struct {
	first map[uint64]int32
	links []link
}

type link struct {
	article int32
	next    int32 // index into links, -1 at the end
}

// newReuse lists the articles that have each of the shingles, given by article.
func newReuse(shingles [][]uint64) *reuse {
	n := 0
	for _, hs := range shingles {
		n += len(hs)
	}
	r := &reuse{make(map[uint64]int32, n), make([]link, 0, n)}
	for a, hs := range shingles {
		for _, h := range hs {
			next, ok := r.first[h]
			if !ok {
				next = -1
			}
			r.first[h] = int32(len(r.links))
			r.links = append(r.links, link{int32(a), next})
		}
	}
	return r
}

// shared counts for each article how many of the shingles it has.
func (r *reuse) shared(articles int, shingles []uint64) []int {
	counts := make([]int, articles)
	for _, h := range shingles {
		at, ok := r.first[h]
		for ; ok && at >= 0; at = r.links[at].next {
			counts[r.links[at].article]++
		}
	}
	return counts
}

// background returns the sentences that several articles carry and none of
// them has in its headline or lead.
func (c *Comparer) background() map[string]bool {
	type carried struct {
		articles int32
		last     int32 // article, plus 1
		lead     bool
	}
	n := 0
	for _, ss := range c.articles {
		n += len(ss)
	}
	known := make(map[string]int32, n) // index into all
	all := make([]carried, 0, n)
	out := map[string]bool{}
	for a, ss := range c.articles {
		body := 0
		for i := range ss {
			s := &ss[i]
			if !s.comparable() || s.kind == dateline {
				continue
			}
			k, ok := known[s.text]
			if !ok {
				k = int32(len(all))
				known[s.text], all = k, append(all, carried{})
			}
			if s.kind != bodyKind || body < leadBody+1 {
				all[k].lead = true
			}
			if s.kind == bodyKind {
				body++
			}
			if all[k].last != int32(a)+1 {
				all[k].articles, all[k].last = all[k].articles+1, int32(a)+1
			}
		}
	}
	for s, k := range known {
		if all[k].articles > 1 && !all[k].lead {
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
	sorting.Stable(bonds, func(p, q bond) int {
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
