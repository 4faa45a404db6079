package compare

import "strings"

// reality is how far what a verb tells has come.
type reality uint8

// The steps of reality. What cannot be told is unsettled and differs from none.
const (
	unsettled reality = iota
	happened          // "closed", "has closed"
	present           // "closes"
	coming            // "will close", "is to close"
	planned           // "plans to close", "is due to close"
	perhaps           // "may close"
	wished            // "wants to close", "proposed closing", "tried to close"
	obliged           // "must close"
	claimed           // "allegedly closed"
)

// Words before a verb that tell how far it has come.
var (
	comingWords  = wordSet(`will shall would ll`)
	perhapsWords = wordSet(`may might can could perhaps possibly`)
	obligedWords = wordSet(`must should ought`)
	claimedWords = wordSet(`allegedly supposedly reportedly purportedly apparently`)

	plannedVerbs = stemSet(`plan intend set due agree decide expect schedule prepare pledge promise vow vote choose opt slate resolve mean`)
	wishVerbs    = stemSet(`want like hope wish aim seek try attempt ask threaten urge propose recommend consider suggest order tell call demand request invite offer persuade encourage advise eager keen contemplate mull discuss bid look talk negotiate effort pressure`)
)

// different reports whether two verbs that have come so far tell different
// things.
func (r reality) different(o reality) bool {
	if r > o {
		r, o = o, r
	}
	switch {
	case r == unsettled || r == o:
		return false
	case r == happened:
		return o != present
	case r == present:
		return o == perhaps || o == wished || o == claimed
	case r == coming:
		return o == perhaps || o == wished || o == obliged
	}
	return r == perhaps && o == obliged
}

// realityOf tells how far the verb at word i has come.
func (s *sentence) realityOf(i int) reality {
	if s.wishedThing(i) {
		return wished
	}
	own := unsettled
	f := s.fold(i)
	if s.words[i].form.past || strings.HasSuffix(f, "ed") && len(f) > 4 {
		own = happened
	} else if strings.HasSuffix(f, "s") {
		own = present
	}
	if i > 0 && gerund(f) && (admissions[s.stem(i-1)] || s.fold(i-1) == "of" && convictions[s.stem(i-2)]) {
		own = happened
	}
	for k := i - 1; k >= 0 && i-k <= 5 && s.gap(k+1) == " "; k-- {
		w := &s.words[k]
		switch g := w.form.fold; {
		case (g == "of" || g == "with") && s.suspects(k) && (k == i-1 || s.fold(k+1) == "having"):
			return claimed // "suspected of having passed"
		case g == "be":
			own = wished // "recommended that it be closed"
		case comingWords[g]:
			return coming
		case perhapsWords[g] && w.class == function:
			if s.fold(s.clauseStart(k)) == "before" || g == "could" && s.fold(k+1) == "not" {
				return unsettled // "before it could reach", "could not reach"
			}
			return perhaps
		case obligedWords[g]:
			return obliged
		case claimedWords[g]:
			return claimed
		case g == "to":
			return s.realityBeforeTo(k)
		case k == i-1 && gerund(f) && governing[g]:
			return s.realityUnder(k - 1)
		case bePassive[g], g == "have", g == "having", g == "has", g == "had", g == "also", g == "not", strings.HasSuffix(g, "ly"):
		case strings.HasSuffix(f, "ing") && k == i-1 && wishVerbs[w.form.stem]:
			return wished
		case g == "remains" || g == "remained":
			return unsettled // "remains shut"
		default:
			if own == happened && s.wanted(k) {
				return wished
			}
			return own
		}
	}
	return own
}

// wanted reports whether somebody wants what is told of the thing at word k:
// "wants the vote brought forward".
func (s *sentence) wanted(k int) bool {
	for i := k; i >= max(k-4, 0); i-- {
		if f := s.fold(i); f == "want" || f == "wants" || f == "wanted" {
			return true
		}
	}
	return false
}

// wishedThing reports whether word i is a noun for what somebody wishes or talks
// of: "is considering a move".
func (s *sentence) wishedThing(i int) bool {
	return i > 1 && articles[s.fold(i-1)] && wishVerbs[s.stem(i-2)] && s.isVerb(i-2)
}

// admissions are verbs of what one has done.
var admissions = stemSet(`admit confess acknowledge regret`)

// convictions are of what somebody has done.
var convictions = stemSet(`guilty convict`)

// suspects reports whether somebody is suspected or accused of what follows
// word k.
func (s *sentence) suspects(k int) bool {
	for i := k - 1; i >= max(k-2, 0); i-- {
		if accusing[s.stem(i)] || s.stem(i) == "suspect" {
			return true
		}
	}
	return false
}

// maxControl is how far before its "to" a verb of wishing may stand, in words:
// "urged the government to close".
const maxControl = 6

// realityBeforeTo tells how far a verb has come that "to" at word k joins to
// what stands before it.
func (s *sentence) realityBeforeTo(k int) reality {
	if s.formAt(k - 1).be {
		if dueVerbs[s.stem(k+1)] {
			return unsettled // "the weather is to blame"
		}
		return coming
	}
	if before := s.stem(k - 1); passiveBefore(s, k-1) && (s.fold(k+1) == "have" || accusing[before] || before == "say" || before == "know") {
		return claimed // "believed to have fled"
	}
	if s.fold(k+1) == "death" || s.fold(k-2) == "to" {
		return unsettled // "stabbed to death", "go to court to"
	}
	for i := k - 1; i >= 0 && k-i <= maxControl && s.gap(i+1) == " "; i-- {
		switch w := &s.words[i]; {
		case wishVerbs[w.form.stem]:
			return wished
		case i == k-1 && (plannedVerbs[w.form.stem] && w.form.fold != "sets" || s.isVerb(i) || s.saidOf(i)):
			return s.realityUnder(i)
		case s.isVerb(i), w.form.clause:
			return unsettled
		}
	}
	return unsettled
}

// dueVerbs tell behind "is to" what is so, not what is to come.
var dueVerbs = stemSet(`blame thank`)

// saidOf reports whether word i is an adjective that is said of somebody: "is
// ready to", "came close to".
func (s *sentence) saidOf(i int) bool {
	w, prev := &s.words[i], s.formAt(i-1)
	return w.class == plain && !w.form.joins && (prev.be || s.isVerb(i-1) && adjective(w.form.fold) || strings.HasSuffix(prev.fold, "ly") && s.formAt(i-2).be)
}

// governing prepositions join a verb in "ing" to the word before them.
var governing = wordSet(`of to about on at against`)

// realityUnder tells how far a verb has come that hangs on word i: what nothing
// says is done is wished at most.
func (s *sentence) realityUnder(i int) reality {
	switch w := s.formAt(i); {
	case plannedVerbs[w.stem]:
		return planned
	case convictions[w.stem] || admissions[w.stem]:
		return happened
	case done[w.stem]:
		return unsettled
	case wishVerbs[w.stem] || s.isVerb(i) || i >= 0 && s.saidOf(i):
		return wished
	}
	return unsettled
}

// done are the words under which a verb tells of what is done: "managed to
// close", "was forced to close".
var done = stemSet(`manage begin start continue go keep help come prove turn serve force oblige compel able unable get cause lead let proceed rush
	return remain use have succeed happen tend seem appear allow permit enable free find thank accuse charge need require die cease fail
	refuse decline reduce add consist open near send take bring move fly travel drive carry`)

// realities finds verbs that the one sentence tells as done and the other as
// planned, possible, wished or alleged.
func (x *clasher) realities() {
	for i := range x.s.words {
		term := x.s.words[i].term
		if !x.s.tells(i) || !has(x.t.terms, term) || !x.s.isDeed(i) || x.f.signs[term]*x.g.signs[term] < 0 {
			continue
		}
		against := -1
		for j := range x.t.words {
			if x.t.words[j].term != term || !x.t.tells(j) {
				continue
			}
			if against = j; !x.otherReality(i, j) {
				against = -1
				break
			}
		}
		for k := 0; against >= 0 && k < len(x.s.words); k++ {
			if x.s.words[k].term == term && x.s.tells(k) && !x.otherReality(k, against) {
				against = -1
			}
		}
		if against >= 0 {
			x.addAt(ClashNegation, max(x.s.clauseStart(i), i-2), i+1, max(x.t.clauseStart(against), against-2), against+1)
		}
	}
}

// otherReality reports whether the deeds that the words i and j tell have come
// differently far.
func (x *clasher) otherReality(i, j int) bool {
	if !x.s.isDeed(i) || !x.t.isDeed(j) || has(x.t.terms, x.s.decided(i)) || has(x.s.terms, x.t.decided(j)) {
		return false
	}
	p, q := x.s.realityOf(i), x.t.realityOf(j)
	return p.different(q) && !(p == claimed && x.t.accuses(x.s)) && !(q == claimed && x.s.accuses(x.t))
}

// decided returns the term of the word before word i by which somebody with the say
// decides what that tells: "voted to keep", "ordered the release"; -1 if none does.
func (s *sentence) decided(i int) int32 {
	for k := i - 1; k >= max(i-2, 0); k-- {
		if deciding[s.stem(k)] && (s.fold(k+1) == "to" || s.formAt(k+1).determiner) {
			return s.words[k].term
		}
	}
	return -1
}

var deciding = stemSet(`vote decide order rule resolve`)

// states finds what the one sentence tells as so and the other as what may be:
// "could be on the market", "is on the market".
func (x *clasher) states() {
	for i := range x.s.words {
		r, of := x.s.stateAt(i)
		if of < 0 {
			continue
		}
		for j := range x.t.words {
			if o, other := x.t.stateAt(j); other == of && r.different(o) {
				x.addAt(ClashNegation, i-1, i+1, j-1, j+1)
			}
		}
	}
}

// stateAt tells how far the state has come that a form of "to be" at word i
// gives something, and the term of that.
func (s *sentence) stateAt(i int) (r reality, of int32) {
	f := s.fold(i)
	if !s.words[i].form.be || s.words[i].tail || s.isPassiveHelper(i) {
		return unsettled, -1
	}
	switch {
	case f == "is" || f == "are":
		r = present
	case f == "was" || f == "were":
		r = happened
	case f == "be" && perhapsWords[s.fold(i-1)]:
		r = perhaps
	case f == "be" && comingWords[s.fold(i-1)]:
		r = coming
	case f == "be" && s.fold(i-1) == "to" && wishVerbs[s.stem(i-2)] && !s.isNoun(i-2):
		r = s.realityBeforeTo(i - 1)
	default:
		return unsettled, -1
	}
	for k := i + 1; k < len(s.words) && k <= i+4; k++ {
		switch w := &s.words[k]; {
		case strings.HasSuffix(w.form.fold, "ly"):
		case s.fold(k) == "to" || s.isVerb(k) || denialWords[s.fold(k)]:
			return unsettled, -1
		case w.class == plain:
			return r, w.term
		case w.class != function:
			return unsettled, -1
		}
	}
	return unsettled, -1
}

// isDeed reports whether word i is a verb, be it as in "considered lowering".
func (s *sentence) isDeed(i int) bool {
	return s.isVerb(i) || s.wishedThing(i) || i > 0 && gerund(s.fold(i)) && (wishVerbs[s.stem(i-1)] || admissions[s.stem(i-1)] || governing[s.fold(i-1)])
}

var accusing = stemSet(`accuse charge allegation claim believe think suspicion`)

// accuses reports whether somebody is named who says what s tells, whom t does
// not name, or it is told as an accusation.
func (s *sentence) accuses(t *sentence) bool {
	if s.spoken && !t.spoken {
		return true
	}
	for i := range s.words {
		if accusing[s.stem(i)] || s.fold(i) == "suspected" {
			return true
		}
	}
	return false
}

// chances are words of what may be.
var chances = stemSet(`may might could perhaps possible potential probably likely chance risk threat able can expect fear hope apparently`)

// unmaking words take back what they stand before.
var unmaking = stemSet(`former ex attempted failed aborted foiled thwarted fake mock nearly almost virtually`)

// changedHold compares a change that makes of what is so what may be, or
// almost, or once was; or takes that away.
func (x *clasher) changedHold(a, b [2]int) {
	for _, set := range []map[string]bool{chances, unmaking} {
		find := func(s *sentence, in [2]int) int {
			for i := in[0]; i < in[1]; i++ {
				if set[s.stem(i)] && !s.words[i].tail && !s.words[i].form.preposition && (perhapsWords[s.fold(i)] || unmaking[s.stem(i)]) && i+1 < len(s.words) && s.fold(i+1) != "to" && s.words[i+1].class != quantity && fractions[s.fold(i+1)] == 0 {
					return i
				}
			}
			return -1
		}
		none := func(s *sentence) bool {
			for i := range s.words {
				if set[s.stem(i)] {
					return false
				}
			}
			return true
		}
		if i := find(x.s, a); i >= 0 && none(x.t) {
			x.add(ClashNegation, x.s.phrase(i, min(i+2, len(x.s.words))), x.t.phraseOr(b))
		} else if j := find(x.t, b); j >= 0 && none(x.s) {
			x.add(ClashNegation, x.s.phraseOr(a), x.t.phrase(j, min(j+2, len(x.t.words))))
		}
	}
}

// phraseOr returns the words in, or the one after them if there is none.
func (s *sentence) phraseOr(in [2]int) string {
	from, to := in[0], min(max(in[1], in[0]+1), len(s.words))
	if from >= to {
		return ""
	}
	return s.phrase(from, to)
}

// changedWish compares a change that makes of a deed the wish for it, or the
// talk of it: "discussed firing", "fired".
func (x *clasher) changedWish(a, b [2]int) {
	find := func(s, t *sentence, in, there [2]int) (i, j int) {
		for i := in[0]; i < in[1]; i++ {
			deed := i + 1
			if s.fold(deed) == "to" {
				deed++
			} else if !gerund(s.fold(deed)) {
				continue
			}
			for j := there[0]; wishVerbs[s.stem(i)] && j < there[1]; j++ {
				if w := t.formAt(j); w.stem == s.stem(deed) && (w.past || strings.HasSuffix(w.fold, "ed")) {
					return i, j
				}
			}
		}
		return -1, -1
	}
	if i, j := find(x.s, x.t, a, b); i >= 0 {
		x.addAt(ClashNegation, i, i+2, j, j+1)
	} else if j, i := find(x.t, x.s, b, a); j >= 0 {
		x.addAt(ClashNegation, i, i+1, j, j+2)
	}
}
