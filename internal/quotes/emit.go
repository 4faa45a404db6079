package quotes

import (
	"sort"
	"strings"

	"parallax/internal/names"
	"parallax/internal/text"
)

// emit appends the quotes of a statement: one, or one for each of its quotations.
func (r *reader) emit(u *unit, c cue, who speaker, content phrase) {
	toks := u.toks
	if content.a+1 < content.b && isMark(&toks[content.a], "*•") {
		content.a++
	}
	q := r.attributed(u, c, who, content)
	if from := refused(toks, content); from > 0 {
		c.decline, content.a = true, from
	}
	q.Led = led(toks, c, content)
	if whole, ok := r.typeOfWhole(toks, c, content); ok {
		q.Type, q.Span = whole, cover(toks, content)
		r.add(q, who)
		return
	}
	for j := content.a; j < content.b; j++ {
		if toks[j].quote < 0 {
			continue
		}
		q.Type, q.Span = Mixed, toks[j].Span
		if r.direct(toks, c, content, j) {
			q.Type = Direct
		} else if !c.span.empty() && c.span.a < content.a {
			q.Led = true // "said it would end “before Easter”"
		}
		r.add(q, who)
	}
}

// attributed returns a quote of nothing yet, with what the unit tells of who said
// it, where and when.
func (r *reader) attributed(u *unit, c cue, who speaker, content phrase) Quote {
	q := Quote{Article: int32(r.index), Speaker: who.name, Person: who.person, Name: who.span, Denies: c.use&denies != 0}
	if !c.span.empty() {
		q.Cue = cover(u.toks, c.span)
	}
	if !c.venue.empty() {
		q.Venue = cover(u.toks, c.venue)
		q.Via = r.via(u.toks, c)
	}
	if !c.via.empty() {
		q.Via = r.viaName(u.toks, c.via)
	}
	q.When = r.when(u, content, c.span)
	return q
}

// typeOfWhole returns the type of a statement that is one quote as a whole: it is
// in the writer's words, but for a few perhaps that stand in marks.
func (r *reader) typeOfWhole(toks []tok, c cue, content phrase) (Type, bool) {
	if c.decline {
		return Declined, true
	}
	marked := false
	words, quoted := 0, 0 // outside of marks and within
	for j := content.a; j < content.b; j++ {
		switch t := &toks[j]; {
		case t.quote >= 0:
			marked = true
			quoted += len(strings.Fields(t.Span.Of(r.s)))
		case t.Kind == names.Word || t.Kind == names.Number:
			words++
		}
	}
	switch {
	case !marked, term(toks, content) && quoted <= longestTerm:
		return Indirect, true
	case quoted <= shortFragment && quoted*4 < words+quoted:
		return Mixed, true
	}
	return "", false
}

// led reports whether content says little without its verb: "accused each other of
// fraud", "denied that he was there", "announced the launch of a ship".
func led(toks []tok, c cue, content phrase) bool {
	switch {
	case c.decline || c.use&denies != 0:
		return true
	case c.use&clause == 0:
		return c.use != 0
	case c.use&infin != 0:
		return toks[content.a].Low == "to"
	}
	return c.use&object != 0 && !finiteIn(toks[content.a:content.b])
}

// direct reports whether the quotation toks[j] of a statement is speech by
// itself and not woven into a clause of the writer.
func (r *reader) direct(toks []tok, c cue, content phrase, j int) bool {
	alone := j == content.a && j+1 == content.b
	start := c.start()
	switch {
	case alone && start > j: // “…,” he said
		return true
	case alone && c.use&labels == 0 && start > 0 && start < j && (toks[start-1].quote >= 0 || start > 1 && toks[start-2].quote >= 0 && toks[start-1].Kind == names.Mark):
		return true // “…,” he said, “…”
	case !r.statement(toks[j].quote):
		return false
	case j == content.a:
		return j == 0 || toks[j-1].Low != "that"
	}
	return toks[j-1].quote >= 0 || isMark(&toks[j-1], ".:")
}

// The most quoted words of which marks in a long clause set off a word of the
// writer's rather than quote a statement.
const (
	shortFragment = 1
	longestTerm   = 3 // of `the “shadow fleet”`
)

// term reports whether marks in the statement only set off a word that the
// writer uses: `the “shadow fleet” has grown`.
func term(toks []tok, content phrase) bool {
	for j := content.a; j < content.b; j++ {
		if toks[j].quote < 0 {
			continue
		}
		if j == content.a || toks[j-1].Low != "the" && toks[j-1].Low != "The" && toks[j-1].Low != "so-called" && !nickname(toks, j) || j+1 == content.b {
			return false
		}
	}
	return true
}

//go:noinline
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
		who.spoke = true
		r.remember(who)
	}
}

// via returns the outlet that carried the statement: the name of the paper in
// "told Japan's Nikkei newspaper", "" if it is the article's own.
func (r *reader) via(toks []tok, c cue) string {
	for j := c.venue.b - 1; j >= c.venue.a; j-- {
		if !toks[j].Cap || calendar(&toks[j]) {
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
var mediaWords = text.WordSet{Words: `newspaper agency television tv radio magazine channel station network times post news telegraph journal herald guardian
	tribune press broadcaster daily weekly website interview`}

// gatherings hear what somebody says and carry it nowhere.
var gatherings = text.WordSet{Words: `hearing committee subcommittee panel inquiry inquest court tribunal meeting conference rally summit council parliament assembly congress crowd audience`}

// outlet reports whether the name at p in the venue of c is that of a medium.
func (r *reader) outlet(toks []tok, p phrase, name string, c cue) bool {
	for _, t := range toks[c.venue.a:c.venue.b] {
		if mediaWords.Has(t.Low) && (t.Cap || t.Low != "press") { // not "at a press conference in Oslo"
			return true
		}
	}
	if p.b < c.venue.b && gatherings.Has(toks[c.venue.b-1].Low) {
		return false // "told a Senate Finance subcommittee hearing"
	}
	if c.use&addressee == 0 || p.b-p.a > 2 || c.next < len(toks) && toks[c.next].Low == "to" {
		return false // "told Statvann to replace them" is an order
	}
	for _, l := range r.people.Within(r.index, cover(toks, p)) {
		return r.people.Entities[l.Entity].Kind == names.Organisation
	}
	return false
}

// when returns the first time mentioned in the unit outside its statement and
// outside what tells more of the speaker, who is named with the cue.
func (r *reader) when(u *unit, content, cue phrase) int32 {
	if len(u.toks) == 0 {
		return -1
	}
	whole := cover(u.toks, phrase{0, len(u.toks)})
	inside := cover(u.toks, content)
	ms := r.article.Mentions()
	for i := r.article.MentionsFrom(whole.Start); i < len(ms) && ms[i].Span.End <= whole.End; i++ {
		if !inside.Overlaps(ms[i].Span) && !related(u.toks, cue, ms[i].Span.Start) {
			return int32(i)
		}
	}
	return -1
}

// related reports whether what begins at start stands in a relative clause that
// the cue is no part of: "said the lawyer of the villages, which had filed the suit
// on 4 June".
func related(toks []tok, cue phrase, start int32) bool {
	for i := sort.Search(len(toks), func(i int) bool { return toks[i].Span.Start >= start }) - 1; i > 0 && i != cue.b-1 && !isMark(&toks[i], ","); i-- {
		if low := toks[i].Low; (low == "which" || low == "who") && isMark(&toks[i-1], ",") {
			return true
		}
	}
	return false
}
