package quotes

import (
	"parallax/internal/names"
	"parallax/internal/text"
)

// A cue is a stretch of tokens that attributes, with its subject.
type cue struct {
	at      int    // the verb
	span    phrase // the cue as shown
	subject phrase // empty if it is elided or nobody
	use     verbUse
	next    int  // first token after cue, addressee and adjuncts
	elided  bool // ", adding that": the subject is that of the clause before
	nobody  bool // "it is reported that"
	as      bool // "as he explained"
	invert  bool // "…, said the minister"
	decline bool
	venue   phrase
	from    int    // first token of the attribution if the subject does not begin it, else 0
	via     phrase // who passes it on: "Interfax" of "Interfax quoted him as saying"
	aside   bool   // "Blum, who says she was robbed, has left": ends at the comma
}

// start is the first token of cue and subject.
func (c cue) start() int {
	if c.from > 0 {
		return c.from
	}
	if !c.subject.empty() && c.subject.a < c.span.a {
		if c.as {
			return c.subject.a - 1
		}
		return c.subject.a
	}
	return c.span.a
}

// cueAt reads the cue whose verb, or first word, is toks[i].
func (r *reader) cueAt(toks []tok, i int) (cue, bool) {
	t := toks[i]
	if !isWord(t) {
		return cue{}, false
	}
	if t.Low == "according" && i+2 < len(toks) && toks[i+1].Low == "to" {
		return r.accordingTo(toks, i)
	}
	if t.Low == "in" {
		return r.inView(toks, i)
	}
	if c, ok := r.declined(toks, i); ok {
		return c, true
	}
	if c, ok := r.quotedAs(toks, i); ok {
		return c, true
	}
	if t.Cap && i > 0 && r.body && toks[i-1].quote < 0 && !isMark(toks[i-1], ":.\"") {
		return cue{}, false // the "States" of a name
	}
	for _, f := range verbForms()[t.Low] {
		if f.particle != "" && (i+1 >= len(toks) || toks[i+1].Low != f.particle) {
			continue
		}
		if c, ok := r.verb(toks, i, f); ok {
			return c, true
		}
	}
	return cue{}, false
}

// unspoken are what may follow "according to" without speaking.
var unspoken = text.WordSet{Words: `plan plans law rules schedule tradition constitution age size need needs merit rank ability type nature custom procedure protocol`}

func (r *reader) accordingTo(toks []tok, i int) (cue, bool) {
	p := after(toks, i+2)
	for p.b+1 < len(toks) && (toks[p.b].Low == "familiar" || toks[p.b].Low == "briefed" || toks[p.b].Low == "on" || toks[p.b].Low == "by" || toks[p.b].Low == "with" || toks[p.b].Low == "close") {
		q := after(toks, p.b+1)
		if q.empty() {
			break
		}
		p.b = q.b
	}
	if p.empty() || unspoken.Has(toks[head(toks, p)].Low) {
		return cue{}, false
	}
	return cue{at: i, span: phrase{i, i + 2}, subject: p, use: clause | strong, next: p.b, as: true}, true
}

var viewNouns = text.WordSet{Words: `view opinion words judgment judgement estimation`}

// inView reads "in his view", "in the words of X".
func (r *reader) inView(toks []tok, i int) (cue, bool) {
	for j := i + 1; j < len(toks) && j < i+9; j++ {
		t := toks[j]
		if !isWord(t) && t.Kind != names.Possessive {
			return cue{}, false
		}
		if !viewNouns.Has(t.Low) {
			continue
		}
		if toks[j-1].Kind == names.Possessive {
			return cue{at: i, span: phrase{i, j + 1}, subject: phrase{i + 1, j - 1}, use: clause | strong, next: j + 1, as: true}, true
		}
		if j == i+2 && possessives.Has(toks[i+1].Low) && toks[i+1].Low != "our" && toks[i+1].Low != "its" {
			return cue{at: i, span: phrase{i, j + 1}, subject: phrase{i + 1, i + 2}, use: clause | strong, next: j + 1, as: true}, true
		}
		if j+1 < len(toks) && toks[j+1].Low == "of" && toks[j-1].Low == "the" {
			if p := after(toks, j+2); canSpeak(toks, p, false) {
				return cue{at: i, span: phrase{i, j + 2}, subject: p, use: clause | strong, next: p.b, as: true}, true
			}
		}
		return cue{}, false
	}
	return cue{}, false
}

// group returns the first token of the verb group that ends with the verb at
// i, and what was found in it.
func group(toks []tok, i int) (start int, passive, negated, modal bool) {
	start = i
	first := true
	for start > 0 {
		t := toks[start-1]
		if !isWord(t) && t.Kind != names.Clitic {
			break
		}
		if !auxiliaries.Has(t.Low) && !negations.Has(t.Low) && !adverb(t) || t.Low == "no" || t.Low == "neither" || groupNouns.Has(t.Low) && t.Low != "first" {
			break
		}
		if beForms.Has(t.Low) && (first || passive) {
			passive = true
		}
		if auxiliaries.Has(t.Low) {
			first = false
		}
		modal = modal || modals.Has(t.Low)
		negated = negated || negations.Has(t.Low)
		start--
	}
	return start, passive, negated, modal
}

// verb reads the cue verb toks[i] of form f.
func (r *reader) verb(toks []tok, i int, f verbForm) (cue, bool) {
	end := i + 1
	if f.particle != "" {
		end++
	}
	c := cue{at: i, span: phrase{i, end}, use: f.use}
	g, passive, negated, modal := group(toks, i)
	if negated || modal && f.form == base {
		return cue{}, false
	}
	if g > 0 && (toks[g-1].Kind == names.Possessive || isWord(toks[g-1]) && (determiners.Has(toks[g-1].Low) && !standing.Has(toks[g-1].Low) || prepositions.Has(toks[g-1].Low)) && f.form != gerund) {
		if toks[g-1].Low != "as" && !(toks[g-1].Low == "to" && f.form == base) {
			return cue{}, false
		}
	}
	if passive && f.form != gerund {
		return r.passive(toks, c, g)
	}
	switch f.form {
	case gerund:
		if passive { // "was saying"
			break
		}
		if i == 0 || isMark(toks[i-1], ",") || toks[i-1].quote >= 0 || conjunctions.Has(toks[i-1].Low) || toks[i-1].Low == "by" || toks[i-1].Low == "while" {
			c.elided = true
			return r.complete(toks, c)
		}
		return cue{}, false
	case base:
		if g == i && i > 0 && toks[i-1].Low == "to" {
			if i > 1 && governors.Has(toks[i-2].Low) {
				g, _, negated, modal = group(toks, i-2)
				c.span.a = i - 2
				if toks[i-2].Low == "on" {
					c.span.a = i - 3
				}
				if negated || modal {
					return cue{}, false
				}
				break
			}
			if i > 2 && toks[i-2].Low == "on" && governors.Has(toks[i-3].Low) { // "went on to say"
				g, _, _, _ = group(toks, i-3)
				c.span.a = i - 3
				break
			}
			return cue{}, false
		}
	}
	if g == 0 {
		if f.form == base || f.use&inverts == 0 {
			return cue{}, false
		}
		return r.inverted(toks, c)
	}
	prev := toks[g-1]
	if prev.quote >= 0 || isMark(prev, ",—–--") {
		if f.use&inverts != 0 && g == i {
			if inv, ok := r.inverted(toks, c); ok {
				return inv, true
			}
		}
		if isMark(prev, ",") {
			if p, from := r.acrossCommas(toks, g-1); canSpeak(toks, p, f.use&strong != 0) {
				c.subject, c.from = p, from
				return r.complete(toks, c)
			}
		}
		c.elided = g > 1 && f.form != base
		if c.elided {
			return r.complete(toks, c)
		}
		return cue{}, false
	}
	if isWord(prev) && conjunctions.Has(prev.Low) {
		if f.form == base {
			return cue{}, false
		}
		c.elided = true
		return r.complete(toks, c)
	}
	e := g
	if isWord(prev) && (prev.Low == "who" || prev.Low == "which") {
		e = g - 1
		if e > 0 && isMark(toks[e-1], ",") {
			e--
			c.aside = true
		}
	} else if who := relative(toks, g); who > 0 {
		e = who // "an official who asked not to be named said"
	}
	p := before(toks, e)
	if p.empty() {
		return cue{}, false
	}
	if p.b-p.a == 1 && subjects.Has(toks[p.a].Low) && (toks[p.a].Low == "i" || toks[p.a].Low == "we" || toks[p.a].Low == "you") {
		return cue{}, false
	}
	p = r.trimLead(toks, p)
	if f.use&papers != 0 && !paperNouns.Has(toks[head(toks, p)].Low) {
		return cue{}, false
	}
	if !canSpeak(toks, p, f.use&strong != 0 && f.form != base) {
		return cue{}, false
	}
	if p.a > 0 && isWord(toks[p.a-1]) {
		switch low := toks[p.a-1].Low; {
		case low == "whether" || low == "if":
			return cue{}, false // asked, not told
		case subordinate.Has(low) && low != "as" && low != "while" && low != "that":
			if f.use&object != 0 {
				c.use &^= object | strong // "after the region announced its withdrawal": a deed
			}
		}
	}
	if p.a > 1 && isMark(toks[p.a-1], ",") && !toks[p.a].Cap {
		// “…,” Chris Johns, analyst at UBS in London said
		if q := before(toks, p.a-1); named(toks, q) && q.a > 0 && toks[q.a-1].quote >= 0 {
			p = q
		}
	}
	c.subject = p
	c.as = p.a > 0 && toks[p.a-1].Low == "as"
	return r.complete(toks, c)
}

// relative returns the "who" of the clause between a subject and its verb
// group at g: 3 of "an official there who asked not to be named said"; else 0.
func relative(toks []tok, g int) int {
	for j := g - 2; j > 0 && g-j < 14; j-- {
		t := toks[j]
		if t.quote >= 0 || t.Kind == names.Mark || isWord(t) && t.Low == "that" {
			return 0
		}
		if isWord(t) && t.Low == "who" {
			if isWord(toks[j+1]) && (toks[j+1].Cap || determiners.Has(toks[j+1].Low) || subjects.Has(toks[j+1].Low)) {
				return 0 // "the man who Smith said"
			}
			return j
		}
	}
	return 0
}

// trimLead drops a place or time that only seems to belong to the subject: "In
// Moscow Peskov said".
func (r *reader) trimLead(toks []tok, p phrase) phrase {
	if p.a == 0 || !prepositions.Has(toks[p.a-1].Low) {
		return p
	}
	for j := p.b - 1; j > p.a; j-- {
		if determiners.Has(toks[j].Low) {
			return phrase{j, p.b}
		}
	}
	if id, ok := r.personIn(toks, p); ok {
		for j := p.a; j < p.b; j++ {
			for _, l := range r.people.Within(r.index, toks[j].Span) {
				if l.Entity == id {
					return phrase{j, p.b}
				}
			}
		}
	}
	return p
}

// acrossCommas finds the subject of a verb that a comma precedes at k: `Peskov,
// the Kremlin spokesman, said`, `Smith, 45, who lives nearby, said`. In "the
// mayor of Faenza, Luca Bianchi, said" that is the name; from is where the
// title begins.
func (r *reader) acrossCommas(toks []tok, k int) (subject phrase, from int) {
	for open := k - 1; open > 0 && k-open < 40; open-- {
		t := toks[open]
		if t.quote >= 0 || isMark(t, ";:") {
			return phrase{}, 0
		}
		if !isMark(t, ",") {
			continue
		}
		p := before(toks, open)
		if p.empty() {
			continue
		}
		// "John Smith, 45, a trader in London, said": go on to the name.
		if first := toks[p.a]; p.a > 1 && isMark(toks[p.a-1], ",") && (first.Kind == names.Number || determiners.Has(first.Low) || role(first) || nouny(first) && !first.Cap) && toks[p.a-2].Cap {
			continue
		}
		if h := toks[head(toks, p)]; calendar(h) || h.Kind == names.Number {
			continue
		}
		if p.a > 0 && isWord(toks[p.a-1]) && prepositions.Has(toks[p.a-1].Low) && toks[p.a-1].Low != "as" {
			continue
		}
		if name := after(toks, open+1); name.b == k && !named(toks, p) {
			if _, ok := r.personIn(toks, name); ok || named(toks, name) {
				return name, p.a
			}
		}
		if p.a > 1 && isMark(toks[p.a-1], ",") {
			// "a classmate, Jenny Ortiz, 15, said"
			if q := before(toks, p.a-1); canSpeak(toks, q, true) && !named(toks, q) && q.a > 0 && toks[q.a-1].quote >= 0 {
				return p, q.a
			}
		}
		return p, p.a
	}
	return phrase{}, 0
}

// named reports whether all words of p are capitalised, as in a name.
func named(toks []tok, p phrase) bool {
	for _, t := range toks[p.a:p.b] {
		if !t.Cap || calendar(t) || determiners.Has(t.Low) {
			return false
		}
	}
	return !p.empty()
}

// inverted reads `…, said the minister`.
func (r *reader) inverted(toks []tok, c cue) (cue, bool) {
	if c.span.b < len(toks) && toks[c.span.b].Low == "that" {
		return cue{}, false
	}
	p := after(toks, c.span.b)
	if !canSpeak(toks, p, c.use&strong != 0) {
		return cue{}, false
	}
	if subjects.Has(toks[p.a].Low) && p.b < len(toks) && !isMark(toks[p.b], ",.?!") {
		return cue{}, false
	}
	if name := apposed(toks, p); !name.empty() {
		if _, ok := r.personIn(toks, name); ok || named(toks, name) {
			p = name // "said the bank's lawyer, Edith Stone"
		}
	}
	next := p.b
	k := c.span.a - 1
	for k > 0 && isMark(toks[k], ",—–--") {
		k--
	}
	behindQuote := k >= 0 && toks[k].quote >= 0
	if next < len(toks) && !isMark(toks[next], ",.;:?!—–") && !(toks[next].quote >= 0 && behindQuote) && !adjunctStart(toks, next) {
		return cue{}, false
	}
	c.subject, c.invert = p, true
	c.next, c.venue = r.adjuncts(toks, next)
	if !behindQuote && c.next < len(toks) && (isWord(toks[c.next]) && auxiliaries.Has(toks[c.next].Low) || toks[c.next].quote >= 0) {
		return cue{}, false // "X, a trader, said most of the cost to users will": a statement
	}
	return c, true
}

// apposed returns the name that commas set behind the role p, if it is no name
// itself and the name is all that stands there.
func apposed(toks []tok, p phrase) phrase {
	if p.b+1 >= len(toks) || !isMark(toks[p.b], ",") || toks[head(toks, p)].Cap || !role(toks[head(toks, p)]) && !groupNouns.Has(toks[head(toks, p)].Low) {
		return phrase{}
	}
	name := after(toks, p.b+1)
	if name.empty() || name.b < len(toks) && !isMark(toks[name.b], ",.;") {
		return phrase{}
	}
	return name
}

// passive reads "it is reported that", "was quoted as saying", "was announced
// by".
func (r *reader) passive(toks []tok, c cue, g int) (cue, bool) {
	if g > 0 && toks[g-1].Low == "it" && c.use&clause != 0 {
		// The cue is shown from "It" to the participle.
		end := c.span.b
		if end < len(toks) && toks[end].Low == "that" || c.use&strong != 0 && end < len(toks) && isMark(toks[end], ",") {
			c.span.a = g - 1
			c.nobody, c.next = true, end
			return c, true
		}
	}
	return cue{}, false
}

// adjunctStart reports whether what begins at toks[i] tells when, where or how
// something was said.
func adjunctStart(toks []tok, i int) bool {
	t := toks[i]
	if !isWord(t) {
		return false
	}
	switch t.Low {
	case "on", "in", "at", "during", "after", "before", "to", "by", "via", "through", "from", "when", "while", "as", "with", "following", "upon", "over", "ahead", "outside", "inside", "of", "about", "without", "according", "amid", "who", "because", "since":
		return true
	}
	return calendar(t) || adverb(t)
}

// complete reads what follows the verb: addressee and adjuncts.
func (r *reader) complete(toks []tok, c cue) (cue, bool) {
	i := c.span.b
	if c.use&addressee != 0 {
		p := after(toks, i)
		if p.empty() || !toks[p.a].Cap && !toks[head(toks, p)].Cap && !addressees.Has(toks[head(toks, p)].Low) && !determiners.Has(toks[p.a].Low) && !groupNouns.Has(toks[head(toks, p)].Low) {
			return cue{}, false
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
		t := toks[i]
		j := i
		switch {
		case isWord(t) && (calendar(t) || adverb(t) && t.Low != "both" && t.Low != "all" && t.Low != "first" && t.Low != "only" && t.Low != "itself"):
			if i+1 < len(toks) && t.Low == "this" && !calendar(toks[i+1]) && toks[i+1].Low != "week" && toks[i+1].Low != "month" && toks[i+1].Low != "year" && toks[i+1].Low != "morning" {
				return i, venue
			}
			if (t.Low == "next" || t.Low == "last" || t.Low == "this") && i+1 < len(toks) {
				j = i + 2
			} else if t.Low == "then" || t.Low == "now" || t.Low == "today" || t.Low == "tomorrow" || t.Low == "tonight" || !t.Cap && !timeWords.Has(t.Low) {
				if !(i+1 < len(toks) && (toks[i+1].Low == "that" || isMark(toks[i+1], ",:.") || toks[i+1].quote >= 0 || adjunctStart(toks, i+1))) {
					return i, venue
				}
				j = i + 1
			} else {
				j = i + 1
				for j < len(toks) && (toks[j].Kind == names.Number || months.Has(toks[j].Low) || toks[j].Low == "morning" || toks[j].Low == "afternoon" || toks[j].Low == "evening" || toks[j].Low == "night") {
					j++
				}
			}
		case isWord(t) && prepositions.Has(t.Low) && t.Low != "as" && t.Low != "than":
			if end := timeEnd(toks, i+1); end > i+1 && timeStops(toks, i+1, end) {
				i = end
				continue
			}
			p := after(toks, i+1)
			if p.empty() {
				return i, venue
			}
			for j := p.a + 1; j < p.b; j++ {
				if isWord(toks[j]) && issued.Has(toks[j].Low) && venueNouns.Has(toks[j-1].Low) {
					p.b = j // "in a statement released late on Friday"
				}
			}
			h := toks[head(toks, p)]
			end := p.b
			for end+1 < len(toks) && isWord(toks[end]) && prepositions.Has(toks[end].Low) && toks[end].Low != "as" {
				q := after(toks, end+1)
				if q.empty() || subjects.Has(toks[q.a].Low) {
					break
				}
				end = q.b
			}
			switch {
			case venueNouns.Has(h.Low) || t.Low != "of" && t.Low != "for" && h.Cap && (t.Low == "in" || t.Low == "at" || t.Low == "on" || t.Low == "to" || t.Low == "via" || t.Low == "through"):
				venue = phrase{i + 1, end}
				if !venueNouns.Has(h.Low) {
					end = p.b
					venue.b = end
				}
				if t.Low == "in" && !venueNouns.Has(h.Low) {
					venue = phrase{} // "said in Moscow" is where, not to whom
				}
				j = end
			default:
				j = end
				if j < len(toks) && toks[j].Low != "that" && !isMark(toks[j], ",.:") && toks[j].quote < 0 {
					return i, venue
				}
			}
		case !venue.empty() && isWord(t) && issued.Has(t.Low):
			j = i + 1 // "in a statement released late on Friday"
		case isMark(t, "(") && i > 0:
			k := closeBracket(toks, i)
			if k < 0 {
				return i, venue
			}
			j = k + 1
		}
		if j == i {
			return i, venue
		}
		i = j
	}
	return i, venue
}

// timeStops reports whether the time toks[i:end] stands alone: "in April" does,
// the number of "in 12 countries" does not.
func timeStops(toks []tok, i, end int) bool {
	for _, t := range toks[i:end] {
		if calendar(t) {
			return true
		}
	}
	if end >= len(toks) || toks[end].quote >= 0 {
		return true
	}
	t := toks[end]
	return t.Kind == names.Mark || t.Low == "that" || isWord(t) && (subjects.Has(t.Low) || t.Low == "the")
}

// timeEnd returns where the time that begins at token i ends: "Monday, October
// 5, 2020", "Tuesday evening".
func timeEnd(toks []tok, i int) int {
	start := i
	for i < len(toks) && isWord(toks[i]) && timeLeads.Has(toks[i].Low) {
		i++
	}
	for lead := i; i < len(toks); i++ {
		t := toks[i]
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
