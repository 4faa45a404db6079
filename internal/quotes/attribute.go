package quotes

import (
	"strings"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// attribute reads all units in order and appends the quotes.
func (r *reader) attribute(units []unit) {
	for n := range units {
		u := &units[n]
		before := len(r.out)
		r.unit(u, n, units)
		if len(r.out) == before {
			r.loose(units, n)
		}
		r.focus(u, len(r.out) > before)
	}
}

// unit reads one unit.
func (r *reader) unit(u *unit, n int, units []unit) {
	toks := u.toks
	r.body = u.kind == dossier.Body
	if r.headline(u) {
		return
	}
	if r.anaphor(units, n) {
		return
	}
	if c, from, ok := r.enclosing(toks); ok {
		if source := citing(toks, c); !source.empty() {
			c.from = c.start()
			c.via, c.subject = c.subject, source
		}
		content := phrase{from, contentBefore(toks, c)}
		r.ahead = cover(toks, content)
		who := r.speakerOf(toks, c, nobody)
		r.ahead = text.Span{}
		if c.subject.b == c.subject.a+1 && toks[c.subject.a].Low == "they" && toks[c.start()-1].quote < 0 {
			if of := r.mainSubject(toks, c.start()); of.plural {
				who.name = of.name // "Astronomers have found water, they reported"
			}
		}
		if r.passedOn(u, c, content) {
			return
		}
		if end, ok := r.goesOn(toks, c, content); ok {
			content.b = end // "The talks, he said, will resume"
			r.emit(u, c, who, content)
			return
		}
		r.emit(u, c, who, content)
		if rest := r.second(toks, c); !rest.empty() {
			r.emit(u, c, who, rest)
		}
		r.scan(u, c.next, who)
		return
	}
	r.scan(u, 0, nobody)
}

// passedOn reads a statement that a medium reports of somebody: "The minister
// said talks would resume, Al Masar reported". c is the cue of the medium.
func (r *reader) passedOn(u *unit, c cue, content phrase) bool {
	if low := u.toks[c.at].Low; !strings.HasPrefix(low, "report") && low != "according" {
		return false
	}
	for i := content.a; i < content.b; i++ {
		inner, ok := r.cueAt(u.toks[:content.b], i)
		if !ok || inner.elided || inner.nobody || inner.decline || inner.use&strong == 0 || inner.next >= content.b {
			continue
		}
		if s := inner.start(); s > content.a && !(isMark(&u.toks[s-1], ",") && after(u.toks, content.a).b == s-1) {
			continue
		}
		if said, ok := r.follows(u.toks[:content.b], inner); ok {
			if u.toks[c.at].Low != "according" || u.toks[c.subject.b-1].Cap {
				inner.via = c.subject
			}
			r.emit(u, inner, r.speakerOf(u.toks, inner, nobody), said)
			return true
		}
	}
	return false
}

// scan reads the attributions whose statement follows them, from token i on.
func (r *reader) scan(u *unit, i int, who speaker) {
	toks := u.toks
	done := i // the statements before this token are read
	for i < len(toks) {
		c, ok := r.cueAt(toks, i)
		if !ok || c.next >= len(toks) && !c.decline {
			i++
			continue
		}
		if !c.subject.empty() && c.subject.a < done && c.subject.b > done {
			c.subject.a = done // "it planned work in the Aegean and Turkey said"
			if conjunctions.Has(toks[done].Low) && done+1 < c.subject.b {
				c.subject.a++
			}
		}
		content, ok := r.follows(toks, c)
		if !ok {
			i++
			continue
		}
		if c.elided && who.name == "" && who.span.Empty() {
			who = r.mainSubject(toks, c.span.a)
			if who.span.Empty() {
				i++
				continue
			}
		}
		sp := r.speakerOf(toks, c, who)
		r.emit(u, c, sp, content)
		who = sp
		i = max(content.b, i+1)
		done = content.b
	}
}

// speakerOf resolves the subject of c; an elided one is that of the
// attribution before.
func (r *reader) speakerOf(toks []tok, c cue, earlier speaker) speaker {
	if c.nobody {
		return nobody
	}
	if c.subject.empty() {
		return earlier
	}
	if strings.HasPrefix(toks[c.at].Low, "hear") && hearers.Has(toks[head(toks, c.subject)].Low) {
		return nobody // who told the court is not said
	}
	r.further = strings.HasPrefix(toks[c.at].Low, "add")
	who := r.resolve(toks, c.subject)
	r.further = false
	return who
}

// hearers hear what somebody says to them.
var hearers = text.WordSet{Words: "court inquest inquiry jury tribunal hearing trial"}

// mainSubject is the speaker a participle belongs to: the subject of the
// sentence.
func (r *reader) mainSubject(toks []tok, limit int) speaker {
	i := 0
	if len(toks) > 1 && isWord(&toks[0]) && conjunctions.Has(toks[0].Low) {
		i++ // "But bird lovers hit back, insisting"
	}
	if len(toks) > 0 && r.leadsIn(toks) {
		for i < limit && !isMark(&toks[i], ",") {
			i++
		}
		i++
	}
	if i >= limit {
		return nobody
	}
	p := subjectAt(toks, i)
	if p.b < limit && isMark(&toks[p.b], ",") {
		// "Her co-author, Ingo Weber, agreed"
		if name := after(toks, p.b+1); name.b < limit && isMark(&toks[name.b], ",") {
			if _, ok := r.personIn(toks, name); ok || named(toks, name) && !named(toks, p) {
				return r.resolve(toks, name)
			}
		}
	}
	if !p.empty() && prices.Has(toks[head(toks, p)].Low) {
		p = reason(toks[:limit], p.b)
	}
	if p.b > limit || !canSpeak(toks, p, p.b < limit && replies(toks, p.b)) {
		return nobody
	}
	return r.resolve(toks, p)
}

// prices are what rises and falls when somebody speaks.
var prices = text.WordSet{Words: "shares stocks prices sales profits bonds"}

// reason returns who did what the clause behind token i gives as the reason of what
// befell the subject: "Shares fell after the buyer walked away, blaming".
func reason(toks []tok, i int) phrase {
	for ; i+1 < len(toks); i++ {
		if low := toks[i].Low; low == "after" || low == "as" {
			if p := subjectAt(toks, i+1); canSpeak(toks, p, false) {
				return p
			}
		}
	}
	return phrase{}
}

// replies reports whether toks[i] is a verb of speech by what follows it: "hit back".
func replies(toks []tok, i int) bool {
	for _, f := range verbForms()[toks[i].Low] {
		if f.particle != "" && f.form != base && f.particle == lowAt(toks, i+1) {
			return true
		}
	}
	return false
}

// leadsIn reports whether the sentence opens with what belongs to its verb:
// "On Monday, …", "Asked about the letter, …", "Five days before the flood, …".
func (r *reader) leadsIn(toks []tok) bool {
	t := &toks[0]
	if !isWord(t) {
		return false
	}
	for _, f := range verbForms()[t.Low] {
		if f.form == past || f.form == gerund {
			return true
		}
	}
	if participle := strings.HasSuffix(t.Low, "ed") || strings.HasSuffix(t.Low, "ing"); participle && len(toks) > 1 && isWord(&toks[1]) && (prepositions.Has(toks[1].Low) || determiners.Has(toks[1].Low)) {
		return len(r.people.Within(r.index, t.Span)) == 0 // "Pressed on who was to blame, …"
	}
	return prepositions.Has(t.Low) || len(toks) > 2 && timeUnits.Has(toks[1].Low) && isWord(&toks[2]) && prepositions.Has(toks[2].Low)
}

// subjectAt returns the noun phrase that begins at token i, cut before what may
// be its verb: "Swissair" of "Swissair reported higher profits and said".
func subjectAt(toks []tok, i int) phrase {
	p := after(toks, i)
	for j := p.a + 1; j < p.b; j++ {
		if t := &toks[j]; isWord(t) && !t.Cap && (strings.HasSuffix(t.Low, "ed") || pastVerbs.Has(t.Low) || len(verbForms()[t.Low]) > 0 && !subjectNoun(toks, j)) && !role(t) {
			p.b = j
			for p.b > p.a+1 && adverb(&toks[p.b-1]) {
				p.b--
			}
			break
		}
	}
	return p
}

// subjectNoun reports whether toks[j], which may be a verb of speech, is a noun, as
// its own verb of speech follows: "a council report said".
func subjectNoun(toks []tok, j int) bool {
	if j+1 >= len(toks) || !groupNouns.Has(toks[j].Low) && !paperNouns.Has(toks[j].Low) {
		return false
	}
	for _, f := range verbForms()[toks[j+1].Low] {
		if f.use&strong != 0 && (f.form == past || f.form == third) {
			return true
		}
	}
	return false
}

// enclosing finds the attribution that stands behind or inside its statement:
// `…, Peskov told reporters on Monday.`
func (r *reader) enclosing(toks []tok) (c cue, from int, ok bool) {
	for i := range toks {
		c, found := r.cueAt(toks, i)
		if !found || c.elided || c.nobody || c.decline || c.start() < 1 {
			continue
		}
		s := c.start()
		prev := &toks[s-1]
		if isMark(prev, ",—–--") && s > 1 && toks[s-2].quote >= 0 {
			prev = &toks[s-2]
		}
		isQuote := prev.quote >= 0 && r.lastRune(prev.quote) != 0
		if !isQuote && !isMark(prev, ",—–--") && !(c.at == s && toks[i].Low == "according") {
			continue
		}
		if c.use&(clause|quoteOnly) == 0 && !isQuote {
			continue
		}
		if c.use&quoteOnly != 0 && !isQuote && !c.as {
			continue
		}
		if c.use&thinks != 0 && !isQuote && !c.as && c.next+1 < len(toks) {
			continue
		}
		if isQuote && c.use&(clause|quoteOnly|infin) == 0 {
			continue
		}
		if !r.ends(toks, c, isQuote) {
			continue
		}
		if !isQuote && s > 1 && auxiliaries.Has(toks[s-2].Low) && c.next+1 < len(toks) && (toks[c.next].quote >= 0 || toks[c.next+1].quote >= 0) {
			continue // "The reform was, in his words, “a gift”"
		}
		from := r.contentStart(toks, s)
		if _, inside := r.goesOn(toks, c, phrase{from, s}); !isQuote && !inside && !clausal(toks[from:s]) {
			continue
		}
		return c, from, true
	}
	return r.tail(toks)
}

// tail reads `“…,” Chris Johns, an analyst at UBS in London said`, where the
// comma that closes the apposition is missing: whoever begins right behind the
// quotation said it, if a verb of speech ends the sentence.
func (r *reader) tail(toks []tok) (c cue, from int, ok bool) {
	k := 0
	for k < len(toks) && toks[k].quote >= 0 {
		k++
	}
	if k > 0 && k < len(toks) && isMark(&toks[k], ",") {
		k++
	}
	if k == 0 || k >= len(toks) {
		return cue{}, 0, false
	}
	p := after(toks, k)
	if !canSpeak(toks, p, false) {
		return cue{}, 0, false
	}
	for i := p.b; i < len(toks) && i < p.b+25 && toks[i].quote < 0; i++ {
		for _, f := range verbForms()[toks[i].Low] {
			if (f.form != past && f.form != third) || f.use&strong == 0 || toks[i].Cap {
				continue
			}
			c, ok := r.complete(toks, cue{at: i, span: phrase{i, i + 1}, use: f.use, subject: p, from: k})
			if ok && (c.next >= len(toks) || isMark(&toks[c.next], ".,")) {
				return c, 0, true
			}
		}
	}
	return cue{}, 0, false
}

// ends reports whether no statement follows cue c, or one that goes on with
// what stands before it.
func (r *reader) ends(toks []tok, c cue, afterQuote bool) bool {
	if c.next >= len(toks) {
		return true
	}
	t := &toks[c.next]
	switch {
	case isMark(t, ".?!;)—–--"):
		return true
	case isMark(t, ","):
		return true
	case isMark(t, ":") || t.quote >= 0:
		return afterQuote && (t.quote >= 0 || c.next+1 < len(toks) && toks[c.next+1].quote >= 0)
	}
	if isWord(t) && t.Low == "that" {
		return false
	}
	if afterQuote {
		return true
	}
	return isWord(t) && (adjunctStart(toks, c.next) && !picking.Has(t.Low) || subordinate.Has(t.Low) || strings.HasSuffix(t.Low, "ing"))
}

// contentStart returns where the statement before token s begins: at the start
// of the unit, past a leading attribution of time.
func (r *reader) contentStart(toks []tok, s int) int {
	if s > 1 && isMark(&toks[s-1], ",—–--") && toks[s-2].quote >= 0 {
		s--
	}
	if s > 0 && toks[s-1].quote >= 0 {
		// `The plan is dead. "It is over," he said`: only the quotation, unless
		// words lead up to it.
		k := s - 1
		for k > 0 && toks[k-1].quote >= 0 {
			k--
		}
		if k == 0 || r.statement(toks[k].quote) && (isMark(&toks[k-1], ".:") || k == 0) {
			return k
		}
	}
	if len(toks) > 1 && isWord(&toks[0]) && (conjunctions.Has(toks[0].Low)) {
		return 1
	}
	return 0
}

// clausal reports whether toks look like a clause rather than "On Monday".
func clausal(toks []tok) bool {
	n := 0
	for k := range toks {
		t := &toks[k]
		if t.quote >= 0 {
			n += 3
		}
		if isWord(t) && auxiliaries.Has(t.Low) {
			n += 3
		}
		if isWord(t) || t.Kind == names.Number {
			n++
		}
	}
	if len(toks) > 1 && isWord(&toks[0]) && (prepositions.Has(toks[0].Low) || subordinate.Has(toks[0].Low)) &&
		toks[1].Kind != names.Number && toks[1].Low != "least" && toks[1].Low != "most" { // "About 50 people were hurt"
		return n >= 10
	}
	return n >= 4
}

// contentBefore returns the end of the statement before c, its comma left out.
func contentBefore(toks []tok, c cue) int {
	e := c.start()
	for e > 0 && toks[e-1].quote < 0 && toks[e-1].Kind == names.Mark && !isMark(&toks[e-1], ")]>%$") {
		e--
	}
	return e
}
