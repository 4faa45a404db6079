package app

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Only what is not in the page yet is built in pieces, and nothing is put into
// elements that may hold nothing.
func TestNewScreensAreBuiltInPieces(t *testing.T) {
	for _, tt := range []struct {
		name     string
		apart    bool
		children []app.UI
		want     int // pauses
	}{
		{"new screen", true, []app.UI{text("x")}, 10},
		{"new screen, void elements", true, nil, 0},
		{"screen that stands", false, []app.UI{text("x")}, 0},
	} {
		p := pace{apart: tt.apart}
		pauses := 0
		for range 10 * checked {
			pauses += len(p.count(tt.children)) - len(tt.children)
		}
		if pauses != tt.want {
			t.Errorf("%s: %d pauses in %d elements, want %d", tt.name, pauses, 10*checked, tt.want)
		}
	}
}
