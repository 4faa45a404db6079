package engine

import (
	"parallax/internal/compare"
)

// Compare compares two articles by id.
func (e *Engine) Compare(a, b string) (Compare, bool) { return Compare{}, false }

// opMarks returns the marks that a word difference puts on either side.
func opMarks(ops []compare.Op) (a, b []mark) {
	for _, op := range ops {
		small := op.Small
		switch op.Kind {
		case compare.Delete:
			a = append(a, mark{op.A, func(r *Run) { r.Change, r.Small = OnlyA, small }})
		case compare.Insert:
			b = append(b, mark{op.B, func(r *Run) { r.Change, r.Small = OnlyB, small }})
		}
	}
	return a, b
}
