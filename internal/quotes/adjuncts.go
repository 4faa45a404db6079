package quotes

import (
	"parallax/internal/names"
	"parallax/internal/text"
)

// adjunctStart reports whether what begins at toks[i] tells when, where or how
// something was said.
func adjunctStart(toks []tok, i int) bool {
	t := &toks[i]
	if !isWord(t) {
		return false
	}
	return adjunctWords.Has(t.Low) || calendar(t) || adverb(t)
}

var adjunctWords = text.WordSet{Words: `on in at during after before to by via through from when while as with following upon over ahead outside inside of about without according amid who because since`}

// complete reads what follows the verb: addressee and adjuncts.
func (r *reader) complete(toks []tok, c cue) (cue, bool) {
	i := c.span.b
	if c.use&addressee != 0 {
		p := after(toks, i)
		if verb := toks[c.at].Low; p.empty() && verb != "told" && verb != "informed" && (i == len(toks) || isMark(&toks[i], ".,")) { // "Builder lied, jury told"
			c.next = i
			return c, true // "“Nobody will go hungry,” the governor assured."
		}
		if p.empty() || !toks[p.a].Cap && !toks[head(toks, p)].Cap && !addressees.Has(toks[head(toks, p)].Low) && !determiners.Has(toks[p.a].Low) && !groupNouns.Has(toks[head(toks, p)].Low) && !role(&toks[head(toks, p)]) {
			return cue{}, false
		}
		if k := p.b; k < len(toks) && conjunctions.Has(toks[k].Low) {
			if q := after(toks, k+1); q.b < len(toks) && toks[q.b].Low == "that" {
				p.b = q.b // "told some of the firms and two unions that"
			}
		}
		c.venue = p
		i = p.b
	}
	if c.use&infin != 0 && i < len(toks) && toks[i].Low == "to" {
		c.next = i
		return c, true
	}
	next, venue := r.adjuncts(toks, i)
	c.next = next
	if c.venue.empty() {
		c.venue = venue
	}
	return c, true
}

// adjuncts skips times and venues from token i on: "on Monday", "in an
// interview with the Daily Telegraph", "at a briefing in Geneva".
func (r *reader) adjuncts(toks []tok, i int) (int, phrase) {
	venue := phrase{}
	for i < len(toks) {
		next := i
		switch t := &toks[i]; {
		case i+2 < len(toks) && timeUnits.Has(toks[i+1].Low) && toks[i+2].Low == "ago":
			next = i + 3
		case isWord(t) && (calendar(t) || adverb(t) && !picking.Has(t.Low)):
			next = timeAdverb(toks, i)
		case isWord(t) && prepositions.Has(t.Low) && t.Low != "as" && t.Low != "than":
			if end := timeEnd(toks, i+1); end > i+1 && timeStops(toks, i+1, end) {
				next = end
				break
			}
			end, p, isVenue := prepositional(toks, i)
			if isVenue {
				venue = p
			}
			next = end
		case !venue.empty() && isWord(t) && issued.Has(t.Low):
			next = i + 1 // "in a statement released late on Friday"
		case isMark(t, "(") && i > 0:
			next = max(i, closeBracket(toks, i)+1)
		}
		if next == i {
			break
		}
		i = next
	}
	return i, venue
}

// picking are adverbs that belong to what follows them.
var picking = text.WordSet{Words: "both all first only itself"}

// timeAdverb skips "last week", "Monday evening" or "later" at toks[i]. It
// returns i if that is part of what is said.
func timeAdverb(toks []tok, i int) int {
	low := func(k int) string {
		if k < len(toks) {
			return toks[k].Low
		}
		return ""
	}
	t := &toks[i]
	more := i+1 < len(toks)
	switch {
	case more && toks[i+1].Kind == names.Possessive:
		return i // "said Tuesday's vote was"
	case more && t.Low == "this" && !calendar(&toks[i+1]) && !spans.Has(low(i+1)):
		return i
	case more && (t.Low == "next" || t.Low == "last" || t.Low == "this"):
		return i + 2
	case floating.Has(t.Low) || !t.Cap && !timeWords.Has(t.Low):
		if more && (low(i+1) == "that" || isMark(&toks[i+1], ",:.") || toks[i+1].quote >= 0 || adjunctStart(toks, i+1)) {
			return i + 1
		}
		return i
	}
	j := i + 1
	for j < len(toks) && (toks[j].Kind == names.Number || months.Has(low(j)) || daytimes.Has(low(j))) {
		j++
	}
	return j
}

var (
	floating = text.WordSet{Words: "then now today tomorrow tonight"}
	spans    = text.WordSet{Words: "week month year morning"}
	daytimes = text.WordSet{Words: "morning afternoon evening night"}
)

// prepositional skips "in an interview with the Daily Telegraph" at toks[i],
// and tells whether it is a venue. "said in Moscow" is where, not to whom, and
// takes the place of any venue before it. end is i if what was said begins
// there.
func prepositional(toks []tok, i int) (end int, venue phrase, isVenue bool) {
	t := &toks[i]
	p := after(toks, i+1)
	if p.empty() {
		return i, phrase{}, false
	}
	for j := p.a + 1; j < p.b; j++ {
		if isWord(&toks[j]) && issued.Has(toks[j].Low) && venueNouns.Has(toks[j-1].Low) {
			p.b = j // "in a statement released late on Friday"
		}
	}
	end = p.b
	for end+1 < len(toks) && isWord(&toks[end]) && prepositions.Has(toks[end].Low) && toks[end].Low != "as" {
		q := after(toks, end+1)
		if q.empty() || subjects.Has(toks[q.a].Low) {
			break
		}
		end = q.b
	}
	switch h := &toks[head(toks, p)]; {
	case venueNouns.Has(h.Low):
		return end, phrase{i + 1, end}, true
	case h.Cap && t.Low == "in":
		return p.b, phrase{}, true
	case h.Cap && (t.Low == "at" || t.Low == "on" || t.Low == "to" || t.Low == "via" || t.Low == "through"):
		return p.b, phrase{i + 1, p.b}, true
	case end < len(toks) && toks[end].Low != "that" && !isMark(&toks[end], ",.:") && toks[end].quote < 0:
		return i, phrase{}, false
	}
	return end, phrase{}, false
}

// timeStops reports whether the time toks[i:end] stands alone: "in April" does,
// the number of "in 12 countries" does not.
func timeStops(toks []tok, i, end int) bool {
	for k := range toks[i:end] {
		t := &toks[i:end][k]
		if calendar(t) {
			return true
		}
	}
	if end >= len(toks) || toks[end].quote >= 0 {
		return true
	}
	t := &toks[end]
	return t.Kind == names.Mark || t.Low == "that" || t.Low == "to" || isWord(t) && (subjects.Has(t.Low) || t.Low == "the")
}

// timeEnd returns where the time that begins at token i ends: "Monday, October
// 5, 2020", "Tuesday evening".
func timeEnd(toks []tok, i int) int {
	start := i
	for i < len(toks) && isWord(&toks[i]) && timeLeads.Has(toks[i].Low) {
		i++
	}
	for lead := i; i < len(toks); i++ {
		t := &toks[i]
		switch {
		case isWord(t) && (calendar(t) || dayParts.Has(t.Low)):
		case t.Kind == names.Number:
		case isMark(t, ",") && i+1 < len(toks) && (months.Has(toks[i+1].Low) && toks[i+1].Cap || toks[i+1].Kind == names.Number && len(toks[i+1].Low) == 4):
		case i == lead:
			return start
		default:
			return i
		}
	}
	return i
}
