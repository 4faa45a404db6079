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
	if !r.body && r.headline(u) {
		return
	}
	if r.anaphor(units, n) {
		return
	}
	if c, from, ok := r.enclosing(toks); ok {
		who := r.speakerOf(toks, c, speaker{})
		r.emit(u, c, who, phrase{from, contentBefore(toks, c)})
		if rest := r.second(toks, c); !rest.empty() {
			r.emit(u, c, who, rest)
		}
		r.scan(u, c.next, who)
		return
	}
	r.scan(u, 0, speaker{})
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
			if conjunctions[toks[done].Low] && done+1 < c.subject.b {
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
		return speaker{person: -1}
	}
	if c.subject.empty() {
		return earlier
	}
	return r.resolve(toks, c.subject)
}

// mainSubject is the speaker a participle belongs to: the subject of the
// sentence.
func (r *reader) mainSubject(toks []tok, limit int) speaker {
	i := 0
	if len(toks) > 0 && isWord(toks[0]) && prepositions[toks[0].Low] {
		for i < limit && !isMark(toks[i], ",") {
			i++
		}
		i++
	}
	if i >= limit {
		return speaker{person: -1}
	}
	p := after(toks, i)
	for j := p.a + 1; j < p.b; j++ {
		if t := toks[j]; isWord(t) && !t.Cap && (strings.HasSuffix(t.Low, "ed") || len(verbForms[t.Low]) > 0) && !role(t) {
			p.b = j // the verb of the sentence: "Swissair reported higher profits and said"
			for p.b > p.a+1 && adverb(toks[p.b-1]) {
				p.b--
			}
			break
		}
	}
	if p.b > limit || !canSpeak(toks, p, false) {
		return speaker{person: -1}
	}
	return r.resolve(toks, p)
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
		prev := toks[s-1]
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
		if isQuote && c.use&clause == 0 && c.use&quoteOnly == 0 {
			continue
		}
		if !r.ends(toks, c, isQuote) {
			continue
		}
		from := r.contentStart(toks, s)
		if !isQuote && !clausal(toks[from:s]) {
			continue
		}
		return c, from, true
	}
	return cue{}, 0, false
}

// ends reports whether no statement follows cue c, or one that goes on with
// what stands before it.
func (r *reader) ends(toks []tok, c cue, afterQuote bool) bool {
	if c.next >= len(toks) {
		return true
	}
	t := toks[c.next]
	switch {
	case isMark(t, ".?!;)—–--"):
		return true
	case isMark(t, ","):
		return true
	case isMark(t, ":") || t.quote >= 0:
		return afterQuote && t.quote >= 0
	}
	if isWord(t) && t.Low == "that" {
		return false
	}
	if afterQuote {
		return true
	}
	return isWord(t) && (adjunctStart(toks, c.next) || subordinate[t.Low] || strings.HasSuffix(t.Low, "ing"))
}

// contentStart returns where the statement before token s begins: at the start
// of the unit, past a leading attribution of time.
func (r *reader) contentStart(toks []tok, s int) int {
	if s > 0 && toks[s-1].quote >= 0 {
		// `The plan is dead. "It is over," he said`: only the quotation, unless
		// words lead up to it.
		k := s - 1
		for k > 0 && toks[k-1].quote >= 0 {
			k--
		}
		if k == 0 || r.statement(toks[k].quote) && (isMark(toks[k-1], ".:") || k == 0) {
			return k
		}
	}
	if len(toks) > 1 && isWord(toks[0]) && (conjunctions[toks[0].Low]) {
		return 1
	}
	return 0
}

// clausal reports whether toks look like a clause rather than "On Monday".
func clausal(toks []tok) bool {
	n := 0
	for _, t := range toks {
		if t.quote >= 0 {
			n += 3
		}
		if isWord(t) && auxiliaries[t.Low] {
			n += 3
		}
		if isWord(t) || t.Kind == names.Number {
			n++
		}
	}
	if len(toks) > 0 && isWord(toks[0]) && (prepositions[toks[0].Low] || subordinate[toks[0].Low]) {
		return n >= 10
	}
	return n >= 4
}

// contentBefore returns the end of the statement before c, its comma left out.
func contentBefore(toks []tok, c cue) int {
	e := c.start()
	for e > 0 && toks[e-1].quote < 0 && toks[e-1].Kind == names.Mark && !isMark(toks[e-1], ")]") {
		e--
	}
	return e
}

// second returns the part of the statement that goes on after c: `"A," he said,
// "B."`, `The talks, he said, would continue.`
func (r *reader) second(toks []tok, c cue) phrase {
	i := c.next
	if i < len(toks) && isMark(toks[i], ",.:—–--") {
		i++
	}
	if i >= len(toks) || toks[i].quote < 0 {
		return phrase{}
	}
	j := i
	for j < len(toks) && toks[j].quote >= 0 {
		j++
	}
	return phrase{i, j}
}

// follows returns the statement that follows cue c.
func (r *reader) follows(toks []tok, c cue) (phrase, bool) {
	i := c.next
	n := len(toks)
	if c.decline {
		p := phrase{i, r.contentEnd(toks, i, c)}
		return p, !p.empty()
	}
	if i >= n {
		return phrase{}, false
	}
	t := toks[i]
	switch {
	case c.as:
		if !isMark(t, ",") || c.start() > 3 {
			return phrase{}, false
		}
		i++
	case isMark(t, ":"):
		i++
		if i < n && toks[i].quote < 0 && c.use&strong == 0 {
			return phrase{}, false
		}
	case isMark(t, ","):
		if i+1 < n && toks[i+1].quote >= 0 {
			i++
			break
		}
		// "said, in a statement, that"
		k := i + 1
		for k < n && !isMark(toks[k], ",.;") && toks[k].quote < 0 {
			k++
		}
		if k+1 < n && isMark(toks[k], ",") && toks[k+1].Low == "that" && k-i < 12 {
			i = k + 2
			break
		}
		return phrase{}, false
	case t.quote >= 0:
	case isMark(t, ".?!;)—–"):
		return phrase{}, false
	case isWord(t) && t.Low == "that" && c.use&(clause|infin) != 0 && !(i+1 < n && isMark(toks[i+1], ".;")) && i+3 < n:
		i++
		if isMark(toks[i], ",") {
			i++ // "said that, in line with its policy, it would"
		}
	default:
		if !r.bare(toks, c, i) {
			return phrase{}, false
		}
	}
	if i >= n {
		return phrase{}, false
	}
	p := phrase{i, r.contentEnd(toks, i, c)}
	if p.empty() {
		return phrase{}, false
	}
	if toks[p.a].quote >= 0 || c.use&quoteOnly == 0 {
		return p, true
	}
	return phrase{}, false
}

// bare reports whether c may have the statement toks[i:] without "that".
func (r *reader) bare(toks []tok, c cue, i int) bool {
	t := toks[i]
	low := t.Low
	if c.use&quoteOnly != 0 {
		return false
	}
	if c.use&infin != 0 && low == "to" {
		return true
	}
	if c.use&accuses != 0 {
		return c.use&accuses != 0 && accusation(toks, i)
	}
	if c.use&object != 0 {
		return !(isWord(t) && (prepositions[low] || subordinate[low] && !wh[low])) && (!isMark(t, ",")) && low != "to"
	}
	if c.use&clause == 0 {
		return false
	}
	if isWord(t) && (low == "to" || low == "so" || low == "as" || low == "of" || low == "than" || low == "with" || low == "on" || low == "into") {
		return false
	}
	if c.use&strong != 0 {
		return !(isWord(t) && (low == "nothing" || low == "by" || low == "about" && !(i+1 < len(toks) && toks[i+1].Kind == names.Number)))
	}
	return finite(toks, i)
}

// accusation reports whether an accusing verb has its "of", "for" or "to".
func accusation(toks []tok, i int) bool {
	for j := i + 1; j < len(toks) && j < i+14; j++ {
		if isWord(toks[j]) && (toks[j].Low == "of" || toks[j].Low == "for" || toks[j].Low == "to") {
			return true
		}
	}
	return false
}

// finite reports whether a clause seems to begin at token i: a noun phrase and
// then an auxiliary, or a subject pronoun.
func finite(toks []tok, i int) bool {
	if isWord(toks[i]) && subjects[toks[i].Low] {
		return true
	}
	p := after(toks, i)
	if p.empty() || p.b >= len(toks) {
		return false
	}
	return isWord(toks[p.b]) && auxiliaries[toks[p.b].Low] || toks[p.b].Kind == names.Clitic
}

// contentEnd returns the end of the statement that begins at token i: the end
// of the sentence, or where another attribution begins.
func (r *reader) contentEnd(toks []tok, i int, c cue) int {
	end := len(toks)
	for j := i + 1; j < len(toks); j++ {
		t := toks[j]
		if t.quote >= 0 {
			if j == i+1 && toks[i].quote >= 0 {
				continue
			}
			continue
		}
		if isMark(t, ";") {
			end = j
			break
		}
		if c.decline && isMark(t, ",") && j+1 < len(toks) && isWord(toks[j+1]) && contrasts[toks[j+1].Low] {
			end = j
			break
		}
		if isMark(t, ",") && j+1 < len(toks) && r.cuts(toks, j+1) {
			end = j
			break
		}
		if isWord(t) && (t.Low == "and" || t.Low == "but") && j+1 < len(toks) && r.cutsAfter(toks, j+1) {
			end = j
			break
		}
	}
	for end > i && toks[end-1].quote < 0 && toks[end-1].Kind == names.Mark && !isMark(toks[end-1], ")]%$") {
		end--
	}
	return end
}

// cuts reports whether a new attribution begins at token j after a comma:
// "adding that", "but Lavrov said", "Putin added".
func (r *reader) cuts(toks []tok, j int) bool {
	k := j
	if isWord(toks[k]) && (conjunctions[toks[k].Low] || toks[k].Low == "while" || toks[k].Low == "whereas" || toks[k].Low == "though") {
		k++
		if k < len(toks) && (r.cutsAfter(toks, k) || r.declines(toks, k)) {
			return true
		}
	} else {
		for _, f := range verbForms[toks[k].Low] {
			if f.form == gerund && f.use&(clause|object) != 0 && f.use&quoteOnly == 0 {
				c, ok := r.cueAt(toks, k)
				return ok && c.next < len(toks) && !isMark(toks[c.next], ".")
			}
		}
	}
	// A noun phrase and its cue verb right away.
	if k >= len(toks) {
		return false
	}
	p := after(toks, k)
	if p.empty() || p.b >= len(toks) {
		return false
	}
	for _, f := range verbForms[toks[p.b].Low] {
		if (f.form == past || f.form == third) && f.use&strong != 0 && canSpeak(toks, p, false) {
			return true
		}
	}
	return false
}

// cutsAfter reports whether "and" or "but" before token j begins a further
// statement: "and added that", "but he said".
func (r *reader) cutsAfter(toks []tok, j int) bool {
	for _, f := range verbForms[toks[j].Low] {
		if (f.form == past || f.form == third) && f.use&(strong|object|accuses) != 0 && f.use&thinks == 0 {
			c, ok := r.cueAt(toks, j)
			if ok && c.elided && c.next < len(toks) {
				_, ok = r.follows2(toks, c)
				return ok
			}
		}
	}
	p := after(toks, j)
	if p.empty() || p.b >= len(toks) || !canSpeak(toks, p, false) {
		return false
	}
	for _, f := range verbForms[toks[p.b].Low] {
		if (f.form == past || f.form == third) && f.use&strong != 0 {
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
	t := toks[c.next]
	if t.quote >= 0 || isMark(t, ":") || t.Low == "that" {
		return phrase{c.next, c.next + 1}, true
	}
	if t.Kind == names.Mark {
		return phrase{}, false
	}
	return phrase{c.next, c.next + 1}, r.bare(toks, c, c.next)
}

// emit appends the quotes of a statement.
func (r *reader) emit(u *unit, c cue, who speaker, content phrase) {
	toks := u.toks
	q := Quote{Article: int32(r.index), Speaker: who.name, Person: who.person, Name: who.span, When: -1}
	if c.span.b > c.span.a {
		q.Cue = text.Span{Start: toks[c.span.a].Span.Start, End: toks[c.span.b-1].Span.End}
	}
	if !c.venue.empty() {
		q.Venue = text.Span{Start: toks[c.venue.a].Span.Start, End: toks[c.venue.b-1].Span.End}
		q.Via = r.via(toks, c)
	}
	q.When = r.when(u, content)
	if c.decline {
		q.Type = Declined
		q.Span = cover(toks, content)
		r.add(q, who)
		return
	}
	quotes := 0
	wordsIn, wordsQuoted := 0, 0
	for j := content.a; j < content.b; j++ {
		if toks[j].quote >= 0 {
			quotes++
			wordsQuoted += len(strings.Fields(toks[j].Span.Of(r.s)))
		} else if toks[j].Kind == names.Word || toks[j].Kind == names.Number {
			wordsIn++
		}
	}
	if quotes == 0 {
		q.Type = Indirect
		q.Span = cover(toks, content)
		r.add(q, who)
		return
	}
	if wordsQuoted <= shortFragment && wordsQuoted*4 < wordsIn+wordsQuoted {
		q.Type = Mixed
		q.Span = cover(toks, content)
		r.add(q, who)
		return
	}
	for j := content.a; j < content.b; j++ {
		if toks[j].quote < 0 {
			continue
		}
		q.Type = Mixed
		if r.statement(toks[j].quote) && (j == content.a || toks[j-1].quote >= 0 || isMark(toks[j-1], ".:")) || j == content.a && j+1 == content.b && c.start() > j || j == content.a && c.start() < j && toks[j-1].Low != "that" && r.statement(toks[j].quote) {
			q.Type = Direct
		}
		q.Span = toks[j].Span
		r.add(q, who)
	}
}

// shortFragment is the number of quoted words up to which marks in a long
// clause set off a word or a title rather than quote a statement.
const shortFragment = 3

func cover(toks []tok, p phrase) text.Span {
	return text.Span{Start: toks[p.a].Span.Start, End: toks[p.b-1].Span.End}
}

func (r *reader) add(q Quote, who speaker) {
	if q.Span.Empty() {
		return
	}
	for k := len(r.out) - 1; k >= 0 && k >= len(r.out)-8; k-- {
		if r.out[k].Span.Overlaps(q.Span) {
			return
		}
	}
	r.out = append(r.out, q)
	if q.Type != Declined || who.person >= 0 {
		r.remember(who)
	}
}

// via returns the outlet that carried the statement: the name of the paper in
// "told Japan's Nikkei newspaper", "" if it is the article's own.
func (r *reader) via(toks []tok, c cue) string {
	for j := c.venue.b - 1; j >= c.venue.a; j-- {
		if !toks[j].Cap || calendar(toks[j]) {
			continue
		}
		a := j
		for a > c.venue.a && toks[a-1].Cap && toks[a-1].Kind == names.Word {
			a--
		}
		name := clean(text.Span{Start: toks[a].Span.Start, End: toks[j].Span.End}.Of(r.s))
		if !r.outlet(toks, phrase{a, j + 1}, name, c) {
			return ""
		}
		own := r.d.Outlet(r.index)
		if strings.EqualFold(name, own.Name) || strings.EqualFold(name, own.ID) {
			return ""
		}
		return name
	}
	return ""
}

// mediaWords end the names of outlets.
var mediaWords = words(`newspaper agency television tv radio magazine channel station network times post news telegraph journal herald guardian
	tribune press broadcaster daily weekly website interview`)

// outlet reports whether the name at p in the venue of c is that of a medium.
func (r *reader) outlet(toks []tok, p phrase, name string, c cue) bool {
	for _, t := range toks[c.venue.a:c.venue.b] {
		if mediaWords[t.Low] {
			return true
		}
	}
	if c.use&addressee == 0 || p.b-p.a > 2 {
		return false
	}
	for _, l := range r.people.Within(r.index, cover(toks, p)) {
		return r.people.Entities[l.Entity].Kind == names.Organisation
	}
	return false
}

// when returns the first time mentioned in the unit outside its statement.
func (r *reader) when(u *unit, content phrase) int32 {
	if len(u.toks) == 0 {
		return -1
	}
	whole := cover(u.toks, phrase{0, len(u.toks)})
	inside := cover(u.toks, content)
	for i, m := range r.article.Mentions {
		if whole.Contains(m.Span) && !inside.Overlaps(m.Span) {
			return int32(i)
		}
	}
	return -1
}
