package compare

import (
	"fmt"
	"strings"
	"testing"
)

// rareWords returns n words of which each stands once.
func rareWords(n int) []string {
	syllables := strings.Fields("ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu")
	words := make([]string, n)
	for i := range words {
		for k := i; k > 0 || words[i] == ""; k /= len(syllables) {
			words[i] += syllables[k%len(syllables)]
		}
		words[i] += "rt"
	}
	return words
}

// TestLongSentence compares texts without a full stop that differ in a word.
func TestLongSentence(t *testing.T) {
	for _, n := range []int{1050, 1080, 2000, 5000} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			words := rareWords(n)
			a := strings.Join(words, " ")
			words[n/2] = "changed"
			_, r := compareTexts(t, a, strings.Join(words, " "))
			if len(r.Pairs) != 1 || r.Pairs[0].Relation != Near {
				t.Errorf("%d words: got %d pairs%s, want a near one", n, len(r.Pairs), pairWords(r))
			}
		})
	}
}
