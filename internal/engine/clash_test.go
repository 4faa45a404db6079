package engine

import (
	"testing"

	"parallax/internal/compare"
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
