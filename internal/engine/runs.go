package engine

import (
	"slices"

	"parallax/internal/sorting"
	"parallax/internal/text"
)

// mark is something to be shown on a stretch of text.
type mark struct {
	span text.Span
	set  func(*Run)
}

// hit marks a span as found or as evidence.
func hit(sp text.Span) mark { return mark{sp, func(r *Run) { r.Hit = true }} }

// runsOf cuts the part sp of s at the borders of all marks. The runs, joined,
// are sp's bytes; where marks overlap a run carries both.
// Cost: O(n log n) in the marks, times how many overlap in one place.
func runsOf(s string, sp text.Span, marks []mark) []Run {
	if sp.Empty() {
		return nil
	}
	inside := make([]mark, 0, len(marks))
	cuts := []int32{sp.Start, sp.End}
	for _, m := range marks {
		if m.span.Empty() || !m.span.Overlaps(sp) {
			continue
		}
		inside = append(inside, m)
		cuts = append(cuts, max(m.span.Start, sp.Start), min(m.span.End, sp.End))
	}
	sorting.Ordered(cuts)
	cuts = slices.Compact(cuts)
	sorting.Stable(inside, func(a, b mark) int { return int(a.span.Start - b.span.Start) })

	runs := make([]Run, 0, len(cuts)-1)
	var open []mark
	next := 0
	for i, start := range cuts[:len(cuts)-1] {
		end := cuts[i+1]
		for next < len(inside) && inside[next].span.Start <= start {
			open = append(open, inside[next])
			next++
		}
		open = slices.DeleteFunc(open, func(m mark) bool { return m.span.End <= start })
		run := Run{Text: s[start:end]}
		for _, m := range open {
			m.set(&run)
		}
		runs = append(runs, run)
	}
	return joinRuns(runs)
}

// joinRuns merges neighbouring runs that are marked alike.
func joinRuns(runs []Run) []Run {
	out := runs[:0]
	for _, r := range runs {
		if r.Text == "" {
			continue
		}
		if n := len(out); n > 0 {
			a, b := out[n-1], r
			a.Text, b.Text = "", ""
			if a == b {
				out[n-1].Text += r.Text
				continue
			}
		}
		out = append(out, r)
	}
	return out
}
