package compare

import (
	"strings"
	"unicode/utf8"
)

// maxTail bounds an attribution, in words: beyond it a clause says more than
// who spoke.
const maxTail = 16

// markAttribution marks the words of s that say who speaks rather than what is
// said.
func markAttribution(s *sentence) {
	s.spoken = quotes(s.text)
	attributes := false // a word is there that can
	for i := range s.words {
		if i > 0 && showing[s.stem(i)] && tellingNouns[s.stem(i-1)] {
			s.words[i].class = saying // "official data showed"
		}
		if w := &s.words[i]; w.class == saying {
			s.spoken, attributes = true, true
		} else if w.form.fold == "according" {
			attributes = true
		}
	}
	if attributes && !s.attributedAfter() {
		s.attributedBefore()
	}
}

// showing verbs say what data and reports tell.
var showing = stemSet(`show reveal indicate suggest`)

// quotes reports whether s has a quotation mark.
func quotes(s string) bool {
	if strings.IndexByte(s, '"') >= 0 {
		return true
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.ContainsAny(s[i:], "“”«»„")
		}
	}
	return false
}

// attributedAfter marks an attribution at the end: what follows the last comma
// or closing quotation mark if a verb of saying stands there and no other.
func (s *sentence) attributedAfter() bool {
	n := len(s.words)
	for verb := n - 1; verb > 0 && n-verb <= maxTail; verb-- {
		if s.words[verb].class != saying {
			if s.isVerb(verb) || strings.Contains(s.gap(verb), ":") {
				return false
			}
			if closesClause(s.between(verb-1)) && s.fold(verb) == "according" {
				markTail(s.words[verb:])
				return true
			}
			continue
		}
		start := verb
		for start > 0 && !closesClause(s.between(start-1)) {
			start--
		}
		if start == verb {
			start = s.apposedBefore(verb)
		}
		if verb+1 < n && s.fold(verb) != "told" && objectStarts(s, verb+1) {
			return false // "reported a loss"
		}
		if s.clauseFollows(verb + 1) {
			return false // "Statvann, which runs the dam, said the water had been too high"
		}
		if start > n/4 && n-start <= maxTail && !passiveBefore(s, verb) && s.fold(verb) != "saying" {
			end := n
			if verb+1 < n && closesClause(s.between(verb)) {
				end = verb + 1 // "the WHO has declared, after 28 days without a new case"
			}
			markTail(s.words[start:end])
			return true
		}
	}
	return false
}

// maxApposed is how many words a name has that stands beside another.
const maxApposed = 6

// apposedBefore returns where who says it begins, if that ends in a comma before
// the verb: "his lawyer, Petra Vance, said".
func (s *sentence) apposedBefore(verb int) int {
	from := verb
	for range 2 {
		k := from - 1
		for k > 0 && !closesClause(s.between(k-1)) {
			k--
		}
		if k < 0 || from-k > maxApposed {
			return from
		}
		for i := k; i < from; i++ {
			if s.isVerb(i) || s.words[i].form.be || s.words[i].form.helper {
				return from
			}
		}
		from = k
		if k > 0 && quotes(s.between(k-1)) {
			return from
		}
	}
	return from
}

// objectStarts reports whether word i begins what a verb is about.
func objectStarts(s *sentence, i int) bool {
	switch s.fold(i) {
	case "a", "an", "its", "their", "no":
		return true
	}
	return s.words[i].class == quantity
}

// attributedBefore marks an attribution at the start: up to "said that" or
// "told reporters:", or "according to" somebody.
func (s *sentence) attributedBefore() {
	n := len(s.words)
	if s.fold(0) == "according" {
		for j := 1; j < min(n/2, maxTail/2); j++ {
			if strings.ContainsRune(s.between(j), ',') {
				markTail(s.words[:j+1])
				s.spoken = true
				return
			}
		}
		return
	}
	verb := -1
	for i := 1; i < min(n-3, maxTail); i++ {
		if verb < 0 {
			if s.fold(i) == "who" || s.fold(i) == "which" || closesClause(s.between(i)) && s.helps(0, i+1) {
				return // what is said stands in a clause of its own
			}
			if w := &s.words[i]; w.class == saying && s.isVerb(i) && !passiveBefore(s, i) && s.fold(i) != "saying" {
				verb = i
			} else {
				continue
			}
		}
		if i == verb && s.deniedBefore(verb) {
			return // "nobody told residents that": what is told is what nobody did
		}
		next := s.fold(i + 1)
		gap := s.between(i)
		from := 0
		if before := s.fold(verb - 1); before == "but" || before == "and" {
			from = verb - 1 // "found cracks but said"
		}
		switch {
		case next == "that":
			markTail(s.words[from : i+2])
			return
		case strings.ContainsAny(gap, ":") || strings.ContainsAny(gap, ",") && strings.ContainsAny(gap, "\"“«„"):
			markTail(s.words[from : i+1])
			return
		case i == verb && s.fold(i) == "said" && (saidNext[next] || s.clauseFollows(i+1)), i > verb && i-verb <= 4 && pronouns[next]:
			markTail(s.words[from : i+1])
			return
		case i-verb > 5:
			return
		}
	}
}

// deniedBefore reports whether a word of denial stands before word i in its
// clause.
func (s *sentence) deniedBefore(i int) bool {
	for k := s.clauseStart(i); k < i; k++ {
		if denialWords[s.fold(k)] || strings.HasSuffix(s.fold(k), "n't") {
			return true
		}
	}
	return false
}

// clauseFollows reports whether a clause with a verb of its own begins at word
// i: "said counting would end".
func (s *sentence) clauseFollows(i int) bool {
	if s.formAt(i).preposition {
		return false
	}
	k := i + 1
	for k < len(s.words) && k < i+maxTail/2 && s.gap(k) == " " && !s.formAt(k).clause {
		k++
	}
	return s.helps(i+1, k)
}

// helps reports whether a form of "be" or "have" or another word that helps a verb
// stands among words [i, j).
func (s *sentence) helps(i, j int) bool {
	for k := i; k < j; k++ {
		if f := s.formAt(k); f.be || f.helper && f.fold != "to" || f.fold == "had" || f.fold == "has" {
			return true
		}
	}
	return false
}

// saidNext are words that begin what was said.
var saidNext = wordSet(`the a an it he she they we i his her its their there this these those`)

var pronouns = wordSet(`it he she they we i there`)

func markTail(ws []word) {
	for i := range ws {
		ws[i].tail = true
	}
}
