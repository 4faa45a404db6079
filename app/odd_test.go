package app

import (
	"strings"
	"testing"

	"parallax/internal/route"
)

// TestQuotedElsewhere holds that a statement names the other articles that
// quote it, and how.
func TestQuotedElsewhere(t *testing.T) {
	e := open(t,
		"The dam is safe, the city heard.\n\n\"We will not open the gates before the valley is empty and every bridge is closed,\" Mayor Irena Kovac told reporters on Monday.",
		"Nobody has to leave.\n\nMayor Irena Kovac spoke on Monday. \"We will not open the gates before the valley is empty and every bridge is closed,\" she said.")
	got := words(drawn(t, e, route.State{Screen: route.Quotes}, true))
	for _, want := range []string{"Same words in Post", "Same words in Wire"} {
		if !strings.Contains(got, squeezed(want)) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}

// TestOddTexts draws what no newspaper prints: beside another text and beside
// itself, in every layer, each with a sentence on top that says what was found.
func TestOddTexts(t *testing.T) {
	news := "A truce was agreed on Monday in the old city. \"It will hold,\" Mayor Irena Kovac said. Both sides waited."
	for _, tt := range []struct{ name, text string }{
		{"one word", "Yes."},
		{"one sentence", "A truce was agreed on Monday in the old city."},
		{"marks only", "… — !"},
		{"no sentence ends", strings.Repeat("rain fell on 5 May in Rome and ", 2000)},
		{"unbalanced quotation marks", "\"It will hold, Mayor Irena Kovac said. «Both sides “waited. " + strings.Repeat("“", 300)},
		{"one paragraph over and over", strings.Repeat(news+"\n\n", 60)},
		{"emoji and other scripts", "😀 Песков сказал: «Нет». 他说：“好。” قال \"نعم\""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := open(t, tt.text, news)
			for _, layer := range []string{"", "events", "quotes"} {
				for _, b := range []string{"a1", "a0"} {
					got := words(drawn(t, e, route.State{Screen: route.Compare, A: "a0", B: b, Layer: layer}, layer == ""))
					if b == "a0" && !strings.Contains(got, "Thisisthesamearticletwice.") {
						t.Errorf("layer %q: an article beside itself is not named: %.300q", layer, got)
					}
					if !strings.Contains(got, "Wefound") && !strings.Contains(got, "sentence") && !strings.Contains(got, "same") {
						t.Errorf("layer %q beside %s: nothing says what was found: %.300q", layer, b, got)
					}
				}
			}
			drawn(t, e, route.State{Screen: route.Quotes}, true)
			drawn(t, e, route.State{Screen: route.Article, Article: "a0"}, true)
		})
	}
}
