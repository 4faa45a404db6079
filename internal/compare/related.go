package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"parallax/internal/sorting"
)

// A word counts more where an article begins.
const (
	leadWeight = 2.0 // of one in headline, standfirst and lead, beside 1 in the rest
	leadBody   = 2   // sentences of the body that are the lead
)

// profile is an article as a weighted bag of terms.
type profile struct {
	terms   []int32
	weights []float64  // unit length
	kinds   []factKind // of the terms
	named   float64    // the names' part of the squared length
	facts   float64    // that of names and numbers
	shingle []uint64   // distinct fingerprints of what is news, increasing
}

// factKind is what a term of an article says who, where and how many by.
type factKind uint8

const (
	noFact factKind = iota
	numberFact
	nameFact
)

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
	likes := c.likenesses(a)
	same := c.sameStories(a, likes)
	var out []Candidate
	for b, like := range likes {
		if b == a || like.cosine < minCosine && like.reuse == 0 {
			continue
		}
		out = append(out, Candidate{
			Article:   int32(b),
			Score:     math.Round(1000*max(like.cosine, like.reuse)) / 1000,
			SameStory: same[b],
			Reason:    reuseWords(like.reuse),
		})
	}
	sorting.Stable(out, func(x, y Candidate) int {
		if x.Score != y.Score {
			return cmp.Compare(y.Score, x.Score)
		}
		return cmp.Compare(c.d.Articles[x.Article].ID, c.d.Articles[y.Article].ID)
	})
	return out
}

// likenesses compares article a with each of the articles.
func (c *Comparer) likenesses(a int) []likeness {
	c.prepareProfiles()
	likes := make([]likeness, len(c.articles))
	p := &c.profiles[a]
	for k, t := range p.terms {
		for _, post := range c.postings[t] {
			like, w := &likes[post.article], p.weights[k]*post.weight
			like.cosine += w
			like.squares += w * w
			if both := min(p.kinds[k], post.kind); both != noFact {
				like.facts += w
				if both == nameFact {
					like.named += w
				}
			}
		}
	}
	shared := c.reused.shared(len(c.articles), p.shingle)
	for b := range likes {
		likes[b].reuse = float64(shared[b]) / float64(max(min(len(p.shingle), len(c.profiles[b].shingle)), 1))
	}
	return likes
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

// posting is one article's weight of a term.
type posting struct {
	article int32
	weight  float64
	kind    factKind // what the term is there
}

// likeness is how much two articles have in common: the cosine of all their
// terms, the parts of it that are names and numbers and that are names, the sum of
// the squares of each term's part, and the share of the shorter text that the other
// repeats.
type likeness struct{ cosine, facts, named, squares, reuse float64 }

// breadth is how many terms the cosine would be of if all were of equal weight.
func (l *likeness) breadth() float64 { return l.cosine * l.cosine / max(l.squares, 1e-9) }

// profiling is profiles being made.
type profiling struct {
	profiles   []profile
	read       int // articles whose news is read
	background map[string]bool
	bag        bag
	df         []int32 // by term: articles that have it
}

// prepareProfiles builds the profiles of all articles once.
func (c *Comparer) prepareProfiles() {
	for c.ReadNews() {
	}
}

// ReadNews does a part of what Related needs of all articles, and reports whether
// there is more.
func (c *Comparer) ReadNews() (more bool) {
	const portion = 4
	p := c.profiling
	switch {
	case c.profiles != nil:
		return false
	case p == nil:
		c.stories = map[int][]int32{}
		c.profiling = &profiling{
			profiles:   make([]profile, len(c.articles)),
			background: c.background(),
			bag:        bag{counts: make([]float64, len(c.lex.base)), kinds: make([]factKind, len(c.lex.base))},
			df:         make([]int32, len(c.lex.base)),
		}
	case p.read < len(c.articles):
		for range min(portion, len(c.articles)-p.read) {
			p.profiles[p.read] = c.profileOf(p, p.read)
			p.read++
		}
	case p.bag.counts != nil:
		c.weighProfiles(p)
		p.bag = bag{}
	default:
		shingles := make([][]uint64, len(p.profiles))
		for a := range p.profiles {
			shingles[a] = p.profiles[a].shingle
		}
		c.reused = newReuse(shingles)
		c.profiles, c.profiling = p.profiles, nil
		return false
	}
	return true
}

// profileOf counts the terms of what is news in article a. The weights are counts,
// until it is known how many articles have what.
func (c *Comparer) profileOf(p *profiling, a int) profile {
	out := profile{shingle: c.fill(&p.bag, a, p.background)}
	sorting.Ordered(p.bag.terms)
	n := len(p.bag.terms)
	out.terms, out.weights, out.kinds = slices.Clone(p.bag.terms), make([]float64, n), make([]factKind, n)
	for k, t := range p.bag.terms {
		out.weights[k], out.kinds[k] = p.bag.counts[t], p.bag.kinds[t]
		p.df[t]++
	}
	p.bag.empty()
	return out
}

// weighProfiles turns counts into weights and lists which articles have a term.
func (c *Comparer) weighProfiles(news *profiling) {
	c.postings = make([][]posting, len(c.lex.base))
	total := int32(0)
	for _, n := range news.df {
		total += n
	}
	room := make([]posting, total)
	for t, n := range news.df {
		c.postings[t], room = room[:0:n], room[n:]
	}
	n := float64(len(c.articles))
	for a := range news.profiles {
		p := &news.profiles[a]
		sum := 0.0
		for k, t := range p.terms {
			// As in rarity: the article at hand and one other are left out, so
			// that a story in two of few articles keeps its own words rare.
			others := max(n, fewArticles)
			idf := max(math.Log(others/(float64(max(news.df[t]-2, 0))+1))/math.Log(others), 0.04)
			w := (1 + math.Log(p.weights[k])) * idf * float64(c.lex.base[t]) / 1000
			p.weights[k] = w
			sum += w * w
			if p.kinds[k] == nameFact {
				p.named += w * w
			}
			if p.kinds[k] != noFact {
				p.facts += w * w
			}
		}
		norm := math.Sqrt(max(sum, 1e-9))
		p.named /= norm * norm
		p.facts /= norm * norm
		for k, t := range p.terms {
			p.weights[k] /= norm
			c.postings[t] = append(c.postings[t], posting{int32(a), p.weights[k], p.kinds[k]})
		}
	}
}

// bag is the terms of one article, by term; terms lists those that are in it.
type bag struct {
	counts []float64
	kinds  []factKind
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
		b.counts[t], b.kinds[t] = 0, noFact
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
			v := &s.words[k]
			if v.class == name || v.class == country {
				if v.tail && !has(s.terms, v.term) {
					bag.add(v.term, w) // who speaks is part of the news
				}
				if bag.counts[v.term] > 0 {
					bag.kinds[v.term] = nameFact
				}
			}
			if v.class == quantity && bag.counts[v.term] > 0 {
				bag.kinds[v.term] = max(bag.kinds[v.term], numberFact)
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
