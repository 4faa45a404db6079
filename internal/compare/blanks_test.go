package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sameTold lists the pairs of r that are not merely related, with their clashes. One
// text is no longer equal to another where its white space differs.
func sameTold(r Result) []string {
	var out []string
	for _, p := range r.Pairs {
		if p.Relation == Related {
			continue
		}
		told := fmt.Sprint(p.A, " ", p.B, " ", p.Relation != Reworded)
		for _, cl := range p.Clashes {
			told += fmt.Sprint(" ", cl.Kind, " ", strings.Fields(cl.A), strings.Fields(cl.B))
		}
		out = append(out, told)
	}
	return out
}

// TestWhiteSpace checks that sentences tell the same whatever white space stands
// between their words: wire copy breaks its lines anywhere.
func TestWhiteSpace(t *testing.T) {
	for _, set := range []string{"33", "34", "38"} {
		for _, row := range factRows(t, set) {
			_, want := compareTexts(t, row.a, row.b)
			_, got := compareTexts(t, strings.ReplaceAll(row.a, " ", "\u00a0"), row.b)
			if !slices.Equal(sameTold(got), sameTold(want)) {
				t.Errorf("%s:%d: %q, with single blanks %q", set, row.line, sameTold(got), sameTold(want))
			}
		}
	}
}
