package engine

import (
	"strings"
	"testing"

	"parallax/data"
	"parallax/internal/dossier"
)

func karabakh(t *testing.T) *Engine {
	t.Helper()
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return New(d)
}

func TestJump(t *testing.T) {
	e := karabakh(t)
	for _, tt := range []struct {
		name, typed, words, kind string
	}{
		{"a person by the surname", "peskov", "Dmitry Peskov", "person"},
		{"in Cyrillic", "Песков", "Dmitry Peskov", "person"},
		{"letters left out", "dpskv", "Dmitry Peskov", "person"},
		{"a screen", "timeline", "Timeline", "screen"},
		{"words of a title", "rivalry", "rivalry — Kremlin", "article"},
		{"words together come before scattered letters", "truce", "truce", "event"},
		{"and the beginning of a word before its middle", "arm", "Armenia", "place"},
		{"a place", "yerevan", "Yerevan", "place"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := e.Jump(tt.typed)
			if len(got) == 0 || !strings.Contains(got[0].Words, tt.words) || got[0].Kind != tt.kind {
				t.Fatalf("Jump(%q) = %+v, want %s %q first", tt.typed, got, tt.kind, tt.words)
			}
			if len(got) > jumpShown {
				t.Errorf("Jump(%q) shows %d targets, want at most %d", tt.typed, len(got), jumpShown)
			}
			for _, at := range got[0].Match {
				if at < 0 || at >= len(got[0].Words) {
					t.Errorf("a match at byte %d of %q", at, got[0].Words)
				}
			}
		})
	}
	if got := e.Jump(" "); len(got) == 0 || got[0].Kind != "screen" {
		t.Errorf("Jump of nothing = %+v, want the screens first", got)
	}
	if got := e.Jump("qqqq"); len(got) > 0 {
		t.Errorf("Jump(qqqq) = %+v, want nothing", got)
	}
	// The letters of "ferry" stand in many titles, never together.
	if got := e.Jump("ferry"); len(got) > 0 {
		t.Errorf("Jump(ferry) = %+v, want nothing", got)
	}
	for _, hit := range e.Jump("truce") {
		if !strings.Contains(strings.ToLower(hit.Words), "truce") {
			t.Errorf("Jump(truce) shows scattered letters below words: %q", hit.Words)
		}
	}
}
