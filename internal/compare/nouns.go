package compare

import (
	"strings"

	"parallax/internal/text"
)

// isNoun reports whether word i is a noun, as far as its ending and the word
// before it tell.
func (s *sentence) isNoun(i int) bool {
	w := &s.words[i]
	f := w.form.fold
	if w.class != plain || len(f) < 3 || s.isVerb(i) {
		return false
	}
	if adjective(f) {
		return false
	}
	if articles[s.fold(i-1)] && (i+1 == len(s.words) || s.gap(i+1) != " " || prepositions[s.fold(i+1)]) {
		return true // "in an attic in Graz"
	}
	if adjectival(f) {
		return false
	}
	switch {
	case i == 0 || s.gap(i) != " " && strings.Trim(s.gap(i), "-– ") != "":
		return i == 0
	case helpers[s.fold(i-1)] && s.fold(i-1) != "to", bePassive[s.fold(i-1)]:
		return false
	}
	return nounLeads[s.fold(i-1)] || s.words[i-1].class != function || strings.HasSuffix(f, "s")
}

// plural reports whether a noun has the ending of a plural.
func plural(noun string) bool {
	return strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "us") && !strings.HasSuffix(noun, "ss") && !strings.HasSuffix(noun, "is")
}

// adjectival reports whether a word has an ending that few nouns have.
func adjectival(f string) bool {
	for _, end := range adjectiveEnds {
		if strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// adjective reports whether a word is an adjective, or a degree of one.
func adjective(f string) bool { return adjectives[f] || positive(f) != "" }

// positive returns the adjective of which a word is a degree, "clear" of "clearest",
// or "".
func positive(f string) string {
	for _, end := range [...]string{"er", "est", "r", "st"} {
		if rest, ok := strings.CutSuffix(f, end); ok && adjectives[rest] && !adjectives[f] {
			return rest
		}
	}
	return ""
}

var articles = wordSet(text.Articles)

// nounLeads stand before a noun or its adjectives.
var nounLeads = wordSet(`the a an its their his her this that these those each every any some no of for by with against in on at from to`)

// adjectiveEnds are endings that few nouns have.
var adjectiveEnds = []string{"ful", "ous", "ive", "less", "able", "ible", "ic", "ical", "ish", "ly", "ed", "ing", "al", "ent", "ant", "ary"}

// adjectives are those that no ending shows.
var adjectives = wordSet(`good bad big small light heavy minor major short long high low old new young hot cold dry wet rich poor strong weak fast slow hard soft
early late near far dark bright deep wide narrow thick thin clean dirty safe sick ill dead free full empty open raw rare severe grave serious harsh mild calm rough smooth
sharp clear pure plain simple complex huge giant tiny vast great grand fine fair main prime chief key top upper lower inner outer extra other own same sure true false
real fake fresh stale firm loose tight tense brief quick rapid swift sudden steep flat warm cool close strange odd normal usual common joint mutual sole single double
entire whole bigger larger smaller higher longer shorter stronger weaker better worse best worst older younger recent modern former current future past lengthy tough
slight acute wild mad sad glad angry happy busy quiet loud proud keen eager cheap dear modest moderate fierce bitter secret private public grim bleak solid vague blunt
northern southern eastern western foreign overseas urban rural separate alternate several various senior junior inferior superior nuclear regular similar popular
familiar particular spectacular first-ever unclear unfair unsafe immediate appropriate accurate adequate desperate deliberate corporate alive unhurt unharmed filthy guilty innocent`)
