package app

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
	"parallax/internal/route"
)

// What is folded away says so if another number stands in it.
func TestFoldNamesAnotherNumber(t *testing.T) {
	row := engine.Row{Fold: true, Nearest: []engine.Nearest{
		{Of: "a", Own: 2, Words: "The fine is €21 million.", Clashes: []string{"number: “12 million” in A, “€21 million” in B"}},
		{Of: "a", Own: 3, Words: "It was signed."},
	}}
	for n := 1; n <= 3; n++ {
		row.A = append(row.A, engine.RowText{Paragraph: n, Kind: "body", Runs: []engine.Run{{Text: "Words."}}})
	}
	w := wording{view: view{new(reader), route.State{}}, c: new(engine.Compare), named: map[string]bool{}}
	got := words(app.HTMLString(app.Div().Body(w.texts("a", row, row.A)...)))
	if want := squeezed("2 more paragraphs of A, 1 with another number"); !strings.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Two sentences that come nearest to each other are printed side by side once.
func TestNearestIsPrintedOnce(t *testing.T) {
	e := open(t,
		"A dam burst above Hallvik on Tuesday.\n\nThe water level in the reservoir had stood 40 centimetres above the permitted mark since Sunday.",
		"Nobody slept in the valley.\n\nStatvann, which runs the dam, said the water in the reservoir had been 14 centimetres above the permitted level.")
	s := route.State{Screen: route.Compare, A: "a0", B: "a1"}
	for _, wide := range []bool{true, false} {
		got := words(drawn(t, e, s, wide))
		if n := strings.Count(got, "Nearestin"); n > 2 {
			t.Errorf("wide %v: %d sentences are called nearest: %s", wide, n, got)
		}
		if n := strings.Count(got, "number:"); n != 1 {
			t.Errorf("wide %v: the numbers are set against each other %d times, want once: %s", wide, n, got)
		}
	}
}

// A narrow screen shows two sentences on what was found, the others on demand.
func TestSummaryLeavesRoomForTheTexts(t *testing.T) {
	lines := []string{"One.", "Two.", "Three.", "Four."}
	v := view{new(reader), route.State{}}
	if got := words(app.HTMLString(app.Div().Body(v.summary(lines)))); got != "One.Two.2moreThree.Four." {
		t.Errorf("got %q", got)
	}
	v.wide = true
	if got := words(app.HTMLString(app.Div().Body(v.summary(lines)))); got != "One.Two.Three.Four." {
		t.Errorf("wide: got %q", got)
	}
}
