package compare

import "testing"

// Figures of the same kinds, told of one person in sentences that share little else,
// stand beside each other.
func TestFigures(t *testing.T) {
	const a = "Ferry owner Jonas Aker said that his divers had raised 312 crates from the wreck off Varna and been paid €40,000 in cash for them."
	for _, tt := range []struct {
		name, b string
		want    int // clashes of numbers
	}{
		{"both kinds differ", "The report, which ferry owner Jonas Aker read aloud for nearly three hours, speaks of 214 crates and of €55,000.", 2},
		{"of another", "The report, which mayor Ellen Crane read aloud for nearly three hours, speaks of 214 crates and of €55,000.", 0},
		{"one kind only", "The report, which ferry owner Jonas Aker read aloud for nearly three hours, speaks of €55,000 and of two boats.", 0},
		{"people are no things", "The report, which ferry owner Jonas Aker read aloud for nearly three hours, speaks of 214 guards and of €55,000.", 0},
	} {
		got := 0
		_, r := compareTexts(t, a+" It rained.", "The sun shone. "+tt.b)
		for _, p := range r.Pairs {
			for _, cl := range p.Clashes {
				if cl.Kind == ClashNumber && p.Relation == Related {
					got++
				}
			}
		}
		if got != tt.want {
			t.Errorf("%s: %d clashes of numbers, want %d%s", tt.name, got, tt.want, pairWords(r))
		}
	}
}
