package compare

import (
	"strings"

	"parallax/internal/text"
)

// denial is a word that turns a statement round: "not", "failed to".
type denial struct {
	at    int   // its word
	to    int   // the first word after it: "failed to" is two
	about []int // the words it turns round
}

// denialWords turn round what follows.
var denialWords = wordSet(text.Negations + " without cannot hardly barely scarcely rarely seldom")

// nobodyWords behind a verb turn it round.
var nobodyWords = wordSet(`nobody nothing none neither`)

// denialVerbs turn round the verb that "to" or "from" joins to them.
var denialVerbs = stemSet(`fail failure refuse decline unable unwilling prevent stop bar ban prohibit forbid neglect cease omit forget reluctant disqualify exclude deter dissuade hinder`)

// revoking verbs turn round what bans say.
var (
	revoking = stemSet(`lift scrap repeal abolish end remove cancel drop revoke overturn rescind quash reverse annul suspend ease ditch relax`)
	bans     = stemSet(`ban prohibition`)
)

// denyStems turn round whatever they say.
var denyStems = stemSet(`deny denial refute disprove disavow`)

// OneDenies reports whether one side of a clash has a word of denial and the other
// has none: "expect", "not expect".
func (c Clash) OneDenies() bool { return c.Kind == ClashNegation && denies(c.A) != denies(c.B) }

func denies(words string) bool {
	for _, w := range text.Words(words) {
		if word := strings.ToLower(w.Of(words)); denialWords[word] || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t") {
			return true
		}
	}
	return false
}

// endings are verbs that end what a verb in "ing" after them says.
var endings = stemSet(`stop cease quit avoid end`)

// dismissals of a claim deny what was claimed.
var dismissals = stemSet(`reject dismiss dispute contest rebut`)

var claimNouns = stemSet(`claim allegation accusation charge report rumour rumor suggestion assertion speculation`)

// claimAfter returns the word after the claim that the verb at word i is about,
// or 0.
func (s *sentence) claimAfter(i int) int {
	for k := i + 1; k < len(s.words) && k <= i+3; k++ {
		if claimNouns[s.stem(k)] && (s.fold(k+1) == "that" || s.fold(k+1) == "of") {
			return k + 2
		}
	}
	return 0
}

// negative words explain a denial in the other sentence: "the talks
// collapsed", "no agreement was reached".
var negative = stemSet(`fail failure collapse lack miss block abandon avoid reject stop halt scrap empty dismiss break stall decline refuse deny absent absence
	unable unwilling short end lose last alone only bar ban unanswered silent fruitless deadlock impasse intact survive escape prevent rule remain keep still ignore neglect suspend disallow boycott`)

// lasting words are negative only beside a denial of what changed: "remained
// shut", "did not open".
var lasting = stemSet(`remain keep still end short last only alone`)

// readDenials returns the denials of s outside its attribution.
func readDenials(s *sentence, arguments []argument) []denial {
	var out []denial
	for k := range arguments {
		// "lifted its ban", "the ban was lifted"
		if a := &arguments[k]; a.role == sufferer && revoking[s.stem(a.verb)] && bans[s.stem(a.at)] {
			out = append(out, denial{a.verb, a.verb + 1, []int{a.at}})
		}
	}
	for i := range s.words {
		if w := &s.words[i]; w.tail && !w.form.denying {
			continue
		}
		if about, ok := s.deniedBy(i); ok {
			out = append(out, denial{i, i + 1, about})
		} else if to := s.denialTo(i); to > 0 {
			fold := s.fold(i)
			d := denial{at: i, to: to}
			if i > 0 && nobodyWords[fold] && s.gap(i) == " " && s.words[i-1].class != function && s.isVerb(i-1) {
				d.about = []int{i - 1} // "congratulated nobody"
			} else {
				d.about = s.denied(to, fold == "no" && to == i+1 || fold == "neither" || fold == "nobody" || fold == "none" || fold == "nothing")
			}
			out = append(out, d)
		}
	}
	return out
}

// deniedBy returns the words that word i turns round, if it is a denial whose reach
// is not simply what follows.
func (s *sentence) deniedBy(i int) (about []int, ok bool) {
	w := &s.words[i]
	fold := w.form.fold
	switch {
	case fold == "unless":
		return s.verbAfter(i), true
	case denialWords[fold] || strings.HasSuffix(fold, "n't"):
		return nil, false
	case w.form.denying && passiveBefore(s, i):
		return s.plainBetween(s.clauseStart(i), i), true
	case w.form.denying:
		return s.complement(i + 1), true
	case dismissals[w.form.stem] && !passiveBefore(s, i) && s.claimAfter(i) > 0:
		return s.complement(s.claimAfter(i)), true
	case fold == "free" && i > 0 && s.gap(i) == "-":
		return []int{i - 1}, true // "debt-free"
	case w.form.stem == "lack" && (s.isVerb(i) || strings.HasSuffix(fold, "s")):
		return s.denied(i+1, true), true
	}
	return nil, false
}

// denialTo returns the first word after the denial that begins at word i and turns
// round what follows it, 0 if none begins there.
func (s *sentence) denialTo(i int) int {
	w, next := &s.words[i], s.fold(i+1)
	switch fold := w.form.fold; {
	case fold == "no" && s.fold(i-1) == "at" && pointsInTime[s.stem(i+1)]:
		return i + 2 // "at no point did he"
	case denialWords[fold] || strings.HasSuffix(fold, "n't"):
		if s.denies(i) {
			return i + 1
		}
	case endings[w.form.stem] && s.isVerb(i) && len(next) > 5 && strings.HasSuffix(next, "ing"):
		return i + 1
	case denialVerbs[w.form.stem] && (fold != "ban" || s.isVerb(i)):
		return s.joinsVerb(i)
	case fold == "yet" && next == "to":
		return i + 2
	case fold == "against" && s.advises(i):
		return i + 1
	case w.form.stem == "give" && next == "up" && (s.stem(i+2) == "hope" || gerund(s.fold(i+2))):
		return i + 2
	case w.form.stem == "rule" && next == "out":
		return i + 2
	}
	return 0
}

// advises reports whether somebody advises or decides against what follows word i:
// "advised against travel", "voted against stripping him of it".
func (s *sentence) advises(i int) bool {
	for k := i - 1; k >= 0 && !endsClause(s, k+1); k-- {
		if s.isVerb(k) {
			return advising[s.stem(k)] || gerund(s.fold(i+1)) && (plannedVerbs[s.stem(k)] || wishVerbs[s.stem(k)])
		}
	}
	return false
}

var advising = stemSet(`advise warn caution counsel`)

// pointsInTime make of "at no" a never.
var pointsInTime = stemSet(`point time stage moment`)

// verbAfter returns the first verb after word i in its clause, or else the last
// word that may be one: "unless the president vetoes it".
func (s *sentence) verbAfter(i int) []int {
	var last []int
	for k := i + 1; k < len(s.words) && !endsClause(s, k); k++ {
		if s.isVerb(k) && !s.words[k].form.be {
			return []int{k}
		}
		if s.words[k].class == plain {
			last = []int{k}
		}
	}
	return last
}

// joinsVerb returns the word after the "to" or "from" that joins a verb to
// the one at i, over a time at most, or 0.
func (s *sentence) joinsVerb(i int) int {
	for k := i + 1; k < len(s.words) && k <= i+5; k++ {
		switch f := s.fold(k); {
		case f == "to" && compoundRoles[s.fold(k-1)] != noRole:
			return 0 // "stopped owing to"
		case f == "from" && !gerund(s.fold(k+1)):
			return 0 // "banned from politics"
		case f == "to" && k+1 < len(s.words) && (s.words[k+1].class == quantity || s.formAt(k+1).determiner):
			return 0 // "declined to 9 billion"
		case f == "to" || f == "from":
			return k + 1
		case s.words[k].class == plain && k > i+1 || s.words[k].class == light:
			return 0
		}
	}
	return 0
}

// denies reports whether the word of denial at i is one: not "no more than",
// "not only", "No. 1".
func (s *sentence) denies(i int) bool {
	next, after := s.fold(i+1), s.fold(i+2)
	switch s.fold(i) {
	case "no":
		return !(after == "than" || i+1 < len(s.words) && s.words[i+1].class == quantity && next != "one" || next == "doubt" || next == "matter")
	case "not":
		return !(next == "only" || next == "just" || next == "until" || next == "least" || s.fold(i-1) == "or")
	case "nor":
		// "neither … nor": one denial.
		for k := max(i-8, 0); k < i; k++ {
			if s.fold(k) == "neither" {
				return false
			}
		}
	case "nothing":
		return next != "but"
	case "without":
		return !withoutSaying[next]
	}
	return true
}

// withoutSaying are words that make with "without" an adverb that denies nothing.
var withoutSaying = wordSet(`doubt fail question`)

// maxDenied is how far a denial reaches, in words.
const maxDenied = 8

// denied returns the words that a denial before word i turns round: the first
// verb after it, with its object if the verb says little ("reach agreement"),
// and after "no" what stands between.
func (s *sentence) denied(i int, noun bool) []int {
	var out []int
	for k := i; k < len(s.words) && k < i+maxDenied && (k == i || !endsClause(s, k)); k++ {
		w := &s.words[k]
		switch w.class {
		case plain, saying:
			out = append(out, k)
			if (!noun || s.isVerb(k)) && s.fold(k+1) == "to" && k+2 < len(s.words) && s.words[k+2].class != function {
				// "did not agree to withdraw"
				return append(out, k+2)
			}
			if noun && s.isVerb(k) && len(out) > 1 {
				return out[len(out)-1:] // "no trains run": it is not the trains that are denied
			}
			if !noun || s.isVerb(k) {
				return out
			}
		case light:
			out = append(out, k)
		case function:
			if noun && len(out) > 0 && w.form.preposition {
				return out
			}
			if !noun && len(out) > 0 && w.form.fold != "a" && w.form.fold != "an" && w.form.fold != "the" && w.form.fold != "to" && w.form.fold != "any" {
				return out
			}
		}
	}
	return out
}

// complement returns the words that a verb of denying before word i is about.
func (s *sentence) complement(i int) []int {
	var nouns []int
	for k := i; k < len(s.words) && k < i+2*maxDenied; k++ {
		if s.isVerb(k) && s.words[k].class != light {
			return append(nouns, k)
		}
		if s.words[k].class == plain && len(nouns) < 2 {
			nouns = append(nouns, k)
		}
		if strings.ContainsAny(s.gap(k+1), ";:") {
			break
		}
	}
	return nouns
}

func (s *sentence) plainBetween(i, j int) []int {
	var out []int
	for k := i; k < j; k++ {
		if s.words[k].class == plain {
			out = append(out, k)
		}
	}
	return out
}

// readSigns tells of each plain term whether s states or denies it: 1, -1, or 0
// if it does both or the term stands further off in a denial, where nothing can
// be told.
func readSigns(s *sentence, ds []denial) map[int32]int8 {
	const stated, unsure, denied = 0, 1, 2
	standing := make([]uint8, len(s.words))
	for _, d := range ds {
		verb := s.words[d.at].form.denying || denialVerbs[s.words[d.at].form.stem]
		last := d.to
		for _, k := range d.about {
			last = max(last, k+1)
			if verb && standing[k] == denied {
				standing[k] = stated // "did not deny"
			} else {
				standing[k] = denied
			}
		}
		for k := last; k < len(s.words) && k < last+maxDenied && !endsClause(s, k); k++ {
			if standing[k] == stated {
				standing[k] = unsure
			}
		}
	}
	signs := map[int32]int8{}
	for i := range s.words {
		w := &s.words[i]
		if w.class != plain && w.class != saying || w.tail && standing[i] == stated || w.sign == 0 && i > 0 && s.words[i-1].term == w.term {
			continue
		}
		sign := int8(1)
		if w.sign < 0 {
			sign = -1
		}
		switch standing[i] {
		case denied:
			sign = -sign
		case unsure:
			sign = 0
		}
		if old, ok := signs[w.term]; ok && old != sign {
			sign = 0
		}
		signs[w.term] = sign
	}
	return signs
}
