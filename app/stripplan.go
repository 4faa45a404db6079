package app

import (
	"cmp"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"parallax/internal/engine"
	"parallax/internal/sorting"
)

// The drawn timeline is worked out for the width it has and for the part of it
// that is looked at: what stands outside is not drawn, what would collide is
// stacked, and what finds no place in the stack is counted.
const (
	markWidth = 19.0 // pixels: a sign with air around it
	charWidth = 6.9  // of a label at 12 pixels, generously
	labelGap  = 9.0  // between two labels
	zonePad   = 16.0 // air at both ends of a zone
	barLeast  = 22.0 // a bar is never shorter

	maxRows = 5 // what stands higher becomes a cluster
	binWide = 30.0
	// binOffset keeps the numbers of bins left of the picture from being negative.
	binOffset = 40000 * binWide
	maxZoom   = 400.0
	// coarseZoom is enough where marks were counted before they were sent.
	coarseZoom = 16.0
	crowded    = 60 // more ticks than these say months or years instead
)

// stripWindow is the part of the strip that is looked at, as shares of its width.
type stripWindow struct{ from, to float64 }

// whole shows everything.
var whole = stripWindow{0, 1}

// zoom is how many times wider than the whole the strip is drawn.
func (w stripWindow) zoom() float64 { return 1 / (w.to - w.from) }

// scaled looks closer by factor, or further away if it is below 1, keeping the
// place under at, a share of the window, where it is, and no closer than most.
func (w stripWindow) scaled(factor, at, most float64) stripWindow {
	zoom := min(max(w.zoom()*factor, 1), most)
	fixed := w.from + at*(w.to-w.from)
	return stripWindow{fixed - at/zoom, fixed + (1-at)/zoom}.clamped()
}

// moved looks further to the right by a share of the window.
func (w stripWindow) moved(by float64) stripWindow {
	by *= w.to - w.from
	return stripWindow{w.from + by, w.to + by}.clamped()
}

// clamped stays within the strip.
func (w stripWindow) clamped() stripWindow {
	width := min(w.to-w.from, 1)
	from := min(max(w.from, 0), 1-width)
	return stripWindow{from, from + width}
}

// A stripPlan is the part of the strip that is drawn, in pixels.
type stripPlan struct {
	width float64
	rows  int  // of events
	below bool // the publications are named below them, for want of room at their left
	zones []zonePlan
}

// zonePlan is a zone ready to be drawn; all places are from the left edge of
// the picture.
type zonePlan struct {
	from, to   float64
	label      string // where it has room, else years
	middle     bool   // the label stands in the middle, for want of room
	scale      bool
	broken     bool // the scale breaks before it
	roomy      bool // its label has room, in whole or by its years
	widest     bool
	marks      []spot
	pubs       []spot
	ticks      []tickSpot
	quietLeft  bool // no publication stands at its left
	bare       bool // out of scale, and too narrow to say so
	labelStart float64
}

// spot is one sign, or several counted as one.
type spot struct {
	mark  engine.Mark
	x, to float64 // to > x: a bar
	row   int     // from 0, upwards
	count int     // of a cluster; 0 is a mark by itself
	last  string  // of a cluster: its last day
	label bool    // its label has room
	left  bool    // at its left
}

// tickSpot is one label of the axis.
type tickSpot struct {
	x        float64
	words    string
	anchor   string  // "start", "middle" or "end": the side of the label that stands at x
	from, to float64 // what the words cover
}

// planStrip works out where everything of s stands that is seen through w on a
// picture as wide as width.
func planStrip(s engine.Strip, width float64, w stripWindow) stripPlan {
	plan := stripPlan{width: width, rows: 1}
	zoom := w.zoom()
	at, taken := 0.0, -labelGap // by the labels of the axis
	widest, most := -1, 0.0
	for i, z := range s.Zones {
		p := zonePlan{label: z.Label, scale: z.Scale, broken: i > 0}
		p.from = (at - w.from) * zoom * width
		at += z.Weight
		p.to = (at - w.from) * zoom * width
		if p.to <= 0 || p.from >= width {
			continue
		}
		pad := min(zonePad, (p.to-p.from)/6)
		place := func(x float64) float64 { return p.from + pad + min(max(x, 0), 1)*(p.to-p.from-2*pad) }
		seenFrom, seenTo := max(p.from, 0), min(p.to, width)
		p.labelStart = seenFrom + 10
		room := seenTo - seenFrom - 16
		p.roomy = labelWidth(z.Label) < room && (z.Scale || labelWidth(notToScale) < room)
		p.marks = planMarks(z.Marks, place, p.to, width)
		limit := seenTo
		if !slices.ContainsFunc(s.Zones[i+1:], func(z engine.Zone) bool { return len(z.Pubs) > 0 }) {
			limit = width
		}
		p.pubs = planPubs(z.Pubs, place, p.to, width, seenFrom, limit)
		p.ticks = planTicks(z.Ticks, place, taken, seenFrom, seenTo, width)
		for _, t := range p.ticks {
			taken = t.to
		}
		if !p.roomy && !p.scale {
			p.bare = true
			p.label, p.middle, p.labelStart = yearsLabel(z.Ticks, p.ticks, seenTo-seenFrom), true, (seenFrom+seenTo)/2
			p.roomy = p.label != ""
		}
		p.quietLeft = true
		for _, pub := range p.pubs {
			p.quietLeft = p.quietLeft && pub.start() > seenFrom+88
		}
		for _, m := range p.marks {
			plan.rows = max(plan.rows, m.row+1)
		}
		if seen := seenTo - seenFrom; seen > most {
			widest, most = len(plan.zones), seen
		}
		plan.zones = append(plan.zones, p)
	}
	if widest >= 0 {
		z := &plan.zones[widest]
		z.widest = true
		plan.below = z.scale && !z.quietLeft && len(z.pubs) > 0
	}
	return plan
}

// bare reports whether a zone out of scale is too narrow to say so.
func (p *stripPlan) bare() bool {
	return slices.ContainsFunc(p.zones, func(z zonePlan) bool { return z.bare })
}

// planMarks places the marks that are seen: each in the lowest row where it
// covers no other, those of a place that is full as one cluster.
func planMarks(marks []engine.Mark, place func(float64) float64, end, width float64) []spot {
	list := spots(marks, place, end, width)
	if full := stack(list); len(full) > 0 || anyCounted(list) {
		full = withCounted(list, full)
		list = cluster(list, full, width)
		stack(list)
	}
	return list
}

// spots are the places of the marks that are seen, from left to right.
func spots(marks []engine.Mark, place func(float64) float64, end, width float64) []spot {
	var list []spot
	for _, m := range marks {
		sp := spot{mark: m, x: place(m.X), count: m.Count, last: m.Last}
		sp.to = sp.x
		if m.Open {
			sp.to = end
		} else if m.To > m.X {
			sp.to = place(m.To)
			if m.Inexact || m.Range {
				sp.to = max(sp.to, sp.x+barLeast)
			}
		}
		if sp.to < -markWidth || sp.x > width+markWidth {
			continue
		}
		if sp.to-sp.x < barLeast-1 {
			sp.to = sp.x
		}
		list = append(list, sp)
	}
	sorting.Stable(list, func(a, b spot) int { return cmp.Compare(a.x, b.x) })
	return list
}

func anyCounted(list []spot) bool {
	return slices.ContainsFunc(list, func(s spot) bool { return s.count > 0 })
}

// withCounted adds to full the bins that hold marks counted before: numbers are
// not piled up.
func withCounted(list []spot, full map[int]bool) map[int]bool {
	if full == nil {
		full = map[int]bool{}
	}
	for i := range list {
		if list[i].count > 0 {
			full[list[i].bin()] = true
		}
	}
	return full
}

// stack gives every spot the lowest row in which it covers no other. It
// returns the bins in which some found no room.
func stack(list []spot) (full map[int]bool) {
	var ends [maxRows]float64 // where each row is taken up to, in pixels
	for i := range ends {
		ends[i] = -1e9
	}
	for i := range list {
		s := &list[i]
		half := s.half()
		row := 0
		for row < maxRows-1 && ends[row] > s.x-half {
			row++
		}
		if ends[row] > s.x-half {
			if full == nil {
				full = map[int]bool{}
			}
			full[s.bin()] = true
		}
		ends[row] = max(ends[row], s.to+half)
		s.row = row
	}
	return full
}

// half is half the width of a sign with air.
func (s *spot) half() float64 {
	if s.count > 0 {
		return binWide/2 - 1
	}
	return markWidth / 2
}

func (s *spot) bin() int { return int((s.x + binOffset) / binWide) }

// cluster replaces the spots of full bins by one for each bin, none of which the
// edge of the picture cuts.
func cluster(list []spot, full map[int]bool, width float64) []spot {
	var out []spot
	at := map[int]int{} // bin → index into out
	for _, s := range list {
		if !full[s.bin()] {
			out = append(out, s)
			continue
		}
		n, ok := at[s.bin()]
		if !ok {
			at[s.bin()] = len(out)
			s.to, s.count, s.last = s.x, max(s.count, 1), max(s.last, s.mark.Day)
			out = append(out, s)
			continue
		}
		c := &out[n]
		more := max(s.count, 1)
		c.count += more
		c.x += (s.x - c.x) * float64(more) / float64(c.count) // the middle of them all
		c.to = c.x
		c.last = max(c.last, s.last, s.mark.Day)
	}
	for _, n := range at {
		// In the middle of its bin, more or less, where it covers no neighbour.
		c := &out[n]
		middle := float64(c.bin())*binWide - binOffset + binWide/2
		inside := c.x >= 0 && c.x <= width
		c.x = min(max(c.x, middle-1), middle+1)
		if inside {
			c.x = max(min(c.x, width-c.half()), c.half())
		}
		c.to = c.x
	}
	sorting.Stable(out, func(a, b spot) int { return cmp.Compare(a.x, b.x) })
	return out
}

// clusterWords says what a cluster stands for: "37 events, March 2021".
func (s *spot) clusterWords() string {
	words := engine.Count(s.count, "event")
	if s.mark.Sign == engine.SignPublished {
		words = engine.Count(s.count, "article")
	}
	a, b := s.days()
	for _, unit := range []int{len("2006-01-02"), len("2006-01"), len("2006")} {
		if len(a) >= unit && len(b) >= unit && a[:unit] == b[:unit] {
			return words + ", " + isoWords(a[:unit])
		}
	}
	return words + ", " + isoWords(a[:min(4, len(a))]) + " to " + isoWords(b[:min(4, len(b))])
}

// days are the first and the last day of a cluster.
func (s *spot) days() (first, last string) { return s.mark.Day, max(s.last, s.mark.Day) }

// isoWords says an ISO day, month or year in words.
func isoWords(iso string) string {
	if len(iso) < len("2006-01") {
		return iso
	}
	m, err := strconv.Atoi(iso[5:7])
	if err != nil || m < 1 || m > 12 {
		return iso
	}
	words := time.Month(m).String() + " " + iso[:4]
	if len(iso) == len("2006-01-02") {
		if d, err := strconv.Atoi(iso[8:]); err == nil {
			return number(d) + " " + words
		}
	}
	return words
}

// mostNamed is how many rows of publications there are, each with its name.
const mostNamed = 8

// planPubs places the publications of a zone, each with its name at its right
// where that has room up to limit, or else at its left in the zone. What would run into a name stands higher than
// it, and with it its stem, so that the last one is the highest and no stem
// crosses a name. Too many are stacked without names.
func planPubs(marks []engine.Mark, place func(float64) float64, end, width, from, limit float64) []spot {
	list := spots(marks, place, end, width)
	for i := len(list) - 1; i >= 0; i-- {
		s := &list[i]
		name, to := labelWidth(s.mark.Label), s.x+s.half()
		s.label = s.mark.Label != ""
		switch before := s.x - s.half() - name; {
		case to+name <= limit:
			to += name
		case before >= from && (i == 0 || list[i-1].x+list[i-1].half() < before):
			s.left = true
		default:
			s.label = false
		}
		for k := i + 1; k < len(list); k++ {
			if list[k].start() < to {
				s.row = max(s.row, list[k].row+1)
			}
		}
		if s.row >= mostNamed || s.count > 0 {
			return planMarks(marks, place, end, width)
		}
	}
	return list
}

// start is where a publication begins, with its name.
func (s *spot) start() float64 {
	if s.left {
		return s.x - s.half() - labelWidth(s.mark.Label)
	}
	return s.x - s.half()
}

// under returns the row of the lowest of list that stands over s in its way to
// the axis, or -1.
func (s *spot) under(list []spot) int {
	row := -1
	for i := range list {
		if o := &list[i]; o.row < s.row && abs(o.x-s.x) < s.half() {
			row = max(row, o.row)
		}
	}
	return row
}

// planTicks labels the axis between two places: with the days on which
// something happened, or where they are too many with months, years or decades.
// Up to taken stand the labels before; the picture ends at width.
func planTicks(ticks []engine.Tick, place func(float64) float64, taken, from, to, width float64) []tickSpot {
	var best []tickSpot
	for _, unit := range [...]string{"", "month", "year", "decade"} {
		seen := 0
		var spots []tickSpot
		free := max(from-labelGap, taken)
		var before engine.Tick
		for _, t := range ticks {
			x := place(t.X)
			if t.Unit != unit || x < from-1 || x > to+1 {
				continue
			}
			seen++
			words := tickWords(t, before)
			w := labelWidth(words)
			left, anchor := x-w/2, "middle"
			switch {
			case left < from:
				left, anchor = x, "start"
			case left+w > to:
				left, anchor = x-w, "end"
			}
			if left < free+labelGap || left+w > min(to+8, width) {
				continue
			}
			free = left + w
			before = t
			spots = append(spots, tickSpot{x, words, anchor, left, left + w})
		}
		if len(spots) > 0 {
			best = spots
		}
		if len(best) > 0 && seen <= crowded && 3*len(spots) >= seen {
			break
		}
	}
	return best
}

// yearsLabel says the years of a stretch that has no room for more: what its
// axis does not say already, or nothing.
func yearsLabel(ticks []engine.Tick, drawn []tickSpot, room float64) string {
	if len(ticks) == 0 {
		return ""
	}
	first, last := ticks[0].Year, ticks[0].Year
	for _, t := range ticks {
		first, last = min(first, t.Year), max(last, t.Year, t.Until)
	}
	said := len(drawn) > 0 && drawn[0].words == number(first)
	for _, words := range [...]string{choose(first < last, number(first)+"–"+number(last), ""), choose(first < last && said, "to "+number(last), ""), choose(said, "", number(first))} {
		if words != "" && labelWidth(words)+2 < room && (first == last || labelWidth(words)+8 < room) {
			return words
		}
	}
	return ""
}

// tickWords says a tick without what the one before it said already.
func tickWords(t, before engine.Tick) string {
	switch {
	case t.Day > 0 && t.Year == before.Year && t.Month == before.Month:
		return number(t.Day)
	case t.Month != "" && before.Year != 0 && t.Year != before.Year && t.Day > 0:
		return t.Words() + " " + number(t.Year)
	case t.Month != "" && t.Day == 0 && t.Year == before.Year:
		return t.Month
	}
	return t.Words()
}

func labelWidth(label string) float64 { return charWidth * float64(utf8.RuneCountInString(label)) }
