package site

import (
	"fmt"
	"html/template"
	"strings"

	"parallax/internal/engine"
)

// pairPicture draws p as the app does. Everything in it is a number or ours.
func pairPicture(p engine.Picture) template.HTML {
	a, b, ribbons := p.LaidOut()
	var out strings.Builder
	fmt.Fprintf(&out, `<svg class="picture" viewBox="0 0 %g %g" role="img" aria-label="%s">`, engine.PictureWidth, engine.PictureHeight, p.Words())
	const top, bottom = engine.PictureA + engine.PictureBar, engine.PictureB
	const middle = (top + bottom) / 2
	for _, r := range ribbons {
		fmt.Fprintf(&out, `<path class="ribbon-shape" d="M%.1f %gC%.1f %g %.1f %g %.1f %gH%.1fC%.1f %g %.1f %g %.1f %gz"/>`,
			r.A.From, top, r.A.From, middle, r.B.From, middle, r.B.From, bottom,
			r.B.To, r.B.To, middle, r.A.To, middle, r.A.To, top)
	}
	drawBar(&out, "bar-a", a, engine.PictureA)
	drawBar(&out, "bar-b", b, engine.PictureB)
	if len(p.Joins) == 0 {
		fmt.Fprintf(&out, `<text class="pair-note" x="%g" y="37" text-anchor="middle">%s</text>`, engine.PictureWidth/2, engine.PictureBare)
	}
	out.WriteString("</svg>")
	return template.HTML(out.String())
}

func drawBar(out *strings.Builder, class string, bars []engine.PicBar, y float64) {
	for _, s := range bars {
		rest := " bar-rest"
		if s.Joined {
			rest = ""
		}
		fmt.Fprintf(out, `<rect class="%s%s" x="%.1f" y="%g" width="%.1f" height="%g" rx="%g"/>`,
			class, rest, s.From, y, s.To-s.From, engine.PictureBar, engine.PictureRound)
	}
}
