package compare

import (
	"strings"
	"unicode/utf8"

	"parallax/internal/names"
)

// same reports whether x and y can be one actor under two names.
func (c *Comparer) same(x, y *actor, s, t *sentence) bool {
	if ours, theirs := s.homeOf(x), t.homeOf(y); ours >= 0 && theirs >= 0 && ours != theirs {
		return false
	}
	if x.entity >= 0 && x.entity == y.entity || subset(x.terms, y.terms) || subset(y.terms, x.terms) {
		return true
	}
	if x.state || y.state {
		return false
	}
	if acronymOf(s, x, t, y) || acronymOf(t, y, s, x) {
		return true
	}
	if sameWords(s, x, t, y) {
		return true
	}
	// One surname, spelled alike, and no given names that differ.
	u, v := s.words[x.to-1].form, t.words[y.to-1].form
	if u.id != v.id && (len(u.fold) < 5 || len(v.fold) < 5 || u.spelling() != v.spelling()) {
		return false
	}
	if x.to-x.from == 1 || y.to-y.from == 1 {
		return true
	}
	g, h := s.fold(x.from), t.fold(y.from)
	return g == h || len(g) == 1 && strings.HasPrefix(h, g) || len(h) == 1 && strings.HasPrefix(g, h) || len(g) > 3 && s.words[x.from].form.spelling() == t.words[y.from].form.spelling()
}

// homeOf returns the term of the one state that the name of an organisation tells,
// or the word before it: "the Constitutional Court of Thailand", "Thailand's
// Constitutional Court"; -1 if none does.
func (s *sentence) homeOf(x *actor) int32 {
	if x.state || x.kind != names.Organisation {
		return -1
	}
	for i := x.to - 1; i >= max(x.from-1, 0); i-- {
		if s.words[i].class == country {
			return s.words[i].term
		}
	}
	return -1
}

// namesakes are words that names have for one thing, a row a bar: "EU Commission",
// "European Commission".
var namesakes = numbered(`eu|european|europe mars|martian moon|lunar venus|venusian sun|solar`)

// sameWords reports whether x and y have the same words, one by one, be they of
// the place or of its people: "Central Asia", "Central Asian".
func sameWords(s *sentence, x *actor, t *sentence, y *actor) bool {
	if x.to-x.from != y.to-y.from {
		return false
	}
	for k := range x.to - x.from {
		u, v := s.fold(x.from+k), t.fold(y.from+k)
		if u != v && !derived(u, v) && (namesakes[u] == 0 || namesakes[u] != namesakes[v]) {
			return false
		}
	}
	return true
}

// subset reports whether the increasing set x is part of y.
func subset(x, y []int32) bool {
	j := 0
	for _, v := range x {
		for j < len(y) && y[j] < v {
			j++
		}
		if j == len(y) || y[j] != v {
			return false
		}
	}
	return true
}

// acronymOf reports whether x begins with the first letters of words of y and
// goes on like y ("UN Security Council"), or is a clipping of y's first word
// ("Fed" for Federal Reserve).
func acronymOf(s *sentence, x *actor, t *sentence, y *actor) bool {
	short := s.fold(x.from)
	if y.to-y.from < 2 || len(short) < 2 {
		return false
	}
	if x.to-x.from == 1 && len(short) >= 3 && strings.HasPrefix(t.fold(y.from), short) {
		return true
	}
	initials := ""
	for i := y.from; i < y.to && len(initials) < len(short); i++ {
		if w := t.fold(i); w != "of" && w != "the" && w != "and" && w != "for" {
			r, _ := utf8.DecodeRuneInString(w)
			initials += string(r)
		}
		if initials != short || len(initials) < 2 || y.to-i != x.to-x.from {
			continue
		}
		for k := 1; ; k++ {
			if i+k == y.to {
				return true
			}
			if t.fold(i+k) != s.fold(x.from+k) {
				break
			}
		}
	}
	return false
}
