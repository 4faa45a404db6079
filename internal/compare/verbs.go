package compare

import (
	"slices"
	"strings"

	"parallax/internal/text"
)

// bePassive are the forms of "to be" that make a passive with a participle.
var bePassive = wordSet(text.Is + " am be been being get gets got getting wasn't weren't isn't aren't")

// helpers stand before the base form of a verb.
var helpers = wordSet(text.Modals + " to did does do didn't doesn't don't won't wouldn't couldn't shouldn't can't cannot")

// pastForms are the irregular past tenses and participles of verbs.
var pastForms = later(func(m map[string]bool) {
	nouns := strings.Fields(`men women children people persons person deaths dead death agreement agreements lives die dying dealt buses gases thieves wives wolves knives`)
	for from := range irregular {
		if !slices.Contains(nouns, from) {
			m[from] = true
		}
	}
	for _, w := range strings.Fields(`become dealt beat hit cut put set shut let cost hurt split quit shot led met fed bled sped shed spread burst beaten used tied vied`) {
		m[w] = true
	}
})

// isVerb reports whether word i is used as a verb, as far as its ending and
// its neighbours tell.
func (s *sentence) isVerb(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	w := &s.words[i]
	if w.class != plain && w.class != light && w.class != saying {
		return false
	}
	f, prev := w.form.fold, s.formAt(i-1)
	if adverb := prev.fold; i > 1 && (adverb == "not" || adverb == "also" || strings.HasSuffix(adverb, "ly") && !nounsInLy[adverb]) && s.formAt(i-2).helper && s.formAt(i-2).fold != "to" {
		prev = s.formAt(i - 2) // "will probably dock"
	}
	switch {
	case prev.determiner:
		return false
	case prev.preposition && prev.fold != "to" && !strings.HasSuffix(f, "ing"):
		return false // "below cost"
	case prev.fold == "to" && w.form.capital && s.properAt(i+1):
		return false // "to Minister Weil"
	case prev.helper:
		return prev.fold != "to" || !gerund(f) && !strings.HasSuffix(f, "ion") && !strings.HasSuffix(f, "ment")
	case w.form.past:
		return true
	case strings.HasSuffix(f, "ed") && len(f) > 4:
		return !s.counted(i)
	case gerund(f) && len(f) > 5:
		if s.formAt(i-2).be && (prev.fold == "still" || prev.fold == "not" || prev.fold == "also" || prev.fold == "now") {
			return true
		}
		switch prev.fold {
		case "of", "after", "before", "from", "for", "by":
			return true
		}
		return prev.be || prev.denying
	}
	if strings.HasSuffix(f, "s") && w.class == plain && s.properAt(i-1) && s.properAt(i+1) && s.gap(i) == " " && s.gap(i+1) == " " && !capital(s.text[w.at.Start-s.at.Start:]) {
		return true // "Spain trails Portugal"
	}
	if s.fold(i+1) == "to" && strings.HasSuffix(f, "s") && w.class == plain && (plannedVerbs[w.form.stem] || wishVerbs[w.form.stem]) && i > 0 && !s.formAt(i-1).joins && s.words[i-1].class != function && s.words[i-1].class != quantity && !s.possessiveAt(i-1) && !plural(s.fold(i-1)) {
		return true // "the company plans to cut"
	}
	if w.class == light && lightVerbs[f] && i > 0 && !prev.preposition {
		return true
	}
	if w.class == plain && i+1 < len(s.words) && s.words[i+1].form.determiner && (s.actsOn(i) || s.afterRelative(i)) {
		return true // "the tunnel shortens the journey"
	}
	// "Russia accuses Ukraine"
	return w.form.sided && strings.HasSuffix(f, "s") && i > 0 && s.words[i-1].class != function && s.words[i-1].class != light
}

// counted reports whether the participle at word i belongs to things that are
// counted: "20 armoured vehicles".
func (s *sentence) counted(i int) bool {
	if i == 0 || i+1 >= len(s.words) || s.gap(i) != " " || s.gap(i+1) != " " {
		return false
	}
	prev, next := &s.words[i-1], &s.words[i+1]
	return (prev.class == quantity || prev.form.fold == "more") && next.class == plain && plural(next.form.fold) && !adjective(next.form.fold)
}

// afterRelative reports whether the word at i stands behind the pronoun of what
// does it: "the beetles that shield the fungus".
func (s *sentence) afterRelative(i int) bool {
	switch s.fold(i - 1) {
	case "who", "which":
		return true
	case "that":
		return i > 1 && s.isNoun(i-2)
	}
	return false
}

// lightVerbs are forms of light words that are no nouns.
var lightVerbs = wordSet(`makes holds takes gets gives puts goes comes brings follows becomes seems wants`)

// actsOn reports whether the word at i, before an article, stands behind a noun
// that no preposition leads, the one in the singular and the other not.
func (s *sentence) actsOn(i int) bool {
	if i == 0 || s.gap(i) != " " || s.gap(i+1) != " " {
		return false
	}
	one, before := plural(s.fold(i)), &s.words[i-1]
	if before.class != plain && before.class != name && before.class != country && !before.form.title || plural(before.form.fold) == one {
		return false
	}
	k := i - 1
	for k >= 0 && s.words[k].class != function && s.gap(k+1) == " " {
		k--
	}
	return k < 0 || s.words[k].form.determiner && !s.formAt(k-1).preposition && (one || s.fold(k) != "a" && s.fold(k) != "an")
}

// gerund reports whether a word is a verb in "ing": the ending stands behind a
// vowel, as that of "bring" does not.
func gerund(w string) bool {
	rest, ok := strings.CutSuffix(w, "ing")
	return ok && strings.ContainsAny(rest, "aeiouy") && !nounsInIng[w]
}

var nounsInIng = wordSet(`lightning morning evening ceiling wedding sibling railing herring sterling shilling pudding dwelling clothing`)

// passiveBefore reports whether a form of "to be" makes the verb at i passive.
func passiveBefore(s *sentence, i int) bool {
	f := s.fold(i)
	if strings.HasSuffix(f, "ing") {
		return false
	}
	for k := i - 1; k >= 0 && i-k <= 4; k-- {
		g := s.fold(k)
		if bePassive[g] {
			return f != "" && (strings.HasSuffix(f, "ed") || strings.HasSuffix(f, "en") || s.words[i].form.past)
		}
		if s.gap(k+1) != " " || !strings.HasSuffix(g, "ly") && g != "not" && g != "also" && g != "never" && g != "later" && g != "then" && g != "now" && g != "first" && g != "again" {
			return false
		}
	}
	return false
}

// joiningVerbs say nothing of their own before "to" or "that", or behind what
// they are about: "managed to escape", "the council has decided".
var joiningVerbs = stemSet(`manage decide force oblige compel rule find happen seem appear prove serve announce settle resolve`)

// compelling verbs say nothing of their own where their object does what follows:
// "forced the airport to close".
var compelling = stemSet(`force oblige compel cause lead require`)

// supportVerbs say little beside a noun or an adjective that says it: "led to an
// adjournment", "fell ill", "lost strength".
var supportVerbs = stemSet(`lead fall spend cost suffer undergo receive experience occur need require cause let lose bear stand serve stay face see host
	conduct perform commit announce schedule stage place pay impose`)

// supports reports whether the verb at word i says little beside what it has.
func (s *sentence) supports(i int) bool {
	next := s.fold(i + 1)
	return supportVerbs[s.stem(i)] || next == "as" || s.stem(i) == "take" && next == "place"
}

// onlyJoins reports whether the verb at word i says nothing of its own.
func (s *sentence) onlyJoins(i int) bool {
	k := i + 1
	for k < len(s.words) && s.words[k].class == quantity {
		k++ // "ruled 7-4 that"
	}
	next := s.fold(k)
	if compelling[s.stem(i)] && s.joinsVerb(i) > 0 {
		return true
	}
	return joiningVerbs[s.stem(i)] && (next == "to" || next == "that" || i == len(s.words)-1 && s.clauseStart(i) > 0)
}
