package compare

import (
	"testing"

	"parallax/internal/names"
)

// The search that stops at the first clash finds one where the whole search
// does, in all pairs of sentences.
func TestAnyClash(t *testing.T) {
	d := goldDossier(t)
	c := New(d, names.Collect(d))
	with, without := 0, 0
	for a := range c.articles {
		for b := range a {
			for i := range c.articles[a] {
				for j := range c.articles[b] {
					for _, near := range []bool{false, true} {
						want := len(c.clashes(a, b, int32(i), int32(j), near)) > 0
						if want {
							with++
						} else {
							without++
						}
						if got := len(c.newClasher(a, b, int32(i), int32(j), near).find(true)) > 0; got != want {
							t.Fatalf("articles %d, %d, sentences %d, %d, near %v: a clash: %v, want %v", a, b, i, j, near, got, want)
						}
					}
				}
			}
		}
	}
	if with == 0 || without == 0 {
		t.Errorf("%d with a clash, %d without", with, without)
	}
}
