package compare

import "strings"

// Arguments. Nouns that both sentences have may have changed places ("from the
// lake into the reservoir"), and a noun that only one has may stand where the
// other has another ("theft of paintings", "theft of jewellery"). Both are told
// by what a noun is to its verb: who does it, to whom it is done, or the
// preposition that joins it. A passive verb has these exchanged, so that "X hit
// Y" and "Y was hit by X" agree.

// role is what a noun is to the verb or noun it hangs on.
type role = int

const (
	noRole role = iota
	doer
	sufferer
	predicate // "X was named captain": what somebody or something is or becomes
	ownerOf   // "the museum's director": of museum, and in "director of the museum"
	place     // in, at, on, near
	source    // from, out of
	goal      // to, into, towards
	beneath
	above
	before
	behind
	against
	because
	despite
	with
	between
	about
	purpose // for
	afterwards
	earlier
	among
	without
	outside
)

// argumentRoles are by preposition, in the order of the roles. "By", "of" and
// "for" are read apart.
var argumentRoles = numbered(`- - - - in|at|on|near|inside|within|off|during|around|across from to|into|onto|towards|toward
	under|beneath|below over|above - behind against amid|through despite with between about for after|following before among without outside`)

// compoundRoles are by the word before "of" or "to".
var compoundRoles = numbered(`- - - - - out - - - front|ahead - - because|due|owing|thanks spite - - - favour|favor wake eve - instead`)

// centres are words for a part of a place or thing: "in the centre of", "into the
// back of".
var centres = wordSet(`centre center middle heart back rear side front`)

// argument is a group of words that names one thing.
type argument struct {
	from, at int // its words [from, at], at being the head
	term     int32
	role     role
	verb     int // the word that it hangs on, a verb or, with ownerOf, a noun; -1 if none
}

// maxArguments bounds the arguments that are read of one sentence.
const maxArguments = 40

// readArguments returns the arguments of s, by position.
func readArguments(s *sentence) []argument {
	var out []argument
	for i := 0; i < len(s.words) && len(out) < maxArguments; {
		if !s.inGroup(i) {
			i++
			continue
		}
		a := argument{from: i, at: i, verb: -1}
		for a.at+1 < len(s.words) && s.inGroup(a.at+1) && joinsGroup(s.gap(a.at+1)) && !s.possessiveAt(a.at) && !(timeNouns[s.stem(a.at)] && s.properAt(a.at+1)) {
			a.at++
		}
		i = a.at + 1
		for a.at > a.from && adjectives[s.fold(a.at)] {
			a.at-- // "from the rubble alive"
		}
		a.term = s.words[a.at].term
		out = append(out, a)
	}
	for k := range out {
		s.place(out, k)
	}
	for _, a := range out {
		// "ordered the writer to pay"
		if a.role == sufferer && s.fold(a.at+1) == "to" && objectControl[s.stem(a.verb)] && s.isVerb(a.at+2) {
			a.role, a.verb = doer, a.at+2
			out = append(out, a)
		}
		if v := s.relativeVerb(a.at + 1); v >= 0 && a.role != doer && s.properAt(a.at) {
			a.role, a.verb = doer, v
			if passiveBefore(s, v) {
				a.role = sufferer
			}
			out = append(out, a)
		}
	}
	return out
}

// relativeVerb returns the verb of the clause that "who" or "which" at word i begins,
// -1 if none does.
func (s *sentence) relativeVerb(i int) int {
	if f := s.fold(i); f != "who" && f != "which" {
		return -1
	}
	for k := i + 1; k < len(s.words) && k < i+5 && s.gap(k) == " "; k++ {
		if s.isVerb(k) {
			return k
		}
	}
	return -1
}

func joinsGroup(gap string) bool { return gap == " " || gap == "-" }

// inGroup reports whether word i may belong to a name of a thing.
func (s *sentence) inGroup(i int) bool {
	w := &s.words[i]
	switch w.class {
	case name, country:
		return true
	case saying:
		return s.formAt(i - 1).determiner // "the state"
	case plain, light:
	default:
		return false
	}
	if pointing[s.fold(i-1)] && timeNouns[w.form.stem] || pointing[w.form.fold] && timeNouns[s.stem(i+1)] {
		return false // "the bank last week"
	}
	if f := w.form.fold; adverbs[f] || particles[f] && !s.formAt(i-1).determiner || compoundRoles[f] != noRole || f == "worth" || strings.HasSuffix(f, "ly") && !nounsInLy[f] {
		return false
	}
	if gerund(w.form.fold) && (s.fold(i-1) == "of" || s.fold(i-1) == "for") && (i+1 == len(s.words) || s.gap(i+1) != " " || s.words[i+1].class == function && !s.words[i+1].form.determiner) {
		return true // "guilty of smuggling"
	}
	return !s.isVerb(i) && argumentRoles[w.form.fold] == noRole && !s.participle(i)
}

// participle reports whether the word in "ing" at i tells what the thing before
// it does: "a lorry carrying chickens", ", closing both lanes".
func (s *sentence) participle(i int) bool {
	if i == 0 || i+1 >= len(s.words) || !gerund(s.fold(i)) || len(s.fold(i)) < 6 || s.gap(i+1) != " " {
		return false
	}
	next := &s.words[i+1]
	if strings.Contains(s.gap(i), ",") {
		return true
	}
	return s.gap(i) == " " && s.words[i-1].class == plain && (next.form.determiner || next.form.preposition && plural(s.fold(i-1)) || next.class == quantity || next.class == plain && adjectives[next.form.fold])
}

// possessiveAt reports whether word i is written with a possessive ending.
func (s *sentence) possessiveAt(i int) bool {
	w := &s.words[i]
	written := s.text[w.at.Start-s.at.Start : w.at.End-s.at.Start]
	return withoutPossessive(written) != written || strings.HasPrefix(s.gap(i+1), "'") || strings.HasPrefix(s.gap(i+1), "’")
}

// place finds the role of argument k: by what it owns, by the word that leads to
// it, or by the verb after it.
func (s *sentence) place(all []argument, k int) {
	a := &all[k]
	if s.possessiveAt(a.at) && k+1 < len(all) && all[k+1].from <= a.at+2 {
		a.role, a.verb = ownerOf, all[k+1].at
		return
	}
	if lead := s.leadTo(a); lead >= 0 && (s.placeByPreposition(all, k, lead) || s.placeByVerbBefore(a, lead)) {
		return
	}
	s.placeByVerbAfter(a)
}

// leadTo returns the word before a and what determines it, -1 if there is none or
// a mark stands between.
func (s *sentence) leadTo(a *argument) int {
	i := a.from - 1
	for i >= 0 && strings.TrimLeft(s.gap(i+1), "'’") == " " && (s.skipsBefore(i) || s.fold(i) == "of" && i > 0 && (s.words[i-1].class == quantity || quantifiers[s.fold(i-1)] > 0)) {
		i--
	}
	if i >= 0 && strings.ContainsAny(s.gap(i+1), ",;:()\"“”–—") {
		return -1
	}
	for i > 0 && s.words[i].class == plain && s.words[i].term == s.words[i-1].term && s.gap(i) == " " {
		i-- // "took over the smaller firm"
	}
	return i
}

// placeByPreposition places argument k if the word i that leads to it is a
// preposition or an "and". It reports whether it is, even if no role follows.
func (s *sentence) placeByPreposition(all []argument, k, i int) bool {
	a, f, prev := &all[k], s.fold(i), s.fold(i-1)
	var neighbour *argument // the one that ends before the preposition
	if k > 0 && all[k-1].at == i-1 {
		neighbour = &all[k-1]
	}
	switch r := argumentRoles[f]; {
	case (f == "of" || f == "to") && compoundRoles[prev] != noRole:
		a.role, a.verb = compoundRoles[prev], s.verbBefore(i)
	case f == "of" && neighbour != nil && centres[prev]:
		a.role, a.verb = neighbour.role, neighbour.verb
	case f == "of" && neighbour != nil:
		a.role, a.verb = ownerOf, i-1
	case f == "of":
	case f == "by" && neighbour != nil && s.words[i-1].form.sided:
		a.role, a.verb = ownerOf, i-1 // "a strike by pilots"
	case f == "by":
		if v := s.verbBefore(i); v >= 0 {
			a.role, a.verb = doer, v
		}
	case r != noRole:
		a.role, a.verb = r, s.verbBefore(i)
	case (f == "and" || f == "or") && neighbour != nil:
		if neighbour.role != ownerOf || !s.possessiveAt(neighbour.at) {
			a.role, a.verb = neighbour.role, neighbour.verb
		}
	default:
		return false
	}
	return true
}

// placeByVerbBefore places an argument if the word i that leads to it is a verb.
func (s *sentence) placeByVerbBefore(a *argument, i int) bool {
	if s.words[i].form.be {
		a.role, a.verb = predicate, i
		if next := s.fold(a.at + 1); s.fold(i-1) == "it" && (next == "that" || next == "who") && s.isVerb(a.at+2) {
			a.role, a.verb = doer, a.at+2 // "it is the beetles that shield the fungus"
		}
		return true
	}
	if particles[s.fold(i)] && i > 0 && s.isVerb(i-1) {
		i--
	}
	if (!s.isVerb(i) || s.words[i].class == saying) && !s.participle(i) {
		return false
	}
	a.role, a.verb = sufferer, i
	switch v := s.stem(i); {
	case passiveBefore(s, i) || linking[v]:
		a.role = predicate
	case leaving[v] && s.properAt(a.at):
		a.role = source
	case entering[v] && s.properAt(a.at):
		a.role = goal
	}
	return true
}

// placeByVerbAfter places an argument if the clause goes on with its verb.
func (s *sentence) placeByVerbAfter(a *argument) {
	for j := a.at + 1; j < len(s.words); j++ {
		if s.words[j].form.be && !s.isPassiveHelper(j) && s.fold(j+1) != "to" {
			a.role, a.verb = doer, j
			return
		}
		if s.isVerb(j) && !s.reduced(j) {
			a.role, a.verb = doer, j
			if passiveBefore(s, j) {
				a.role = sufferer
			}
			return
		}
		if endsClause(s, j) && s.fold(j) != "who" && s.fold(j) != "which" && s.fold(j) != "that" {
			return
		}
	}
}

// Verbs of which the object is where somebody comes from, or goes to.
var (
	leaving  = stemSet(`leave quit flee exit vacate`)
	entering = stemSet(`enter reach`)
)

// linking verbs say what something is, as "is" does.
var linking = stemSet(`become remain stay seem appear`)

// reduced reports whether the participle at word i only says which thing: "bags
// valued at 10 euros were seized".
func (s *sentence) reduced(i int) bool {
	if !s.formAt(i+1).preposition || strings.HasSuffix(s.fold(i), "ing") || passiveBefore(s, i) || s.formAt(i-1).fold == "had" || s.formAt(i-1).fold == "has" || s.formAt(i-1).fold == "have" {
		return false
	}
	for k := i + 1; k < len(s.words) && !endsClause(s, k); k++ {
		if f := s.formAt(k); s.words[k].class != calendar && (f.be || f.helper && f.fold != "to") || f.fold == "had" || f.fold == "has" || f.fold == "have" {
			return true
		}
	}
	return false
}

// isPassiveHelper reports whether the form of "to be" at word i only helps a
// verb after it.
func (s *sentence) isPassiveHelper(i int) bool {
	for k := i + 1; k < len(s.words) && k <= i+3; k++ {
		if s.isVerb(k) {
			return true
		}
		if f := s.fold(k); f != "not" && !bePassive[f] && !strings.HasSuffix(f, "ly") {
			return false
		}
	}
	return false
}

// skipsBefore reports whether word i may stand between a preposition or a verb
// and the name of a thing.
func (s *sentence) skipsBefore(i int) bool {
	w := &s.words[i]
	switch f := w.form.fold; {
	case f == "that" && s.formAt(i+1).determiner:
		return false // "found that the fungus protects the beetles"
	case w.class == quantity, w.form.determiner, w.class == function && (articles[f] || quantifiers[f] > 0 || softDeterminers[f]):
		return true
	case f == "than", f == "least", f == "up":
		return false
	}
	return s.possessiveAt(i)
}

var softDeterminers = wordSet(`the a an this that these those same such other another our your my own first last next more most many much only about some any`)

// verbBefore returns the verb that a preposition at word i hangs on, or -1.
func (s *sentence) verbBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		if s.isVerb(k) && s.words[k].class != saying || s.words[k].form.be && !s.isPassiveHelper(k) {
			return k
		}
	}
	return -1
}

// sameThing reports whether the arguments q of s and v of t name one thing, if
// by other words.
func (x *clasher) sameThing(q, v *argument) bool {
	return v.term == q.term || !has(x.t.terms, q.term) && !has(x.s.terms, v.term) && x.c.synonymous(x.s, q.at, x.t, v.at)
}

// alsoThere reports whether t has the argument p of s in the role it has in s.
func (x *clasher) alsoThere(p *argument) bool { return x.thereAs(p) != nil }

// thereAs returns the argument of t that is what p is in s, in the same role, nil
// if there is none.
func (x *clasher) thereAs(p *argument) *argument {
	for i := range x.g.arguments {
		if q := &x.g.arguments[i]; q.term == p.term && x.s.stem(p.at) == x.t.stem(q.at) && x.sameVerb(p, q) {
			return q
		}
	}
	return nil
}

// sameVerb reports whether an argument of s and one of t hang on the same verb
// or noun, or on such as say the same; a preposition may hang on anything.
func (x *clasher) sameVerb(p, q *argument) bool {
	if p.role != q.role {
		return false
	}
	if p.role > ownerOf {
		return true
	}
	if p.verb < 0 || q.verb < 0 {
		return false
	}
	v, w := &x.s.words[p.verb], &x.t.words[q.verb]
	if v.term == w.term {
		return v.sign*w.sign >= 0 && !mutual[v.form.stem]
	}
	if x.t.findsSo(q.verb, v) || x.s.findsSo(p.verb, w) {
		return true
	}
	return !mutual[v.form.stem] && !mutual[w.form.stem] && x.c.synonymous(x.s, p.verb, x.t, q.verb)
}

// findsSo reports whether an adjective after the verb at word i says what v does:
// "found the surgeon guilty", "convicted".
func (s *sentence) findsSo(i int, v *word) bool {
	for k := i + 1; k < len(s.words) && k <= i+maxActWords && !endsClause(s, k); k++ {
		if w := &s.words[k]; w.class == plain && w.term == v.term && w.sign == v.sign && !s.isVerb(k) && !s.isNoun(k) {
			return true
		}
	}
	return false
}
