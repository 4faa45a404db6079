package app

import (
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
)

// Heights of the drawn timeline, in pixels from its top.
const (
	stripHead   = 44 // room for the zones' labels
	rowHeight   = 21
	tickDrop    = 20 // from the axis to the baseline of its labels
	pubDrop     = 44 // from the axis to the middle of the publications' signs
	stripBottom = 62
	laneDrop    = 16 // from their last line to their name, where it stands below them
	pubRow      = 17 // from a row of publications to the next
	signSize    = 15
)

const notToScale = "not to scale"

// strip draws the whole timeline as one quiet picture: events above the axis,
// publications below it. It says nothing that the list does not say.
func (v view) strip(s engine.Strip) app.UI { return drawStrip(planStrip(s, v.stripWidth(), whole), s) }

func drawStrip(plan stripPlan, s engine.Strip) app.UI {
	axis := float64(stripHead + plan.rows*rowHeight)
	depth := 0
	for _, z := range plan.zones {
		for _, p := range z.pubs {
			depth = max(depth, p.row)
		}
	}
	height := axis + stripBottom + float64(depth*pubRow)
	laneName := axis + pubDrop + 4
	if plan.below {
		laneName = axis + pubDrop + 8 + float64(depth*pubRow) + laneDrop
		height = laneName + 10
	}
	events, articles := 0, 0
	for _, z := range s.Zones {
		events += engine.MarksTotal(z.Marks)
		articles += engine.MarksTotal(z.Pubs)
	}
	var zones []app.UI
	for _, z := range plan.zones {
		zones = append(zones, drawZone(z, axis, height, laneName, plan.width))
	}
	for _, z := range plan.zones { // over the ground of the next: a name may reach into it
		for i := range z.pubs {
			zones = append(zones, drawPublication(&z.pubs[i], z.pubs, axis)...)
		}
	}
	said := engine.Count(events, "event") + " above the line, " + engine.Count(articles, "article") + " below it. The list says the same in words."
	return svgEl("svg", "picture strip", zones...).
		Attr("viewBox", "0 0 "+px(plan.width)+" "+px(height)).
		Attr("role", "img").Attr("aria-label", said)
}

// drawZone draws one stretch with a scale of its own.
func drawZone(z zonePlan, axis, height, laneName, width float64) app.UI {
	from, to := max(z.from, -20), min(z.to, width+20)
	left := max(z.from, 0)
	lane := func(words string, y float64) app.UI {
		return svgEl("text", "label-strong", text(words)).Attr("x", px(left+10)).Attr("y", px(y))
	}
	parts := []app.UI{
		when(!z.scale, func() app.UI {
			return svgEl("rect", "zone").Attr("x", px(from)).Attr("width", px(max(to-from, 0))).Attr("height", px(height)).Attr("rx", "10")
		}),
		when(z.roomy, func() app.UI {
			return svgEl("text", choose(z.middle, "anchor-middle", ""), text(z.label)).Attr("x", px(z.labelStart)).Attr("y", "18")
		}),
		when(z.roomy && !z.scale && !z.middle, func() app.UI {
			return svgEl("text", "", text(notToScale)).Attr("x", px(z.labelStart)).Attr("y", "34")
		}),
		when(z.widest && z.scale, func() app.UI { return lane("Happened", stripHead-8) }),
		when(z.widest && z.scale && len(z.pubs) > 0, func() app.UI {
			return lane("Published", laneName)
		}),
		svgEl("path", "axis").Attr("d", "M"+px(from)+" "+px(axis)+"H"+px(to)),
		when(z.broken && z.from > -5, func() app.UI {
			x := px(z.from - 5)
			return svgEl("path", "scale-break").Attr("d", "M"+x+" "+px(axis-7)+"l5 5-5 4 5 5m1-14l5 5-5 4 5 5")
		}),
	}
	for _, t := range z.ticks {
		parts = append(parts,
			svgEl("path", "axis").Attr("d", "M"+px(t.x)+" "+px(axis)+"v5"),
			svgEl("text", "tick anchor-"+t.anchor, text(t.words)).Attr("x", px(t.x)).Attr("y", px(axis+tickDrop)))
	}
	for i := range z.marks {
		parts = append(parts, drawMark(&z.marks[i], axis-rowHeight/2-3-float64(z.marks[i].row*rowHeight)))
	}
	return svgEl("g", "", parts...)
}

// drawMark draws an event at height y: a sign, a bar for what took longer, or
// the number of those that found no room.
func drawMark(s *spot, y float64) app.UI {
	if s.count > 0 {
		return drawCluster(s, y)
	}
	title := svgEl("title", "", text(s.mark.Label+inferredWords(s.mark)))
	if s.to > s.x {
		shape := choose(s.mark.Range, "span-bar", "span-bar span-loose")
		d := "M" + px(s.x) + " " + px(y-5) + "H" + px(s.to) + "V" + px(y+5) + "H" + px(s.x) + "z"
		if s.mark.Open { // an arrow: no end is told
			d = "M" + px(s.x) + " " + px(y-5) + "H" + px(s.to-8) + "L" + px(s.to-1) + " " + px(y) + "L" + px(s.to-8) + " " + px(y+5) + "H" + px(s.x) + "z"
		}
		return svgEl("path", shape, title).Attr("d", d).Attr("data-event", s.mark.Event)
	}
	return svgEl("g", "strip-mark", title,
		when(s.mark.Inexact, func() app.UI {
			return svgEl("rect", "span-bar span-loose").Attr("x", px(s.x-barLeast/2+1)).Attr("y", px(y-6)).
				Attr("width", px(barLeast-2)).Attr("height", "12").Attr("rx", "6")
		}),
		sign(s.mark.Sign, s.x, y, choose(s.mark.Inexact, " loose", "")),
		when(s.mark.Inferred, func() app.UI {
			return svgEl("circle", "inferred-ring").Attr("cx", px(s.x)).Attr("cy", px(y)).Attr("r", "9")
		}),
	).Attr("data-event", s.mark.Event)
}

func inferredWords(m engine.Mark) string { return choose(m.Inferred, " (date worked out)", "") }

func drawCluster(s *spot, y float64) app.UI {
	first, last := s.days()
	return svgEl("g", "cluster", svgEl("title", "", text(s.clusterWords())),
		svgEl("rect", "").Attr("x", px(s.x-14)).Attr("y", px(y-9)).Attr("width", "28").Attr("height", "18").Attr("rx", "9"),
		svgEl("text", "anchor-middle", text(number(s.count))).Attr("x", px(s.x)).Attr("y", px(y+4)),
	).Attr("data-cluster", number(s.count)).Attr("data-from", first).Attr("data-to", last)
}

// drawPublication draws one of list, an article below the axis, with its outlet
// where that has room.
func drawPublication(s *spot, list []spot, axis float64) []app.UI {
	y := axis + pubDrop + float64(s.row*pubRow)
	stem := axis + tickDrop + 6
	if over := s.under(list); over >= 0 {
		stem = axis + pubDrop + float64(over*pubRow) + 9
	}
	if s.count > 0 {
		return []app.UI{drawCluster(s, y)}
	}
	return []app.UI{
		when(stem < y-9, func() app.UI {
			return svgEl("path", "published-stem").Attr("d", "M"+px(s.x)+" "+px(stem)+"V"+px(y-9))
		}),
		svgEl("g", "strip-mark", svgEl("title", "", text(s.mark.Label)), sign(engine.SignPublished, s.x, y, "")).Attr("data-article", s.mark.Article),
		when(s.label, func() app.UI {
			const gap = signSize/2 + 3
			return svgEl("text", choose(s.left, "anchor-end", ""), text(s.mark.Label)).Attr("x", px(choose(s.left, s.x-gap, s.x+gap))).Attr("y", px(y+4))
		}),
	}
}

// sign is a glyph centred at x, y.
func sign(name engine.Sign, x, y float64, class string) app.UI {
	return svgEl("use", "strip-sign strip-"+string(name)+class).Attr("href", "#glyph-"+string(name)).
		Attr("x", px(x-signSize/2.0)).Attr("y", px(y-signSize/2.0)).Attr("width", px(signSize)).Attr("height", px(signSize))
}

// px writes a length to a tenth of a pixel.
func px(n float64) string { return strconv.FormatFloat(float64(int(math.Round(n*10)))/10, 'f', -1, 64) }

func percent(n float64) string { return strconv.FormatFloat(n, 'f', 3, 64) + "%" }

// stripKey explains the strip's signs, and the ground of a stretch out of scale
// that has no room to say so.
func stripKey(bare bool) app.UI {
	var entries []app.UI
	for _, s := range statuses {
		entries = append(entries, el("li", "", glyph(engine.StatusSign(s.status)), text(s.status)))
	}
	shape := func(words string, parts ...app.UI) {
		entries = append(entries, el("li", "", svgEl("svg", "picture key-shape", parts...).Attr("viewBox", "0 0 24 18").Attr("aria-hidden", "true"), text(words)))
	}
	shape("month, season or year", svgEl("rect", "span-bar span-loose").Attr("x", "2").Attr("y", "3").Attr("width", "20").Attr("height", "12").Attr("rx", "6"), sign(engine.SignTold, 12, 9, " loose"))
	shape("from … to", svgEl("rect", "span-bar").Attr("y", "4").Attr("width", "24").Attr("height", "10"))
	shape("date worked out", sign(engine.SignTold, 12, 9, ""), svgEl("circle", "inferred-ring").Attr("cx", "12").Attr("cy", "9").Attr("r", "8.4"))
	entries = append(entries, el("li", "", glyph(engine.SignPublished), text("article published")))
	if bare {
		shape(notToScale, svgEl("rect", "zone zone-key").Attr("x", "1").Attr("y", "1").Attr("width", "22").Attr("height", "16").Attr("rx", "4"))
	}
	return el("ul", "key key-row strip-key", entries...)
}
