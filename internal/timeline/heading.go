package timeline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"parallax/internal/text"
)

// Limits of a heading, in words: at least fewest where the clause has them,
// at most most; a longer one loses a subject of more than title words. Up to
// whole are those that hold a quotation, or an aside behind the subject.
const (
	fewest = 3
	most   = 11
	title  = 3
	whole  = most + 4
)

// dateHeading returns the words that head what verb v tells of the time u, at
// tokens [first, after).
func (c *clause) dateHeading(u unit, v, first, after int, status Status) text.Span {
	words := c.heading(v, first, after)
	if v < 0 {
		return words
	}
	if status == Planned && c.word(first-1) == "from" && agreeing.Has(c.word(v)) {
		_, firstEnd := c.find(u.first)
		words = c.fromHeading(v, first, firstEnd)
	}
	if by := c.refused(v); by >= 0 {
		words = c.refusal(by, words)
	}
	return words
}

// heading returns the words that head an event: the clause of verb v (or, if
// there is none, the words around the time), cut before the time and at the
// end of a phrase. Words of the text, never ours.
func (c *clause) heading(v, first, after int) text.Span {
	if len(c.toks) == 0 {
		return text.Span{}
	}
	if v < 0 {
		return c.around(first, after)
	}
	if from := c.another(v, first); from > 0 {
		return c.span(from, after)
	}
	seg := c.toks[v].seg
	group := c.chain(v)
	begin := c.clauseStart(group)
	end := v + 1
	for end < len(c.toks) && c.toks[end].seg == seg && !c.toks[end].date && end-begin < 40 {
		end++
	}
	stop := c.beforeTime(v, end)
	switch subject := group - begin; {
	case subject == 1 && pronouns.Has(c.word(begin)):
		begin = group
	case subject == 0:
		begin = c.farSubject(v, group, stop)
	case stop-begin > most && subject > title:
		short := c.shortSubject(begin, group)
		if short < group || c.tells(begin, group) || v+1-begin > whole || v+2-begin > most && !c.verbIn(begin, group) {
			begin = short
		}
	}
	timed := end < len(c.toks) && c.toks[end].date
	if stop > v+1 && timed && c.speaks(v) && !refusing.Has(c.word(v)) {
		if said := c.saidAfter(end, false); !said.Empty() {
			return said // "told reporters on Monday that the road was open"
		}
	}
	if stop == v+1 && begin < group && c.speaks(v) {
		stop = c.saidEnd(begin, stop, end)
	}
	if stop-begin > most && c.toks[begin].seg == seg {
		stop = c.phraseEnd(v+1, stop, max(begin+most, v+1))
	}
	if (stop-begin < fewest || stop == v+1 && c.speaks(v) && !refusing.Has(c.word(v))) && timed {
		if said := c.saidAfter(end, c.speaks(v)); !said.Empty() {
			return said
		}
		if said := c.quotedBefore(begin); c.speaks(v) && !said.Empty() {
			return said
		}
		if stop-begin < fewest && (end == first || begin < group || c.clauseStart(group) != group-1) {
			for stop = end; stop < len(c.toks) && c.toks[stop].seg == seg && c.toks[stop].date; stop++ {
			}
		}
	}
	if (stop-begin == 1 || timed && end != first && stop-begin < fewest) && begin == group && c.clauseStart(group) == group-1 && !c.speaks(v) {
		begin-- // its time does not go with it: "he was arrested"
	}
	return c.filled(v, begin, stop)
}

// filled returns the heading of tokens [begin, stop), if need be with the subject of
// verb v or what follows: a verb and its time alone tell nothing, "said on June 9".
func (c *clause) filled(v, begin, stop int) text.Span {
	told := 0
	for _, t := range c.toks[begin:stop] {
		if !t.date && !closed(t.word) {
			told++
		}
	}
	if told > 1 || begin != c.chain(v) {
		return c.span(begin, stop)
	}
	from, to := c.subject(v)
	if what := slices.Index(c.words()[from:to], "what"); what >= 0 {
		from += what + 1 // "That is what Aker said"
	}
	if from < to && stop-from <= whole && c.begins(from) && !pronouns.Has(c.word(from)) && !prepositions.Has(c.word(from)) {
		return c.span(from, stop)
	}
	if c.speaks(v) {
		return c.span(begin, stop)
	}
	end := stop
	for end < len(c.toks) && c.toks[end].seg == c.toks[v].seg {
		end++
	}
	if end-begin > most {
		end = stop
	}
	return c.span(begin, end)
}

// begins reports whether a clause begins with token i, and not the last of what it
// lists or an aside.
func (c *clause) begins(i int) bool {
	if i == 0 {
		return true
	}
	w := c.word(i - 1)
	joins := w == "and" || w == "or" || prepositions.Has(w) || i > 1 && prepositions.Has(c.word(i-2)) // "in that trial"
	return !joins && (relatives.Has(w) || w == "what" || c.opens(i) && c.gap(i)[0] != ',')
}

// fromHeading heads what is to begin at a time: "a ceasefire from 12:00".
func (c *clause) fromHeading(v, first, firstEnd int) text.Span {
	begin := first - 1
	for begin > v+1 && c.toks[begin-1].seg == c.toks[first].seg {
		begin--
		if determiners.Has(c.word(begin)) {
			break
		}
	}
	for begin < first-1 && prepositions.Has(c.word(begin)) {
		begin++
	}
	return text.Span{Start: c.toks[begin].span.Start, End: c.toks[firstEnd-1].span.End}
}

// refusal returns the words that head what is told not to be so: from the clause
// of the verb that says so, token by, to the end of the heading itself.
func (c *clause) refusal(by int, heading text.Span) text.Span {
	_, after := c.find(heading)
	group := c.chain(by)
	begin := c.clauseStart(group)
	if after-begin > whole && begin < group {
		begin = c.shortSubject(begin, group)
	}
	return c.span(begin, max(after, by+1))
}

// another returns where the words begin that verb v has for the time at token
// first alone, after another: "offered 5 percent from July and another 2 percent
// from January". It is 0 if there are none.
func (c *clause) another(v, first int) int {
	i, content := first, 0
	for i > v+1 && c.toks[i-1].seg == c.toks[v].seg && !c.toks[i-1].date && !c.toks[i-1].verb && c.word(i-1) != "and" {
		i--
		if !closed(c.word(i)) {
			content++
		}
	}
	if content < 2 || i < v+3 || c.word(i-1) != "and" || !c.toks[i-2].date {
		return 0
	}
	return i
}

// clauseStart returns where the clause begins, as a heading, whose verb group
// begins at token group.
func (c *clause) clauseStart(group int) int {
	begin := group
	for begin > 0 && c.toks[begin-1].seg == c.toks[group].seg && !c.toks[begin-1].date {
		begin--
	}
	if begin > 0 && c.toks[begin-1].date && c.conjoins(group-1, group) {
		begin = group
	}
	if c.relative(group - 1) {
		begin = group - 3 // "the ferry that ran aground"
	}
	for begin < group && (relatives.Has(c.word(begin)) || prepositions.Has(c.word(begin)) && begin+1 == group || connective(c.word(begin)) || c.word(begin) == "first" && pronouns.Has(c.word(begin+1))) {
		begin++
	}
	if begin+1 < group && c.opens(begin) && speech.Has(c.word(begin)) && !c.toks[begin].cap && !pronouns.Has(c.word(begin+1)) {
		begin++ // "Petrou, who leads the union, said letters were sent"
		if c.word(begin) == "that" && begin+1 < group {
			begin++
		}
	}
	if c.word(begin) == "to" && begin+2 < group {
		begin += 2 // "to accept the agreement reached on Saturday"
	}
	return begin
}

// beforeTime returns where the clause of verb v ends, as a heading, if a time or
// its own end follows at token end: the preposition of the time belongs to that.
func (c *clause) beforeTime(v, end int) int {
	stop := end
	if end == len(c.toks) || !c.toks[end].date {
		return stop
	}
	for stop > v+1 && (prepositions.Has(c.word(stop-1)) || determiners.Has(c.word(stop-1)) || lingering.Has(c.word(stop-1)) || c.word(stop-1) == "not") {
		stop--
	}
	if p := c.participle(v); p > 0 && stop == p+1 && stop+1 < end && particles.Has(c.word(stop)) {
		stop++ // "were taken off by 9 a.m."
	}
	if stop == v+1 && stop+1 < end && (particles.Has(c.word(stop)) || c.word(stop) == "in") {
		stop++ // "was put off until Monday"
	}
	return stop
}

// farSubject returns where a heading begins whose verb group, from token group
// on, has its subject before a time or in another segment: "Hirsh, a former
// judge, was named", "the strike, which began". It is group if there is none or
// no room for it up to token stop.
func (c *clause) farSubject(v, group, stop int) int {
	if begin := c.datedSubject(group); begin < group {
		return begin
	}
	relative := group > 0 && c.opens(group-1) && (c.word(group-1) == "which" || c.word(group-1) == "who")
	if c.speaks(v) || !c.opens(group) && !relative {
		return group
	}
	from, to := c.subject(v)
	dated := slices.ContainsFunc(c.toks[from:group], func(t token) bool { return t.date })
	if from == to || stop-from > whole || dated || !relative && from > 0 {
		return group
	}
	if prepositions.Has(c.word(from)) || !c.opens(from) && prepositions.Has(c.word(from-1)) {
		return group // "with the mediation of the US, which was set": of what is open
	}
	return from
}

// tells reports whether tokens [from, to), a subject, tell something themselves: a
// verb stands there that does not just say of whom or what they are.
func (c *clause) tells(from, to int) bool {
	for i := from; i < to; i++ {
		if c.toks[i].verb && !c.describes(i) {
			return true
		}
	}
	return false
}

// conjoins reports whether token i is the "and" of a second verb, whose subject
// stands before the first: "called off the search and resumed it".
func (c *clause) conjoins(i, verb int) bool {
	if i+1 != verb || c.word(i) != "and" && c.word(i) != "but" {
		return false
	}
	for j := i - 1; j >= 0 && c.toks[j].seg == c.toks[i].seg; j-- {
		if c.toks[j].verb {
			return true
		}
	}
	return false
}

// datedSubject returns where a heading begins whose subject stands before a
// time: "An appeals court on Tuesday threw out the fine". It is group, the
// verb, if there is no such subject or a long one.
func (c *clause) datedSubject(group int) int {
	const longest = 4 // words
	i := group
	for i > 0 && c.toks[i-1].seg == c.toks[group].seg && c.toks[i-1].date {
		i--
	}
	if i == group || i == 0 || c.toks[i-1].seg != c.toks[group].seg {
		return group
	}
	if prepositions.Has(c.word(i - 1)) {
		i--
	}
	begin := i
	for begin > 0 && c.toks[begin-1].seg == c.toks[group].seg {
		begin--
		if c.toks[begin].date || c.toks[begin].verb {
			return group
		}
	}
	if begin == i || i-begin > longest || closed(c.word(begin)) && !determiners.Has(c.word(begin)) || relatives.Has(c.word(begin)) {
		return group
	}
	return begin
}

// saidEnd returns where a heading from begin ends that takes in what was said:
// "The president said on Sunday he would ask the winner". It is stop, the end of
// the verb, if little of that fits. The time after the verb ends the clause at
// token end.
func (c *clause) saidEnd(begin, stop, end int) int {
	from := end
	for from < len(c.toks) && c.toks[from].seg == c.toks[begin].seg && c.toks[from].date {
		from++
	}
	last := from
	for last < len(c.toks) && c.toks[last].seg == c.toks[begin].seg && !c.toks[last].date {
		last++
	}
	if from == end || last-from < fewest || begin+most-from < fewest {
		return stop
	}
	cut := c.phraseEnd(from+1, last, begin+most)
	for cut > from && c.dangles(cut) {
		cut--
	}
	if cut-from < fewest {
		return stop
	}
	return cut
}

// quotedBefore returns the words in marks before the segment of token i: of `"We will
// establish the facts," she said on Sunday`.
func (c *clause) quotedBefore(i int) text.Span {
	i = c.segmentStart(i)
	for i > 0 && c.gap(i) == ", " && !c.verbIn(c.segmentStart(i-1), i) {
		i = c.segmentStart(i - 1) // "his lawyer, Petra Vance, said"
	}
	if i == 0 || !strings.ContainsAny(c.gap(i), "\"”’'»") {
		return text.Span{}
	}
	begin := c.segmentStart(i - 1)
	for begin > 0 && !c.quotes(begin) {
		begin = c.segmentStart(begin - 1)
	}
	end := i
	if end-begin > whole {
		end = c.phraseEnd(begin+1, i, begin+most)
	}
	if end-begin < fewest {
		return text.Span{}
	}
	return c.span(begin, end)
}

// quotes reports whether a quotation begins with token i, in a sentence that has
// begun.
func (c *clause) quotes(i int) bool {
	gap := c.gap(i)
	open := strings.TrimRight(gap, "\"“„‘'«")
	return open != gap && strings.HasSuffix(open, " ")
}

// quotationEnd returns the token after the quotation that the clause runs into
// at token i, without a comma or the like: "referred to “a courtesy call”". It is
// i if it runs into none.
func (c *clause) quotationEnd(i int) int {
	if i == len(c.toks) || !c.quotes(i) || strings.ContainsAny(c.gap(i), ",;:()") {
		return i
	}
	for i++; i < len(c.toks) && !strings.ContainsAny(c.gap(i), "\"”’»"); i++ {
	}
	return i
}

// saidAfter returns the words of a clause that says what, after the time at
// tokens from on: of "said on Monday that all ferries would be inspected". It may
// be bare after a verb of speaking.
func (c *clause) saidAfter(from int, bare bool) text.Span {
	seg := c.toks[from].seg
	for from < len(c.toks) && c.toks[from].seg == seg && c.toks[from].date {
		from++
	}
	if from >= len(c.toks) || c.word(from) != "that" && (!bare || prepositions.Has(c.word(from))) || c.toks[from].seg != seg {
		return text.Span{}
	}
	if c.word(from) == "that" {
		from++
	}
	end := from
	for end < len(c.toks) && c.toks[end].seg == seg && !c.toks[end].date {
		end++
	}
	if q := c.quotationEnd(end); q > end && q-from <= whole {
		said := c.span(from, q)
		if mark, size := utf8.DecodeRuneInString(c.text[said.End:]); strings.ContainsRune("\"”’»", mark) {
			said.End += int32(size)
		}
		return said
	}
	end = c.phraseEnd(from+1, end, from+most)
	for end > from && c.dangles(end) {
		end--
	}
	if end-from < fewest {
		return text.Span{}
	}
	return c.span(from, end)
}

// saidBy returns the words of the clause that says what verb v tells, with no
// time between: of "said earlier in an interview that the road was open".
func (c *clause) saidBy(v int) text.Span {
	for i := v + 1; i < len(c.toks) && c.toks[i].seg == c.toks[v].seg && !c.toks[i].verb; i++ {
		if c.word(i) == "that" {
			return c.saidAfter(i, false)
		}
	}
	return text.Span{}
}

// connective reports whether word joins a sentence to the one before.
func connective(word string) bool { return connectives.Has(word) }

var connectives = text.WordSet{Words: "however then also meanwhile thus therefore moreover besides"}

// phraseEnd returns the last place after min and up to max where a phrase that
// goes on to end can be cut: before a preposition, a relative or a participle.
func (c *clause) phraseEnd(min, end, max int) int {
	if end <= max {
		return end
	}
	for i := max; i > min+1; i-- {
		w, before := c.word(i), c.word(i-1)
		cuts := prepositions.Has(w) && w != "of" || relatives.Has(w) && w != "and" && w != "or" || strings.HasSuffix(w, "ing")
		if cuts && !closed(before) && !relatives.Has(before) && !c.hyphened(i) {
			return i
		}
	}
	for max > min && c.dangles(max) {
		max--
	}
	return max
}

// dangles reports whether words cut off before token i would end in the air: on
// a preposition, on a number of what follows, within a compound. The particle
// of a verb is no preposition: "was put out".
func (c *clause) dangles(i int) bool {
	w := c.word(i - 1)
	switch {
	case particles.Has(w) && i > 1 && c.toks[i-2].verb:
		return false
	case isDigit(w[0]) || w == "million" || w == "billion":
		return i < len(c.toks) && !c.opens(i)
	}
	return closed(w) || relatives.Has(w) || c.hyphened(i)
}

// shortSubject returns where a long subject, tokens begin up to group, can
// begin instead: at the name that ends it, if it is a single one, else not at
// all. Of "Armenian Prime Minister Nikol Pashinyan" that is "Pashinyan", of "The
// passenger ferry Aurora Star" all that follows what kind of thing it is; "Putin
// and Pashinyan" cannot be shortened without leaving somebody out.
func (c *clause) shortSubject(begin, group int) int {
	if !c.toks[group-1].cap {
		return group
	}
	for i := begin; i < group; i++ {
		if w := c.word(i); w == "and" || w == "or" || prepositions.Has(w) && w != "of" {
			return group
		}
	}
	name := group
	for name > begin && (c.toks[name-1].cap || name-1 > begin && c.word(name-1) == "of" && c.toks[name-2].cap) {
		name--
	}
	if slices.Contains(c.words()[name:group], "of") || name > begin+1 && determiners.Has(c.word(begin)) {
		return name
	}
	return group - 1
}

// around returns up to most words about the time, within its segment.
func (c *clause) around(first, after int) text.Span {
	seg := c.toks[first].seg
	begin, end := first, after
	if first == 0 && after < len(c.toks) && c.toks[after].seg == seg && isFigure(c.word(0)) {
		begin = after // "19:40 Sandra Whitlock opens the debate"
	} else {
		for end-begin < most && begin > 0 && c.toks[begin-1].seg == seg {
			begin--
		}
	}
	for end-begin < most && end < len(c.toks) && c.toks[end].seg == seg {
		end++
	}
	if end-begin < fewest { // a time by itself: go on past the comma
		for end < len(c.toks) && end-begin < most {
			end++
		}
	}
	return text.Span{Start: c.toks[begin].span.Start, End: c.toks[end-1].span.End}
}
