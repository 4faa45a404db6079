package compare

import (
	"math"
	"strconv"
	"strings"
)

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
