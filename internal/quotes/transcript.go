package quotes

import (
	"strings"
	"unicode"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// A turn is a paragraph of a printed interview: "Brill: Ask me on Monday."
type turn struct {
	label, words text.Span
	person       int32 // index into names.Index.Entities, or -1
	who          string
}

// longestLabel is how many bytes may stand before the colon of a turn.
const longestLabel = 40

// transcript reads the answers of an interview printed as question and answer,
// which need no marks: at least two labels stand twice at the head of
// paragraphs, as those of a list of players do not. The questions of a paper
// ("Q", "The Herald") are nobody's statements; "A" is who is named first.
func (r *reader) transcript(kinds []dossier.Kind) {
	var turns []turn
	count := map[string]int{}
	for b, bl := range r.blocks {
		if t, ok := r.turnAt(bl); ok && kinds[b] == dossier.Body {
			turns = append(turns, t)
			count[t.who]++
		}
	}
	twice := 0
	for _, n := range count {
		if n > 1 {
			twice++
		}
	}
	if twice < 2 {
		return
	}
	for _, t := range turns {
		if t.who == "a" && count["q"] > 0 && len(r.known) > 0 {
			t.person = r.known[0]
		}
		if t.person >= 0 {
			name := r.people.Entities[t.person].Name
			r.add(Quote{Article: int32(r.index), Span: t.words, Type: Direct, Speaker: name, Person: t.person, Name: t.label, When: -1}, speaker{name: name, person: t.person, span: t.label})
		}
	}
}

// turnAt reads the paragraph bl as a turn.
func (r *reader) turnAt(bl text.Span) (turn, bool) {
	s := bl.Of(r.s)
	colon := strings.Index(s[:min(len(s), longestLabel)], ": ")
	if colon < 1 || strings.ContainsFunc(s[:colon], func(c rune) bool { return !unicode.IsLetter(c) && !strings.ContainsRune(" .-'’", c) }) {
		return turn{}, false
	}
	t := turn{
		label:  text.Span{Start: bl.Start, End: bl.Start + int32(colon)},
		words:  text.Trim(r.s, text.Span{Start: bl.Start + int32(colon) + 1, End: bl.End}),
		person: -1, who: strings.ToLower(s[:colon]),
	}
	if t.words.Empty() || strings.ContainsAny(t.words.Of(r.s)[:1], "\"'") {
		return turn{}, false
	}
	for _, l := range r.people.Within(r.index, t.label) {
		if e := &r.people.Entities[l.Entity]; e.Kind == names.Person && l.Span.End == t.label.End {
			t.person, t.who = l.Entity, e.Name
		}
	}
	return t, true
}
