package app

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v10/pkg/app"

	"parallax/internal/engine"
)

// Heights of the drawn timeline, in pixels from its top.
const (
	stripHead   = 46 // room for the zones' labels
	rowHeight   = 20
	tickDrop    = 20 // from the axis to the baseline of its labels
	pubDrop     = 42 // from the axis to the middle of the publications' signs
	pubLabel    = 66 // and to the baseline of their labels
	stripBottom = 76
)

// strip draws the timeline as one quiet picture: events above the axis,
// publications below it. It says nothing that the list does not say.
func (v view) strip(s engine.Strip) app.UI {
	plans := planStrip(s)
	rows, events, articles := 1, 0, 0
	for i, p := range plans {
		rows = max(rows, p.rowsRoomy, p.rowsTight)
		articles += len(s.Zones[i].Pubs)
		for _, m := range s.Zones[i].Marks {
			events += max(1, m.Count)
		}
	}
	axis := float64(stripHead + rows*rowHeight)
	var zones []app.UI
	for i, p := range plans {
		zones = append(zones, drawZone(s.Zones[i], p, axis))
	}
	said := count(events, "event", "events") + " above the line, " + count(articles, "article", "articles") + " below it. The list says the same in words."
	return svgEl("svg", "picture strip", zones...).
		Attr("width", "100%").Attr("height", px(axis+stripBottom)).
		Attr("role", "img").Attr("aria-label", said)
}

// drawZone draws one stretch with a scale of its own.
func drawZone(z engine.Zone, p zonePlan, axis float64) app.UI {
	parts := []app.UI{
		when(!z.Scale, func() app.UI {
			return svgEl("rect", "zone").Attr("width", "100%").Attr("height", px(axis+stripBottom)).Attr("rx", "10")
		}),
		svgEl("text", roomClass(p.labelRoomy, p.labelTight), text(z.Label)).Attr("x", "10").Attr("y", "18"),
		when(!z.Scale, func() app.UI {
			return svgEl("text", roomClass(p.labelRoomy, p.labelTight), text("not to scale")).Attr("x", "10").Attr("y", "34")
		}),
		svgEl("line", "axis").Attr("x1", "0").Attr("x2", "100%").Attr("y1", px(axis)).Attr("y2", px(axis)),
		when(p.broken, func() app.UI {
			return svgEl("path", "scale-break").Attr("d", "M-5 "+px(axis-7)+"l5 5-5 4 5 5M1 "+px(axis-7)+"l5 5-5 4 5 5")
		}),
	}
	for i, t := range z.Ticks {
		parts = append(parts, at(p.ticks[i].x, 0,
			svgEl("path", "axis").Attr("d", "M0 "+px(axis)+"v5"),
			label("tick", t.Label, axis+tickDrop, p.ticks[i])))
	}
	for i, m := range z.Marks {
		parts = append(parts, drawMark(m, p.marks[i], axis))
	}
	for i, m := range z.Pubs {
		parts = append(parts, at(p.pubs[i].x, 0,
			svgEl("title", "", text(m.Label)),
			svgEl("path", "published-stem").Attr("d", "M0 "+px(axis+tickDrop+6)+"V"+px(axis+pubDrop-8)),
			sign("published", axis+pubDrop, ""),
			label("", m.Label, axis+pubLabel, p.pubs[i])))
	}
	return svgEl("svg", "", parts...).Attr("x", percent(p.x)).Attr("width", percent(p.width)).Attr("overflow", "visible")
}

// drawMark draws an event: a sign, or a bar for a stretch of time.
func drawMark(m engine.Mark, s spot, axis float64) app.UI {
	y := axis - rowHeight/2 - 4
	rows := "row-" + number(s.roomy.row) + " tight-row-" + number(s.tight.row)
	title := svgEl("title", "", text(m.Label))
	if s.to > s.x {
		bar := svgEl("rect", "span-bar "+rows, title).
			Attr("x", percent(s.x)).Attr("width", percent(s.to-s.x)).
			Attr("y", px(y-5)).Attr("height", "10").Attr("rx", choose(m.Open, "0", "5"))
		return bar
	}
	class := rows + choose(m.Inexact, " inexact", "")
	parts := []app.UI{title, sign(markSign(m.Sign), y, class)}
	if m.Count > 1 {
		parts = append(parts, svgEl("text", rows, text(number(m.Count))).Attr("x", "9").Attr("y", px(y+4)))
	}
	return at(s.x, 0, parts...)
}

// markSign is the sign of an event on the strip.
func markSign(status string) string { return statusSign(&engine.Event{Status: status}) }

// at moves parts to a share of the width.
func at(x, y float64, parts ...app.UI) app.UI {
	return svgEl("svg", "", parts...).Attr("x", percent(x)).Attr("y", px(y)).Attr("overflow", "visible")
}

// sign is a glyph centred on the current place at height y.
func sign(name string, y float64, class string) app.UI {
	const size = 15
	return svgEl("use", "strip-sign strip-"+name+" "+class).Attr("href", "#glyph-"+name).
		Attr("x", px(-size/2.0)).Attr("y", px(y-size/2.0)).Attr("width", px(size)).Attr("height", px(size))
}

// label is words at height y, at the widths where they have room.
func label(class, words string, y float64, s spot) app.UI {
	class += " " + roomClass(s.roomy.shown, s.tight.shown) + " anchor-" + s.roomy.anchor + " tight-anchor-" + s.tight.anchor
	return svgEl("text", class, text(words)).Attr("y", px(y))
}

// roomClass hides what has no room.
func roomClass(roomy, tight bool) string {
	switch {
	case roomy && tight:
		return ""
	case roomy:
		return "roomy-only"
	case tight:
		return "tight-only"
	}
	return "no-room"
}

func px(n float64) string      { return strconv.FormatFloat(n, 'f', -1, 64) }
func percent(n float64) string { return strconv.FormatFloat(n, 'f', 3, 64) + "%" }

// stripKey explains the strip's signs.
func stripKey() app.UI {
	var entries []app.UI
	for _, s := range statuses {
		entries = append(entries, el("li", "", glyph(s.sign), text(s.status)))
	}
	entries = append(entries, el("li", "", glyph("published"), text("article published")))
	return el("ul", "key key-row strip-key", entries...)
}
