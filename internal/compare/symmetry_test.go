package compare

import (
	"reflect"
	"testing"
)

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

// The comparison of one article with another tells that of the other with the one.
func TestMirror(t *testing.T) {
	for _, set := range testSets(t, "facts") {
		for _, row := range factRows(t, set) {
			c, _ := compareTexts(t, row.a, row.b)
			there, back := c.Compare(0, 1), c.Compare(1, 0)
			if got := there.Mirror(); !reflect.DeepEqual(got, back) {
				t.Errorf("%s.txt:%d: the mirror image of %s is %s, want %s", set, row.line, pairWords(there), pairWords(got), pairWords(back))
			}
			if got := back.Mirror(); !reflect.DeepEqual(got, there) {
				t.Errorf("%s.txt:%d: the mirror image of %s is %s, want %s", set, row.line, pairWords(back), pairWords(got), pairWords(there))
			}
		}
	}
	c := New(invented(t, 12, 600), nil)
	for a := range 12 {
		for b := range a {
			if got, want := c.Compare(b, a).Mirror(), c.Compare(a, b); !reflect.DeepEqual(got, want) {
				t.Errorf("%d and %d: %v, want %v", a, b, got, want)
			}
		}
	}
}
