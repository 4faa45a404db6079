package quotes

import (
	"parallax/internal/names"
	"parallax/internal/text"
)

// quotedAs reads the attributions that pass a statement on, with "quoted" at
// toks[i]: "Interfax quoted him as saying", "she was quoted by Le Monde as
// saying that".
func (r *reader) quotedAs(toks []tok, i int) (cue, bool) {
	switch toks[i].Low {
	case "quoted", "quotes", "cited", "cites":
	default:
		return cue{}, false
	}
	as := i + 1
	for as < len(toks) && as < i+20 && toks[as].Low != "as" {
		if toks[as].quote >= 0 || isMark(&toks[as], ".;:") {
			return cue{}, false
		}
		as++
	}
	if as+1 >= len(toks) || as >= i+20 || toks[as+1].Low != "saying" && toks[as+1].Low != "telling" && toks[as+1].Low != "writing" {
		return cue{}, false
	}
	g, passive, negated, _ := group(toks, i)
	if negated || g == 0 {
		return cue{}, false
	}
	var subject phrase
	from := 0
	if isMark(&toks[g-1], ",") {
		subject, from = r.acrossCommas(toks, g-1)
	} else {
		subject = before(toks, g)
		from = subject.a
	}
	c := cue{at: i, span: phrase{i, as + 2}, use: clause | strong, from: from}
	end := as + 2
	if toks[as+1].Low == "telling" {
		if p := after(toks, end); !p.empty() {
			c.venue, end = p, p.b
		}
	}
	var venue phrase
	if passive {
		c.span.a = g
		c.subject = subject
		c.via = by(toks, i+1, as)
	} else {
		c.subject, c.via = after(toks, i+1), subject
		if name := apposed(toks, c.subject); named(toks, name) {
			c.subject = name // "quoted the head of the village, Ivo Brandt, as saying"
		}
	}
	if c.via.empty() {
		c.via = by(toks, end, len(toks))
	}
	if !c.via.empty() && c.via.a == end+1 {
		end = c.via.b
	}
	c.next, venue = r.adjuncts(toks, end)
	if c.venue.empty() {
		c.venue = venue
	}
	return c, canSpeak(toks, c.subject, true) || !c.subject.empty() && cited.Has(toks[c.subject.a].Low)
}

// cited are the pronouns of who is quoted.
var cited = text.WordSet{Words: "him her them"}

// by returns the noun phrase of "by Le Monde" in toks[i:limit], if it begins
// there after no more than a time.
func by(toks []tok, i, limit int) phrase {
	for j := i; j < limit-1 && j < i+4; j++ {
		if isWord(&toks[j]) && (toks[j].Low == "by" || toks[j].Low == "in") {
			if p := after(toks, j+1); p.b <= limit && canSpeak(toks, p, false) {
				return p
			}
		}
	}
	return phrase{}
}

// citing returns whom an outlet names as its source right after its cue:
// ", Reuters reported, citing two officials".
func citing(toks []tok, c cue) phrase {
	i := c.next
	if i+2 >= len(toks) || !isMark(&toks[i], ",") || toks[i+1].Low != "citing" && toks[i+1].Low != "quoting" {
		return phrase{}
	}
	if p := after(toks, i+2); canSpeak(toks, p, true) {
		return p
	}
	return phrase{}
}

// viaName returns the outlet at p as it is shown: its name without article and
// kind, "Xinhua" of "the Xinhua news agency".
func (r *reader) viaName(toks []tok, p phrase) string {
	a, b := p.a, p.b
	for a < b && (isWord(&toks[a]) && !toks[a].Cap || toks[a].Kind == names.Possessive) {
		a++
	}
	for b > a && isWord(&toks[b-1]) && !toks[b-1].Cap {
		b--
	}
	if a == b {
		a, b = p.a, p.b
	}
	return clean(cover(toks, phrase{a, b}).Of(r.s))
}
