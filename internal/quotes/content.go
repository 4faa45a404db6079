package quotes

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"parallax/internal/names"
	"parallax/internal/text"
)

// goesOn reports whether an indirect statement goes on after the attribution
// in its middle, and where it ends: "The talks, he said, will resume".
func (r *reader) goesOn(toks []tok, c cue, content phrase) (end int, ok bool) {
	subject := false
	for k := range toks[content.a:content.b] {
		t := &toks[content.a:content.b][k]
		if t.quote >= 0 {
			return 0, false
		}
		subject = subject || nouny(t) || isWord(t) && subjects.Has(t.Low)
	}
	if !subject || isWord(&toks[content.a]) && (prepositions.Has(toks[content.a].Low) || subordinate.Has(toks[content.a].Low) || linkers.Has(toks[content.a].Low)) {
		return 0, false
	}
	i := c.next
	if i+2 >= len(toks) || !isMark(&toks[i], ",") || !isWord(&toks[i+1]) || !isMark(&toks[c.start()-1], ",") {
		return 0, false
	}
	// The verb of the statement follows, or it had none before.
	low := toks[i+1].Low
	if conjunctions.Has(low) || low == "of" || !auxiliaries.Has(low) && (finiteIn(toks[content.a:content.b]) || subordinate.Has(low) || strings.HasSuffix(low, "ing")) {
		return 0, false
	}
	return r.contentEnd(toks, i+1, c), true
}

// finiteIn reports whether toks hold an auxiliary, which a clause hardly does
// without.
func finiteIn(toks []tok) bool {
	for k := range toks {
		t := &toks[k]
		if isWord(t) && (auxiliaries.Has(t.Low) || strings.HasSuffix(t.Low, "ed")) {
			return true
		}
	}
	return false
}

// second returns the part of the statement that goes on after c: `"A," he said,
// "B."`, `The talks, he said, would continue.`
func (r *reader) second(toks []tok, c cue) phrase {
	i := c.next
	if i < len(toks) && isMark(&toks[i], ",.:—–--") {
		i++
	}
	if k := r.resumes(toks, i); k > 0 {
		i = k
	}
	if i >= len(toks) || toks[i].quote < 0 || nickname(toks, i) {
		return phrase{}
	}
	j := i
	for j < len(toks) && toks[j].quote >= 0 {
		j++
	}
	return phrase{i, j}
}

// longestPause is how many tokens may stand between an attribution and the
// quotation that goes on after it.
const longestPause = 8

// resumes returns the quotation that goes on in the middle of its sentence after
// words set off by commas at token i, or 0: `"We are," he said, smiling, "not done."`
func (r *reader) resumes(toks []tok, i int) int {
	for k := i; k+1 < len(toks) && k < i+longestPause && toks[k].quote < 0; k++ {
		if k > i && isMark(&toks[k], ",") && toks[k+1].quote >= 0 {
			if r.fragment(toks[k+1].quote) {
				return k + 1
			}
		}
		if toks[k].Kind == names.Mark {
			return 0
		}
	}
	return 0
}

// fragment reports whether quotation q begins in the middle of a sentence.
func (r *reader) fragment(q int32) bool {
	first, _ := utf8.DecodeRuneInString(r.quoted[q].inner.Of(r.s))
	return unicode.IsLower(first)
}

// follows returns the statement that follows cue c.
func (r *reader) follows(toks []tok, c cue) (phrase, bool) {
	i := c.next
	if c.decline {
		p := phrase{i, r.contentEnd(toks, i, c)}
		return p, !p.empty()
	}
	if i >= len(toks) {
		return phrase{}, false
	}
	if c.use&labels != 0 && toks[i].Low != "to" {
		p, ok := labelled(toks, i)
		if ok && c.use&infin != 0 {
			ok = r.fragment(toks[p.a].quote) // what was promised; "The Flood" is a film
		}
		if ok || c.use&(object|clause) == 0 {
			return p, ok
		}
	}
	i, ok := r.statementStart(toks, c)
	if !ok || i >= len(toks) {
		return phrase{}, false
	}
	p := phrase{i, r.contentEnd(toks, i, c)}
	quoted := toks[p.a].quote >= 0
	switch {
	case p.empty(), !quoted && c.use&quoteOnly != 0 && !words(toks[p.a:p.b]):
		return phrase{}, false
	case quoted && c.use&quoteOnly != 0 && p.a+1 < p.b && nouny(&toks[p.a+1]) && r.fragment(toks[p.a].quote):
		return phrase{}, false // "ordered “smart” meters"
	case isWord(&toks[p.a]) && finiteCue(&toks[p.a]): // "who advised Halvorsen said"
		return phrase{}, false
	case toks[p.a].Low == "the" && p.a+1 < p.b && references.Has(toks[p.a+1].Low):
		return phrase{}, false
	case c.use&object != 0 && titled(toks, p):
		return phrase{}, false
	case p.a == c.next && p.b-p.a < fewestNouns && !quoted && !r.bare(toks[:p.b], c, p.a): // "acknowledged the error and promised"
		return phrase{}, false
	case c.use&object != 0 && p.b-p.a < fewestNouns && !(p.b-p.a == 2 && c.span.b-c.span.a == 2) && !quoted && toks[p.a-1].Low != "that":
		return phrase{}, false
	}
	if p.a+1 < p.b && quoted && strings.ContainsRune(".?!", r.lastRune(toks[p.a].quote)) && isWord(&toks[p.a+1]) && subordinate.Has(toks[p.a+1].Low) {
		p.b = p.a + 1 // "shouted “Freedom!” as he left"
	}
	return p, true
}

// words reports whether some of toks are in marks, before any comma.
func words(toks []tok) bool {
	i := slices.IndexFunc(toks, func(t tok) bool { return t.quote >= 0 || isMark(&t, ",") })
	return i >= 0 && toks[i].quote >= 0
}

// references stand for what was said: "said the opposite last week".
var references = text.WordSet{Words: "opposite same contrary reverse"}

// statementStart returns where the statement that follows cue c begins, behind
// "that" and the marks that lead to it. What it returns may be the end of toks.
func (r *reader) statementStart(toks []tok, c cue) (int, bool) {
	i, n := c.next, len(toks)
	if i+1 < n && toks[i].Low == "only" && toks[i+1].Low == "that" {
		i++
	}
	t := &toks[i]
	behindComma := isMark(t, ",") && i+1 < n && toks[i+1].quote >= 0
	switch {
	case t.quote >= 0:
		return i, true
	case c.as: // "is, in her words, “a gift”"
		return i + 1, behindComma || isMark(t, ",") && c.start() <= 3
	case isMark(t, ":"):
		return i + 1, i+1 >= n || toks[i+1].quote >= 0 || c.use&strong != 0
	case behindComma:
		return i + 1, true
	case isMark(t, ","):
		return behindAside(toks, i)
	case isMark(t, ".?!;)—–"):
		return i, false
	case isWord(t) && t.Low == "that" && c.use&(clause|infin) != 0 && i+1 < n && !isMark(&toks[i+1], ".;"):
		if isMark(&toks[i+1], ",") {
			return i + 2, true // "said that, in line with its policy, it would"
		}
		if isWord(&toks[i+1]) && auxiliaries.Has(toks[i+1].Low) {
			return i, true // "said that was a question for the chairman"
		}
		return i + 1, true
	}
	return i, r.bare(toks, c, i)
}

// behindAside returns where a statement goes on behind what commas set off
// between it and its cue; the first of them is toks[i].
func behindAside(toks []tok, i int) (int, bool) {
	n := len(toks)
	if i+3 < n && isWord(&toks[i+1]) && linkers.Has(toks[i+1].Low) && isMark(&toks[i+2], ",") && toks[i+3].quote >= 0 {
		return i + 3, true // "said, however, “…”"
	}
	k := i + 1
	for k < n && !isMark(&toks[k], ",.;") && toks[k].quote < 0 {
		k++
	}
	// "said, in a statement, that"
	return k + 2, k+1 < n && isMark(&toks[k], ",") && toks[k+1].Low == "that" && k-i < 12
}

// fewestNouns is how many words make an object a statement: "rejected the
// criticism" does not say what was said.
const fewestNouns = 3

// labelled returns the words in marks that name what stands before them: `the
// ruling “a stain”`. The object is short and has no verb.
func labelled(toks []tok, i int) (phrase, bool) {
	for j := i; j < len(toks) && j < i+14; j++ {
		t := &toks[j]
		if t.quote >= 0 && titled(toks, phrase{j - 1, j + 1}) {
			return phrase{}, false
		}
		if t.quote >= 0 {
			if j+1 < len(toks) && toks[j+1].Low == "and" && toks[j+1].quote < 0 {
				if p, ok := labelled(toks, j+2); ok {
					return phrase{j, p.b}, true // "and the inquiry “a waste”"
				}
			}
			return phrase{j, j + 1}, true
		}
		if t.Kind == names.Mark || isWord(t) && (auxiliaries.Has(t.Low) || subordinate.Has(t.Low) && t.Low != "as" || len(verbForms()[t.Low]) > 0 && !t.Cap && finiteCue(t)) {
			break
		}
	}
	return phrase{}, false
}

// works are what has a title in marks.
var works = text.WordSet{Words: `film films movie book books novel song album single play opera musical documentary series drama comedy thriller painting sculpture poem poems
	exhibition memoir ballet show game yacht ship tanker ferry operation podcast`}

// titled reports whether marks in p set off the title of a work: "the short
// film “Nine Lives”".
func titled(toks []tok, p phrase) bool {
	for j := p.a + 1; j < p.b; j++ {
		if toks[j].quote >= 0 && works.Has(toks[j-1].Low) {
			return true
		}
	}
	return false
}

// bare reports whether c may have the statement toks[i:] without "that".
func (r *reader) bare(toks []tok, c cue, i int) bool {
	t := &toks[i]
	low := t.Low
	if c.use&quoteOnly != 0 {
		return isWord(t) && wh.Has(low) // "asked whether it was “fair”"
	}
	if c.use&infin != 0 && low == "to" {
		return true
	}
	if c.use&accuses != 0 {
		return accusation(toks, i)
	}
	if c.use&object != 0 {
		if p := after(toks, i); c.use&labels != 0 && !p.empty() && suits.Has(toks[head(toks, p)].Low) {
			return false // a court's deed
		}
		return !(isWord(t) && (prepositions.Has(low) || subordinate.Has(low) && !wh.Has(low))) && (!isMark(t, ",")) && low != "to"
	}
	if c.use&clause == 0 {
		return false
	}
	if isWord(t) && (low == "to" || low == "so" || low == "as" || low == "of" || low == "than" || low == "with" || low == "on" || low == "into") {
		return false
	}
	if c.use&strong != 0 {
		if isWord(t) && apart.Has(low) {
			return false
		}
		if verb := toks[c.at].Low; verb != "said" && verb != "says" && verb != "say" && verb != "saying" && c.use&addressee == 0 && !c.as {
			// "claimed responsibility", "recalled two million cars"
			return verbIn(toks, i)
		}
		return !(isWord(t) && (low == "nothing" && !(i+1 < len(toks) && isWord(&toks[i+1]) && auxiliaries.Has(toks[i+1].Low)) || low == "by" || low == "about" && !(i+1 < len(toks) && toks[i+1].Kind == names.Number)))
	}
	return finite(toks, i)
}

// suits are what courts reject and dismiss.
var suits = text.WordSet{Words: `appeal appeals lawsuit lawsuits suit suits petition petitions motion motions plea pleas`}

// verbIn reports whether a clause with a verb begins at token i: within its
// first words stands an auxiliary, a past form or a subject pronoun.
func verbIn(toks []tok, i int) bool {
	for j := i; j < len(toks) && j < i+25; j++ {
		t := &toks[j]
		if isMark(t, ";:") || isMark(t, ",") && j+1 < len(toks) && !wh.Has(toks[j+1].Low) {
			return false
		}
		if j > i && isWord(t) && (t.Low == "that" || t.Low == "which") && nouny(&toks[j-1]) {
			return false // "had written a letter that was never sent"
		}
		if t.Kind == names.Clitic || isWord(t) && (auxiliaries.Has(t.Low) || pastVerbs.Has(t.Low) || j == i && subjects.Has(t.Low) || j > i && !t.Cap && strings.HasSuffix(t.Low, "ed")) {
			return true
		}
	}
	return false
}

// accusation reports whether an accusing verb has its "of", "for" or "to".
func accusation(toks []tok, i int) bool {
	for j := i + 1; j < len(toks) && j < i+14 && !strings.HasSuffix(toks[i].Low, "self"); j++ { // not "blamed himself"
		if isWord(&toks[j]) && (toks[j].Low == "of" || toks[j].Low == "for" || toks[j].Low == "to") {
			return true
		}
	}
	return false
}

// finite reports whether a clause seems to begin at token i: a noun phrase and
// then an auxiliary, or a subject pronoun.
func finite(toks []tok, i int) bool {
	if isWord(&toks[i]) && subjects.Has(toks[i].Low) {
		return true
	}
	p := after(toks, i)
	if p.empty() || p.b >= len(toks) {
		return false
	}
	return isWord(&toks[p.b]) && auxiliaries.Has(toks[p.b].Low) || toks[p.b].Kind == names.Clitic
}

// contentEnd returns the end of the statement that begins at token i: the end
// of the sentence, or where another attribution begins.
func (r *reader) contentEnd(toks []tok, i int, c cue) int {
	end := min(i+1, len(toks))
	for end < len(toks) && !r.endsContent(toks, i, end, c) {
		end++
	}
	for end > i && toks[end-1].quote < 0 && toks[end-1].Kind == names.Mark && !isMark(&toks[end-1], ")]>%$") {
		end--
	}
	return end
}

// endsContent reports whether the statement that begins at token i ends before
// token j.
func (r *reader) endsContent(toks []tok, i, j int, c cue) bool {
	t, more := &toks[j], j+1 < len(toks)
	switch {
	case t.quote >= 0:
		return false
	case isMark(t, ";"), c.aside && isMark(t, ","), c.decline && endsRefusal(toks, j, c):
		return true
	case isMark(t, ","):
		return more && r.cuts(toks, j+1)
	case !isWord(t) || !more:
		return false
	case t.Low == "and" || t.Low == "but":
		return r.cutsAfter(toks, j+1) || c.decline && !finiteIn(toks[i:j]) && deed(toks, j+1)
	case t.Low == "after" || asides.Has(t.Low):
		return j-1 > i && toks[j-1].quote >= 0 && r.cutsAfter(toks, j+1) // "are “abandoned” after a report said"
	}
	return false
}

// endsRefusal reports whether what was refused with c ends before token j.
func endsRefusal(toks []tok, j int, c cue) bool {
	t, more := &toks[j], j+1 < len(toks)
	switch {
	case isMark(t, ","):
		return more && isWord(&toks[j+1]) && contrasts.Has(toks[j+1].Low)
	case !isWord(t):
		return false
	case lowAt(toks, j-2) == "for" && commentWords.Has(lowAt(toks, j-1)) && tries.Has(lowAt(toks, c.span.a)):
		return true
	case !asides.Has(t.Low) || !more:
		return false
	case turnedTo.Has(toks[j+1].Low):
		return true // "when approached"
	}
	// "refused to answer questions as he left", not "to say when the bridge opens"
	return (subjects.Has(toks[j+1].Low) || determiners.Has(toks[j+1].Low)) && !(sayless.Has(toks[j-1].Low) && wh.Has(t.Low))
}

// asides begin what happened beside a refusal, with a subject of its own.
var asides = text.WordSet{Words: `as when while because until`}

// turnedTo is how somebody is who is asked something.
var turnedTo = text.WordSet{Words: `asked approached contacted pressed questioned reached`}

// deed reports whether "and" before token j goes on with a verb of the past, not with
// what is refused too: "to answer questions and hung up", "to comment and referred
// questions to her ministry", but "to discuss salaries and related matters".
func deed(toks []tok, j int) bool {
	t := &toks[j]
	if !isWord(t) || t.Cap || !pastVerbs.Has(t.Low) && !auxiliaries.Has(t.Low) && !strings.HasSuffix(t.Low, "ed") {
		return false
	}
	return sayless.Has(lowAt(toks, j-2)) || j+1 == len(toks) || !nouny(&toks[j+1]) || determiners.Has(lowAt(toks, j+1)) || apart.Has(lowAt(toks, j+1))
}

// cuts reports whether a new attribution begins at token j after a comma:
// "adding that", "but Lavrov said", "Putin added".
func (r *reader) cuts(toks []tok, j int) bool {
	k := j
	if isWord(&toks[k]) && (conjunctions.Has(toks[k].Low) || toks[k].Low == "while" || toks[k].Low == "whereas" || toks[k].Low == "though") {
		k++
		if k < len(toks) && (r.cutsAfter(toks, k) || r.declines(toks, k)) {
			return true
		}
	} else {
		for _, f := range verbForms()[toks[k].Low] {
			if f.form == gerund && f.use&(clause|object) != 0 && f.use&quoteOnly == 0 {
				c, ok := r.cueAt(toks, k)
				if !ok || c.next >= len(toks) || isMark(&toks[c.next], ".") {
					return false
				}
				_, ok = r.follows2(toks, c)
				return ok
			}
		}
	}
	// A noun phrase and its cue verb right away.
	if k >= len(toks) {
		return false
	}
	p := subjectAt(toks, k)
	if p.empty() || p.b >= len(toks) {
		return false
	}
	speaks := canSpeak(toks, p, false)
	if verb := behindName(toks, p); verb > 0 {
		p.b, speaks = verb, true
	}
	for _, f := range verbForms()[toks[p.b].Low] {
		if f.form != past && f.form != third || !speaks {
			continue
		}
		if f.use&strong != 0 {
			return true
		}
		if f.use&labels != 0 && p.b+1 < len(toks) {
			if _, ok := labelled(toks, p.b+1); ok {
				return true
			}
		}
	}
	return false
}

// behindName returns what stands behind the name that commas set off after p, or 0:
// "the chairwoman, Ruth Kellner, called it", "a partner at the firm, Dana Cole, who
// won, called it".
func behindName(toks []tok, p phrase) int {
	for isWord(&toks[p.b]) && linking.Has(toks[p.b].Low) {
		q := after(toks, p.b+1)
		if q.empty() || q.b >= len(toks) {
			return 0
		}
		p.b = q.b
	}
	if !isMark(&toks[p.b], ",") || !canSpeak(toks, p, true) {
		return 0
	}
	name := after(toks, p.b+1)
	if !named(toks, name) || name.b+1 >= len(toks) || !isMark(&toks[name.b], ",") {
		return 0
	}
	k := name.b + 1
	if toks[k].Low == "who" {
		for k < len(toks) && !isMark(&toks[k], ",.;") && toks[k].quote < 0 {
			k++
		}
		k++
	}
	if k >= len(toks) {
		return 0
	}
	return k
}

// cutsAfter reports whether "and" or "but" before token j begins a further
// statement: "and added that", "but he said".
func (r *reader) cutsAfter(toks []tok, j int) bool {
	for _, f := range verbForms()[toks[j].Low] {
		if (f.form == past || f.form == third) && f.use&(strong|object|accuses|infin) != 0 && f.use&thinks == 0 {
			c, ok := r.cueAt(toks, j)
			if ok && c.elided && c.next < len(toks) {
				_, ok = r.follows2(toks, c)
				return ok
			}
		}
	}
	p := subjectAt(toks, j)
	if p.empty() || p.b >= len(toks) || !canSpeak(toks, p, false) {
		return false
	}
	for _, f := range verbForms()[toks[p.b].Low] {
		if (f.form == past || f.form == third) && f.use&(strong|accuses) != 0 {
			return true
		}
	}
	return false
}

// declines reports whether a clause that begins at token j says that somebody
// did not speak: "did not elaborate", "gave no details".
func (r *reader) declines(toks []tok, j int) bool {
	for k := j; k < len(toks) && k < j+8; k++ {
		if toks[k].quote >= 0 || toks[k].Kind == names.Mark {
			return false
		}
		if c, ok := r.declined(toks, k); ok {
			return c.elided || c.subject.a == j
		}
	}
	return false
}

// follows2 is follows without looking for the end.
func (r *reader) follows2(toks []tok, c cue) (phrase, bool) {
	if c.use&labels != 0 && c.use&(object|infin) == 0 {
		return labelled(toks, c.next)
	}
	t := &toks[c.next]
	if t.quote >= 0 || isMark(t, ":") || t.Low == "that" {
		return phrase{c.next, c.next + 1}, true
	}
	if t.Kind == names.Mark {
		return phrase{}, false
	}
	return phrase{c.next, c.next + 1}, r.bare(toks, c, c.next)
}
