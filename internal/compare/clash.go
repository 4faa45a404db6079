package compare

import "parallax/internal/names"

// ClashKind is what two sentences differ in.
type ClashKind string

// The kinds of clashes.
const (
	ClashNumber    ClashKind = "number"
	ClashDate      ClashKind = "date"
	ClashName      ClashKind = "name"
	ClashPlace     ClashKind = "place"
	ClashNegation  ClashKind = "negation"
	ClashDirection ClashKind = "direction"
)

// clasher collects the facts in which two sentences differ.
//
// A fact clashes if each sentence has one of its kind that nothing in the other
// agrees with. What only one of them tells, and what one tells less exactly, is
// no clash. Sentences that are the same but for some words (near) are also
// compared change by change, which finds facts that changed places.
type clasher struct {
	c    *Comparer
	a, b int // articles
	s, t *sentence
	f, g *facts
	near bool
	own  bool // both are of one article, which says a thing again with more or less of it
	out  []Clash

	loneS, loneT []uint8 // what loneWord has found, by word
}

// clashes returns the facts in which sentence i of article a and sentence j of
// article b differ.
func (c *Comparer) clashes(a, b int, i, j int32, near bool) []Clash {
	return c.newClasher(a, b, i, j, near).find(false)
}

func (c *Comparer) newClasher(a, b int, i, j int32, near bool) *clasher {
	x := &clasher{c: c, a: a, b: b, s: &c.articles[a][i], t: &c.articles[b][j], f: c.factsOf(a, i), g: c.factsOf(b, j), near: near, own: a == b}
	if !near {
		x.speakers(c.voiceOf(a, i), c.voiceOf(b, j))
	}
	return x
}

// maxClashes bounds the clashes of two sentences, which are lists of numbers if
// they have so many.
const maxClashes = 400

func (x *clasher) add(kind ClashKind, a, b string) {
	if len(x.out) >= maxClashes {
		return
	}
	cl := Clash{kind, a, b}
	for _, old := range x.out {
		if old == cl || old.Kind == kind && kind == ClashNegation {
			return
		}
	}
	x.out = append(x.out, cl)
}

// addAt adds a clash between the words [i, i2) of s and [j, j2) of t, as far as
// there are such.
func (x *clasher) addAt(kind ClashKind, i, i2, j, j2 int) {
	x.add(kind, x.s.phrase(max(i, 0), min(i2, len(x.s.words))), x.t.phrase(max(j, 0), min(j2, len(x.t.words))))
}

// addWord adds a clash between word i of s and word j of t.
func (x *clasher) addWord(kind ClashKind, i, j int) { x.addAt(kind, i, i+1, j, j+1) }

func (x *clasher) dates() {
	sOnly, tOnly := unmatched(len(x.f.times), len(x.g.times), func(i, j int) bool { return x.f.times[i].against(x.g.times[j]) == agrees })
	for _, i := range sOnly {
		for _, j := range tOnly {
			if m, o := &x.f.times[i], &x.g.times[j]; m.against(*o) == conflicts {
				x.addTimes(m, o)
			}
		}
	}
	for i := range x.f.times {
		for j := range x.g.times {
			m, o := &x.f.times[i], &x.g.times[j]
			if m.against(*o) == agrees && (leadsOn[m.lead] && leadsUp[o.lead] || leadsUp[m.lead] && leadsOn[o.lead]) {
				x.addTimes(m, o)
			}
		}
	}
	// Dates that changed places.
	alike := func(m *moment, os []moment) bool {
		for i := range os {
			if m.against(os[i]) == agrees && os[i].verb == m.verb {
				return true
			}
		}
		return false
	}
	for i := range x.f.times {
		for j := range x.g.times {
			m, o := &x.f.times[i], &x.g.times[j]
			if m.against(*o) != conflicts {
				continue
			}
			if m.lead != "" && m.lead == o.lead || m.verb >= 0 && m.verb == o.verb && !alike(m, x.g.times) && !alike(o, x.f.times) {
				x.addTimes(m, o)
			}
		}
	}
}

// Prepositions of when something begins and when it ends.
var (
	leadsOn = wordSet(`from since`)
	leadsUp = wordSet(`until till`)
)

func (x *clasher) addTimes(m, o *moment) {
	x.addAt(ClashDate, m.from, m.to, o.from, o.to)
}

// unmatched returns which of n elements of a agree with none of m of b, and
// which of those with none of a.
func unmatched(n, m int, agree func(i, j int) bool) (onlyA, onlyB []int) {
	inB := make([]bool, m)
	for i := range n {
		found := false
		for j := range m {
			if agree(i, j) {
				found, inB[j] = true, true
			}
		}
		if !found {
			onlyA = append(onlyA, i)
		}
	}
	for j := range m {
		if !inB[j] {
			onlyB = append(onlyB, j)
		}
	}
	return onlyA, onlyB
}

func (x *clasher) names() {
	x.rivals(x.f.actors, x.g.actors, false)
	if !x.near {
		x.onlyNames()
	}
	x.slots()
	x.speakers(voice{x.s, x.f}, voice{x.t, x.g})
}

// speakers compares who says what the sentences report.
func (x *clasher) speakers(v, w voice) {
	if v.f == nil || w.f == nil || v.f.speaker < 0 || w.f.speaker < 0 {
		return
	}
	p, q := &v.f.actors[v.f.speaker], &w.f.actors[w.f.speaker]
	if !x.c.same(p, q, v.s, w.s) && (p.kind == q.kind || p.vague || q.vague) {
		x.add(ClashName, v.s.phrase(p.from, p.to), w.s.phrase(q.from, q.to))
	}
}

// slots compares the names that hang on one preposition: where something is,
// where it comes from and goes to.
func (x *clasher) slots() {
	for _, group := range []map[string]bool{wherePlaces, {"from": true}, {"to": true}} {
		inGroup := func(all []actor) []actor {
			var out []actor
			for _, p := range all {
				if group[p.slot] {
					out = append(out, p)
				}
			}
			return out
		}
		x.rivals(inGroup(x.f.actors), inGroup(x.g.actors), true)
	}
}

// rivals finds names of the one sentence that none of the other is the same as,
// and that can fill one place.
func (x *clasher) rivals(ps, qs []actor, slots bool) {
	sOnly, tOnly := unmatched(len(ps), len(qs), func(i, j int) bool { return x.c.same(&ps[i], &qs[j], x.s, x.t) })
	for _, i := range sOnly {
		for _, j := range tOnly {
			p, q := &ps[i], &qs[j]
			if slots && (p.slot != q.slot || modifies(x.s, p.to) || modifies(x.t, q.to)) {
				continue
			}
			if rivals(p, q, slots) {
				x.addNames(p, q)
			}
		}
	}
}

// onlyNames finds the only name of each sentence that the other has not, if they
// hang on one preposition or on none: whatever they name, it is not one.
func (x *clasher) onlyNames() {
	sOnly, tOnly := unmatched(len(x.f.actors), len(x.g.actors), func(i, j int) bool { return x.c.same(&x.f.actors[i], &x.g.actors[j], x.s, x.t) })
	if len(sOnly) != 1 || len(tOnly) != 1 {
		return
	}
	p, q := &x.f.actors[sOnly[0]], &x.g.actors[tOnly[0]]
	if p.vague && (p.from == 0 || exclusiveWords[x.s.fold(p.from)].row > 0) || q.vague && (q.from == 0 || exclusiveWords[x.t.fold(q.from)].row > 0) {
		return // perhaps no name but the first word, or the South of South Korea
	}
	if p.slot == q.slot || subject[p.slot] && subject[q.slot] || p.placeLike() && q.placeLike() {
		x.addNames(p, q)
	}
}

// placeLike reports whether p may say where something is or comes from.
func (p *actor) placeLike() bool { return p.state || p.kind == names.Place || locative[p.slot] }

// subject are the prepositions of who does something, be it none.
var subject = map[string]bool{"": true, "by": true}

// modifies reports whether the name before word to only says which: "the Honduran
// town of …".
func modifies(s *sentence, to int) bool {
	if to >= len(s.words) || s.gap(to) != " " {
		return false
	}
	w := &s.words[to]
	return (w.class == plain || w.class == light) && !s.isVerb(to) && !gerund(w.form.fold)
}

// wherePlaces are the prepositions of where something happens.
var wherePlaces = wordSet(`in at near outside off`)

func (x *clasher) addNames(p, q *actor) {
	kind := ClashName
	if locative[p.slot] && locative[q.slot] || p.kind == names.Place && q.kind == names.Place && p.entity >= 0 && q.entity >= 0 {
		kind = ClashPlace
	}
	x.addAt(kind, p.from, p.to, q.from, q.to)
}
