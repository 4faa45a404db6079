package app

import (
	"strings"
	"testing"

	"parallax/internal/route"
)

// TestQuotedElsewhere holds that a statement stands once, however many articles
// tell it, and names them all with what they have in other words.
func TestQuotedElsewhere(t *testing.T) {
	whole := "The dam is safe, the city heard.\n\n\"We will not open the gates before the valley is empty and every bridge is closed,\" Mayor Irena Kovac told reporters on Monday."
	for _, tt := range []struct {
		name        string
		texts       []string
		want, never []string
	}{
		{"twice", []string{
			whole,
			"Nobody has to leave.\n\nMayor Irena Kovac spoke on Monday. \"We will not open the gates before the valley is empty and every bridge is closed,\" she said.",
		}, []string{"1 different statement", "Same words in Post"}, []string{"Same words in Wire", "Also in"}},
		{"cut and in other words", []string{
			"The dam is safe.\n\n\"We will not open the gates before the valley is empty,\" Mayor Irena Kovac said.",
			"The dam holds.\n\n\"We shall not open the gates until the valley is empty and bridges are closed,\" Mayor Irena Kovac said.",
			whole,
		}, []string{"1 different statement", "Cut differently in", "Reworded in", "We shall not"}, []string{"Also in"}},
		{
			"in many",
			[]string{whole, whole + " Rain fell.", whole + " Snow fell.", whole + " Hail fell.", whole + " Night fell."},
			[]string{"1 different statement", "Also in 4 articles"},
			[]string{"other wording"},
		},
		{"another number is another statement", []string{
			"A year passed.\n\n\"The valley has waited for nine years and will wait no longer,\" Mayor Irena Kovac said.",
			"A year went by.\n\n\"The valley has waited for ten years and will wait no longer,\" Mayor Irena Kovac said.",
		}, []string{"nine years", "ten years"}, []string{"different statement", "Reworded in"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := words(drawn(t, open(t, tt.texts...), route.State{Screen: route.Quotes}, true))
			for _, want := range tt.want {
				if !strings.Contains(got, squeezed(want)) {
					t.Errorf("no %q in %s", want, got)
				}
			}
			for _, never := range tt.never {
				if strings.Contains(got, squeezed(never)) {
					t.Errorf("%q in %s", never, got)
				}
			}
		})
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
