package app

import (
	"testing"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// Only the first screen is built in pieces, and nothing is put into elements
// that may hold nothing.
func TestFirstScreenIsBuiltInPieces(t *testing.T) {
	for _, tt := range []struct {
		name     string
		first    bool
		children []app.UI
		want     int // pauses
	}{
		{"first screen", true, []app.UI{text("x")}, 10},
		{"first screen, void elements", true, nil, 0},
		{"later screens", false, []app.UI{text("x")}, 0},
	} {
		p := pace{first: tt.first}
		pauses := 0
		for range 10 * mountedPiece {
			pauses += len(p.count(tt.children)) - len(tt.children)
		}
		if pauses != tt.want {
			t.Errorf("%s: %d pauses in %d elements, want %d", tt.name, pauses, 10*mountedPiece, tt.want)
		}
	}
}
