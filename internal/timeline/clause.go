package timeline

import (
	"slices"
	"strings"

	"parallax/internal/text"
)

// A clause is read without a part-of-speech model: words are told apart by
// closed classes, irregular forms and the ending -ed, in the surroundings
// where it can be a finite verb. On "On October 9, following negotiations held
// in Moscow, Azerbaijan and Armenia agreed on a ceasefire from 12:00" the date
// stands in a segment without a verb, the next segment is a participle, and
// "agreed" in the third governs it.

// token is a word of a sentence.
type token struct {
	span text.Span
	word string // in lower case
	seg  int    // which segment it stands in, from 0
	verb bool   // can be a finite verb
	date bool   // part of a time expression
	cap  bool   // written with a capital
}

// clause is a sentence taken apart.
type clause struct {
	text string
	n    int32 // number of the sentence in its article
	toks []token
	segs int
}

// parse takes the sentence sp of s apart; times are the spans of its time
// expressions, by Start.
func parse(s string, sp text.Span, times []text.Span) *clause {
	c := &clause{text: s}
	body := sp.Of(s)
	next, end := 0, sp.Start
	for _, w := range text.Words(body) {
		w = text.Span{Start: w.Start + sp.Start, End: w.End + sp.Start}
		for next < len(times) && times[next].End <= w.Start {
			next++
		}
		inTime := next < len(times) && times[next].Overlaps(w)
		continued := inTime && times[next].Start < end && len(c.toks) > 0
		if gap := s[end:w.Start]; len(c.toks) > 0 && !continued && strings.ContainsAny(gap, ",;:()—–“”\"") {
			c.segs++
		}
		c.toks = append(c.toks, token{
			span: w, word: strings.ToLower(w.Of(s)), seg: c.segs, date: inTime,
			cap: w.Of(s) != strings.ToLower(w.Of(s)),
		})
		end = w.End
	}
	c.segs++
	for i := range c.toks {
		c.toks[i].verb = c.finite(i)
	}
	return c
}

func (c *clause) word(i int) string {
	if i < 0 || i >= len(c.toks) {
		return ""
	}
	return c.toks[i].word
}

// opens reports whether token i is the first of its segment.
func (c *clause) opens(i int) bool { return i == 0 || c.toks[i-1].seg != c.toks[i].seg }

// closed reports whether word is a determiner, preposition or auxiliary: what
// follows a verb rather than an adjective.
func closed(word string) bool {
	return determiners.Has(word) || prepositions.Has(word) || auxiliaries.Has(word) || pronouns.Has(word)
}

// finite reports whether token i can be a finite verb.
func (c *clause) finite(i int) bool {
	t := c.toks[i]
	if t.date || t.cap && !c.opens(i) {
		return false
	}
	w := t.word
	if auxiliaries.Has(w) || irregulars.Has(w) || speech.Has(w) || accusing.Has(w) || strings.HasPrefix(w, "re") && irregulars.Has(w[2:]) { // "rebuilt"
		return !determiners.Has(c.word(i-1)) || c.opens(i) || c.relative(i-1)
	}
	if len(w) < 5 || !strings.HasSuffix(w, "ed") || edNouns.Has(w) {
		return false
	}
	following := c.word(i + 1)
	if i+1 < len(c.toks) && c.opens(i+1) {
		following = ""
	}
	if c.opens(i) {
		return closed(following) // "signed a", not "Renewed clashes"
	}
	k := i - 1
	for k > 0 && strings.HasSuffix(c.word(k), "ly") { // "the previously reached agreements"
		k--
	}
	before := c.word(k)
	if determiners.Has(before) || prepositions.Has(before) && before != "and" {
		return false // "the disputed region", "of imposed"
	}
	if following == "by" && !auxiliaries.Has(before) && before != "be" && before != "been" && !isFigure(c.word(i+2)) {
		return false // "a ceasefire brokered by the US", not "voted by 23 to 21"
	}
	return true
}

// relative reports whether token i is the "that" of "the ferry that ran
// aground": it stands behind a noun, and not behind a verb as in "said that
// cut".
func (c *clause) relative(i int) bool {
	if i < 2 || c.word(i) != "that" || c.opens(i) || c.opens(i-1) {
		return false
	}
	before := c.toks[i-1]
	return !before.verb && !before.date && !closed(before.word) && determiners.Has(c.word(i-2))
}

// govern returns the token of the verb that the time from tokens first up to
// after belongs to, or -1.
func (c *clause) govern(first, after int) int {
	for i := c.written(first) - 1; i >= 0; i-- {
		if c.toks[i].verb {
			return i
		}
	}
	seg := c.toks[first].seg
	for i := first - 1; i >= 0 && c.toks[i].seg == seg; i-- {
		if c.toks[i].verb {
			return i
		}
	}
	for i := after; i < len(c.toks) && c.toks[i].seg == seg; i++ {
		if c.toks[i].verb {
			return i
		}
	}
	// A time at the head of the sentence belongs to the main clause.
	if c.headed(first) && !c.corrects(first) {
		for i := after; i < len(c.toks); i++ {
			if c.toks[i].verb && !c.aside(c.toks[i].seg) {
				return i
			}
		}
	}
	for i := first - 1; i >= 0; i-- {
		if c.toks[i].verb && !c.reduced(i) && !c.comments(c.toks[i].seg) {
			return i
		}
	}
	for i := after; i < len(c.toks); i++ {
		if c.toks[i].verb {
			return i
		}
	}
	return -1
}

// written returns the token that leads to a document of the time at token first, in
// which something is told or done then: "counted 21 in a report of June 2020". It is 0
// if none does.
func (c *clause) written(first int) int {
	const reach = 3 // words before the document
	i := first - 2
	if of := c.word(first - 1); of != "of" && of != "dated" || !documents.Has(c.word(i)) {
		return 0
	}
	for k := i - 1; k > 0 && k >= i-reach; k-- {
		if c.word(k) == "in" {
			return k
		}
	}
	return 0
}

// comments reports whether a segment only says whose word the rest is: "as the
// indictment says".
func (c *clause) comments(seg int) bool {
	for i := range c.toks {
		if c.toks[i].seg == seg {
			return c.word(i) == "as" && slices.ContainsFunc(c.toks[i:], func(t token) bool { return t.seg == seg && speech.Has(t.word) })
		}
	}
	return false
}

// headed reports whether nothing but prepositions and the like stands before
// token first in its segment.
func (c *clause) headed(first int) bool {
	for i := first - 1; i >= 0 && c.toks[i].seg == c.toks[first].seg; i-- {
		if !closed(c.toks[i].word) && !relatives.Has(c.toks[i].word) {
			return false
		}
	}
	return true
}

// aside reports whether a segment is a participle or a relative clause.
func (c *clause) aside(seg int) bool {
	for _, t := range c.toks {
		if t.seg == seg {
			return strings.HasSuffix(t.word, "ing") || relatives.Has(t.word) && t.word != "and" && t.word != "but"
		}
	}
	return false
}

// chain returns the first token of the verb group that ends at token v: "was
// set to enter" from "was".
func (c *clause) chain(v int) int {
	for v > 0 && c.toks[v-1].seg == c.toks[v].seg && !c.toks[v-1].date {
		w := c.word(v - 1)
		if !auxiliaries.Has(w) && !(planning.Has(w) && c.toks[v-1].verb) && !strings.HasSuffix(w, "ly") && w != "been" && w != "be" && w != "not" && w != "to" {
			break
		}
		if strings.HasSuffix(w, "ly") && !auxiliaries.Has(c.word(v-2)) {
			break
		}
		v--
	}
	return v
}

// find returns the tokens that sp covers, [first, after).
func (c *clause) find(sp text.Span) (first, after int) {
	first = -1
	for i, t := range c.toks {
		if t.span.Overlaps(sp) {
			if first < 0 {
				first = i
			}
			after = i + 1
		}
	}
	return first, after
}

// span covers the tokens [from, to).
func (c *clause) span(from, to int) text.Span {
	return text.Span{Start: c.toks[from].span.Start, End: c.toks[to-1].span.End}
}

// verbIn reports whether a finite verb stands in tokens [from, to).
func (c *clause) verbIn(from, to int) bool {
	return slices.ContainsFunc(c.toks[from:to], func(t token) bool { return t.verb })
}

// gap is what stands between token i and the one before.
func (c *clause) gap(i int) string { return c.text[c.toks[i-1].span.End:c.toks[i].span.Start] }

// segmentStart returns the first token of the segment of token i.
func (c *clause) segmentStart(i int) int {
	for !c.opens(i) {
		i--
	}
	return i
}

// hyphened reports whether token i is one word with the one before it, as in
// "burnt-out", and nothing must be cut between them.
func (c *clause) hyphened(i int) bool {
	return i > 0 && i < len(c.toks) && c.text[c.toks[i-1].span.End:c.toks[i].span.Start] == "-"
}

// isFigure reports whether word is a number in figures.
func isFigure(word string) bool { return word != "" && isDigit(word[0]) }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }
