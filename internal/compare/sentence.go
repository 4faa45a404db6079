package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/dossier"
	"parallax/internal/text"
)

// word is one word of a sentence.
type word struct {
	at    text.Span // in the article
	form  *form
	term  int32 // what it means; words merged into the one before have that one's
	class class
	sign  int8 // -1 if its concept is turned round: "reject" is agree, -1
	tail  bool // it only attributes: "Kremlin Spokesman Dmitry Peskov told reporters"
}

// sentence is one sentence, read for comparison.
type sentence struct {
	at    text.Span
	kind  dossier.Kind
	text  string // without white space around it
	words []word

	terms  []int32 // distinct, increasing, those that weigh something
	weight int32   // of all terms as the dossier stands, in thousandths
	spoken bool    // it attributes or quotes
	facts  *facts  // read when first needed
	kin    []kin   // made when first needed, see kinOf
	bare   string  // the words without case and marks, see bare; made when first needed

	headline bool // every word has a capital, so that capitals make no names
}

// comparable reports whether s takes part at all: page text does not.
func (s *sentence) comparable() bool { return s.kind != dossier.Furniture && s.text != "" }

// read cuts a sentence of article text into words. people are where the
// sentence names somebody. What the words mean is left to mean.
func (l *lexicon) read(articleText string, from dossier.Sentence, people []text.Span) sentence {
	at := text.Trim(articleText, from.Span)
	s := sentence{at: at, kind: from.Kind, text: at.Of(articleText)}
	if !s.comparable() {
		return s
	}
	l.spans = text.AppendWords(l.spans[:0], s.text)
	s.words = l.newWords(len(l.spans))
	for i, sp := range l.spans {
		w := &s.words[i]
		w.at = text.Span{Start: at.Start + sp.Start, End: at.Start + sp.End}
		w.form = l.form(sp.Of(s.text))
		w.term, w.class = -1, w.form.class
	}
	s.headline = headlineCase(&s)
	if !s.headline {
		s.markPeople(people)
	}
	for i := range s.words {
		w := &s.words[i]
		if w.class == function && w.form.fold == "may" && s.month(i) {
			w.class = calendar
		}
		if w.class == function && w.form.shout && !s.shouts(i-1) && !s.shouts(i+1) {
			w.class = name // "the WHO"
		}
		if w.form.shout && (w.class == name || w.class == plain) {
			l.acronyms[w.form.fold] = true
		}
		if w.class == name || i > 0 && !s.headline && w.class == plain && w.form.capital && w.form.concept.key == "" {
			l.named[w.form.id] = true
		}
	}
	return s
}

// shouts reports whether word i has several letters, none of them small.
func (s *sentence) shouts(i int) bool {
	return i >= 0 && i < len(s.words) && s.words[i].form.shout
}

// month reports whether the "May" at word i is the month.
func (s *sentence) month(i int) bool {
	if s.text[s.words[i].at.Start-s.at.Start] != 'M' {
		return false
	}
	switch s.fold(i - 1) {
	case "in", "of", "last", "next", "since", "until", "by", "from", "to", "early", "late", "mid", "this":
		return i > 0
	}
	return dayNumber(s.fold(i-1)) > 0 || dayNumber(s.fold(i+1)) > 0 || isYear(s.fold(i+1))
}

// headlineCase reports whether s is written with capitals throughout, small
// words apart.
func headlineCase(s *sentence) bool {
	upper := 0
	for i := 1; i < len(s.words); i++ {
		w := &s.words[i]
		switch {
		case w.class == function || w.class == quantity || w.at.Len() < 3:
		case w.form.capital:
			upper++
		default:
			return false
		}
	}
	return upper > 2
}

// markPeople makes names of the words that name people, whatever else they
// could mean: the "Bill" of "Bill Gates".
func (s *sentence) markPeople(people []text.Span) {
	for i := range s.words {
		w := &s.words[i]
		for len(people) > 0 && people[0].End <= w.at.Start {
			people = people[1:]
		}
		if len(people) == 0 {
			return
		}
		if people[0].Start <= w.at.Start && (w.class == plain || w.class == light) {
			w.class = name
		}
	}
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

// between returns the text between words i and i+1, a blank for any white space: a
// text may be broken into lines anywhere.
func (s *sentence) between(i int) string {
	return blanks(s.text[s.words[i].at.End-s.at.Start : s.words[i+1].at.Start-s.at.Start])
}

// blanks returns s with a blank for each run of white space.
func blanks(s string) string {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= utf8.RuneSelf || c == ' ' && i > 0 && s[i-1] == ' ' {
			return collapsed(s)
		}
	}
	return s
}

// collapsed does what blanks does.
func collapsed(s string) string {
	var b strings.Builder
	after := false // white space
	for _, r := range s {
		space := text.Space(r)
		switch {
		case !space:
			b.WriteRune(r)
		case !after:
			b.WriteByte(' ')
		}
		after = space
	}
	return b.String()
}

// closesClause reports whether a gap between words ends what was said: a comma
// or a closing quotation mark, or the dash before "Kremlin" in a headline.
func closesClause(gap string) bool {
	return gap != " " && strings.ContainsAny(gap, ",\"”»—–")
}

// distinctTerms returns the terms of ws that tell something, increasing.
func distinctTerms(ws []word) []int32 {
	out := make([]int32, 0, len(ws))
	for i, w := range ws {
		if w.tail || w.class == function || i > 0 && ws[i-1].term == w.term {
			continue
		}
		out = append(out, w.term)
	}
	return sortedSet(out)
}

// phrase returns the text of words i to j of s, j not included.
func (s *sentence) phrase(i, j int) string {
	return s.text[s.words[i].at.Start-s.at.Start : s.words[j-1].at.End-s.at.Start]
}

// gap returns what stands before word i: the marks between it and the word
// before.
func (s *sentence) gap(i int) string {
	switch {
	case len(s.words) == 0:
		return s.text
	case i == 0:
		return s.text[:s.words[0].at.Start-s.at.Start]
	case i >= len(s.words):
		return s.text[s.words[i-1].at.End-s.at.Start:]
	}
	return s.between(i - 1)
}

// fold returns the folded spelling of word i, "" beyond the ends.
func (s *sentence) fold(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].form.fold
}

// clauseWords begin a clause of their own.
var clauseWords = wordSet(`but while whereas although though because unless until after before when where which who whose that if as since despite amid`)

// endsClause reports whether a clause ends before word i.
func endsClause(s *sentence, i int) bool {
	if i > 0 && i < len(s.words) && s.words[i].class == quantity && s.words[i-1].class == quantity {
		return false // "6-4, 6-3"
	}
	if s.gap(i) == " " {
		return s.formAt(i).clause
	}
	return s.formAt(i).clause || strings.ContainsAny(s.gap(i), ",;:()–—\"“”") || strings.Contains(s.gap(i), " - ")
}

// clauseStart returns the first word of the clause that word i stands in.
func (s *sentence) clauseStart(i int) int {
	for i > 0 && !endsClause(s, i) {
		i--
	}
	return i
}

// meaning returns a number for what w says: opposites have one term.
func meaning(w *word) int32 {
	if w.sign < 0 {
		return 2*w.term + 1
	}
	return 2 * w.term
}
