package engine

import (
	"maps"
	"testing"

	"parallax/internal/compare"
	"parallax/internal/text"
)

func TestClashWords(t *testing.T) {
	for _, row := range []struct {
		clash compare.Clash
		want  string
	}{
		{compare.Clash{Kind: compare.ClashNumber, A: "12", B: "14"}, "number: “12” in A, “14” in B"},
		{compare.Clash{Kind: compare.ClashName, A: "Lund", B: "the border"}, "name: “Lund” in A, “the border” in B"},
		{compare.Clash{Kind: compare.ClashName, A: "end", B: "middle"}, "word: “end” in A, “middle” in B"},
		{compare.Clash{Kind: compare.ClashNegation, B: "never met"}, "statement: “never met” in B only"},
		{compare.Clash{Kind: compare.ClashName, A: "Prosecutors say he handed 312 pages of radar drawings", B: "that he did"}, "name: “Prosecutors say he handed 312 pages …” in A, “that he did” in B"},
	} {
		if got := clashWords(row.clash); got != row.want {
			t.Errorf("got %s, want %s", got, row.want)
		}
	}
}

// TestToldIn keeps numbers and longer words, by which two stretches of changed words
// tell the same in another place.
func TestToldIn(t *testing.T) {
	const words = "Two of 12 men left"
	got := toldIn(words, []mark{{span: text.Span{End: int32(len(words))}}})
	want := map[string]bool{"two": true, "12": true, "left": true}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
