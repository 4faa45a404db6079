package compare

import "testing"

// What one side wins the other loses, so that a win and a defeat may be one event;
// but not where both are those of one side.
func TestConverseNouns(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		same bool
	}{
		{"Their defeat in the final ended a run of ten games.", "A run of ten games ended with their win in the final.", false},
		{"His sale of the shares on Friday surprised the market.", "The market was surprised by his purchase of the shares on Friday.", false},
		{"The loss in the semi-final was the team's third in a row.", "It was the team's third win in a row in the semi-final.", false},
		{"Denmark's victory over Norway in the final ended a run of ten games.", "A run of ten games ended with Norway's defeat by Denmark in the final.", true},
		{"The sale of the mill to Kellner was agreed on Friday.", "Kellner's purchase of the mill was agreed on Friday.", true},
		{"Norway's defeat by Denmark ended a run of ten games.", "A run of ten games ended with the victory of Denmark over Norway.", true},
	} {
		_, r := compareTexts(t, tt.a, tt.b)
		if got := shownSame(r); got != tt.same {
			t.Errorf("%s | %s: shown as the same: %v, want %v; %s", tt.a, tt.b, got, tt.same, pairWords(r))
		}
	}
}
