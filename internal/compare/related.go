package compare

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// What decides on the same story of two articles of a newspaper's length. The
// longer two are, the more each tells that the other does not, so that the cosine
// is measured by their length.
const (
	longTerms     = 90.0   // of articles of so many terms,
	lengthPower   = 0.35   // of others less or more by this power,
	longStoryMin  = 0.16   // cosine of the news
	cosineNoise   = 0.02   // with what any two articles share
	someTerms     = 8.0    // terms of equal weight bind two reports; fewer bind them less,
	breadthPower  = 0.5    // by this power: one name binds all the news of a company
	commonWords   = 0.0006 // of that cosine for each term: what is shared where too few articles tell which words are common
	commonNames   = 0.12   // so much more of the names there
	longNamesMin  = 0.08   // cosine of the names
	eachDay       = 0.12   // so much more for each day between, but the first
	undatedDays   = 3      // days that are taken to lie between articles without a date
	thirdStoryMin = 0.37   // part of that cosine, of two that are one story with a third
	pastStoryMin  = 1.6    // times that cosine, where one dates only what is long past
	pastDates     = 3      // so much dated tells that
)

// What decides on that of brief ones, which share most of their names and numbers.
const (
	briefTerms    = 50.0 // two of less, in the geometric mean, are brief
	sameStoryMin  = 0.30 // cosine of the news, where both have
	factsMin      = 0.45 // so much of the names and numbers,
	dayFactsMin   = 0.35 // or this if they were published on one day,
	laterFactsMin = 0.53 // or this if two days lie between
	someNames     = 0.25 // and this much of the names
	alikeMin      = 0.15 // cosine where both have
	sameNamesMin  = 0.75 // nearly all names
	topicMin      = 0.45 // cosine where the names tell nothing, because they are
	namedMin      = 0.05 // less than this part of an article's weight
	nextDays      = 2    // publication dates further apart need leads alike
)

// What goes for all.
const (
	sameTextMin = 0.60 // share of the shorter article's news that the other repeats
	someTextMin = 0.15 // that, where a lead of a day or the next is repeated too
	storyDays   = 7    // publication dates further apart are not one day's news
	fewArticles = 20.0 // in fewer than that a word that most have is none too common
	leadWeight  = 2.0  // of a word in headline, standfirst and lead, beside 1 in the rest
	leadBody    = 2    // sentences of the body that are the lead
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
		return cmp.Or(cmp.Compare(y.Score, x.Score), cmp.Compare(c.d.Articles[x.Article].ID, c.d.Articles[y.Article].ID))
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
	kind    factKind // what the term is there
}

// likeness is how much two articles have in common: the cosine of all their
// terms, the parts of it that are names and numbers and that are names, the sum of
// the squares of each term's part, and the share of the shorter text that the other
// repeats.
type likeness struct{ cosine, facts, named, squares, reuse float64 }

// breadth is how many terms the cosine would be of if all were of equal weight.
func (l *likeness) breadth() float64 { return l.cosine * l.cosine / max(l.squares, 1e-9) }

// sameStories tells which articles report the event that article a does, of the
// likenesses of a. Two that are not quite alike do so too if others bind them: a
// witness and a follow-up are both one story with the report.
func (c *Comparer) sameStories(a int, likes []likeness) []bool {
	same, reached := make([]bool, len(likes)), make([]bool, len(likes))
	reached[a] = true
	bound := slices.Clone(c.surelySame(a, likes))
	for _, b := range bound {
		same[b], reached[b] = true, true
	}
	for k := 0; k < len(bound); k++ {
		for _, b := range c.surelySame(int(bound[k]), nil) {
			if !reached[b] {
				reached[b] = true
				bound = append(bound, b)
				same[b] = c.mayBeSame(a, int(b), likes[b], thirdStoryMin) && c.noOther(a, int(b))
			}
		}
	}
	return same
}

// surelySame returns the articles that report the event that a does by what those
// two have alone. likes are those of a, nil if they are yet to be found.
func (c *Comparer) surelySame(a int, likes []likeness) []int32 {
	if same, ok := c.stories[a]; ok {
		return same
	}
	if likes == nil {
		likes = c.likenesses(a)
	}
	var same []int32
	for b := range likes {
		if b != a && c.sameStory(a, b, likes[b]) {
			same = append(same, int32(b))
		}
	}
	c.stories[a] = same
	return same
}

// sameStory reports whether two articles of so much likeness report one event.
func (c *Comparer) sameStory(a, b int, like likeness) bool {
	days, dated := c.daysApart(a, b)
	if dated && days > storyDays {
		return false
	}
	x, y := &c.profiles[a], &c.profiles[b]
	enoughNames := func(part float64) bool { return 2*like.named >= part*(x.named+y.named) }
	if like.reuse >= sameTextMin {
		return c.noOther(a, b)
	}
	if c.sizeOf(a, b) >= briefTerms {
		return enoughNames(longNamesMin+commonNames*c.few()) && c.mayBeSame(a, b, like, 1) && c.noOther(a, b)
	}
	if c.sameBrief(a, b, like, days, dated) {
		return c.noOther(a, b)
	}
	if !dated || days >= nextDays || like.reuse < someTextMin || !enoughNames(someNames) {
		return false
	}
	near, _ := c.leadsNear(a, b)
	return near && c.noOther(a, b)
}

// mayBeSame reports whether the cosine of two articles reaches part of that of
// one story.
func (c *Comparer) mayBeSame(a, b int, like likeness, part float64) bool {
	days, dated := c.daysApart(a, b)
	if !dated {
		days = undatedDays
	}
	if days > storyDays {
		return false
	}
	if days > 1 && dated && (c.looksBack(a, b) || c.looksBack(b, a)) {
		days = 1
	}
	size := c.sizeOf(a, b)
	enough := part * longStoryMin * (1 + eachDay*float64(max(days-1, 0))) * math.Pow(longTerms/size, lengthPower)
	cosine := like.cosine + cosineNoise - c.few()*commonWords*size
	cosine *= math.Pow(min(like.breadth()/someTerms, 1), breadthPower*(1-c.few()))
	return cosine >= enough && (cosine >= pastStoryMin*enough || !c.onlyPast(a) && !c.onlyPast(b))
}

// onlyPast reports whether article a dates this and that, but nothing of the week
// around its publication: it explains what led to the news, or tells history.
func (c *Comparer) onlyPast(a int) bool {
	published := c.d.Articles[a].Published.Day()
	if published.IsZero() {
		return false
	}
	first, last, past := published.AddDate(0, 0, -storyDays), published.AddDate(0, 0, storyDays), 0
	for _, m := range c.d.Articles[a].Mentions() {
		switch v := &m.Value; {
		case v.Earliest.IsZero():
		case v.Latest.Before(first):
			past++
		case v.Earliest.Before(last) && v.Latest.Sub(v.Earliest) <= storyDays*24*time.Hour:
			return false
		}
	}
	return past >= pastDates
}

// sizeOf returns the geometric mean of the terms of two articles.
func (c *Comparer) sizeOf(a, b int) float64 {
	return math.Sqrt(float64(len(c.profiles[a].terms)) * float64(len(c.profiles[b].terms)))
}

// few is 1 for a collection of two articles, which cannot tell what is common, and
// less for larger ones, down to 0.
func (c *Comparer) few() float64 {
	return max(fewArticles-float64(len(c.articles)), 0) / (fewArticles - 2)
}

// looksBack reports whether article a names the day on which article b was
// published, or the day before, which is that of most of its news.
func (c *Comparer) looksBack(a, b int) bool {
	last := c.d.Articles[b].Published.Day()
	if !c.d.Articles[a].Published.Day().After(last) {
		return false
	}
	first := last.AddDate(0, 0, -1)
	for _, m := range c.d.Articles[a].Mentions() {
		v := &m.Value
		if !v.Earliest.Before(first) && !v.Earliest.After(last) && !v.Latest.Before(v.Earliest) && v.Latest.Sub(v.Earliest) <= 24*time.Hour {
			return true
		}
	}
	return false
}

// noOther reports whether nothing in the leads of two articles says that they
// tell of two events.
func (c *Comparer) noOther(a, b int) bool {
	_, clash := c.leadsNear(a, b)
	return !clash && !c.foretells(a, b) && !c.foretells(b, a) && !c.otherResult(a, b)
}

// otherResult reports whether the later of two articles, or each of two of one day,
// leads with a result that the other does not have, among those it has: they report
// two matches, or two votes.
func (c *Comparer) otherResult(a, b int) bool {
	led, all, ledB, allB := figures(c.lead(a)), figures(c.articles[a]), figures(c.lead(b)), figures(c.articles[b])
	unknown := func(led, all []score) bool {
		return len(led) > 0 && len(all) > 0 && !slices.ContainsFunc(all, func(r score) bool { return led[0].equals(r) || led[0].turned().equals(r) })
	}
	x, y := c.d.Articles[a].Published.Day(), c.d.Articles[b].Published.Day()
	return (unknown(led, allB) || x.Before(y)) && (unknown(ledB, all) || y.Before(x))
}

// figures returns the results that ss tell in figures, "3-1".
func figures(ss []sentence) []score {
	var out []score
	for i := range ss {
		s := &ss[i]
		for k := 1; k < len(s.words); k++ {
			if p, q := &s.words[k-1], &s.words[k]; p.class == quantity && q.class == quantity && isDash(s.gap(k)) && s.tellsResult(k) {
				out = append(out, score{p.form.number, q.form.number, k - 1, k + 1})
			}
		}
	}
	return out
}

// tellsResult reports whether the figures that end with word k stand between two
// names or in a sentence of who won: "60-70 houses" are no result.
func (s *sentence) tellsResult(k int) bool {
	if k > 1 && k+1 < len(s.words) && s.words[k-2].form.capital && s.words[k+1].form.capital {
		return true
	}
	for i := range s.words {
		if resultWords[s.stem(i)] {
			return true
		}
	}
	return false
}

var resultWords = stemSet(`win beat defeat lose loss victory draw tie vote ballot penalty goal score shootout shoot match`)

// sameBrief judges brief articles by words. Words alone tell a topic; an event is
// told by who, where and how many: two articles on bond issues share all their
// words but no name. The further apart they were published, the more there is
// that happened in between.
func (c *Comparer) sameBrief(a, b int, like likeness, days int, dated bool) bool {
	x, y := &c.profiles[a], &c.profiles[b]
	switch {
	case dated && days > nextDays && !c.leadsAlike(a, b):
		return false
	case min(x.named, y.named) < namedMin:
		return like.cosine >= topicMin
	}
	share, facts := 2*like.named/(x.named+y.named), 2*like.facts/(x.facts+y.facts)
	enough := factsMin
	switch {
	case dated && days == 0:
		enough = dayFactsMin
	case dated && days == nextDays:
		enough = laterFactsMin
	}
	return like.cosine >= sameStoryMin && facts >= enough && share >= someNames || like.cosine >= alikeMin && share >= sameNamesMin
}

// leadsNear reports whether a headline or lead of each of two articles is the
// same but for a few words, and whether one of these is a proper name or a
// place: one form filled in twice.
func (c *Comparer) leadsNear(a, b int) (near, clash bool) {
	for i := range c.articles[a][:min(len(c.articles[a]), maxLeads)] {
		s := &c.articles[a][i]
		for j := range c.articles[b][:min(len(c.articles[b]), maxLeads)] {
			t := &c.articles[b][j]
			if !s.comparable() || !t.comparable() || s.kind == dateline || t.kind == dateline || min(len(s.words), len(t.words)) < minTerms || inOrder(s.words, t.words) < nearMin {
				continue
			}
			near = true
			for _, cl := range c.clashes(a, b, int32(i), int32(j), true) {
				if (cl.Kind == ClashName || cl.Kind == ClashPlace) && capital(cl.A) && capital(cl.B) {
					return true, true
				}
			}
		}
	}
	return near, false
}

// leadsAlike reports whether the first sentences of two articles tell of the
// same: of a follow-up, days later, they do, but not of new news that only looks
// back.
func (c *Comparer) leadsAlike(a, b int) bool {
	x, y := c.lead(a), c.lead(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	dice := c.overlap(&x[len(x)-1], &y[len(y)-1]).dice()
	return dice >= alikeLeads
}

// alikeLeads is what part of the weight of two first sentences, in thousandths,
// stands in both if they tell of the same.
const alikeLeads = 500

// lead returns headline and standfirst of an article with the first sentence
// that follows.
func (c *Comparer) lead(a int) []sentence {
	all := c.articles[a]
	for i := range all {
		if s := &all[i]; s.kind == bodyKind && s.comparable() {
			return all[:i+1]
		}
	}
	return all
}

// foretells reports whether article a leads with nothing but what was to come
// on a day on which, or after which, article b was published: a preview is not
// the report of the match.
func (c *Comparer) foretells(a, b int) bool {
	x, y := c.d.Articles[a].Published.Day(), c.d.Articles[b].Published.Day()
	if x.IsZero() || !y.After(x) {
		return false
	}
	next, coming := x.AddDate(0, 0, 1), false
	lead := c.lead(a)
	if len(lead) == 0 {
		return false
	}
	for _, m := range c.mentionsIn(a, text.Span{Start: lead[0].at.Start, End: lead[len(lead)-1].at.End}) {
		switch v := &m.Value; {
		case v.Earliest.IsZero() || v.Latest.Sub(v.Earliest) > 24*time.Hour || strings.HasSuffix(c.d.Articles[a].Text[:m.Span.Start], " said on "):
		case v.Earliest.Before(next) || v.Earliest.After(y):
			return false
		default:
			coming = true
		}
	}
	return coming
}

// maxLeads is how many sentences at the head of an article are its lead.
const maxLeads = 5

// prepareProfiles builds the profiles of all articles once.
func (c *Comparer) prepareProfiles() {
	if c.profiles != nil {
		return
	}
	c.profiles = make([]profile, len(c.articles))
	c.stories = map[int][]int32{}
	background := c.background()
	df := make([]int32, len(c.lex.base))
	bag := bag{counts: make([]float64, len(c.lex.base)), kinds: make([]factKind, len(c.lex.base))}
	for a := range c.articles {
		p := &c.profiles[a]
		p.shingle = c.fill(&bag, a, background)
		// The weights are counts, until it is known how many articles have what.
		sorting.Ordered(bag.terms)
		n := len(bag.terms)
		p.terms, p.weights, p.kinds = slices.Clone(bag.terms), make([]float64, n), make([]factKind, n)
		for k, t := range bag.terms {
			p.weights[k], p.kinds[k] = bag.counts[t], bag.kinds[t]
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
			others := max(n, fewArticles)
			idf := max(math.Log(others/(float64(max(df[t]-2, 0))+1))/math.Log(others), 0.04)
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
	shingles := make([][]uint64, len(c.profiles))
	for a := range c.profiles {
		shingles[a] = c.profiles[a].shingle
	}
	c.reused = newReuse(shingles)
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
