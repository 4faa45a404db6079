package quotes

import (
	"strings"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// headline reads titles: "Talks continue — Kremlin", "Talks continue: minister".
// In the body only a quotation is followed by its speaker so.
func (r *reader) headline(u *unit) bool {
	toks := u.toks
	n := len(toks)
	if r.body && (n < 3 || toks[0].quote < 0 || !isMark(&toks[1], "—–-") && toks[1].Low != "--") {
		return false
	}
	for j := n - 2; j > 0 && j > n-8; j-- {
		if !isMark(&toks[j], "—–-:") && toks[j].Low != "--" {
			continue
		}
		if toks[j].Low == "-" && toks[j-1].Span.End == toks[j].Span.Start {
			continue
		}
		end := n
		if isMark(&toks[n-1], ".") {
			end--
		}
		p := after(toks, j+1)
		if p.b != end || !canSpeak(toks, p, false) || !clausal(toks[:j]) && toks[0].quote < 0 {
			continue
		}
		if isMark(&toks[j], ":") && !role(&toks[p.b-1]) && !groupNouns.Has(toks[p.b-1].Low) {
			continue
		}
		who := r.resolve(toks, p)
		r.emit(u, cue{}, who, phrase{0, j})
		return true
	}
	for j := 1; j < n-2 && j < 7; j++ {
		if !isMark(&toks[j], ":") {
			continue
		}
		p := after(toks, 0)
		if p.b != j || !canSpeak(toks, p, false) {
			return false
		}
		if _, person := r.personIn(toks, p); !person && !role(&toks[p.b-1]) && toks[j+1].quote < 0 {
			return false
		}
		who := r.resolve(toks, p)
		if who.person >= 0 && r.people.Entities[who.person].Kind == names.Place && toks[j+1].quote < 0 {
			return false // "Velden: gate four was on the list"
		}
		r.emit(u, cue{}, who, phrase{j + 1, r.contentEnd(toks, j+1, cue{})})
		return true
	}
	return false
}

// anaphor reads a sentence that attributes the one before: "This was announced
// on Tuesday by the press secretary."
func (r *reader) anaphor(units []unit, n int) bool {
	toks := units[n].toks
	if n == 0 || len(toks) < 4 || units[n-1].kind != dossier.Body || !isWord(&toks[0]) {
		return false
	}
	switch toks[0].Low {
	case "this", "that", "it":
	default:
		return false
	}
	i := 1
	for i < len(toks) && isWord(&toks[i]) && (auxiliaries.Has(toks[i].Low) || adverb(&toks[i])) {
		i++
	}
	if i == 1 || i >= len(toks) || !beForms.Has(toks[i-1].Low) && !adverb(&toks[i-1]) {
		return false
	}
	ok := false
	for _, f := range verbForms()[toks[i].Low] {
		ok = ok || f.form == past || f.form == participle
	}
	if !ok {
		return false
	}
	for j := i + 1; j+1 < len(toks); j++ {
		if isWord(&toks[j]) && toks[j].Low == "that" {
			return false
		}
		if !isWord(&toks[j]) || toks[j].Low != "by" {
			continue
		}
		p := after(toks, j+1)
		if !canSpeak(toks, p, false) {
			return false
		}
		prev := &units[n-1]
		end := r.contentEnd(prev.toks, 0, cue{})
		if end == 0 {
			return false
		}
		who := r.resolve(toks, p)
		content := phrase{0, end}
		q := Quote{
			Article: int32(r.index), Span: cover(prev.toks, content), Type: Indirect, Speaker: who.name, Person: who.person, Name: who.span,
			Cue: toks[i].Span, When: r.when(&units[n], phrase{0, 1}, phrase{i, i + 1}),
		}
		r.add(q, who)
		return true
	}
	return false
}

// loose attributes quotations that no cue stands beside. A whole sentence in
// marks goes on with what the last speaker said, if nothing came between but the
// end of a paragraph or a sentence that names nobody else, and is that of the one
// person whom the sentence before names; anything else in marks is a title or a
// word held at arm's length.
func (r *reader) loose(units []unit, n int) {
	u := &units[n]
	if u.kind != dossier.Body || r.colon(u) || n == 0 {
		return
	}
	for _, t := range u.toks {
		if t.quote < 0 && !isMark(&t, ".,") {
			return
		}
		if t.quote >= 0 && !r.statement(t.quote) {
			return
		}
	}
	near := units[n-1].toks
	if len(near) == 0 || u.block > units[n-1].block+1 {
		return
	}
	prev := Quote{Person: -1}
	if len(r.out) > 0 {
		prev = r.out[len(r.out)-1]
	}
	from := cover(near, phrase{0, len(near)})
	if q := r.leading(near); q.Speaker != "" {
		prev = q
	} else if !from.Overlaps(prev.Span) && !from.Overlaps(prev.Cue) {
		if n > 1 && len(units[n-2].toks) > 0 {
			from.Start = units[n-2].toks[0].Span.Start
		}
		if who := r.onlyPerson(near); who >= 0 && !r.spokenOf(u, who) {
			prev = Quote{Speaker: r.people.Entities[who].Name, Person: who} // "It saddens Ada Quill, who lives opposite. “I miss it.”"
		} else if of := r.mainSubject(near, len(near)); of.person >= 0 && r.people.Entities[of.person].Kind == names.Person && !r.spokenOf(u, of.person) {
			prev = Quote{Speaker: of.name, Person: of.person, Name: of.span} // "The minister shook his head. “It is not.”"
		} else if who < -1 || !from.Overlaps(prev.Span) {
			return
		}
	}
	if prev.Type == Declined || prev.Speaker == "" {
		return
	}
	for _, t := range u.toks {
		if t.quote >= 0 {
			q := Quote{Article: int32(r.index), Span: t.Span, Type: Direct, Speaker: prev.Speaker, Person: prev.Person, Name: prev.Name, Cue: prev.Cue, When: -1}
			r.out = append(r.out, q)
		}
	}
}

// spokenOf reports whether the quotation that u begins with begins with "she" or "he",
// and that may mean the person who: "His daughter, Nia, fed them. “She won't eat.”"
func (r *reader) spokenOf(u *unit, who int32) bool {
	if u.toks[0].quote < 0 {
		return false
	}
	words := r.quoted[u.toks[0].quote].inner.Of(r.s)
	e := &r.people.Entities[who]
	return e.Female && strings.HasPrefix(words, "She ") || e.Male && strings.HasPrefix(words, "He ")
}

// leading returns whose words the sentence toks announces, `Speaking beside the mayor,
// Ana Quill said:`, as a quote without words; it has no speaker if none is.
func (r *reader) leading(toks []tok) Quote {
	colon := len(toks) - 1
	for i := range toks {
		if c, ok := r.cueAt(toks, i); ok && c.next == colon && isMark(&toks[colon], ":") && !c.elided && !c.nobody {
			who := r.speakerOf(toks, c, nobody)
			return Quote{Speaker: who.name, Person: who.person, Name: who.span, Cue: cover(toks, c.span)}
		}
	}
	return Quote{}
}

// onlyPerson returns who alone is named in toks, outside marks: -1 is nobody, -2
// several.
func (r *reader) onlyPerson(toks []tok) int32 {
	who := int32(-1)
	for _, l := range r.people.Within(r.index, cover(toks, phrase{0, len(toks)})) {
		if r.people.Entities[l.Entity].Kind != names.Person || l.Entity == who || inMarks(toks, l.Span) {
			continue
		}
		if who >= 0 {
			return -2
		}
		who = l.Entity
	}
	return who
}

// inMarks reports whether sp lies in a quotation of toks.
func inMarks(toks []tok, sp text.Span) bool {
	for i := range toks {
		if toks[i].quote >= 0 && toks[i].Span.Overlaps(sp) {
			return true
		}
	}
	return false
}

// colon attributes the quotation that ends a sentence about a person after a
// colon: `His rival was blunt: “He lied.”`
func (r *reader) colon(u *unit) bool {
	n := len(u.toks)
	if n < 3 || u.toks[n-1].quote < 0 || !isMark(&u.toks[n-2], ":") || !r.statement(u.toks[n-1].quote) {
		return false
	}
	who := r.mainSubject(u.toks, n-2)
	if who.name == "" || who.thing && !who.unsure {
		return false
	}
	before := len(r.out)
	r.emit(u, cue{}, who, phrase{n - 1, n})
	return len(r.out) > before
}

// focus keeps in mind whom a sentence is about, for the pronouns of the next.
func (r *reader) focus(u *unit, attributed bool) {
	if len(u.toks) == 0 {
		return
	}
	if attributed {
		r.turn(u)
		return
	}
	if sp := r.mainSubject(u.toks, len(u.toks)); sp.name != "" && (sp.plural || sp.thing || sp.person >= 0 || names.Describe(sp.name).Role != "" || r.tellsGender(sp)) {
		sp.topic = sp.person < 0 && r.tellsGender(sp) || sp.person >= 0 && (r.people.Entities[sp.person].Kind == names.Person && strings.Contains(sp.name, " ") || human(u.toks))
		r.remember(sp)
		return
	}
	limit := u.toks[min(len(u.toks), 10)-1].Span.End
	for _, l := range r.people.Within(r.index, text.Span{Start: u.toks[0].Span.Start, End: limit}) {
		e := &r.people.Entities[l.Entity]
		first := l.Span.Start == u.toks[0].Span.Start && strings.Contains(e.Name, " ") // "Sandra Whitlock opens the debate"
		if e.Kind == names.Person && (e.Sure || first) {
			r.remember(speaker{name: e.Name, person: l.Entity, span: l.Span, unsure: !e.Sure, topic: first})
			return
		}
		if e.Kind == names.Organisation {
			r.remember(speaker{name: e.Name, person: l.Entity, span: l.Span, thing: true, unsure: !e.Sure})
		}
	}
}

// turn keeps in mind who comes second in a sentence that says who would not
// speak: "The office did not respond, but group leader Tom Ackroyd confirmed it."
func (r *reader) turn(u *unit) {
	last := &r.out[len(r.out)-1]
	if last.Type != Declined {
		return
	}
	for i := 1; i+1 < len(u.toks); i++ {
		if u.toks[i].Span.Start < last.Span.End || !isMark(&u.toks[i-1], ",") || u.toks[i].Low != "but" {
			continue
		}
		if p := subjectAt(u.toks, i+1); canSpeak(u.toks, p, false) {
			if sp := r.resolve(u.toks, p); sp.person >= 0 {
				sp.topic = true
				r.remember(sp)
			}
		}
		return
	}
}

// human reports whether the sentence can only be about a person: it has a who,
// a mood or a gesture.
func human(toks []tok) bool {
	for i := range toks {
		t := &toks[i]
		if isWord(t) && i > 0 && (gestures.Has(t.Low) || moods.Has(t.Low) && beforeMood(&toks[i-1]) || t.Low == "who" && isMark(&toks[i-1], ",")) {
			return true
		}
	}
	return false
}

// beforeMood reports whether t can stand before an adjective of its subject.
func beforeMood(t *tok) bool {
	return isWord(t) && (beForms.Has(t.Low) || negations.Has(t.Low) || adverb(t) || t.Low == "more" || t.Low == "less")
}

var (
	gestures = text.WordSet{Words: `smiled smiles laughed laughs grinned nodded shrugged sighed wept cried paused frowned winced blushed disagreed disagrees resigned retired`}
	moods    = text.WordSet{Words: `blunt blunter angry angrier furious unhappy happy delighted tearful adamant defiant unrepentant scathing unmoved unimpressed cautious sceptical
		skeptical optimistic pessimistic proud sad relieved disappointed frank franker harsher gloomier calmer bitter upbeat categorical unequivocal apologetic convinced`}
)
