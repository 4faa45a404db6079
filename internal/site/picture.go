package site

import (
	"fmt"
	"html/template"
	"strings"

	"parallax/internal/engine"
)

// The picture of a pair: two bars in a box of 340 by 68, one for each article,
// cut into sentences, with ribbons between those that correspond.
const (
	pictureWidth  = 339.0
	pictureGap    = 1.0  // between sentences
	pictureTop    = 14.0 // lower edge of the bar of A
	pictureBottom = 54.0 // upper edge of the bar of B
	pictureBar    = 12.0
)

// stretch is where a sentence begins and ends in its bar.
type stretch struct{ from, to float64 }

// stretches lays sentences of the given lengths side by side.
func stretches(lengths []int) []stretch {
	total := 0
	for _, n := range lengths {
		total += max(n, 1)
	}
	scale := (pictureWidth - pictureGap*float64(len(lengths)-1)) / float64(max(total, 1))
	at := 0.0
	laid := make([]stretch, len(lengths))
	for i, n := range lengths {
		laid[i] = stretch{at, at + float64(max(n, 1))*scale}
		at = laid[i].to + pictureGap
	}
	return laid
}

// pictureShapes draws p. Everything in it is a number.
func pictureShapes(p engine.Picture) template.HTML {
	a, b := stretches(p.A), stretches(p.B)
	joinedA, joinedB := make([]bool, len(a)), make([]bool, len(b))
	var out strings.Builder
	middle := (pictureTop + pictureBottom) / 2
	for _, j := range p.Joins {
		if j.A < 0 || j.A >= len(a) || j.B < 0 || j.B >= len(b) {
			continue
		}
		joinedA[j.A], joinedB[j.B] = true, true
		x, y := a[j.A], b[j.B]
		fmt.Fprintf(&out, `<path class="ribbon-shape" d="M%.1f %.0fC%.1f %.0f %.1f %.0f %.1f %.0fH%.1fC%.1f %.0f %.1f %.0f %.1f %.0fz"/>`,
			x.from, pictureTop, x.from, middle, y.from, middle, y.from, pictureBottom,
			y.to, y.to, middle, x.to, middle, x.to, pictureTop)
	}
	drawBar(&out, "bar-a", a, joinedA, pictureTop-pictureBar)
	drawBar(&out, "bar-b", b, joinedB, pictureBottom)
	return template.HTML(out.String())
}

func drawBar(out *strings.Builder, class string, laid []stretch, joined []bool, y float64) {
	for i, s := range laid {
		rest := " bar-rest"
		if joined[i] {
			rest = ""
		}
		fmt.Fprintf(out, `<rect class="%s%s" x="%.1f" y="%.0f" width="%.1f" height="%.0f" rx="2"/>`,
			class, rest, s.from, y, s.to-s.from, pictureBar)
	}
}
