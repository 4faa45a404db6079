package quotes

import (
	"strings"

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
	for b, bl := range r.blocks {
		if kinds[b] == dossier.Body {
			r.turnAt(bl, &turns)
		}
	}
	if len(turns) < 4 || turns[0].who == turns[1].who {
		return
	}
	again := [2]bool{}
	for i := range turns[2:] {
		again[0] = again[0] || turns[i+2].who == turns[0].who
		again[1] = again[1] || turns[i+2].who == turns[1].who
	}
	for i := range turns {
		t := &turns[i]
		if t.who == "A" && len(r.known) > 0 {
			t.person = r.known[0]
		}
		if t.person >= 0 && again[0] && again[1] {
			who := speaker{name: r.people.Entities[t.person].Name, person: t.person}
			r.add(Quote{Article: int32(r.index), Span: t.words, Type: Direct, Speaker: who.name, Person: who.person, Name: t.label, When: -1}, who)
		}
	}
}

// turnAt appends the turn that the block bl is, if it is one. A label of one
// letter may stand in a block of its own before it.
func (r *reader) turnAt(bl text.Span, turns *[]turn) {
	start := int32(strings.LastIndexByte(r.s[:bl.Start], '\n')) + 1
	line := r.s[start:bl.End]
	label, rest, ok := strings.Cut(line[:min(len(line), longestLabel)], ":")
	if !ok || label == "" || len(rest) < 2 || rest[0] != ' ' || strings.IndexByte("\"'", rest[1]) >= 0 || label[0] < 'A' || label[0] > 'Z' {
		return
	}
	t := turn{label: text.Span{Start: start, End: start + int32(len(label))}, person: -1, who: label}
	t.words = text.Trim(r.s, text.Span{Start: t.label.End + 1, End: bl.End})
	for _, l := range r.people.Within(r.index, t.label) {
		if e := &r.people.Entities[l.Entity]; e.Kind == names.Person && l.Span.End == t.label.End {
			t.person, t.who = l.Entity, e.Name
		}
	}
	*turns = append(*turns, t)
}
