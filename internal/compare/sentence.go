package compare

import (
	"math"
	"strconv"
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

// mean gives the words of s their terms.
func (l *lexicon) mean(s *sentence, articleText string) {
	for i := 0; i < len(s.words); {
		if n := l.spelledOut(s, i); n > 0 {
			i += n
			continue
		}
		if s.words[i].class == name {
			l.single(s, i)
			i++
			continue
		}
		n := l.country(s.words[i:], articleText)
		if n == 0 {
			n = l.clock(s, i)
		}
		if n == 0 {
			n = l.phrase(s.words[i:])
		}
		if n == 0 {
			l.single(s, i)
			n = 1
		}
		i += n
	}
	for i := range s.words {
		l.mark(&s.words[i])
	}
	markAttribution(s)
	s.terms = distinctTerms(s.words)
}

// maxSpelledOut bounds the words of a name that has an acronym.
const maxSpelledOut = 8

// spelledOut reads the name that an acronym elsewhere in the dossier stands
// for: "World Health Organization". It returns the number of words, 0 if there
// is none.
func (l *lexicon) spelledOut(s *sentence, i int) int {
	if len(l.acronyms) == 0 || s.headline {
		return 0
	}
	var initials [maxSpelledOut]byte
	letters := 0
	for k := i; k < len(s.words) && k < i+maxSpelledOut && (k == i || s.gap(k) == " "); k++ {
		w := &s.words[k]
		first := s.text[w.at.Start-s.at.Start]
		small := w.class == function && k > i && !w.form.shout
		if first < 'A' || first > 'Z' || w.form.shout {
			if !small {
				return 0
			}
			continue
		}
		initials[letters] = first - 'A' + 'a'
		letters++
		if letters < 3 || !l.acronyms[string(initials[:letters])] || k+1 < len(s.words) && s.gap(k+1) == " " && s.words[k+1].form.capital && s.words[k+1].class != function && !s.words[k+1].form.shout {
			continue
		}
		id := l.term(string(initials[:letters]), name)
		for j := i; j <= k; j++ {
			s.words[j].term, s.words[j].class = id, name
		}
		return k - i + 1
	}
	return 0
}

// country reads names of states: "United States", "South Korean", "Moscow". It
// returns the number of words, 0 if there is none.
func (l *lexicon) country(ws []word, articleText string) int {
	if !ws[0].form.capital {
		return 0
	}
	for n := min(3, len(ws)); n > 0; n-- {
		if n > 1 && !ws[n-1].form.capital {
			continue
		}
		if n == 1 && ws[0].class != country {
			return 0
		}
		if n > 1 && possessive(ws[:n-1], articleText) {
			continue // "Sweden's Riksbank" is no state
		}
		state := l.stateOf(withoutPossessive(articleText[ws[0].at.Start:ws[n-1].at.End]))
		if state == "" {
			continue
		}
		id := l.term("@"+state, country)
		for i := range n {
			ws[i].term, ws[i].class = id, country
		}
		return n
	}
	return 0
}

// possessive reports whether one of ws has a possessive ending.
func possessive(ws []word, articleText string) bool {
	for i := range ws {
		if written := ws[i].at.Of(articleText); withoutPossessive(written) != written {
			return true
		}
	}
	return false
}

func withoutPossessive(name string) string {
	for _, end := range []string{"'s", "’s", "'", "’"} {
		if cut, ok := strings.CutSuffix(name, end); ok {
			return cut
		}
	}
	return name
}

// phrase reads a phrase of concepts, such as "took place".
func (l *lexicon) phrase(ws []word) int {
	longest := min(ws[0].form.longest, len(ws))
	if longest < 2 {
		return 0
	}
	key := ws[0].form.stem
	n, found := 0, concept{}
	for i := 1; i < longest; i++ {
		key += " " + ws[i].form.stem
		if c, ok := conceptOf[key]; ok {
			n, found = i+1, c
		}
	}
	if n == 0 {
		return 0
	}
	id := l.term(found.key, plain)
	for i := range n {
		ws[i].term, ws[i].class, ws[i].sign = id, plain, found.sign
		if i > 0 {
			ws[i].sign = 0
		}
	}
	return n
}

// clock reads a time of day: "5:40 a.m.", "5.40am", "eight in the evening". It
// returns the number of words, 0 if there is none.
func (l *lexicon) clock(s *sentence, i int) int {
	if !s.words[i].form.clock {
		return 0
	}
	minute, n := clock(s, i)
	if n == 0 {
		return 0
	}
	id := l.term("t"+strconv.Itoa(minute), quantity)
	for k := range n {
		s.words[i+k].term = id
	}
	return n
}

// single gives one word its term.
func (l *lexicon) single(s *sentence, i int) {
	w := &s.words[i]
	f := w.form
	if w.class == plain {
		c := f.concept
		if f.asNoun.key != "" && !s.isVerb(i) && s.fold(i+1) != "of" {
			c = f.asNoun
		}
		if c.key != "" {
			if c == f.concept {
				w.term, w.sign = l.termAs(f, asConcept, c.key, plain), c.sign
			} else {
				w.term, w.sign = l.term(c.key, plain), c.sign
			}
			return
		}
		if rest, ok := l.opposite(f.fold); ok && !f.capital {
			w.term, w.sign = l.term(rest, plain), -1
			if c := conceptOf[rest]; c.key != "" {
				w.term, w.sign = l.term(c.key, plain), -c.sign
			}
			return
		}
		if f.capital && (i > 0 && !s.headline || l.named[f.id]) {
			w.class = name
		}
	}
	if w.class == name {
		w.term = l.termAs(f, asName, f.fold, name)
		return
	}
	if n := f.number; !math.IsNaN(n) {
		w.class = quantity
		if m := s.monthBeside(i); m > 0 && n == float64(int(n)) && n >= 1 && n <= 31 {
			w.class = day
			w.term = l.term("d"+strconv.Itoa(m)+"-"+strconv.Itoa(int(n)), day)
			return
		}
		if f.terms[asNumber] < 0 {
			f.terms[asNumber] = l.term("#"+strconv.FormatFloat(n, 'g', -1, 64), quantity)
		}
		w.term = f.terms[asNumber]
		return
	}
	switch w.class {
	case function:
		w.term = l.termAs(f, asWritten, f.fold, function)
	case plain:
		w.term = l.termAs(f, asWritten, f.stem, plain)
	case calendar:
		w.term = l.term("c"+strconv.Itoa(months[f.fold])+"/"+strconv.Itoa(weekdays[f.fold]), calendar)
	default:
		w.term = l.term(f.stem, w.class)
	}
}

// opposite returns the stem of the word that a prefix turns round, if the
// dossier has that word too: "unpaid", "paid".
func (l *lexicon) opposite(fold string) (stemmed string, ok bool) {
	for _, prefix := range []string{"un", "non"} {
		rest, cut := strings.CutPrefix(fold, prefix)
		if !cut || len(rest) < 3 {
			continue
		}
		if stemmed := stem(rest); l.hasStem(stemmed) {
			return stemmed, true
		}
	}
	return "", false
}

// hasStem reports whether the dossier has a word of a stem.
func (l *lexicon) hasStem(stemmed string) bool {
	if l.stems == nil {
		l.stems = make(map[string]bool, len(l.forms))
		for _, f := range l.forms {
			l.stems[f.stem] = true
		}
	}
	return l.stems[stemmed]
}

// monthBeside returns the month written right before or after word i with no
// comma between, or 0: "in July, 6 percent" has no day.
func (s *sentence) monthBeside(i int) int {
	if i > 0 && s.words[i-1].class == calendar && months[s.fold(i-1)] > 0 && !strings.Contains(s.gap(i), ",") {
		return months[s.fold(i-1)]
	}
	if i+1 < len(s.words) && s.words[i+1].class == calendar && !strings.Contains(s.gap(i+1), ",") {
		return months[s.fold(i+1)]
	}
	return 0
}

func capital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r)
}

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
			markTail(s.words[start:])
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

// between returns the text between words i and i+1.
func (s *sentence) between(i int) string {
	return s.text[s.words[i].at.End-s.at.Start : s.words[i+1].at.Start-s.at.Start]
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
