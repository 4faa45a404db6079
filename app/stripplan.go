package app

import (
	"sort"
	"unicode/utf8"

	"parallax/internal/engine"
)

// The drawn timeline has no size of its own: everything stands at a share of
// the width, and only heights are pixels. What would collide is therefore
// worked out for two typical widths, and the style sheet shows the one that
// fits. Widths are those of the picture in a 1280 and a 390 pixel window.
const (
	roomyWidth = 1130.0 // pixels
	tightWidth = 320.0

	markWidth = 19.0 // a sign with air around it
	charWidth = 6.6  // of a label at 12 pixels, generously
	labelGap  = 8.0  // between two labels

	maxRows = 6 // higher stacks overlap at the top
)

// place is where something stands within a zone at one of the two widths.
type place struct {
	row    int    // from 0, upwards
	shown  bool   // false: no room for its label
	anchor string // "start", "middle" or "end": the side of the label that stands at x
}

// spot is one mark, publication or tick of a zone.
type spot struct {
	x, to        float64 // shares of the zone's width, from 0 to 100; to = x for a point
	roomy, tight place
}

// zonePlan is a zone ready to be drawn.
type zonePlan struct {
	x, width               float64 // shares of the picture's width, from 0 to 100
	labelRoomy, labelTight bool    // whether its own label has room
	marks, pubs, ticks     []spot
	rowsRoomy, rowsTight   int // rows of marks used
	broken                 bool
}

// planStrip works out where everything of the strip stands.
func planStrip(s engine.Strip) []zonePlan {
	plans := make([]zonePlan, len(s.Zones))
	x := 0.0
	for i, z := range s.Zones {
		width := 100 * z.Weight
		p := zonePlan{x: x, width: width, broken: i > 0}
		x += width
		p.labelRoomy = labelWidth(z.Label) < width/100*roomyWidth
		p.labelTight = labelWidth(z.Label) < width/100*tightWidth
		p.marks = spots(z.Marks, z.Weight)
		p.pubs = spots(z.Pubs, z.Weight)
		for _, t := range z.Ticks {
			at := inset(t.X, z.Weight)
			p.ticks = append(p.ticks, spot{x: at, to: at})
		}
		p.rowsRoomy = stack(p.marks, z.Weight*roomyWidth, func(s *spot) *place { return &s.roomy })
		p.rowsTight = stack(p.marks, z.Weight*tightWidth, func(s *spot) *place { return &s.tight })
		fit(p.ticks, tickLabels(z.Ticks), z.Weight)
		fit(p.pubs, markLabels(z.Pubs), z.Weight)
		plans[i] = p
	}
	return plans
}

// inset turns a share of a zone into percent, with air at both ends for half
// a sign.
func inset(x, weight float64) float64 {
	pad := 100 * 16 / (max(weight, 0.01) * 600)
	pad = min(pad, 16)
	return pad + min(max(x, 0), 1)*(100-2*pad)
}

func spots(marks []engine.Mark, weight float64) []spot {
	list := make([]spot, len(marks))
	for i, m := range marks {
		list[i] = spot{x: inset(m.X, weight), to: inset(max(m.To, m.X), weight)}
		if m.Open {
			list[i].to = 100
		}
	}
	return list
}

// stack gives every mark the lowest row in which it covers no other, within a
// zone of the given width in pixels, and returns the number of rows.
func stack(list []spot, width float64, at func(*spot) *place) int {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return list[order[i]].x < list[order[j]].x })
	var ends [maxRows]float64 // where the last mark of each row ends, in pixels
	rows := 0
	for _, i := range order {
		left := list[i].x/100*width - markWidth/2
		row := 0
		for row < maxRows-1 && row < rows && ends[row] > left {
			row++
		}
		ends[row] = list[i].to/100*width + markWidth/2
		at(&list[i]).row = row
		rows = max(rows, row+1)
	}
	return rows
}

// fit decides at both widths which labels are shown: the first and the last
// before those between, none over another.
func fit(list []spot, labels []string, weight float64) {
	fitWithin(list, labels, weight*roomyWidth, func(s *spot) *place { return &s.roomy })
	fitWithin(list, labels, weight*tightWidth, func(s *spot) *place { return &s.tight })
}

func fitWithin(list []spot, labels []string, width float64, at func(*spot) *place) {
	type stretch struct{ from, to float64 }
	var taken []stretch
	for _, i := range outsideIn(len(list)) {
		w := labelWidth(labels[i])
		x := list[i].x / 100 * width
		p := at(&list[i])
		from := x - w/2
		p.anchor = "middle"
		switch {
		case from < 0:
			from, p.anchor = x-markWidth/2, "start"
		case from+w > width:
			from, p.anchor = x+markWidth/2-w, "end"
		}
		p.shown = from >= -markWidth/2 && from+w <= width+markWidth/2
		for _, t := range taken {
			if from < t.to+labelGap && t.from < from+w+labelGap {
				p.shown = false
			}
		}
		if p.shown {
			taken = append(taken, stretch{from, from + w})
		}
	}
}

// outsideIn returns 0 to n-1 with the first and the last in front.
func outsideIn(n int) []int {
	order := make([]int, 0, n)
	for i := 0; i < n; i++ {
		order = append(order, i)
	}
	if n > 2 {
		order = append([]int{0, n - 1}, order[1:n-1]...)
	}
	return order
}

func labelWidth(label string) float64 { return charWidth * float64(utf8.RuneCountInString(label)) }

func tickLabels(ticks []engine.Tick) []string {
	labels := make([]string, len(ticks))
	for i, t := range ticks {
		labels[i] = t.Label
	}
	return labels
}

func markLabels(marks []engine.Mark) []string {
	labels := make([]string, len(marks))
	for i, m := range marks {
		labels[i] = m.Label
	}
	return labels
}
