package engine

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/sorting"
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
	// unlike is how many times as long as the mean of the shorter ones such a
	// stretch must be: of a week and a half, four days are no hole.
	unlike = 3
	// crowded is how many times as long as the shortest stretch that holds half of
	// all days the axis may be before it is cut at every gap that is longer than
	// that stretch, so that two weeks of news between old days and far plans have a
	// scale. It is not cut at a shorter gap.
	crowded = 5
	// scaled is how many different times make a stretch worth a scale.
	scaled = 4
	// margin is left free on either side within a zone with a scale.
	margin = 0.04
	// leastWeight keeps a zone wide enough to be seen.
	leastWeight = 0.1
	// mostTicks bounds the ticks of one kind in a zone.
	mostTicks = 200
	// mostMarks is how many marks of a strip are sent one by one; in more,
	// those of one of coarseBins places are counted as one.
	mostMarks  = 240
	coarseBins = 240
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
			out = append(out, moment{start: ev.When.Begin(), end: ev.When.Latest, value: ev.When, event: ev})
		}
	}
	for _, a := range articles {
		if c := e.d.Articles[a].Published; c.EDTF != "" {
			ref := e.sourced(a)
			out = append(out, moment{
				start: c.Earliest, end: c.Latest, ref: &ref,
				value: dates.Value{EDTF: c.EDTF, Earliest: c.Earliest, Latest: c.Latest, Precision: dates.Day},
			})
		}
	}
	sorting.Stable(out, func(a, b moment) int {
		if d := dayOf(a.start).Compare(dayOf(b.start)); d != 0 || a.ref == nil && b.ref == nil {
			return d
		}
		return boolOrder(a.ref != nil, b.ref != nil)
	})
	return out
}

func dayOf(t time.Time) time.Time { return t.Truncate(24 * time.Hour) }

const secondsPerDay = 24 * 60 * 60

// seconds is how long it is from a to b. A time.Duration holds 292 years only.
func seconds(a, b time.Time) int64 { return b.Unix() - a.Unix() }

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

// half returns in how many days half of the days stand that ms have, 0 if those
// are too few for a scale.
func half(ms []moment) int64 {
	var days []time.Time
	for _, m := range ms {
		if day := dayOf(m.start); len(days) == 0 || !day.Equal(days[len(days)-1]) {
			days = append(days, day)
		}
	}
	n := len(days) / 2
	if n < scaled {
		return 0
	}
	shortest := seconds(days[0], days[len(days)-1])
	for i := n; i <= len(days); i++ {
		shortest = min(shortest, seconds(days[i-n], days[i-1]))
	}
	return shortest / secondsPerDay
}

// stretches cuts the axis at the gaps that take up more than longGap of what
// is left when the longer ones are gone, or leave too little to what is crowded.
func stretches(ms []moment) []stretch {
	if len(ms) == 0 {
		return nil
	}
	type gap struct {
		before int // index of the moment after it
		days   int64
	}
	var gaps []gap
	total := int64(0)
	for i := 1; i < len(ms); i++ {
		d := seconds(dayOf(ms[i-1].start), dayOf(ms[i].start)) / secondsPerDay
		gaps = append(gaps, gap{i, d})
		total += d
	}
	sorting.Stable(gaps, func(a, b gap) int { return cmp.Compare(b.days, a.days) })
	cut := map[int]bool{}
	left := int64(0) // gaps that are any
	for _, g := range gaps {
		left += min(g.days, 1)
	}
	dense := half(ms)
	for _, g := range gaps {
		left--
		long := float64(g.days) >= longGap*float64(total) || dense > 0 && total > crowded*dense
		if !long || g.days <= dense || g.days < 2 || g.days*left < unlike*(total-g.days) {
			break
		}
		cut[g.before] = true
		total -= g.days
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
	if len(ms) > mostMarks {
		strip.Coarse = true
		for i := range strip.Zones {
			z := &strip.Zones[i]
			z.Marks, z.Pubs = counted(z.Marks, z.Weight), counted(z.Pubs, z.Weight)
		}
	}
	return strip
}

// counted joins the marks that stand at one place of a zone with the given
// share of the width. Marks are in order of time, so of X.
func counted(marks []Mark, weight float64) []Mark {
	bin := func(m Mark) int { return int(m.X * weight * coarseBins) }
	var out []Mark
	for _, m := range marks {
		if n := len(out) - 1; n >= 0 && bin(out[n]) == bin(m) {
			o := &out[n]
			if o.Count == 0 {
				*o = Mark{X: o.X, Day: o.Day, Sign: o.Sign, Count: 1}
			}
			o.Count++
			o.Last = max(o.Last, m.Day)
			continue
		}
		out = append(out, m)
	}
	return out
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
		return margin + (1-2*margin)*min(1, float64(seconds(first, t))/float64(seconds(first, last)))
	}
	slot := -1
	for i, m := range s.moments {
		if i == 0 || !dayOf(m.start).Equal(dayOf(s.moments[i-1].start)) {
			slot++
		}
		mark := e.mark(m)
		middle := 0.0
		if s.scale {
			mark.X = at(m.start)
			middle = max(0, at(dayOf(m.start)))
			if m.end.IsZero() {
				mark.To = 1
			} else if m.end.Sub(m.start) > 36*time.Hour {
				mark.To = at(m.end)
			}
		} else {
			mark.X = (float64(slot) + 0.5) / n
			middle = mark.X
			if m.end.IsZero() {
				mark.To = 1
			} else if _, long := rangeEnd(m.value); long {
				mark.To = mark.X + 0.4/n
				mark.X -= 0.4 / n
			}
		}
		if m.ref != nil {
			z.Pubs = append(z.Pubs, mark)
		} else {
			z.Marks = append(z.Marks, mark)
		}
		t := tick(m, s)
		t.X = middle
		if k := len(z.Ticks); n <= mostTicks && (k == 0 || t.X != z.Ticks[k-1].X && t.Words() != z.Ticks[k-1].Words()) {
			z.Ticks = append(z.Ticks, t)
		}
	}
	if s.scale {
		z.Ticks = append(z.Ticks, calendarTicks(first, last, at)...)
	}
	return z
}

// calendarTicks are the beginnings of months, years and decades from first to
// last, for where the days themselves are too many.
func calendarTicks(first, last time.Time, at func(time.Time) float64) []Tick {
	var out []Tick
	months := (last.Year()-first.Year())*12 + int(last.Month()-first.Month())
	if months <= mostTicks {
		t := time.Date(first.Year(), first.Month()+1, 1, 0, 0, 0, 0, time.UTC)
		for ; !t.After(last); t = t.AddDate(0, 1, 0) {
			out = append(out, Tick{X: at(t), Unit: "month", Month: monthShort(t), Year: t.Year()})
		}
	}
	for _, step := range []struct {
		unit  string
		years int
	}{{"year", 1}, {"decade", 10}} {
		if (last.Year()-first.Year())/step.years > mostTicks {
			continue
		}
		y := (first.Year()/step.years + 1) * step.years
		for ; y <= last.Year(); y += step.years {
			out = append(out, Tick{X: at(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)), Unit: step.unit, Year: y})
		}
	}
	return out
}

// mark is the sign of m without its place.
func (e *Engine) mark(m moment) Mark {
	if m.ref != nil {
		return Mark{Sign: SignPublished, Label: m.ref.Outlet, Article: m.ref.ID, Day: m.start.Format(time.DateOnly)}
	}
	words := m.event.Words.Of(e.d.Articles[m.event.Teller].Text)
	_, long := rangeEnd(m.value)
	return Mark{
		Sign: StatusSign(string(m.event.Status)), Event: m.event.ID, Day: m.start.Format(time.DateOnly),
		Label:    eventDate(m.value) + ": " + words,
		Open:     m.end.IsZero(),
		Range:    m.end.IsZero() || long,
		Inexact:  m.value.Precision < dates.Day,
		Inferred: e.inferred(m.event) || strings.Contains(m.value.EDTF, "~"),
	}
}

// tick says when m was, as short as its zone allows.
func tick(m moment, s *stretch) Tick {
	first, last := s.moments[0].start, s.moments[len(s.moments)-1].start
	year := m.start.Year()
	switch {
	case !s.scale && first.Year() != last.Year() || m.value.Precision <= dates.Year:
		if end, ok := rangeEnd(m.value); ok && !m.end.IsZero() && end.Year() != year {
			return Tick{Until: end.Year(), Year: year}
		}
		return Tick{Year: year}
	case m.value.Precision <= dates.Month:
		return Tick{Month: monthShort(m.start), Year: year}
	}
	return Tick{Day: m.start.Day(), Month: monthShort(m.start), Year: year}
}

// zoneLabel says from when to when a stretch runs.
func zoneLabel(s stretch) string {
	first, last := s.moments[0].start, s.moments[len(s.moments)-1].start
	if s.scale {
		return period(dayOf(first), dayOf(last), dates.Day) + ", to scale"
	}
	if first.Year() == last.Year() {
		return strconv.Itoa(first.Year())
	}
	return strconv.Itoa(first.Year()) + " to " + monthYear(last)
}
