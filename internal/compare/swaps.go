package compare

import "strings"

// plural reports whether a noun has the ending of a plural.
func plural(noun string) bool {
	return strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "us") && !strings.HasSuffix(noun, "ss") && !strings.HasSuffix(noun, "is")
}

// onlyChanged reports whether v has become w: s has v more often than t, and t
// has w more often. Else one of them has only moved.
func (x *clasher) onlyChanged(v, w int32) bool {
	return x.s.occurrences(v) > x.t.occurrences(v) && x.t.occurrences(w) > x.s.occurrences(w)
}

// occurrences counts the words of s with a term.
func (s *sentence) occurrences(term int32) int {
	n := 0
	for i := range s.words {
		if s.words[i].term == term {
			n++
		}
	}
	return n
}

var articles = wordSet(`the a an`)

// determiners stand before a noun or its adjectives.
var determiners = wordSet(`the a an its their his her this that these those each every any some no of for by with against in on at from to`)

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
	for _, end := range adjectiveEnds {
		if strings.HasSuffix(f, end) {
			return false
		}
	}
	switch {
	case i == 0 || s.gap(i) != " " && strings.Trim(s.gap(i), "-– ") != "":
		return i == 0
	case helpers[s.fold(i-1)] && s.fold(i-1) != "to", bePassive[s.fold(i-1)]:
		return false
	}
	return determiners[s.fold(i-1)] || s.words[i-1].class != function || strings.HasSuffix(f, "s")
}

// negatingPrefixes turn a word round.
var negatingPrefixes = []string{"un", "in", "im", "il", "ir", "dis", "non", "mis", "de"}

// negates reports whether u is v with a prefix that turns it round, or the one
// ends in "less" where the other ends in "ful".
func negates(u, v string) bool {
	for _, p := range negatingPrefixes {
		if rest, ok := strings.CutPrefix(u, p); ok && len(rest) > 3 && strings.TrimPrefix(rest, "-") == v {
			return true
		}
	}
	rest, ok := strings.CutSuffix(u, "less")
	return ok && v == rest+"ful"
}

// turnedWords reports whether the words i and j, which alone have changed, turn
// each other round.
func (x *clasher) turnedWords(i, j int) bool {
	v, w := &x.s.words[i], &x.t.words[j]
	if negates(v.form.fold, w.form.fold) || negates(w.form.fold, v.form.fold) {
		return true
	}
	return v.term == w.term && v.sign*w.sign < 0 && !x.c.lex.traits[v.term].converse
}

// particles follow a verb and make another of it.
var particles = wordSet(`off out down up over away back`)

// changedParticle compares a verb with the same verb and a particle that makes
// its opposite: "called a strike", "called off the strike".
func (x *clasher) changedParticle() {
	find := func(s, t *sentence) (i, j int) {
		for i := range s.words {
			if i+1 >= len(s.words) || !particles[s.fold(i+1)] || s.words[i].term != s.words[i+1].term || !s.isVerb(i) {
				continue
			}
			for j := range t.words {
				if t.stem(j) == s.stem(i) && t.words[j].term != s.words[i].term && !has(t.terms, s.words[i].term) && t.isVerb(j) {
					return i, j
				}
			}
		}
		return -1, -1
	}
	if i, j := find(x.s, x.t); i >= 0 {
		x.addAt(ClashNegation, i, i+2, j, j+1)
	} else if j, i := find(x.t, x.s); j >= 0 {
		x.addAt(ClashNegation, i, i+1, j, j+2)
	}
}
