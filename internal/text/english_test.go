package text

import "testing"

func TestAmerican(t *testing.T) {
	for _, tt := range []struct{ british, american string }{
		{"privatised", "privatized"},
		{"organisations", "organizations"},
		{"analysed", "analyzed"},
		{"labour", "labor"},
		{"neighbourhoods", "neighborhoods"},
		{"honourable", "honorable"},
		{"cancelled", "canceled"},
		{"centres", "centers"},
		{"kilometre", "kilometer"},
		{"defence", "defense"},
		{"programmes", "programs"},
	} {
		if got := American(tt.british); got != tt.american {
			t.Errorf("%s: got %s, want %s", tt.british, got, tt.american)
		}
		if got := American(tt.american); got != tt.american {
			t.Errorf("%s becomes %s", tt.american, got)
		}
	}
	for _, word := range []string{"hour", "four", "scour", "prise", "resources", "journalist", "encourage", "selling", "called", "is", "our", ""} {
		if got := American(word); got != word {
			t.Errorf("%s becomes %s", word, got)
		}
	}
}
