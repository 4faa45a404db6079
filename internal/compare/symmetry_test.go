package compare

import "testing"

// Whether two sentences are shown as the same does not hang on which is compared
// with which.
func TestBothWaysRound(t *testing.T) {
	for _, set := range testSets(t, "facts") {
		for _, row := range factRows(t, set) {
			c, _ := compareTexts(t, row.a, row.b)
			r, turned := c.align(0, 1), c.align(1, 0).mirror()
			if shownSame(r) != shownSame(turned) {
				t.Errorf("%s.txt:%d: %s, turned %s", set, row.line, pairWords(r), pairWords(turned))
			}
		}
	}
}
