package compare

import (
	"math"
	"slices"
	"strings"
	"time"

	"parallax/internal/text"
)

// What decides on the same story of two articles of a newspaper's length. The
// longer two are, the more each tells that the other does not, so that the cosine
// is measured by their length.
const (
	longTerms    = 90.0   // of articles of so many terms,
	lengthPower  = 0.35   // of others less or more by this power,
	longestTerms = 120.0  // but not of longer ones than these: long articles share the words of a theme
	longStoryMin = 0.16   // cosine of the news
	cosineNoise  = 0.02   // with what any two articles share
	someTerms    = 8.0    // terms of equal weight bind two reports; fewer bind them less,
	breadthPower = 0.5    // by this power: one name binds all the news of a company
	commonWords  = 0.0006 // of that cosine for each term: what is shared where too few articles tell which words are common
	commonNames  = 0.12   // so much more of the names there
	longNamesMin = 0.08   // cosine of the names
	eachDay      = 0.12   // so much more for each day between, but the first
	undatedDays  = 3      // days that are taken to lie between articles without a date
	pastStoryMin = 1.6    // times that cosine, where one dates only what is long past
	pastDates    = 3      // so much dated tells that
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
	leadsUsual  = 0.25 // Dice coefficient of the two most similar sentences of two leads that changes nothing
	leadsMost   = 0.60 // more than this counts as this
	leadsPower  = 0.7  // the closeness is multiplied by exp(leadsPower·(Dice − leadsUsual)),
	sharedPower = 1.2  // and by exp(sharedPower·what part of their stories' other articles both have)
	sharedMin   = 0.37 // closeness below which nothing that both share makes one story
	sameTextMin = 0.60 // share of the shorter article's news that the other repeats
	someTextMin = 0.15 // that, where a lead of a day or the next is repeated too
	storyDays   = 7    // publication dates further apart are not one day's news
	fewArticles = 20.0 // in fewer than that a word that most have is none too common
)

// far is a closeness that leads alike cannot bring to sharedMin. Of what is further
// apart, how far it is makes no difference.
var far = sharedMin * math.Exp(leadsPower*(leadsUsual-leadsMost))

// sameStories tells which articles report the event that article a does, of the
// likenesses of a. Two that are not quite alike do so too if they are one story with
// the same others: a witness and a follow-up both are with the report (shared nearest
// neighbours; Jarvis and Patrick 1973). To go on from those would join all the news
// of a week, one theme to the next.
func (c *Comparer) sameStories(a int, likes []likeness) []bool {
	same, seen := make([]bool, len(likes)), make([]bool, len(likes))
	seen[a] = true
	sure := c.surelySame(a, likes)
	for _, b := range sure {
		same[b], seen[b] = true, true
	}
	for _, third := range sure {
		for _, b := range c.surelySame(int(third), nil) {
			if seen[b] {
				continue
			}
			seen[b] = true
			near := c.closeness(a, int(b), likes[b])
			shared := sharedOf(sure, c.surelySame(int(b), nil))
			same[b] = near >= sharedMin && near*math.Exp(sharedPower*shared) >= 1 && c.noOther(a, int(b))
		}
	}
	return same
}

// sharedOf returns which part of the articles in x or y, both increasing, is in both.
func sharedOf(x, y []int32) float64 {
	both := 0
	for _, v := range x {
		if _, ok := slices.BinarySearch(y, v); ok {
			both++
		}
	}
	return float64(both) / float64(max(len(x)+len(y)-both, 1))
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
	return c.closeness(a, b, like) >= 1 && c.noOther(a, b)
}

// closeness returns how near two articles come to what makes them one story by
// themselves, which they are from 1 on.
func (c *Comparer) closeness(a, b int, like likeness) float64 {
	days, dated := c.daysApart(a, b)
	switch {
	case dated && days > storyDays || like.cosine < minCosine && like.reuse == 0:
		return 0
	case like.reuse >= sameTextMin:
		return like.reuse / sameTextMin
	}
	near := 0.0
	if c.sizeOf(a, b) >= briefTerms {
		near = c.closeLong(a, b, like)
	} else {
		near = c.closeBrief(a, b, like)
	}
	if near < far {
		return near
	}
	return near * math.Exp(leadsPower*(min(c.leadsDice(a, b), leadsMost)-leadsUsual))
}

// closeLong is closeness of articles of a newspaper's length.
func (c *Comparer) closeLong(a, b int, like likeness) float64 {
	x, y, size := &c.profiles[a], &c.profiles[b], c.sizeOf(a, b)
	length := math.Pow(longTerms/min(size, longestTerms), lengthPower)
	cosine := like.cosine + cosineNoise - c.few()*commonWords*size
	names := x.sharedNames(y, like) / (longNamesMin + commonNames*c.few())
	if most := min(cosine/(longStoryMin*length), names); most < far {
		return most // as if of one day
	}
	days, dated := c.daysApart(a, b)
	switch {
	case !dated:
		days = undatedDays
	case c.looksBack(a, b) || c.looksBack(b, a):
		days = 1
	}
	enough := longStoryMin * (1 + eachDay*float64(max(days-1, 0))) * length
	cosine *= math.Pow(min(like.breadth()/someTerms, 1), breadthPower*(1-c.few()))
	near := cosine / enough
	if near < pastStoryMin && (c.onlyPast(a) || c.onlyPast(b)) {
		near /= pastStoryMin
	}
	return min(near, names)
}

// sharedNames is which part of the names of two articles of so much likeness is in
// both, by weight.
func (p *profile) sharedNames(q *profile, like likeness) float64 {
	return 2 * like.named / max(p.named+q.named, 1e-9)
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

// closeBrief is closeness of brief articles. Words alone tell a topic; an event is
// told by who, where and how many: two articles on bond issues share all their
// words but no name. The further apart they were published, the more there is
// that happened in between.
func (c *Comparer) closeBrief(a, b int, like likeness) float64 {
	days, dated := c.daysApart(a, b)
	x, y := &c.profiles[a], &c.profiles[b]
	switch {
	case dated && days > nextDays && !c.leadsAlike(a, b):
		return 0
	case min(x.named, y.named) < namedMin:
		return like.cosine / topicMin
	}
	names, facts := x.sharedNames(y, like), 2*like.facts/(x.facts+y.facts)
	enough := factsMin
	switch {
	case dated && days == 0:
		enough = dayFactsMin
	case dated && days == nextDays:
		enough = laterFactsMin
	}
	near := max(min(like.cosine/sameStoryMin, facts/enough, names/someNames), min(like.cosine/alikeMin, names/sameNamesMin))
	if near >= 1 || !dated || days >= nextDays || like.reuse < someTextMin || names < someNames {
		return near
	}
	if repeated, _ := c.leadsNear(a, b); repeated {
		return 1
	}
	return near
}

// leadsDice is how much the two sentences of two leads that are most alike share.
func (c *Comparer) leadsDice(a, b int) float64 {
	most := int32(0)
	tells := func(s *sentence) bool { return s.comparable() && s.kind != dateline }
	x, y := c.lead(a), c.lead(b)
	for i := range x {
		for j := range y {
			if tells(&x[i]) && tells(&y[j]) {
				most = max(most, c.overlap(&x[i], &y[j]).dice())
			}
		}
	}
	return float64(most) / 1000
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

// daysApart returns the days between the publication of two articles.
func (c *Comparer) daysApart(a, b int) (days int, known bool) {
	x, y := c.d.Articles[a].Published.Day(), c.d.Articles[b].Published.Day()
	if x.IsZero() || y.IsZero() {
		return 0, false
	}
	return int(y.Sub(x).Abs() / (24 * time.Hour)), true
}
