package compare

import (
	"slices"
	"strings"

	"parallax/internal/names"
)

// The kinds of clashes.
const (
	clashNumber    = "number"
	clashDate      = "date"
	clashName      = "name"
	clashPlace     = "place"
	clashNegation  = "negation"
	clashDirection = "direction"
)

// clasher collects the facts in which two sentences differ.
//
// A fact clashes if each sentence has one of its kind that nothing in the other
// agrees with. What only one of them tells, and what one tells less exactly, is
// no clash. Sentences that are the same but for some words (near) are also
// compared change by change, which finds facts that changed places.
type clasher struct {
	c    *Comparer
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

// anyClash reports whether clashes returns any. It stops at the first.
func (c *Comparer) anyClash(a, b int, i, j int32, near bool) bool {
	return len(c.newClasher(a, b, i, j, near).find(true)) > 0
}

func (c *Comparer) newClasher(a, b int, i, j int32, near bool) *clasher {
	x := &clasher{c: c, s: &c.articles[a][i], t: &c.articles[b][j], f: c.factsOf(a, i), g: c.factsOf(b, j), near: near, own: a == b}
	if !near {
		x.speakers(c.voiceOf(a, i), c.voiceOf(b, j))
	}
	return x
}

// The rules in the order in which they run, as the package's comment says: of all
// pairs, of near and of other ones.
var (
	clashesOfAll = []func(*clasher){
		(*clasher).dates,
		(*clasher).numbers,
		(*clasher).names,
		(*clasher).directions,
		(*clasher).negations,
		(*clasher).tellers,
		(*clasher).realities,
		(*clasher).shares,
		(*clasher).bound,
		(*clasher).placed,
		(*clasher).agoTurned,
		(*clasher).thanTurned,
		(*clasher).otherDeeds,
	}
	clashesOfNear  = []func(*clasher){(*clasher).changes}
	clashesOfOther = []func(*clasher){
		(*clasher).opposedWords,
		(*clasher).opposedBeside,
		(*clasher).onlyWords,
		(*clasher).roles,
		(*clasher).countsOther,
		(*clasher).unmetThings,
		(*clasher).unmetStates,
	}
)

// find looks for clashes; enough is the first one.
func (x *clasher) find(first bool) []Clash {
	besides := clashesOfOther
	if x.near {
		besides = clashesOfNear
	}
	for _, kinds := range [...][]func(*clasher){clashesOfAll, besides} {
		for _, look := range kinds {
			if first && len(x.out) > 0 {
				return x.out
			}
			look(x)
		}
	}
	if len(x.out) == 0 {
		x.arguments()
	}
	return x.out
}

func (x *clasher) add(kind, a, b string) {
	cl := Clash{kind, a, b}
	for _, old := range x.out {
		if old == cl || old.Kind == kind && kind == clashNegation {
			return
		}
	}
	x.out = append(x.out, cl)
}

// addAt adds a clash between the words [i, i2) of s and [j, j2) of t, as far as
// there are such.
func (x *clasher) addAt(kind string, i, i2, j, j2 int) {
	x.add(kind, x.s.phrase(max(i, 0), min(i2, len(x.s.words))), x.t.phrase(max(j, 0), min(j2, len(x.t.words))))
}

// addWord adds a clash between word i of s and word j of t.
func (x *clasher) addWord(kind string, i, j int) { x.addAt(kind, i, i+1, j, j+1) }

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
	x.addAt(clashDate, m.from, m.to, o.from, o.to)
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
		x.add(clashName, v.s.phrase(p.from, p.to), w.s.phrase(q.from, q.to))
	}
}

// slots compares the names that hang on one preposition: where something is,
// where it comes from and goes to.
func (x *clasher) slots() {
	for _, group := range []map[string]bool{wherePlaces, {"from": true}, {"to": true}} {
		inGroup := func(s *sentence, all []actor) []actor {
			var out []actor
			for _, p := range all {
				if group[p.slot] && !modifies(s, &p) {
					out = append(out, p)
				}
			}
			return out
		}
		x.rivals(inGroup(x.s, x.f.actors), inGroup(x.t, x.g.actors), true)
	}
}

// rivals finds names of the one sentence that none of the other is the same as,
// and that can fill one place.
func (x *clasher) rivals(ps, qs []actor, slots bool) {
	sOnly, tOnly := unmatched(len(ps), len(qs), func(i, j int) bool { return x.c.same(&ps[i], &qs[j], x.s, x.t) })
	for _, i := range sOnly {
		for _, j := range tOnly {
			if p, q := &ps[i], &qs[j]; (!slots || p.slot == q.slot) && rivals(p, q, slots) {
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

// modifies reports whether p only says which: "the Honduran town of …".
func modifies(s *sentence, p *actor) bool {
	if p.to >= len(s.words) || s.gap(p.to) != " " {
		return false
	}
	w := &s.words[p.to]
	return (w.class == plain || w.class == light) && !s.isVerb(p.to)
}

// wherePlaces are the prepositions of where something happens.
var wherePlaces = wordSet(`in at near outside off`)

func (x *clasher) addNames(p, q *actor) {
	kind := clashName
	if locative[p.slot] && locative[q.slot] || p.kind == names.Place && q.kind == names.Place && p.entity >= 0 && q.entity >= 0 {
		kind = clashPlace
	}
	x.addAt(kind, p.from, p.to, q.from, q.to)
}

// directions finds verbs whose doer and sufferer changed places, or whose doer
// is another.
func (x *clasher) directions() {
	lex := x.c.lex
	for i := range x.f.acts {
		p := &x.f.acts[i]
		if p.term < 0 || p.mutual {
			continue
		}
		var against *act
		kind := ""
		agreed := false
		for j := range x.g.acts {
			q := x.g.acts[j]
			if q.term != p.term || q.mutual {
				continue
			}
			turn := lex.traits[p.term].converse && p.sign != q.sign
			if turn {
				q = q.turned()
			}
			switch k := x.standing(p, &q, turn); k {
			case "same":
				agreed = true
			case "":
			default:
				kind, against = k, &x.g.acts[j]
			}
		}
		if against != nil && !agreed {
			x.add(kind, x.s.actPhrase(p), x.t.actPhrase(against))
		}
	}
}

// standing tells whether two acts of one verb have the same doer and sufferer:
// "same", a kind of clash, or "" if nothing can be told.
func (x *clasher) standing(p, q *act, turned bool) string {
	if p.subject >= 0 && p.object >= 0 && p.subject != p.object && p.subject == q.object && p.object == q.subject && !turned {
		return clashDirection
	}
	if !p.passive && !q.passive && !turned && (p.object >= 0 && q.object >= 0 || x.s.fold(p.at+1) == "to" && x.t.fold(q.at+1) == "to") && p.subject >= 0 && q.subject >= 0 && p.subject != q.subject && has(q.patients, p.subject) && has(p.patients, q.subject) {
		return clashDirection
	}
	doers, sufferers := only(p.agents, p.patients), only(p.patients, p.agents)
	doers2, sufferers2 := only(q.agents, q.patients), only(q.patients, q.agents)
	up, down := common(doers, sufferers2), common(sufferers, doers2)
	if len(up) > 0 && len(down) > 0 && (p.sided || len(x.parties(up)) > 0 && len(x.parties(down)) > 0) {
		return clashDirection
	}
	if meet(doers, doers2) || meet(sufferers, sufferers2) {
		if !turned && p.sign != q.sign && x.f.signs[p.term]*x.g.signs[q.term] <= 0 && meet(doers, doers2) {
			return clashNegation
		}
		if meet(doers, doers2) || len(doers) == 0 || len(doers2) == 0 {
			return "same"
		}
	}
	if p.sided && (len(x.parties(up)) > 0 && len(doers2) == 0 || len(x.parties(down)) > 0 && len(doers) == 0) {
		return clashDirection
	}
	if p.suffersIn(q) || q.suffersIn(p) {
		return clashDirection
	}
	// Another doer: one who stands elsewhere in the other sentence, or is a
	// different kind of person.
	a, b := x.parties(doers), x.parties(doers2)
	if len(a) == 0 || len(b) == 0 || meet(a, b) {
		return ""
	}
	elsewhere := x.t.mentions(a...) && x.s.mentions(b...)
	if elsewhere && !meet(a, sufferers2) && !meet(b, sufferers) && (p.accused || q.accused || x.allNamed(a) && x.allNamed(b)) {
		return clashDirection
	}
	if meet(sufferers, sufferers2) && !meet(a, x.t.terms) && !meet(b, x.s.terms) && !x.allNamed(a) && !x.allNamed(b) && !x.generic(a) && !x.generic(b) && !x.alike(a, b) {
		return clashName
	}
	return ""
}

// suffersIn reports whether who does p is only whom it is done to in q: "wolves
// killed 30 sheep", "30 wolves were killed".
func (p *act) suffersIn(q *act) bool {
	return p.sided && p.subject >= 0 && p.object >= 0 && len(q.agents) == 0 && has(q.patients, p.subject) && !meet(p.patients, q.patients)
}

// mentions reports whether s has words of all of terms, be it to tell who says so.
func (s *sentence) mentions(terms ...int32) bool {
	for _, term := range terms {
		if s.occurrences(term) == 0 {
			return false
		}
	}
	return true
}

// alike reports whether some of the terms a of s may stand for some of b of t.
func (x *clasher) alike(a, b []int32) bool {
	for i := range x.s.words {
		for j := range x.t.words {
			if has(a, x.s.words[i].term) && has(b, x.t.words[j].term) && x.c.synonymous(x.s, i, x.t, j) {
				return true
			}
		}
	}
	return false
}

// parties returns those of terms that are people or states.
func (x *clasher) parties(terms []int32) []int32 {
	var out []int32
	for _, t := range terms {
		if tr := &x.c.lex.traits[t]; tr.party || tr.title {
			out = append(out, t)
		}
	}
	return out
}

// generic reports whether others may speak of some of terms more exactly.
func (x *clasher) generic(terms []int32) bool {
	for _, t := range terms {
		if x.c.lex.traits[t].generic {
			return true
		}
	}
	return false
}

func (x *clasher) allNamed(terms []int32) bool {
	for _, t := range terms {
		if !x.c.lex.traits[t].proper {
			return false
		}
	}
	return true
}

// maxActWords is how many words around a verb a clash shows.
const maxActWords = 4

func (s *sentence) actPhrase(a *act) string {
	from, to := a.at, a.at+1
	for from > 0 && a.at-from < maxActWords && !endsClause(s, from) {
		from--
	}
	for to < len(s.words) && to-a.at <= maxActWords && !endsClause(s, to) {
		to++
	}
	return s.phrase(from, to)
}

// negations finds what one sentence states and the other denies.
func (x *clasher) negations() {
	if x.s.firstTime() && x.t.neverBefore() || x.t.firstTime() && x.s.neverBefore() {
		return
	}
	for i := range x.s.words {
		w := &x.s.words[i]
		sign, other := x.f.signs[w.term], x.g.signs[w.term]
		if sign*other >= 0 || w.sign == 0 && i > 0 && x.s.words[i-1].term == w.term {
			continue
		}
		if x.c.lex.traits[w.term].converse && x.bothTurned(w.term) {
			continue
		}
		if sign > 0 && (x.s.besideNegative(w.term) || x.s.endsWith(x.f, w.term)) || other > 0 && (x.t.besideNegative(w.term) || x.t.endsWith(x.g, w.term)) {
			continue
		}
		if x.oneDenial() {
			continue
		}
		x.add(clashNegation, x.s.signPhrase(w.term, x.f.denials), x.t.signPhrase(w.term, x.g.denials))
		return
	}
	if a, b := x.denialsAlone(x.s, x.t, x.f, x.g), x.denialsAlone(x.t, x.s, x.g, x.f); len(a) > 0 != (len(b) > 0) {
		if len(a) > 0 {
			x.add(clashNegation, x.s.denialPhrase(a[0]), "")
		} else {
			x.add(clashNegation, "", x.t.denialPhrase(b[0]))
		}
	}
}

// deniesChange reports whether d says that something has changed nothing, which no
// rise or fall explains: "made no difference".
func (s *sentence) deniesChange(d denial) bool {
	return slices.ContainsFunc(d.about, func(k int) bool { return changeNouns[s.stem(k)] })
}

var changeNouns = stemSet(`difference change effect impact influence`)

// firstTime reports whether s tells that something is so which never was: "for the
// first time", "than ever before".
func (s *sentence) firstTime() bool {
	for i := range s.words {
		if s.fold(i) == "first" && (s.fold(i+1) == "time" || s.fold(i+1) == "ever") || s.fold(i) == "than" && s.fold(i+1) == "ever" || s.fold(i) == "first-ever" {
			return true
		}
	}
	return false
}

// neverBefore reports whether s tells that something never was so before: "never
// before", "nobody had ever".
func (s *sentence) neverBefore() bool {
	denied := false
	for i := range s.words {
		denied = denied || denialWords[s.fold(i)]
		if denied && (s.fold(i) == "before" || s.fold(i) == "ever") || s.fold(i) == "never" && s.fold(i+1) == "since" {
			return true
		}
	}
	return false
}

// oneDenial reports whether both sentences deny the same once, the one the verb
// and the other what it is done to: "without meeting resistance", "met with no
// resistance".
func (x *clasher) oneDenial() bool {
	if len(x.f.denials) != 1 || len(x.g.denials) != 1 {
		return false
	}
	beside := func(s *sentence, d denial, t *sentence, e denial) bool {
		for _, k := range d.about {
			for _, l := range e.about {
				for i := max(k-3, 0); i < min(k+4, len(s.words)); i++ {
					if s.words[i].term == t.words[l].term && s.words[i].sign == t.words[l].sign {
						return true
					}
				}
			}
		}
		return false
	}
	d, e := x.f.denials[0], x.g.denials[0]
	return beside(x.s, d, x.t, e) && beside(x.t, e, x.s, d)
}

// endsWith reports whether a verb that denies without a denial tells what
// became of term: "imports were ended".
func (s *sentence) endsWith(f *facts, term int32) bool {
	for i := range f.arguments {
		if a := &f.arguments[i]; a.term == term && a.verb >= 0 && (a.role == doer || a.role == sufferer) && negative[s.stem(a.verb)] && (!lasting[s.stem(a.verb)] || s.stem(a.verb) == "end") {
			return true
		}
	}
	return false
}

// besideNegative reports whether a word near term in its clause denies without
// a denial: "lost its majority".
func (s *sentence) besideNegative(term int32) bool {
	for i := range s.words {
		if s.words[i].term != term {
			continue
		}
		for k := i; k > i-4 && k >= 0; k-- {
			if w := &s.words[k]; w.term != term && (w.sign < 0 || negative[w.form.stem] && !lasting[w.form.stem]) {
				return true
			}
			if endsClause(s, k) {
				break
			}
		}
	}
	return false
}

// bothTurned reports whether a converse verb has its sides exchanged too, or
// nothing tells who did it to whom: "A beat B", "B lost to A".
func (x *clasher) bothTurned(term int32) bool {
	for i := range x.s.words {
		for j := range x.t.words {
			if v, w := &x.s.words[i], &x.t.words[j]; v.term == term && w.term == term && v.sign != w.sign && x.s.isVerb(i) && x.t.isVerb(j) {
				if p, q := x.s.subjectOf(x.f, i), x.t.subjectOf(x.g, j); p >= 0 && q >= 0 && x.c.synonymous(x.s, p, x.t, q) {
					return false
				}
			}
		}
	}
	for i := range x.f.acts {
		for j := range x.g.acts {
			p, q := &x.f.acts[i], &x.g.acts[j]
			if p.term == term && q.term == term && p.sign != q.sign && meet(p.agents, q.agents) && !meet(p.agents, q.patients) {
				return false
			}
		}
	}
	return true
}

// denialsAlone returns the denials of s whose words t has not, and which nothing
// in t explains. Of near sentences, and of those of one article, most of the clause
// must be told by both.
func (x *clasher) denialsAlone(s, t *sentence, f, g *facts) []denial {
	if len(g.denials) > 0 {
		return nil
	}
	explained := x.explains(t, s)
	var out []denial
	for _, d := range f.denials {
		if explained && !s.deniesChange(d) {
			continue
		}
		judged := false
		for _, k := range d.about {
			_, stated := g.signs[s.words[k].term]
			judged = judged || stated || s.fold(k) == "far"
		}
		if !judged && (!x.near && !x.own || s.sharesClause(t, d)) {
			out = append(out, d)
		}
	}
	return out
}

// explains reports whether a word of t may say without a denial what s denies.
func (x *clasher) explains(t, s *sentence) bool {
	for i := range t.words {
		w := &t.words[i]
		switch {
		case t.attribute(i):
		case withoutIt(w.form.fold):
			return true
		case w.sign < 0 && !has(s.terms, w.term), strings.HasPrefix(w.form.fold, "un") && len(w.form.fold) > 5:
			return true
		case negative[w.form.stem] && (x.near || !has(s.terms, w.term) && (!lasting[w.form.stem] || t.isVerb(i) && w.form.stem == "end")):
			return true
		}
	}
	return false
}

// withoutIt reports whether a word says of something that it has not what the word
// begins with: "bloodless".
func withoutIt(fold string) bool {
	rest, ok := strings.CutSuffix(fold, "less")
	return ok && len(rest) > 2 && rest != "regard" && rest != "neverthe"
}

// attribute reports whether the participle at word i only says which: "the failed
// bank".
func (s *sentence) attribute(i int) bool {
	return i+1 < len(s.words) && s.formAt(i-1).determiner && strings.HasSuffix(s.fold(i), "ed") && s.gap(i+1) == " " && s.words[i+1].class == plain
}

// sharesClause reports whether t has most of the words of the clause of a denial.
func (s *sentence) sharesClause(t *sentence, d denial) bool {
	shared, all := 0, 0
	for k := s.clauseStart(d.at); k < len(s.words) && (k <= d.at || !endsClause(s, k)); k++ {
		w := &s.words[k]
		if w.class == function || w.tail || slices.Contains(d.about, k) {
			continue
		}
		all++
		if has(t.terms, w.term) {
			shared++
		}
	}
	return shared >= 2 && 2*shared >= all
}

func (s *sentence) denialPhrase(d denial) string {
	to := d.to
	for _, k := range d.about {
		to = max(to, k+1)
	}
	return s.phrase(d.at, min(to, len(s.words)))
}

// signPhrase returns the words that state or deny a term.
func (s *sentence) signPhrase(term int32, ds []denial) string {
	for _, d := range ds {
		for _, k := range d.about {
			if s.words[k].term == term {
				if k < d.at {
					return s.phrase(k, d.at+1)
				}
				return s.phrase(d.at, k+1)
			}
		}
	}
	for i := range s.words {
		if s.words[i].term == term {
			to := i + 1
			for to < len(s.words) && s.words[to].term == term && s.words[to].sign == 0 {
				to++
			}
			return s.phrase(i, to)
		}
	}
	return ""
}
