package compare

import "strings"

// Unmet words. Where two sentences tell one fact in other words, what the one
// names the other names too, if by another word, and a word that only one has is
// a detail. But where each names a thing for which the other has nothing, in no
// form and by no word of the tables, they tell of two things: "the strike hit the
// port", "a fire closed the port"; and so with deeds. Of the kept facts of
// testdata one in a hundred has two such things, of those with one noun changed
// by chance a third.
//
// One article tells a thing again with more or less of it, so that there such
// words are no differences.

// unmetThings finds a thing of each sentence for which the other has nothing.
func (x *clasher) unmetThings() {
	if x.own {
		return
	}
	for i := range x.f.arguments {
		p := x.unmetThing(x.s, x.t, x.f, &x.f.arguments[i])
		if p < 0 {
			continue
		}
		for j := range x.g.arguments {
			if q := x.unmetThing(x.t, x.s, x.g, &x.g.arguments[j]); q >= 0 && !x.sayLess(p, q) {
				x.addWord(ClashName, p, q)
				return
			}
		}
	}
}

// unmetThing returns the word of s that names the argument a of s, if t has
// nothing for that thing or those people, else -1.
func (x *clasher) unmetThing(s, t *sentence, f *facts, a *argument) int {
	if a == nil || a.role == noRole || s.fold(a.at) == "ago" || s.actsForState(a.at, t) {
		return -1
	}
	if i, ok := x.loneHead(s, t, f, a); ok {
		return i
	}
	w := &s.words[a.at]
	if w.class == plain && w.form.generic && !bodies[w.form.stem] && !w.tail && !t.alsoSays(w.term) && !x.c.anySynonym(s, a.at, t, [2]int{0, len(t.words)}) {
		return a.at
	}
	return -1
}

// alsoSays reports whether s has a word for term, be it to tell who says so.
func (s *sentence) alsoSays(term int32) bool { return has(s.terms, term) || s.occurrences(term) > 0 }

// bodies of people are called by too many words to be missed: "the shipping line".
var bodies = stemSet(`company corporation firm group organisation`)

// sayLess reports whether one of the words i and j speaks less exactly of people
// of whom the other may speak: "residents", "fishermen".
func (x *clasher) sayLess(i, j int) bool {
	v, w := x.s.words[i].form, x.t.words[j].form
	return v.generic && w.party || w.generic && v.party
}

// otherDeeds finds a verb of each sentence for which the other has nothing, both
// in what is told or both in what is so besides.
func (x *clasher) otherDeeds() {
	if x.own {
		return
	}
	theirs := x.ownDeeds(x.t, x.s)
	for _, i := range x.ownDeeds(x.s, x.t) {
		for _, j := range theirs {
			if x.s.standingOf(i).comparable(x.t.standingOf(j)) && !x.bothNegative(i, j) {
				x.addWord(ClashNegation, i, j)
			}
		}
	}
}

// ownDeeds returns the verbs of s for which t has no word that may stand for
// them.
func (x *clasher) ownDeeds(s, t *sentence) []int {
	var out []int
	for i := range s.words {
		if x.ownVerb(s, t, i) && !s.supports(i) && len(out) < maxFacts {
			out = append(out, i)
		}
	}
	return out
}

// standing says how a verb belongs to what a sentence tells.
type standing int

const (
	mainDeed  standing = iota
	asideDeed          // in a clause that says of whom or what, since when or why
	freeDeed           // a participle, which may say either
)

// standingOf returns the standing of the verb at word i.
func (s *sentence) standingOf(i int) standing {
	switch {
	case s.fold(i-1) == "than":
		return asideDeed // "later than planned"
	case gerund(s.fold(i)) && s.formAt(i-1).be:
	case gerund(s.fold(i)), i > 0 && s.formAt(i+1).preposition && s.isNoun(i-1) && s.gap(i) == " ":
		return freeDeed
	}
	start := s.clauseStart(i)
	for start > 0 && !s.beginsAside(start) && s.gap(start) == " " {
		start = s.clauseStart(start - 1)
	}
	if s.beginsAside(start) {
		return asideDeed
	}
	return mainDeed
}

// beginsAside reports whether a clause of what is so besides begins at word i.
func (s *sentence) beginsAside(i int) bool {
	return asideWords[s.fold(i)] || i > 0 && s.fold(i) == "that" && s.isNoun(i-1)
}

// comparable reports whether deeds of such standings may be one.
func (d standing) comparable(e standing) bool { return d == e || d == freeDeed || e == freeDeed }

// asideWords begin clauses of what is so besides.
var asideWords = wordSet(`who which whose whom where when since because as while although though than until`)

// ownVerb reports whether word i of s is a verb for which t has no word that may
// stand for it.
func (x *clasher) ownVerb(s, t *sentence, i int) bool {
	w := &s.words[i]
	return s.tells(i) && w.class == plain && s.isVerb(i) && !s.onlyJoins(i) && !t.alsoSays(w.term) && !x.c.anySynonym(s, i, t, [2]int{0, len(t.words)})
}

// unmetStates finds a deed of the one sentence for which the other has nothing,
// where that says of something that it is what the first has nothing for: "lost
// her appeal", "her appeal was successful".
func (x *clasher) unmetStates() {
	if x.own || len(x.f.denials)+len(x.g.denials) > 0 {
		return // "did not attend", "was absent"
	}
	if i, j := x.ownDeed(x.s, x.t), x.ownState(x.t, x.s, x.g); i >= 0 && j >= 0 {
		x.addWord(ClashNegation, i, j)
	} else if j, i := x.ownDeed(x.t, x.s), x.ownState(x.s, x.t, x.f); i >= 0 && j >= 0 {
		x.addWord(ClashNegation, i, j)
	}
}

// ownDeed returns the first verb of s for which t has nothing, -1 if there is
// none.
func (x *clasher) ownDeed(s, t *sentence) int {
	for i := range s.words {
		if x.ownVerb(s, t, i) && s.standingOf(i) != asideDeed {
			return i
		}
	}
	return -1
}

// ownState returns the first word of s that a form of "to be" says of something,
// and for which t has nothing; -1 if there is none.
func (x *clasher) ownState(s, t *sentence, f *facts) int {
	for i := range s.words {
		if !s.words[i].form.be || s.isPassiveHelper(i) {
			continue
		}
		for k := i + 1; k < len(s.words) && k <= i+3 && s.gap(k) == " "; k++ {
			if x.loneWord(s, t, f, k) && !s.isVerb(k) && !particles[s.fold(k)] {
				return k
			}
			if s.words[k].class != function {
				break
			}
		}
	}
	return -1
}

// samePart reports whether the words i and j both do, or both suffer, what one
// verb tells.
func (x *clasher) samePart(i, j int) bool {
	v, w := x.s.words[i].term, x.t.words[j].term
	for p := range x.f.acts {
		for q := range x.g.acts {
			if a, b := &x.f.acts[p], &x.g.acts[q]; a.term == b.term && (has(a.agents, v) && has(b.agents, w) || has(a.patients, v) && has(b.patients, w)) {
				return true
			}
		}
	}
	return false
}

// onlyWords finds the only word of each sentence for which the other has nothing,
// if both are adjectives or both name things that have a like place: what else
// could they tell but the same?
func (x *clasher) onlyWords() {
	i, j := x.onlyWord(x.s, x.t, x.f), x.onlyWord(x.t, x.s, x.g)
	if i < 0 || j < 0 || x.s.negative(i) || x.t.negative(j) || x.s.isVerb(i) || x.t.isVerb(j) || x.s.isNoun(i) != x.t.isNoun(j) {
		return
	}
	switch {
	case x.s.isNoun(i) && (x.besideSame(i, j) || x.samePart(i, j)):
		x.addWord(ClashName, i, j)
	case !x.s.isNoun(i) && !strings.HasSuffix(x.s.fold(i), "ly") && !strings.HasSuffix(x.t.fold(j), "ly"):
		x.addWord(ClashNegation, i, j)
	}
}

// onlyWord returns the one word of s for which t has nothing, -1 if there is
// none or another.
func (x *clasher) onlyWord(s, t *sentence, f *facts) int {
	found := -1
	for i := range s.words {
		if !x.loneWord(s, t, f, i) || s.isVerb(i) && (s.onlyJoins(i) || s.supports(i)) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = i
	}
	return found
}

// dated reports whether word i belongs to a time or a number.
func (f *facts) dated(i int) bool {
	for k := range f.times {
		if f.times[k].from <= i && i < f.times[k].to {
			return true
		}
	}
	for k := range f.numbers {
		if f.numbers[k].from <= i && i < f.numbers[k].to {
			return true
		}
	}
	return false
}

// roles compares the people without a name in two sentences that tell the same
// in other words: a nurse is no surgeon.
func (x *clasher) roles() {
	only := func(s, t *sentence) int {
		found := -1
		for i := range s.words {
			w := &s.words[i]
			if w.class != plain || w.tail || !w.form.party || w.form.generic || gerund(w.form.fold) || s.isVerb(i) || t.alsoSays(w.term) || x.c.anySynonym(s, i, t, [2]int{0, len(t.words)}) {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = i
		}
		return found
	}
	if i, j := only(x.s, x.t), only(x.t, x.s); i >= 0 && j >= 0 && !x.c.synonymous(x.s, i, x.t, j) {
		x.addWord(ClashName, i, j)
	}
}

// onlyThings finds the only thing of each sentence for which the other has
// nothing, if both have a like part in what is told.
func (x *clasher) onlyThings() {
	one := func(s, t *sentence, f *facts) (*argument, int) {
		var found *argument
		at := -1
		for i := range f.arguments {
			k, ok := x.loneHead(s, t, f, &f.arguments[i])
			if !ok {
				k = x.loneKind(s, t, f, i)
			}
			switch {
			case k < 0 || k == at:
			case found != nil:
				return nil, -1
			default:
				found, at = &f.arguments[i], k
			}
		}
		return found, at
	}
	p, i := one(x.s, x.t, x.f)
	q, j := one(x.t, x.s, x.g)
	if p != nil && q != nil && (p.role == q.role || p.central() && q.central()) {
		x.addWord(ClashName, i, j)
	}
}

// central reports whether a is who or what does something, or has it done to it.
func (a *argument) central() bool {
	return a.role == doer || a.role == sufferer || a.role == with || a.role == between || a.role == source
}

// loneKind returns the word of s that says of what kind its argument i is, if t
// has nothing that may stand for it, else -1.
func (x *clasher) loneKind(s, t *sentence, f *facts, i int) int {
	a := &f.arguments[i]
	if s.properAt(a.at) {
		return -1 // "tennis player Leonie Hofstetter"
	}
	for k := a.at - 1; k >= a.from; k-- {
		if !adjectival(s.fold(k)) && !adjective(s.fold(k)) && x.loneWord(s, t, f, k) {
			return k
		}
	}
	if i+1 < len(f.arguments) {
		if b := &f.arguments[i+1]; b.role == ownerOf && b.verb == a.at || b.role == purpose && s.fold(a.at+1) == "for" && b.from <= a.at+3 {
			if k, ok := x.loneHead(s, t, f, b); ok {
				return k
			}
		}
	}
	return -1
}

// emptyThings stand in phrases that say little: "in order to", "six in a row".
var emptyThings = stemSet(`know fewer people order row run way cost total seat end place part means instead addition case time belonging margin prospect measure level rate anything something everything`)

// fixedPhrases are nouns between prepositions that only join with them.
var fixedPhrases = later(func(m map[string]bool) {
	for p := range strings.FieldsSeq(`in_line_with on_account_of in_search_of on_edge_of as_result_of on_behalf_of in_terms_of in_view_of in_light_of in_wake_of in_face_of in_course_of
		in_hands_of on_basis_of on_grounds_of by_means_of with_regard_to in_connection_with in_response_to in_accordance_with in_exchange_for in_return_for in_charge_of
		in_addition_to in_event_of in_name_of for_sake_of on_verge_of on_brink_of in_possession_of with_help_of under_pressure_from`) {
		m[p] = true
	}
})

// inFixedPhrase reports whether the noun at word i belongs to a fixed phrase: "in
// line with".
func (s *sentence) inFixedPhrase(i int) bool {
	k := i - 1
	if s.formAt(k).determiner {
		k--
	}
	return k >= 0 && s.formAt(k).joins && s.formAt(i+1).preposition && fixedPhrases[s.fold(k)+"_"+s.fold(i)+"_"+s.fold(i+1)]
}

// describesName reports whether the noun at word i only tells of what kind is
// what a name beside it names, which t names too: "the city of Manizales", "tennis
// player Leonie Hofstetter", "Tangle, the software company".
func (s *sentence) describesName(i int, t *sentence) bool {
	k := i + 1
	switch {
	case s.gap(k) == " " && s.properAt(k) && !s.possessiveAt(i):
	case s.fold(k) == "of" && placeNouns[s.stem(i)] && s.properAt(k+1):
		k++
	default:
		k = s.clauseStart(i) - 1
		if !s.formAt(k+1).determiner || !strings.HasPrefix(s.gap(k+1), ",") || k+1 < i-3 || i+1 < len(s.words) && !strings.HasPrefix(s.gap(i+1), ",") {
			return false
		}
	}
	return s.properAt(k) && has(t.terms, s.words[k].term)
}

// actsForState reports whether word i only says who acts for a state that t names
// alone: "Pakistani authorities", "Pakistan".
func (s *sentence) actsForState(i int, t *sentence) bool {
	return i > 0 && stateBodies[s.stem(i)] && s.words[i-1].class == country && has(t.terms, s.words[i-1].term)
}

var stateBodies = stemSet(`authority official government state`)

// named reports whether word i belongs to what is a name beyond doubt.
func (f *facts) named(i int) bool {
	for k := range f.actors {
		if f.actors[k].from <= i && i < f.actors[k].to && !f.actors[k].vague {
			return true
		}
	}
	return false
}

// loneHead returns the word of s that names the argument a, if t has nothing
// that may stand for it.
func (x *clasher) loneHead(s, t *sentence, f *facts, a *argument) (int, bool) {
	i := a.at
	for i > a.from && s.words[i-1].term == s.words[i].term {
		i--
	}
	if a.role == predicate || adjective(s.fold(i)) || !x.loneWord(s, t, f, i) {
		return -1, false
	}
	return i, true
}

// loneWord reports whether word i of s tells something for which t has nothing.
func (x *clasher) loneWord(s, t *sentence, f *facts, i int) bool {
	const no, yes = 1, 2
	known := &x.loneS
	if s == x.t {
		known = &x.loneT
	}
	if *known == nil {
		*known = make([]uint8, len(s.words))
	}
	if (*known)[i] == 0 {
		(*known)[i] = no
		if x.findLone(s, t, f, i) {
			(*known)[i] = yes
		}
	}
	return (*known)[i] == yes
}

func (x *clasher) findLone(s, t *sentence, f *facts, i int) bool {
	w := &s.words[i]
	switch {
	case w.class != plain && !s.officeAlone(i), !s.tells(i), w.form.generic:
		return false
	case w.form.capital && (i > 0 || f.named(i)), f.dated(i):
		return false // a name or a time
	case emptyThings[w.form.stem], degreeWords[w.form.fold] && s.compares(i+1), s.inFixedPhrase(i), s.describesName(i, t):
		return false
	case fractions[w.form.fold] != 0 || scales[w.form.stem] != scale{}:
		return false
	}
	return !t.alsoSays(w.term) && !x.c.anySynonym(s, i, t, [2]int{0, len(t.words)})
}

// compares reports whether word i compares: "more", "steeper".
func (s *sentence) compares(i int) bool {
	f := s.fold(i)
	return f == "more" || f == "less" || f == "fewer" || strings.HasSuffix(f, "er") && adjective(f)
}

// officeAlone reports whether word i is an office that nobody's name goes with:
// "the minister".
func (s *sentence) officeAlone(i int) bool {
	w := &s.words[i]
	return w.class == light && w.form.title && !w.form.capital && offices[w.form.stem] && !s.properAt(i-1) && !s.properAt(i+1)
}

// offices are the titles that one holds alone.
var offices = stemSet(`president prime premier minister chancellor director chairman chairwoman secretary`)
