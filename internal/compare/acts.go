package compare

import (
	"slices"
	"strings"
)

// act is a verb of a sentence with those who do it and those it is done to.
type act struct {
	at       int
	term     int32
	sign     int8
	agents   []int32 // terms, increasing
	patients []int32
	passive  bool
	sided    bool // a verb that one does to another, so that it matters who
	mutual   bool // a verb that both do
	accused  bool // the agents are said to have done it: "accused two students of having stolen"

	// Of an active verb, the nouns right before and right after it; -1 if a
	// preposition or nothing stands there.
	subject, object int32
}

// sidedVerbs are what one party does to another.
var sidedVerbs = stemSet(`accuse blame attack strike shell bomb invade kill murder shoot stab knife injure wound hurt rob kidnap rescue save arrest detain charge sue
beat defeat thrash trounce edge overcome outplay eliminate knock win lose conquer
victory triumph buy sell acquire purchase takeover acquisition pay owe lend borrow give offer send deliver supply fund finance sponsor lease hire fire sack dismiss appoint name nominate elect replace succeed
criticise criticize condemn denounce praise thank congratulate apologise mock insult threaten warn urge ask order instruct advise persuade convince
support back endorse oppose reject defend protect help assist train arm
visit invite host welcome greet expel deport extradite ban suspend fine sanction punish
overtake surpass outsell follow lead chase catch hit ram
call phone tell inform notify report betray deceive cheat trust love marry divorce adopt teach
acquit convict sentence jail free release overthrow depose oust question interview investigate search raid storm seize capture occupy annex besiege evict
destroy sink down ambush provoke challenge copy imitate represent employ own control`)

// mutual verbs are the same from both sides.
var mutual = stemSet(`meet talk agree marry divorce discuss face play draw clash fight merge sign negotiate border cooperate trade confer join exchange swap tie argue quarrel debate speak`)

// converse concepts exchange who and whom when they are turned round: what one
// buys the other sells.
var converse = stemSet(`buy sell purchase acquire win lose beat defeat lend borrow give receive`)

// properAt reports whether word i is a name.
func (s *sentence) properAt(i int) bool {
	return i >= 0 && i < len(s.words) && (s.words[i].class == name || s.words[i].class == country)
}

// noForm is that of the words beyond the ends of a sentence.
var noForm form

func (s *sentence) formAt(i int) *form {
	if i < 0 || i >= len(s.words) {
		return &noForm
	}
	return s.words[i].form
}

func (s *sentence) stem(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].form.stem
}

// readActs returns the verbs of s with who and whom.
func readActs(s *sentence) []act {
	var out []act
	for i := range s.words {
		if len(out) == maxFacts {
			break
		}
		w := &s.words[i]
		if w.class == saying && w.tail || i > 0 && s.words[i-1].term == w.term && w.term >= 0 && w.sign == 0 && w.class == plain {
			continue
		}
		sided := w.form.sided
		switch {
		case s.isVerb(i):
			a := act{at: i, term: w.term, sign: w.sign, sided: sided, mutual: mutual[w.form.stem], subject: -1, object: -1}
			if a.sign == 0 {
				a.sign = 1
			}
			left, right, by := s.around(i)
			if subject, known := s.otherSubject(i); known {
				left = subject
			}
			if subject := s.accused(i); subject != nil {
				left, a.accused = subject, true
			}
			switch {
			case passiveBefore(s, i) || len(by) > 0 && len(right) == 0 && !gerund(w.form.fold):
				a.passive = true
				a.patients = left
				a.agents = by
				if sided && converse[w.form.stem] && w.sign < 0 {
					// "sold to": the buyer stands on the right.
					a.patients = sortedSet(append(a.patients, right...))
				}
			case len(right) == 0 && sided:
				// "Three arrested in Rome": nothing tells who.
				continue
			default:
				a.agents, a.patients = left, right
				a.subject, a.object = s.headBefore(i), s.headAfter(i)
			}
			out = append(out, a)
		case sided && w.class == plain:
			if a, ok := s.nominal(i); ok {
				out = append(out, a)
			}
		}
	}
	return out
}

// objectControl are the verbs whose object does what follows with "to".
var objectControl = stemSet(`ask tell order urge want allow permit force help persuade convince invite instruct advise expect require enable encourage command authorise authorize call cause lead`)

// otherSubject returns who does the verb at word i where he does not stand
// before it: "beat X to win", "won by beating"; after "for" nothing tells.
func (s *sentence) otherSubject(i int) (subject []int32, known bool) {
	ing := strings.HasSuffix(s.fold(i), "ing")
	switch prev := s.fold(i - 1); {
	case ing && (prev == "for" || prev == "of" || prev == "from"):
		return nil, true
	case ing && (prev == "by" || prev == "after" || prev == "before" || prev == "without"):
	case !ing && (prev == "to" || prev == "and"):
	default:
		return nil, false
	}
	for k := i - 2; k > 0 && i-k <= maxSide; k-- {
		if !s.isVerb(k) || s.words[k].form.be {
			if endsClause(s, k) && !ing {
				return nil, false
			}
			continue
		}
		if objectControl[s.stem(k)] && !ing && !passiveBefore(s, k) {
			return nil, false
		}
		if ing && passiveBefore(s, k) {
			return nil, true
		}
		left, _, _ := s.around(k)
		return left, len(left) > 0
	}
	return nil, false
}

// accused returns who is said to have done the verb at word i, nil if it does not
// hang on such a word: "accused two students of having stolen".
func (s *sentence) accused(i int) []int32 {
	k := i - 1
	if s.fold(k) == "having" {
		k--
	} else if !gerund(s.fold(i)) {
		return nil
	}
	if s.fold(k) != "of" {
		return nil
	}
	for v := k - 1; v >= 0 && k-v <= maxControl; v-- {
		if accusing[s.stem(v)] && s.isVerb(v) {
			left, right, _ := s.around(v)
			if passiveBefore(s, v) {
				return left
			}
			return right
		}
		if endsClause(s, v) {
			break
		}
	}
	return nil
}

// subjectOf returns the head of what does what the verb at word i tells, be it
// that of the verb before; -1 if there is none.
func (s *sentence) subjectOf(f *facts, i int) int {
	subject := -1
	for k := range f.arguments {
		if a := &f.arguments[k]; a.role == doer && a.at < i {
			subject = a.at
			if a.verb == i {
				return subject
			}
		}
	}
	return subject
}

// nominal reads an act that is a noun: "the attack by X on Y", "X's attack on
// Y", "Y's defeat by X", "Y came under attack from X", "a victory over Y".
func (s *sentence) nominal(i int) (act, bool) {
	w := &s.words[i]
	a := act{at: i, term: w.term, sign: w.sign, sided: true, mutual: mutual[w.form.stem], subject: -1, object: -1}
	if a.sign == 0 || w.form.asNoun.key != "" {
		a.sign = 1
	}
	var owner []int32
	if i > 0 {
		k := i - 1
		written := s.text[s.words[k].at.Start-s.at.Start : s.words[k].at.End-s.at.Start]
		if strings.HasSuffix(written, "s") && strings.ContainsAny(written, "'’") || s.words[k].class == country {
			owner = s.party(k)
			if k > 0 && s.words[k].class == name && s.words[k-1].class == name {
				owner = append(owner, s.party(k-1)...)
			}
		}
	}
	under := s.fold(i-1) == "under"
	if under && i > 1 {
		a.patients, _, _ = s.around(i - 2)
	}
	side := ""
	for k := i + 1; k < len(s.words) && k-i <= maxSide && !endsClause(s, k) && !s.isVerb(k); k++ {
		switch f := s.fold(k); f {
		case "by", "on", "of", "against", "over":
			side = f
			continue
		case "from":
			side = ""
			if under {
				side = "by"
			}
			continue
		case "in", "at", "near", "after", "before", "during", "for", "to", "with", "and":
			side = ""
			continue
		}
		t := &s.words[k]
		if t.class != plain && t.class != name && t.class != country && t.class != light {
			continue
		}
		switch side {
		case "by":
			a.agents = append(a.agents, t.term)
		case "on", "of", "against", "over":
			a.patients = append(a.patients, t.term)
		}
	}
	switch {
	case len(a.agents) > 0 && len(a.patients) == 0:
		if a.patients = owner; len(owner) == 0 {
			a.patients = s.bears(i)
		}
	case len(a.agents) == 0:
		a.agents = owner
	}
	a.agents, a.patients = sortedSet(a.agents), sortedSet(a.patients)
	return a, len(a.patients) > 0 && (len(a.agents) > 0 || s.fold(i+1) == "over")
}

// bears returns who bears what the noun at word i tells: "Oman suffered a defeat".
func (s *sentence) bears(i int) []int32 {
	for k := i - 1; k >= 0 && !endsClause(s, k+1); k-- {
		if s.isVerb(k) {
			if bearing[s.stem(k)] {
				left, _, _ := s.around(k)
				return left
			}
			break
		}
	}
	return nil
}

var bearing = stemSet(`suffer receive undergo face take sustain endure`)

// turned returns a as its converse: what one sold the other bought.
func (a act) turned() act {
	a.agents, a.patients = a.patients, a.agents
	a.subject, a.object = -1, -1
	a.sign = -a.sign
	return a
}

// verbOf returns the term of the verb that the words [from, to) hang on: the
// nearest before them in their clause, else after; -1 if there is none.
func (s *sentence) verbOf(from, to int) int32 {
	for i := from - 1; i >= 0; i-- {
		if s.isVerb(i) && s.words[i].class != saying {
			return s.words[i].term
		}
		if endsClause(s, i) {
			break
		}
	}
	for i := to; i < len(s.words); i++ {
		if s.isVerb(i) && s.words[i].class != saying {
			return s.words[i].term
		}
	}
	return -1
}

// verbOfNumber returns the term of the verb that a number at the words
// [from, to) hangs on: the one before it, if no "and" parts them, else the one
// after it; -1 if there is none.
func (s *sentence) verbOfNumber(from, to int) int32 {
	before := int32(-1)
	for i := from - 1; i >= 0 && !endsClause(s, i+1) && s.fold(i) != "and"; i-- {
		if s.isVerb(i) && s.words[i].class != saying {
			before = s.words[i].term
			break
		}
	}
	if before >= 0 {
		return before
	}
	for i := to; i < len(s.words) && !endsClause(s, i) && s.fold(i) != "and"; i++ {
		if s.isVerb(i) && s.words[i].class != saying && !bePassive[s.fold(i)] {
			return s.words[i].term
		}
	}
	return s.verbOf(from, to)
}

func has(set []int32, t int32) bool {
	_, ok := slices.BinarySearch(set, t)
	return ok
}

// only returns the terms of x that are not in y.
func only(x, y []int32) []int32 {
	var out []int32
	for _, t := range x {
		if !has(y, t) {
			out = append(out, t)
		}
	}
	return out
}

// common returns the terms that x and y share.
func common(x, y []int32) []int32 {
	var out []int32
	for _, t := range x {
		if has(y, t) {
			out = append(out, t)
		}
	}
	return out
}

// meet reports whether x and y share a term.
func meet(x, y []int32) bool { return len(common(x, y)) > 0 }
