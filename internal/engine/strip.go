package engine

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/timeline"
)

// The strip draws every time at once. Long empty stretches would push all that
// happened into a few pixels, so the axis is cut at them: a stretch with
// enough in it keeps its scale, the few things between two such stretches
// stand evenly spaced, "not to scale".

const (
	// longGap is the share of all time not yet cut away from which on an empty
	// stretch is cut out of the axis.
	longGap = 0.25
	// scaled is how many different times make a stretch worth a scale.
	scaled = 4
	// narrow is the width in pixels for which the marks are stacked: a phone of
	// 390 less its margins. signWidth is that of a sign with room about it.
	narrow    = 340
	signWidth = 17
	// topRow is the highest row; what finds no place below it is clustered.
	topRow = 4
	// charWidth is that of a tick's letters, in pixels.
	charWidth = 7
	// margin is left free on either side within a zone with a scale.
	margin = 0.04
	// leastWeight keeps a zone wide enough to be seen.
	leastWeight = 0.1
)

// moment is something with a place on the strip: an event or a publication.
type moment struct {
	start, end time.Time // end is exclusive; zero if open
	value      dates.Value
	event      *timeline.Event
	ref        *ArticleRef
}

// moments returns the events and publications that are on the calendar, in
// order of their start; an event comes before an article of the same day.
func (e *Engine) moments(events []*timeline.Event, articles []int) []moment {
	var out []moment
	for _, ev := range events {
		if ev.When.OnCalendar() {
			start := ev.When.Earliest
			if start.IsZero() {
				start = ev.When.Latest.AddDate(0, 0, -1)
			}
			out = append(out, moment{start: start, end: ev.When.Latest, value: ev.When, event: ev})
		}
	}
	for _, a := range articles {
		if c := e.d.Articles[a].Published; c.EDTF != "" {
			out = append(out, moment{
				start: c.Earliest, end: c.Latest, ref: &e.refs[a],
				value: dates.Value{EDTF: c.EDTF, Earliest: c.Earliest, Latest: c.Latest, Precision: dates.Day},
			})
		}
	}
	slices.SortStableFunc(out, func(a, b moment) int {
		if d := dayOf(a.start).Compare(dayOf(b.start)); d != 0 || a.ref == nil && b.ref == nil {
			return d
		}
		return boolOrder(a.ref != nil, b.ref != nil)
	})
	return out
}

func dayOf(t time.Time) time.Time { return t.Truncate(24 * time.Hour) }

func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// stretch is a part of the axis between two cuts.
type stretch struct {
	moments []moment
	scale   bool
}

// times counts the different days in s.
func (s *stretch) times() int {
	n := 0
	for i, m := range s.moments {
		if i == 0 || !dayOf(m.start).Equal(dayOf(s.moments[i-1].start)) {
			n++
		}
	}
	return n
}

// stretches cuts the axis at the gaps that take up more than longGap of what
// is left when the longer ones are gone.
func stretches(ms []moment) []stretch {
	if len(ms) == 0 {
		return nil
	}
	type gap struct {
		before int // index of the moment after it
		length time.Duration
	}
	var gaps []gap
	total := time.Duration(0)
	for i := 1; i < len(ms); i++ {
		d := dayOf(ms[i].start).Sub(dayOf(ms[i-1].start))
		gaps = append(gaps, gap{i, d})
		total += d
	}
	slices.SortStableFunc(gaps, func(a, b gap) int { return int((b.length - a.length) / time.Hour) })
	cut := map[int]bool{}
	for _, g := range gaps {
		if total <= 0 || float64(g.length) < longGap*float64(total) || g.length < 2*24*time.Hour {
			break
		}
		cut[g.before] = true
		total -= g.length
	}
	var out []stretch
	for i, m := range ms {
		if i == 0 || cut[i] {
			out = append(out, stretch{})
		}
		last := &out[len(out)-1]
		last.moments = append(last.moments, m)
	}
	// Stretches with too little in them for a scale of their own join up.
	joined := out[:0]
	for _, s := range out {
		s.scale = s.times() >= scaled
		if n := len(joined); n > 0 && !s.scale && !joined[n-1].scale {
			joined[n-1].moments = append(joined[n-1].moments, s.moments...)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// strip draws moments.
func (e *Engine) strip(ms []moment) Strip {
	parts := stretches(ms)
	var strip Strip
	weights := weigh(parts)
	for i := range parts {
		z := e.zone(&parts[i], weights[i])
		z.Label = zoneLabel(parts[i])
		strip.Zones = append(strip.Zones, z)
	}
	return strip
}

// weigh gives each stretch its share of the width: by how many times it has,
// with more room where there is a scale.
func weigh(parts []stretch) []float64 {
	weights := make([]float64, len(parts))
	sum := 0.0
	for i := range parts {
		weights[i] = float64(parts[i].times())
		if parts[i].scale {
			weights[i] *= 1.4
		}
		sum += weights[i]
	}
	total := 0.0
	for i := range weights {
		weights[i] = max(weights[i]/sum, leastWeight)
		total += weights[i]
	}
	for i := range weights {
		weights[i] /= total
	}
	return weights
}

// zone places the moments of s on a zone with the given share of the width.
func (e *Engine) zone(s *stretch, weight float64) Zone {
	z := Zone{Scale: s.scale, Weight: weight}
	pixels := narrow * weight
	n := float64(s.times())
	first, last := s.moments[0].start, s.moments[0].start
	for _, m := range s.moments {
		if m.start.After(last) {
			last = m.start
		}
	}
	at := func(t time.Time) float64 {
		if !last.After(first) {
			return 0.5
		}
		return margin + (1-2*margin)*min(1, float64(t.Sub(first))/float64(last.Sub(first)))
	}
	events, pubs := stack{gap: signWidth / pixels}, stack{gap: signWidth / pixels}
	slot := -1
	for i, m := range s.moments {
		if i == 0 || !dayOf(m.start).Equal(dayOf(s.moments[i-1].start)) {
			slot++
		}
		mark := e.mark(m)
		if s.scale {
			mark.X = at(m.start)
			if m.end.IsZero() {
				mark.To = 1
			} else if long := m.end.Sub(m.start); long > 36*time.Hour {
				mark.To = max(at(m.end), mark.X+signWidth/pixels/2)
			}
		} else {
			mark.X = (float64(slot) + 0.5) / n
			if m.end.IsZero() {
				mark.To = 1
			} else if strings.Contains(m.value.EDTF, "/") {
				mark.To = mark.X + 0.4/n
				mark.X -= 0.4 / n
			}
		}
		if m.ref != nil {
			pubs.place(mark)
		} else {
			events.place(mark)
		}
		z.Ticks = append(z.Ticks, Tick{X: mark.X + (max(mark.To, mark.X)-mark.X)/2*boolFloat(!mark.Open && !s.scale), Label: tickLabel(m, s)})
	}
	z.Marks, z.Pubs = events.marks, pubs.marks
	z.Ticks = thin(z.Ticks, s.scale, pixels)
	return z
}

func boolFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// mark is the sign of m without its place.
func (e *Engine) mark(m moment) Mark {
	if m.ref != nil {
		return Mark{Sign: "published", Label: m.ref.Outlet, Article: m.ref.ID, Count: 1}
	}
	words := m.event.Words.Of(e.d.Articles[m.event.Teller].Text)
	return Mark{
		Sign: string(m.event.Status), Event: m.event.ID, Count: 1,
		Label:   eventDate(m.value) + ": " + words,
		Open:    m.end.IsZero(),
		Inexact: m.value.Precision < dates.Day || strings.Contains(m.value.EDTF, "~"),
	}
}

// stack piles up marks so that none covers another: each takes the lowest row
// that is free at its place. Above topRow marks are counted into the last one.
type stack struct {
	gap   float64 // least distance within a row
	marks []Mark
	ends  []float64 // where each row is taken up to
	top   int       // index of the last mark in the top row
}

func (s *stack) place(m Mark) {
	end := max(m.X, m.To)
	for row := range topRow + 1 {
		if row == len(s.ends) {
			s.ends = append(s.ends, -1)
		}
		if m.X < s.ends[row] {
			continue
		}
		m.Row = row
		s.ends[row] = end + s.gap
		if row == topRow {
			s.top = len(s.marks)
		}
		s.marks = append(s.marks, m)
		return
	}
	cluster := &s.marks[s.top]
	cluster.Count++
	cluster.Label = count(cluster.Count, "event")
	if m.Sign == "published" {
		cluster.Label = count(cluster.Count, "article")
	}
}

// tickLabel says when m was, as short as its zone allows.
func tickLabel(m moment, s *stretch) string {
	first, last := s.moments[0].start, s.moments[len(s.moments)-1].start
	year := strconv.Itoa(m.start.Year())
	switch {
	case !s.scale && first.Year() != last.Year() || m.value.Precision <= dates.Year:
		if end, ok := rangeEnd(m.value); ok && !m.end.IsZero() && end.Year() != m.start.Year() {
			return year + "–" + strconv.Itoa(end.Year()%100)
		}
		return year
	case m.value.Precision <= dates.Month:
		return months[m.start.Month()-1][:3]
	case last.Sub(first) > 3*365*24*time.Hour:
		return months[m.start.Month()-1][:3] + " " + year
	}
	return strconv.Itoa(m.start.Day()) + " " + months[m.start.Month()-1][:3]
}

// thin drops the ticks that say what the one before said, marks those that fit
// on a phone, and shortens days of the same month to their number.
func thin(ticks []Tick, scale bool, pixels float64) []Tick {
	var out []Tick
	month, free := "", -1.0
	said := Tick{X: -1} // the last tick, in full
	for _, t := range ticks {
		if t.X == said.X || t.Label == said.Label {
			continue
		}
		said = t
		if day, name, ok := strings.Cut(t.Label, " "); ok && scale && len(day) <= 2 {
			if name == month {
				t.Label = day
			}
			month = name
		}
		half := float64(len(t.Label)*charWidth) / pixels / 2
		if t.X-half >= free {
			t.Narrow = true
			free = t.X + half + charWidth/pixels
		}
		out = append(out, t)
	}
	return out
}

// zoneLabel says from when to when a stretch runs.
func zoneLabel(s stretch) string {
	first, last := s.moments[0].start, s.moments[len(s.moments)-1].start
	if s.scale {
		return period(dayOf(first), dayOf(last), dates.Day)
	}
	if first.Year() == last.Year() {
		return strconv.Itoa(first.Year())
	}
	return strconv.Itoa(first.Year()) + " to " + monthYear(last)
}
