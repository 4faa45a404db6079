package compare

import (
	"strings"
	"testing"

	"parallax/internal/dossier"
	"parallax/internal/names"
)

// A line of the page is paired with nothing, though the article has its words
// as headings.
func TestWithinLeavesPageTextOut(t *testing.T) {
	const prose = "The council agreed the plan on Monday after long talks in Oslo, said the mayor."
	text := strings.Join([]string{"Latest clashes", "The council of Oslo agrees its plan at last", prose, "Latest clashes", prose + " Nobody voted.", "Latest clashes", prose + " It rained."}, "\n\n")
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: text}}})
	if err != nil {
		t.Fatal(err)
	}
	ss := d.Articles[0].Sentences
	if ss[0].Kind != dossier.Furniture || ss[3].Kind != dossier.Heading {
		t.Fatalf("the first line is %v and the fourth %v, want furniture and heading", ss[0].Kind, ss[3].Kind)
	}
	for _, p := range New(d, names.Collect(d)).Within(0).Pairs {
		if p.A == 0 || p.B == 0 {
			t.Errorf("the line of the page is paired: %+v", p)
		}
	}
}
