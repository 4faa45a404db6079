package engine

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"parallax/internal/compare"
	"parallax/internal/sorting"
)

const (
	// maxPairs bounds the cards of one reply.
	maxPairs = 12
	// allPairs is the largest number of articles of which every pair is looked
	// at; in a larger collection only related ones are.
	allPairs = 12
	// relatedEach is how many related articles of each are looked at there.
	relatedEach = 3
	// maxCandidates bounds the pairs looked at closely there, the most related
	// first.
	maxCandidates = 48
)

// candidate is two articles that may be worth comparing, the earlier published
// as b: a reader sets what is new beside what was.
type candidate struct {
	a, b    int
	related float64
	same    bool // on the same news

	pair   *pair
	kinds  kindsOfJoin
	gone   int // sentences of the corresponding paragraphs that are in one only
	who    []string
	events int
	days   float64 // between their publication
}

// offered is what is worth comparing.
type offered struct {
	related [][]compare.Candidate // by article
	known   []bool                // articles whose related ones are ranked
	read    int                   // articles for which Prepare has asked for them
	pairs   []*candidate          // best first; nil until asked for
	looking []*candidate          // of which pairs are to be chosen
	looked  int                   // how many of looking are compared
}

// related ranks the other articles beside a, once.
func (e *Engine) related(a int) []compare.Candidate {
	if e.large() {
		return nil
	}
	if e.offered.related == nil {
		e.offered.related = make([][]compare.Candidate, len(e.d.Articles))
		e.offered.known = make([]bool, len(e.d.Articles))
	}
	if !e.offered.known[a] {
		e.offered.related[a] = e.compare().Rank(a)
		e.offered.known[a] = true
	}
	return e.offered.related[a]
}

// candidates returns the pairs worth looking at, best first.
func (e *Engine) candidates() []*candidate {
	for e.offered.pairs == nil {
		e.lookOn()
	}
	return e.offered.pairs
}

// lookOn does a part of what candidates needs.
func (e *Engine) lookOn() {
	switch {
	case e.offered.looking == nil:
		e.offered.looking = e.mostRelated()
	case e.offered.looked < len(e.offered.looking):
		for range min(pairPortion, len(e.offered.looking)-e.offered.looked) {
			e.look(e.offered.looking[e.offered.looked])
			e.offered.looked++
		}
	default:
		e.offered.pairs, e.offered.looking = worthComparing(e.offered.looking), nil
	}
}

// pairPortion is how many pairs are looked at in one go.
const pairPortion = 2

// mostRelated returns the pairs to look at, the most related first. It is never
// nil.
func (e *Engine) mostRelated() []*candidate {
	seen := map[[2]int]bool{}
	out := []*candidate{}
	for _, a := range e.order {
		for n, c := range e.related(a) {
			if len(e.order) > allPairs && n == relatedEach {
				break
			}
			b := int(c.Article)
			key := [2]int{min(a, b), max(a, b)}
			if a == b || seen[key] {
				continue
			}
			seen[key] = true
			out = append(out, e.newCandidate(a, b, c))
		}
	}
	if len(e.order) <= allPairs {
		for x, a := range e.order {
			for _, b := range e.order[:x] {
				if key := [2]int{min(a, b), max(a, b)}; !seen[key] {
					out = append(out, e.newCandidate(a, b, compare.Candidate{}))
				}
			}
		}
	}
	sorting.Stable(out, func(x, y *candidate) int {
		return cmp.Or(cmp.Compare(y.related, x.related), cmp.Compare(e.place[x.a], e.place[y.a]), cmp.Compare(e.place[x.b], e.place[y.b]))
	})
	return out[:min(len(out), maxCandidates)]
}

// worthComparing keeps the pairs, looked at before, that share enough to be
// offered, those that share most first. It is never nil.
func worthComparing(all []*candidate) []*candidate {
	out := []*candidate{}
	for _, c := range all {
		if c.shares() {
			out = append(out, c)
		}
	}
	sorting.Stable(out, func(x, y *candidate) int { return cmp.Compare(y.worth(), x.worth()) })
	return out
}

// fewestEvents is how many dated events two articles must share to be offered
// for nothing else: one day is in many an article's background.
const fewestEvents = 2

// shares reports whether the articles of c share enough to be offered for
// comparison: the news, a sentence in whatever words, a person quoted, or dated
// events.
func (c *candidate) shares() bool {
	return c.same || c.kinds.all > 0 || len(c.who) > 0 || c.events >= fewestEvents
}

// sameDays reports whether the articles of c tell the same news, or some of it
// and are no more than a day apart.
func (c *candidate) sameDays() bool {
	return c.same || c.kinds.all > 0 && !c.pair.background && c.days <= 1
}

// newCandidate orders two articles: different outlets by their place in the
// dossier's dates, the later first.
func (e *Engine) newCandidate(a, b int, c compare.Candidate) *candidate {
	if e.place[a] < e.place[b] && e.refs[a].OutletID != e.refs[b].OutletID {
		a, b = b, a
	} else if e.place[a] > e.place[b] && e.refs[a].OutletID == e.refs[b].OutletID {
		a, b = b, a
	}
	return &candidate{a: a, b: b, related: c.Score, same: c.SameStory}
}

// unknownDays is how far apart two articles count as if a day of publication is
// not known: so far that they are not near.
const unknownDays = 3650

// look compares the articles of c.
func (e *Engine) look(c *candidate) {
	c.pair = e.newPair(c.a, c.b, c.same)
	c.kinds = c.pair.kinds()
	for x := range c.pair.sides {
		c.gone += c.pair.unmatched(x)
	}
	for _, speaker := range e.heardInBoth(c.a, c.b) {
		c.who = append(c.who, e.called(speaker))
	}
	c.events = len(e.commonEvents(c.a, c.b))
	x, y := e.d.Articles[c.a].Published, e.d.Articles[c.b].Published
	c.days = unknownDays
	if x.EDTF != "" && y.EDTF != "" {
		c.days = x.Earliest.Sub(y.Earliest).Abs().Hours() / 24
	}
}

// unmatched counts the sentences of side x that stand in a paragraph with a
// joined one but are not joined.
func (p *pair) unmatched(x int) int {
	s := &p.sides[x]
	shared := map[int32]bool{}
	for n := range s.joined {
		shared[s.a.Sentences[n].Paragraph] = true
	}
	count := 0
	for _, n := range s.body {
		if _, ok := s.joined[n]; !ok && shared[s.a.Sentences[n].Paragraph] {
			count++
		}
	}
	return count
}

// What makes a pair worth comparing. The same news comes first; then what was
// changed in a text both carry, which is worth as much as that it is carried
// at all; a person or an event in both. Two outlets rather than one and days
// rather than years between them count besides, but never more than what the
// articles share.
const (
	worthSameNews = 100
	worthChange   = 2
	worthGone     = 1
	worthPerson   = 3
	worthEvent    = 1
	worthOutlets  = 6
	worthNear     = 6 // on the same day; half of it a week apart
)

func (c *candidate) worth() float64 {
	w := worthChange*float64(c.kinds.all-c.kinds.identical) + worthGone*float64(c.gone) +
		worthPerson*float64(len(c.who)) + worthEvent*float64(min(c.events, 5))
	if c.same {
		w += worthSameNews
	}
	if c.pair.e.refs[c.a].OutletID != c.pair.e.refs[c.b].OutletID {
		w += min(w, worthOutlets+worthNear/(1+c.days/7))
	}
	return w
}

// Pairs returns the pairs worth comparing that match q, best first.
func (e *Engine) Pairs(q Query) []PairCard {
	m := e.match(q)
	var out []PairCard
	for _, c := range e.candidates() {
		if len(out) == maxPairs {
			break
		}
		if m.published(c.a) && m.published(c.b) || q.Outlet != "" && m.besides(c) {
			out = append(out, e.card(c))
		}
	}
	return out
}

// besides reports whether an outlet's filter leaves c: one of its articles is
// the outlet's, and the other matches in all else.
func (m *matcher) besides(c *candidate) bool {
	rest := *m
	rest.q.Outlet = ""
	return (m.published(c.a) || m.published(c.b)) && rest.published(c.a) && rest.published(c.b)
}

// homePairsOf picks pairs that show different things: no two of one kind
// (across outlets, within one), where there are others that share a sentence.
func (e *Engine) homePairsOf(n int) []PairCard {
	var out []PairCard
	var later []*candidate
	seen := map[bool]bool{}
	for _, c := range e.candidates() {
		across := e.refs[c.a].OutletID != e.refs[c.b].OutletID
		if seen[across] || len(seen) > 0 && !c.same && c.kinds.all == 0 {
			later = append(later, c)
			continue
		}
		seen[across] = true
		if len(out) < n {
			out = append(out, e.card(c))
		}
	}
	for _, c := range later {
		if len(out) < n {
			out = append(out, e.card(c))
		}
	}
	return out
}

// pairsBut returns pairs worth comparing other than a and b, those with one of
// them first.
func (e *Engine) pairsBut(a, b int) []PairCard {
	const most = 4
	var with, without []PairCard
	for _, c := range e.candidates() {
		has := func(x int) bool { return c.a == x || c.b == x }
		switch {
		case a != b && has(a) && has(b):
		case has(a) || has(b):
			if len(with) < most {
				with = append(with, e.card(c))
			}
		case len(without) < most:
			without = append(without, e.card(c))
		}
	}
	out := append(with, without...)
	return out[:min(len(out), most)]
}

// offersOf returns what article i is worth comparing with, what shares most
// first. In a collection of which not every pair is looked at, the articles
// related to i are.
func (e *Engine) offersOf(i int) []*candidate {
	var out []*candidate
	if len(e.order) <= allPairs {
		for _, c := range e.candidates() {
			if c.a == i || c.b == i {
				out = append(out, c)
			}
		}
		return out
	}
	related := e.related(i)
	for _, r := range related[:min(len(related), relatedEach)] {
		c := e.newCandidate(i, int(r.Article), r)
		e.look(c)
		out = append(out, c)
	}
	return worthComparing(out)
}

// bestPartner returns the article to compare article i with first, and why;
// none if nothing is shared with another.
func (e *Engine) bestPartner(i int) (best int, why string, ok bool) {
	all := e.offersOf(i)
	if len(all) == 0 {
		return 0, "", false
	}
	best = all[0].b
	if best == i {
		best = all[0].a
	}
	return best, all[0].verdict(), true
}

// Offers returns what the article called id is worth comparing with, and says
// so if nothing is.
func (e *Engine) Offers(id string) Offers {
	i, ok := e.d.Find(id)
	if !ok {
		return Offers{}
	}
	var out Offers
	for _, c := range e.offersOf(i) {
		card := e.card(c)
		if c.b == i {
			card.A, card.B = card.B, card.A
			card.Picture = card.Picture.turned()
		}
		out.Pairs = append(out.Pairs, card)
	}
	if len(out.Pairs) == 0 && len(e.order) > 1 && !e.large() {
		out.Note = "We found nothing that this article shares with another: no sentence, nobody quoted in both, and not two dated events. Any article can be set beside it all the same."
	}
	return out
}

// card offers c and says why.
func (e *Engine) card(c *candidate) PairCard {
	return PairCard{A: e.refs[c.a], B: e.refs[c.b], Verdict: c.verdict(), Picture: c.pair.picture()}
}

// verdict says what a pair shares: "Same background: 1 moved and reworded, 1
// reworded; 5 more sentences of these paragraphs in one article only", or "Peskov in both; no sentence
// shared; 1 dated event shared".
func (c *candidate) verdict() string {
	var parts []string
	switch {
	case c.same && c.kinds.all > 0:
		parts = append(parts, "The same story: "+c.kinds.words())
	case c.same:
		parts = append(parts, "The same story in other words")
	case c.kinds.all > 0 && c.kinds.onlyReworded():
		return Capitalized(strings.Join(append(c.inBoth(), Count(c.kinds.all, "sentence")+" reworded, none with the same words"), "; "))
	case c.kinds.all > 0 && !c.pair.background:
		parts = append(parts, "The news in part: "+c.kinds.words())
	case c.kinds.all > 0 && c.kinds.all == c.kinds.identical:
		parts = append(parts, "Same background, same words")
	case c.kinds.all > 0:
		parts = append(parts, "Same background: "+c.kinds.words())
	}
	if c.kinds.all > 0 {
		if c.gone > 0 {
			parts = append(parts, Count(c.gone, "more sentence")+" of these paragraphs in one article only")
		}
		return strings.Join(parts, "; ")
	}
	if !c.same {
		parts = append(parts, "no sentence shared")
	}
	return Capitalized(strings.Join(append(parts, c.inBoth()...), "; "))
}

// inBoth says who and what else both articles have.
func (c *candidate) inBoth() []string {
	var parts []string
	if len(c.who) > 0 {
		parts = append(parts, list(c.who[:min(len(c.who), 3)])+" in both")
	}
	if c.events > 0 {
		parts = append(parts, Count(c.events, "dated event")+" shared")
	}
	return parts
}

// Capitalized returns words with a capital first letter.
func Capitalized(words string) string {
	_, n := utf8.DecodeRuneInString(words)
	return strings.ToUpper(words[:n]) + words[n:]
}
