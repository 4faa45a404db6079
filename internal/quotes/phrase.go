package quotes

import (
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// A phrase is a stretch [a, b) of a unit's tokens; the zero phrase is none.
type phrase struct{ a, b int }

func (p phrase) empty() bool { return p.b <= p.a }

func isWord(t *tok) bool { return t.quote < 0 && t.Kind == names.Word }

func isMark(t *tok, marks string) bool {
	return t.quote < 0 && t.Kind == names.Mark && strings.Contains(marks, t.Low)
}

// nouny reports whether t can be inside a noun phrase: any word that no closed
// class and no cue claims.
func nouny(t *tok) bool {
	if t.quote >= 0 {
		return false
	}
	switch t.Kind {
	case names.Number:
		return true
	case names.Possessive:
		return true
	case names.Word:
		if t.Cap && !calendar(t) && !subordinate.Has(t.Low) && !prepositions.Has(t.Low) && !subjects.Has(t.Low) {
			return true
		}
		return !subordinate.Has(t.Low) && !auxiliaries.Has(t.Low) && !conjunctions.Has(t.Low) && !prepositions.Has(t.Low) &&
			!subjects.Has(t.Low) && !objectsOf.Has(t.Low) && !calendar(t) && !timeWords.Has(t.Low) && !adverb(t) && !finiteCue(t)
	}
	return false
}

func calendar(t *tok) bool {
	return timeWords.Has(t.Low) && (t.Cap || !groupNouns.Has(t.Low)) || months.Has(t.Low) && t.Cap
}

func adverb(t *tok) bool {
	return strings.HasSuffix(t.Low, "ly") && len(t.Low) > 4 && !t.Cap || midAdverbs.Has(t.Low)
}

// finiteCue reports whether t is a past or third-person cue that is hardly
// ever a noun or an adjective.
func finiteCue(t *tok) bool {
	return !t.Cap && plainCues.Has(t.Low)
}

var plainCues = text.WordSet{Words: "said says told added stated stressed insisted argued explained declared"}

// before returns the noun phrase that ends at token e.
func before(toks []tok, e int) phrase {
	p := phrase{e, e}
	for j := e - 1; j >= 0; {
		p.a, j = back(toks, p, j)
	}
	return p
}

// back takes token j, and what it belongs to, before the noun phrase p if it is of
// that. It returns where p then begins and which token is next, -1 if none is.
func back(toks []tok, p phrase, j int) (a, next int) {
	const end = -1
	t := &toks[j]
	switch {
	case isWord(t) && subjects.Has(t.Low):
		if p.empty() {
			return j, end
		}
	case isMark(t, closingBrackets):
		if k := openBracket(toks, j); k >= 0 && k < j-1 {
			return k, k - 1
		}
	case isWord(t) && determiners.Has(t.Low):
		if j > 0 && isWord(&toks[j-1]) && whole.Has(toks[j-1].Low) {
			j-- // "the two sides"
		}
		if j > 1 && links(toks, j-1) {
			return j - 1, j - 2
		}
		return j, end
	case isWord(t) && conjunctions.Has(t.Low):
		if !p.empty() && (t.Low == "and" || t.Low == "or") && j > 0 && sameSort(&toks[j-1], &toks[p.a]) {
			return p.a, j - 1
		}
	case isMark(t, ","):
		// "Russia, France and the United States said"
		if !p.empty() && j > 0 && toks[j-1].Cap && toks[p.a].Cap && listed(toks[p.a:p.b]) && isWord(&toks[j-1]) {
			return p.a, j - 1
		}
	case isWord(t) && prepositions.Has(t.Low):
		switch {
		case p.empty():
		case outer(toks, j):
			return j, j - 1
		case links(toks, j):
			return p.a, j - 1
		}
	case nouny(t) && (p.empty() || t.Kind != names.Word || t.Cap || !verbal(toks, j)), grades(toks, j):
		return j, j - 1
	}
	return p.a, end
}

// outer reports whether toks[j] is an adjective: "an outside firm".
func outer(toks []tok, j int) bool {
	return (toks[j].Low == "outside" || toks[j].Low == "inside") && determiners.Has(lowAt(toks, j-1))
}

// grades reports whether the adverb toks[j] belongs to an adjective of a noun phrase:
// "a visibly upset Burridge".
func grades(toks []tok, j int) bool {
	return determiners.Has(lowAt(toks, j-1)) && adverb(&toks[j]) && !midAdverbs.Has(toks[j].Low) && j+1 < len(toks) && nouny(&toks[j+1])
}

// verbal guesses whether the lower-case word toks[j], standing before a noun
// phrase, is its verb: a determiner follows at once.
func verbal(toks []tok, j int) bool {
	return j+1 < len(toks) && isWord(&toks[j+1]) && determiners.Has(toks[j+1].Low) && !determiners.Has(toks[j].Low) && toks[j].Low != "all"
}

// linking prepositions join a noun to one before it, joining ones to what begins
// a phrase.
var (
	linking = text.WordSet{Words: "of for at in from with on by to near inside within under about"}
	joining = text.WordSet{Words: "of for at from with in by to"}
)

// links reports whether the preposition toks[j] joins what follows to a noun
// before it.
func links(toks []tok, j int) bool {
	if j < 1 || !isWord(&toks[j]) || !linking.Has(toks[j].Low) {
		return false
	}
	p := &toks[j-1]
	if toks[j].Low == "by" || toks[j].Low == "to" {
		return isWord(p) && (strings.HasSuffix(p.Low, "ed") || p.Low == "close" || groupNouns.Has(p.Low) || paperNouns.Has(p.Low))
	}
	if p.Low == "familiar" || p.Low == "close" {
		return true
	}
	return nouny(p) && p.Kind != names.Possessive && !isMark(p, ",")
}

// sameSort reports whether x and y can be joined by "and" as one subject.
func sameSort(x, y *tok) bool {
	if x.quote >= 0 || y.quote >= 0 || !isWord(x) {
		return false
	}
	if x.Cap {
		return y.Cap || determiners.Has(y.Low)
	}
	return groupNouns.Has(x.Low) && (groupNouns.Has(y.Low) || determiners.Has(y.Low)) || strings.HasSuffix(x.Low, "s") && groupNouns.Has(y.Low)
}

func listed(toks []tok) bool { return holds(toks, "and") || holds(toks, "or") }

func holds(toks []tok, word string) bool {
	for i := range toks {
		if toks[i].Low == word {
			return true
		}
	}
	return false
}

// Brackets, those that belong together in the same place.
const openingBrackets, closingBrackets = "(<[", ")>]"

// openBracket returns where the bracket that closes at toks[j] opens, or -1.
func openBracket(toks []tok, j int) int {
	at := strings.Index(closingBrackets, toks[j].Low)
	for k := j - 1; at >= 0 && k >= 0 && j-k < 12; k-- {
		if toks[k].quote < 0 && toks[k].Low == openingBrackets[at:at+1] {
			return k
		}
	}
	return -1
}

// after returns the noun phrase that begins at token i: `said [a spokesman for
// the ministry] on Monday`.
func after(toks []tok, i int) phrase {
	j := i
	person := false // the phrase so far ends with a name
	for j < len(toks) {
		t := &toks[j]
		switch {
		case isWord(t) && (subjects.Has(t.Low) || objectsOf.Has(t.Low)):
			if t.Low == "her" && j+1 < len(toks) && nouny(&toks[j+1]) && (j == i || prepositions.Has(toks[j-1].Low)) {
				break // "her rival"
			}
			if j == i {
				return phrase{i, i + 1}
			}
			return phrase{i, j}
		case isWord(t) && determiners.Has(t.Low):
			if j > i && !prepositions.Has(toks[j-1].Low) && !conjunctions.Has(toks[j-1].Low) && toks[j-1].Low != "all" && !determiners.Has(toks[j-1].Low) {
				return phrase{i, j}
			}
			person = false
		case isWord(t) && prepositions.Has(t.Low):
			if j == i || !joining.Has(t.Low) || person && t.Low != "of" || (t.Low == "in" || t.Low == "at" || t.Low == "to") && j+1 < len(toks) && !toks[j+1].Cap {
				return phrase{i, j}
			}
			if t.Low == "to" && toks[j-1].Low != "close" && !role(&toks[j-1]) && toks[j-1].Low != "ambassador" {
				return phrase{i, j}
			}
			if j+1 >= len(toks) || !nouny(&toks[j+1]) && !determiners.Has(toks[j+1].Low) {
				return phrase{i, j}
			}
		case isWord(t) && conjunctions.Has(t.Low):
			if j == i || j+1 >= len(toks) || !toks[j+1].Cap && !groupNouns.Has(toks[j+1].Low) {
				return phrase{i, j}
			}
		case isMark(t, "(<[") && j > i:
			k := closeBracket(toks, j)
			if k < 0 {
				return phrase{i, j}
			}
			j = k
		case nouny(t), grades(toks, j):
			person = t.Cap && t.Kind == names.Word && !(j == 0 && (groupNouns.Has(t.Low) || role(t))) // "Analysts at Ostbank"
		default:
			return phrase{i, j}
		}
		j++
	}
	return phrase{i, j}
}

func closeBracket(toks []tok, j int) int {
	at := strings.Index(openingBrackets, toks[j].Low)
	for k := j + 1; at >= 0 && k < len(toks) && k-j < 12; k++ {
		if toks[k].quote < 0 && toks[k].Low == closingBrackets[at:at+1] {
			return k
		}
	}
	return -1
}

func role(t *tok) bool {
	n, _ := names.RoleAt([]names.Token{t.Token}, 0)
	return n > 0
}

// head returns the index of the head of a phrase: the word before its first
// preposition, "spokesman" of "a spokesman for the ministry".
func head(toks []tok, p phrase) int {
	for j := p.a + 1; j < p.b; j++ {
		if isWord(&toks[j]) && prepositions.Has(toks[j].Low) || isMark(&toks[j], "(<[,") {
			if toks[j].Low == "of" && j == p.a+1 && determiners.Has(toks[p.a].Low) || outer(toks, j) {
				continue // "two of its governors"
			}
			return j - 1
		}
		if isWord(&toks[j]) && (toks[j].Low == "familiar" || toks[j].Low == "close") {
			return j - 1
		}
	}
	return p.b - 1
}

// canSpeak reports whether the phrase names somebody who can say something.
func canSpeak(toks []tok, p phrase, any bool) bool {
	if p.empty() {
		return false
	}
	if p.b-p.a == 1 && isWord(&toks[p.a]) {
		t := &toks[p.a]
		if subjects.Has(t.Low) {
			return t.Low != "you"
		}
		if determiners.Has(t.Low) {
			return standing.Has(t.Low)
		}
	}
	h := &toks[head(toks, p)]
	switch {
	case h.Kind == names.Possessive || h.quote >= 0:
		return false
	case h.Kind == names.Number:
		return p.b-p.a == 2 && strings.HasSuffix(h.Low, "-year-old")
	case h.Cap && !calendar(h):
		return true
	case role(h) || groupNouns.Has(h.Low) || trade(h), isWord(h) && len(h.Low) > len("artists") && strings.HasSuffix(h.Low, "ists"): // "ornithologists"
		return true
	}
	return any && isWord(h) && nouny(h) && !determiners.Has(h.Low)
}
