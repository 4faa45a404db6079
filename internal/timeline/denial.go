package timeline

import (
	"slices"
	"strings"

	"parallax/internal/dates"
)

// A time can be told as one at which something was not: "not on June 9 but on June
// 8". What happened is then of the other time, if one is given, and the first is
// denied to those who tell it.

// deniesTime reports whether t, of time u among units, only says that something was
// not then, and notes it there.
func (c *clause) deniesTime(t *telling, u unit, units []unit) bool {
	first, _ := c.find(u.span)
	if !c.denied(first) && !(t.denied && c.replaced(units, t.verb)) {
		return false
	}
	t.denied = true
	return true
}

// denied reports whether the time at token first is one of which something is said
// not to be.
func (c *clause) denied(first int) bool { return dates.Denied(c.text[:c.toks[first].span.Start]) }

// instead reports whether the time at token first stands in place of another: "but
// already on June 8".
func (c *clause) instead(first int) bool { return dates.Instead(c.text[:c.toks[first].span.Start]) }

// replaced reports whether one of the times that verb v governs stands in place of
// another.
func (c *clause) replaced(units []unit, v int) bool {
	return slices.ContainsFunc(units, func(u unit) bool {
		first, after := c.find(u.span)
		return first >= 0 && c.instead(first) && c.govern(first, after) == v
	})
}

// corrects reports whether the segment of the time at token first names it in
// place of one denied before: "not on June 9, police said, but on June 8".
func (c *clause) corrects(first int) bool {
	but := c.segmentStart(first)
	if c.word(but) != "but" || !slices.ContainsFunc(c.toks[:but], func(t token) bool { return t.date }) {
		return false
	}
	for i := range but {
		if c.toks[i].date && c.denied(i) {
			return true
		}
	}
	last := len(c.toks) - 1 // "was not closed on June 9, but on June 8, witnesses said"
	for last > first && !c.toks[last].verb {
		last--
	}
	saidLast := last == first || c.speaks(last) && last == len(c.toks)-1 && !c.verbIn(first, last)
	return saidLast && slices.ContainsFunc(c.words()[:but], negates)
}

// denies reports whether verb v is said of what did not happen.
func (c *clause) denies(v int) bool {
	for i := c.chain(v); i <= max(v, c.mainVerb(v)); i++ {
		if negates(c.word(i)) {
			return true
		}
	}
	return false
}

// negates reports whether word says of a verb that it is not so.
func negates(word string) bool {
	return word == "not" || word == "never" || strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "n’t")
}
