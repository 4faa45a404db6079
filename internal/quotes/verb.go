package quotes

import (
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// group returns the first token of the verb group that ends with the verb at
// i, and what was found in it.
func group(toks []tok, i int) (start int, passive, negated, modal bool) {
	start = i
	first := true
	for start > 0 {
		t := &toks[start-1]
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
	if negated || modal && f.form == base || noun(toks, g, f.form) || c.use&strong == 0 && end < len(toks) && lots.Has(toks[end].Low) {
		return cue{}, false
	}
	switch {
	case passive && f.form != gerund:
		return r.passive(toks, c, g)
	case f.form == gerund && !passive: // not "was saying"
		c.elided = true
		if !hangs(toks, i) {
			return cue{}, false
		}
		return r.complete(toks, c)
	case f.form == base && g == i && i > 0 && toks[i-1].Low == "to":
		from, start, ok := governed(toks, i)
		if !ok {
			return cue{}, false
		}
		c.span.a, g = from, start
	}
	switch {
	case g == 0:
		if f.form == base || f.use&inverts == 0 {
			return cue{}, false
		}
		return r.inverted(toks, c)
	case toks[g-1].quote >= 0 || isMark(&toks[g-1], ",—–--"):
		return r.behindMark(toks, c, g, f.form)
	case isWord(&toks[g-1]) && conjunctions.Has(toks[g-1].Low):
		c.elided = true
		if f.form == base {
			return cue{}, false
		}
		return r.complete(toks, c)
	}
	return r.behindSubject(toks, c, g, f.form)
}

// lots are what somebody is reported or believed to be: "people reported missing".
var lots = text.WordSet{Words: "missing dead killed injured wounded hurt stolen sick ill drowned trapped"}

// noun reports whether the verb group from g on is a noun after all, by the
// word before it: "the report", "Peskov's claims", "in answer".
func noun(toks []tok, g int, f form) bool {
	if g == 0 {
		return false
	}
	prev := &toks[g-1]
	if prev.Kind == names.Possessive {
		return true
	}
	if !isWord(prev) || f == gerund || prev.Low == "as" || prev.Low == "to" && f == base {
		return false
	}
	return determiners.Has(prev.Low) && !standing.Has(prev.Low) || prepositions.Has(prev.Low)
}

// hangs reports whether the gerund toks[i] has the subject of the clause before
// it: "…, adding that", "by saying".
func hangs(toks []tok, i int) bool {
	return i == 0 || isMark(&toks[i-1], ",") || toks[i-1].quote >= 0 || conjunctions.Has(toks[i-1].Low) || toks[i-1].Low == "by" || toks[i-1].Low == "while"
}

// governed reads what stands before the infinitive toks[i], "to say": the verb
// of "refused to say" or "went on to say", which the cue shows from its first
// word on, and whose group begins at g.
func governed(toks []tok, i int) (from, g int, ok bool) {
	switch {
	case i > 1 && governors.Has(toks[i-2].Low):
		from = i - 2
		if toks[i-2].Low == "on" {
			from = i - 3
		}
		g, _, negated, modal := group(toks, i-2)
		return from, g, !negated && !modal
	case i > 2 && toks[i-2].Low == "on" && governors.Has(toks[i-3].Low): // "went on to say"
		g, _, _, _ = group(toks, i-3)
		return i - 3, g, true
	}
	return 0, 0, false
}

// behindMark reads a cue whose group begins at g, right behind a quotation, a
// comma or a dash: `“…,” said Peskov`, "Peskov, the spokesman, said", "…, said
// that".
func (r *reader) behindMark(toks []tok, c cue, g int, f form) (cue, bool) {
	if c.use&inverts != 0 && g == c.at {
		if inv, ok := r.inverted(toks, c); ok && (f != base || !single(toks, inv.subject)) {
			return inv, true
		}
	}
	if isMark(&toks[g-1], ",") {
		if p, from := r.acrossCommas(toks, g-1); canSpeak(toks, p, c.use&strong != 0) {
			c.subject, c.from = p, from
			return r.complete(toks, c)
		}
	}
	if c.elided = g > 1 && f != base; c.elided {
		return r.complete(toks, c)
	}
	return cue{}, false
}

// single reports whether p is one person by name, whose verb is no base form:
// the "state" of "state Senator Ann Price" is none.
func single(toks []tok, p phrase) bool {
	return toks[p.b-1].Cap && !listed(toks[p.a:p.b])
}

// behindSubject reads a cue whose group begins at g, behind its subject.
func (r *reader) behindSubject(toks []tok, c cue, g int, f form) (cue, bool) {
	var e int
	e, c.aside = subjectEnd(toks, g)
	p := r.subjectUpTo(toks, e)
	if p.empty() || noVerbOf(toks, c, p, f) {
		return cue{}, false
	}
	if p.a > 2 && strings.HasSuffix(toks[p.a-1].Low, "ing") && prepositions.Has(lowAt(toks, p.a-2)) {
		p = subjectAt(toks, 0) // "The wife of a man accused of killing his partner said"
	}
	if q := after(toks, 0); q.a < p.a && q.b == p.b && toks[0].Low == "the" {
		p = q // "The maker of Alba soap and Vita tea said"
	}
	if !tells(toks, c, p, f) {
		return cue{}, false
	}
	lead := "" // the word before the subject
	if p.a > 0 && isWord(&toks[p.a-1]) {
		lead = toks[p.a-1].Low
	}
	switch {
	case lead == "whether" || lead == "if":
		return cue{}, false // asked, not told
	case lead == "what" && c.at+1 < len(toks) && beForms.Has(toks[c.at+1].Low):
		return cue{}, false // "before what the council said were 45,000 people"
	case c.use&object == 0:
	case c.aside && c.use&clause != 0 && c.use&denies == 0, // "Hutchins, who proposed the change, said": a deed
		subordinate.Has(lead) && lead != "as" && lead != "while" && lead != "that": // "after the region announced its withdrawal"
		c.use &^= object | strong
	}
	if name := r.nameBeforeRole(toks, p); !name.empty() {
		p, c.from = name, name.a
	}
	c.subject = p
	c.as = p.a > 0 && toks[p.a-1].Low == "as"
	return r.complete(toks, c)
}

// subjectEnd returns where the subject of the verb group at g ends: there, or
// before a "who" with the clause between, and whether a comma sets that off.
func subjectEnd(toks []tok, g int) (e int, aside bool) {
	if prev := &toks[g-1]; !isWord(prev) || prev.Low != "who" && prev.Low != "which" {
		if who := relativePronoun(toks, g); who > 0 {
			return who, false // "an official who asked not to be named said"
		}
		return g, false
	}
	if g > 1 && isMark(&toks[g-2], ",") {
		return g - 2, true
	}
	return g - 1, false
}

// subjectUpTo returns the subject that ends before token e, or before a time there.
func (r *reader) subjectUpTo(toks []tok, e int) phrase {
	at := beforeTime(toks, e)
	p := before(toks, at)
	for p.b-p.a > 1 && issued.Has(toks[p.b-1].Low) {
		p.b-- // "the statement issued on Monday said"
	}
	if p.empty() || unnamed(toks, p) || at < e && !toks[p.b-1].Cap && strings.HasSuffix(toks[p.b-1].Low, "ed") {
		return phrase{} // "analysts polled before the market opened on Monday said"
	}
	return r.trimLead(toks, p)
}

// tells reports whether p can be the subject of c, a verb of form f.
func tells(toks []tok, c cue, p phrase, f form) bool {
	switch {
	case p.a > 0 && toks[p.a-1].quote >= 0 && p.b-p.a == 1 && !canSpeak(toks, p, false):
		return false // "the “bright line” merger rules"
	case c.use&papers != 0:
		return paperNouns.Has(toks[head(toks, p)].Low)
	}
	return canSpeak(toks, p, c.use&(strong|accuses) != 0 && f != base)
}

// nameBeforeRole returns the name that a comma sets before the role p: `“…,” Chris
// Johns, analyst at UBS in London said`.
func (r *reader) nameBeforeRole(toks []tok, p phrase) phrase {
	if p.a < 2 || !isMark(&toks[p.a-1], ",") || toks[p.a].Cap {
		return phrase{}
	}
	name := before(toks, p.a-1)
	if !named(toks, name) || name.a == 0 {
		return phrase{}
	}
	if toks[name.a-1].quote >= 0 {
		return name
	}
	_, person := r.personIn(toks, name)
	h := head(toks, p)
	if person && isMark(&toks[name.a-1], ",") && role(&toks[h]) && h < p.b-1 && !determiners.Has(toks[p.a].Low) && !strings.HasSuffix(toks[h].Low, "s") {
		return name
	}
	return phrase{}
}

// noVerbOf reports whether c, though it stands right behind the noun phrase p, is no
// verb that tells what p says.
func noVerbOf(toks []tok, c cue, p phrase, f form) bool {
	first, next := toks[p.a].Low, c.span.b
	switch {
	case f == base && (first == "a" || first == "an"): // "a company offer includes"
		return true
	case (f == base || f == third) && toldThings.Has(toks[c.at].Low) && next < len(toks) && predicates(&toks[next]): // "public demand exceeded"
		return !pronounsAll.Has(first)
	case c.use&accuses != 0: // "three men accused of"
		low := lowAt(toks, next)
		return low == "of" || low == "by" || low == "for"
	case c.use&labels != 0: // "a book called “Nine Lives”", "the stand they call “the Shed”"
		return works.Has(toks[p.b-1].Low) || f == base && first == "they" && next < len(toks) && toks[next].quote >= 0
	}
	return false
}

// toldThings are forms of cue verbs that are things told as well.
var toldThings = text.WordSet{Words: "demand demands estimate estimates forecast forecasts report reports claim claims offer offers promise promises comment comments post posts answer answers"}

// predicates reports whether t is a verb that says something of the noun before it.
func predicates(t *tok) bool {
	switch t.Low {
	case "vary", "varied", "show", "suggest", "put", "point", "differ", "range", "include", "remain", "rose", "fell", "grew", "has", "have", "had":
		return true
	}
	return beForms.Has(t.Low) || modals.Has(t.Low) || strings.HasSuffix(t.Low, "ed") && len(t.Low) > len("need")
}

// beforeTime returns where the time that ends at token e begins: "Peskov on Monday
// said", "Peskov late last week said".
func beforeTime(toks []tok, e int) int {
	switch {
	case e > 1 && calendar(&toks[e-1]) && toks[e-1].Cap:
		e--
	case e > 2 && dayParts.Has(toks[e-1].Low) && (toks[e-2].Low == "last" || toks[e-2].Low == "this"):
		e -= 2
	default:
		return e
	}
	switch toks[e-1].Low {
	case "on", "late", "early", "earlier", "later":
		return e - 1
	}
	return e
}

// unnamed reports whether p is "I", "we" or "you": whoever writes, or is
// written to.
func unnamed(toks []tok, p phrase) bool {
	low := toks[p.a].Low
	return p.b-p.a == 1 && (low == "i" || low == "we" || low == "you")
}

// relativePronoun returns the "who" of the clause between a subject and its verb
// group at g: 3 of "an official there who asked not to be named said"; else 0.
func relativePronoun(toks []tok, g int) int {
	for j := g - 2; j > 0 && g-j < 14; j-- {
		t := &toks[j]
		if t.quote >= 0 || t.Kind == names.Mark || isWord(t) && t.Low == "that" {
			return 0
		}
		if isWord(t) && t.Low == "who" {
			if isWord(&toks[j+1]) && (toks[j+1].Cap || determiners.Has(toks[j+1].Low) || subjects.Has(toks[j+1].Low)) {
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
		t := &toks[open]
		if t.quote >= 0 && !nickname(toks, open) || isMark(t, ";:") {
			return phrase{}, 0
		}
		if !isMark(t, ",") {
			continue
		}
		p := before(toks, open)
		if open > 2 && toks[open-1].Low == "them" && toks[open-2].Low == "of" {
			p = phrase{open - 3, open} // "One of them, Imran Shah, said"
		}
		if p.empty() {
			continue
		}
		// "John Smith, 45, a trader in London, said": go on to the name.
		if first := &toks[p.a]; p.a > 1 && isMark(&toks[p.a-1], ",") && (first.Kind == names.Number || determiners.Has(first.Low) || role(first) || nouny(first) && !first.Cap) && toks[p.a-2].Cap && !calendar(&toks[p.a-2]) {
			continue
		}
		if h := &toks[head(toks, p)]; calendar(h) || h.Kind == names.Number {
			continue
		}
		if p.a > 0 && isWord(&toks[p.a-1]) && prepositions.Has(toks[p.a-1].Low) && toks[p.a-1].Low != "as" {
			continue
		}
		if name := after(toks, open+1); name.b == k && !named(toks, p) {
			if _, ok := r.personIn(toks, name); ok || named(toks, name) {
				return name, p.a
			}
		}
		if p.a > 1 && isMark(&toks[p.a-1], ",") {
			// "a classmate, Jenny Ortiz, 15, said"
			if q := before(toks, p.a-1); canSpeak(toks, q, true) && !named(toks, q) && (q.a == 0 && open == k-1 || q.a > 0 && toks[q.a-1].quote >= 0) {
				return p, q.a
			}
		}
		return p, p.a
	}
	return phrase{}, 0
}

// nickname reports whether the quotation toks[j] is what somebody is called: "known
// as “Pucks”, said".
func nickname(toks []tok, j int) bool {
	return j > 0 && (toks[j-1].Low == "as" || j > 1 && toks[j-1].Low == "the" && toks[j-2].Low == "as" || naming.Has(toks[j-1].Low))
}

// naming participles stand before a name or a title in marks.
var naming = text.WordSet{Words: "nicknamed called titled entitled headlined"}

// named reports whether all words of p are capitalised, but an ampersand, as in a name.
func named(toks []tok, p phrase) bool {
	for k := range toks[p.a:p.b] {
		t := &toks[p.a:p.b][k]
		if !t.Cap && t.Low != "&" || calendar(t) || determiners.Has(t.Low) {
			return false
		}
	}
	return !p.empty()
}

// inverted reads `…, said the minister`.
func (r *reader) inverted(toks []tok, c cue) (cue, bool) {
	if c.span.b < len(toks) && (toks[c.span.b].Low == "that" || c.use&denies != 0 && strings.HasSuffix(toks[c.span.b].Low, "ing")) {
		return cue{}, false // "Ivo Brandt, a scaffolder, denies murdering Jo Lund"
	}
	k := c.span.a - 1
	for k > 0 && isMark(&toks[k], ",—–--") {
		k--
	}
	behindQuote := k >= 0 && toks[k].quote >= 0 && !nickname(toks, k)
	p := after(toks, c.span.b)
	if !canSpeak(toks, p, c.use&strong != 0 && behindQuote) {
		return cue{}, false // "Ms Karavas, the minister, said the wreck lay at a depth"
	}
	if subjects.Has(toks[p.a].Low) && p.b < len(toks) && !isMark(&toks[p.b], ",.?!") {
		return cue{}, false
	}
	if name := apposed(toks, p); !name.empty() {
		if _, ok := r.personIn(toks, name); ok || named(toks, name) {
			p = name // "said the bank's lawyer, Edith Stone"
		}
	}
	next := p.b
	if next < len(toks) && !isMark(&toks[next], ",.;:?!—–") && !(toks[next].quote >= 0 && behindQuote) && !adjunctStart(toks, next) {
		return cue{}, false
	}
	c.subject = p
	c.next, c.venue = r.adjuncts(toks, next)
	if !behindQuote && c.next < len(toks) && (isWord(&toks[c.next]) && auxiliaries.Has(toks[c.next].Low) || toks[c.next].quote >= 0) {
		return cue{}, false // "X, a trader, said most of the cost to users will": a statement
	}
	if !behindQuote && c.next+1 < len(toks) && isMark(&toks[c.next], ",") && auxiliaries.Has(toks[c.next+1].Low) {
		return cue{}, false // "The report, read by all, says the assistant, Colin Trent, did not"
	}
	return c, true
}

// apposed returns the name that commas set behind the role p, if it is no name
// itself and the name is all that stands there.
func apposed(toks []tok, p phrase) phrase {
	if p.b+1 >= len(toks) || !isMark(&toks[p.b], ",") || toks[head(toks, p)].Cap || !role(&toks[head(toks, p)]) && !groupNouns.Has(toks[head(toks, p)].Low) {
		return phrase{}
	}
	name := after(toks, p.b+1)
	if name.empty() || name.b < len(toks) && !isMark(&toks[name.b], ",.;:") {
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
		for end < len(toks) && isWord(&toks[end]) && adverb(&toks[end]) {
			end++ // "it was reported earlier that"
		}
		if end < len(toks) && toks[end].Low == "that" || c.use&strong != 0 && end < len(toks) && isMark(&toks[end], ",") {
			c.span.a = g - 1
			c.nobody, c.next = true, end
			return c, true
		}
	}
	return cue{}, false
}
