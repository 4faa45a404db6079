package engine

import (
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/sorting"
	"parallax/internal/timeline"
)

// A Correction is what a reader thinks of an event: another date, or that it
// is none. What the articles say stays beside it.
type Correction struct {
	Event  string `json:"event"`          // id
	Date   string `json:"date,omitempty"` // in the reader's words: "14 October", "1992-1994"
	Hidden bool   `json:"hidden,omitempty"`
}

// lanes are the events of a timeline as the reader corrected them.
type lanes struct {
	dated, undated, hidden []*timeline.Event
	yours                  map[string]*Yours // by event
}

// corrected applies corrections; those of events that are not here are left
// alone. The events themselves are never changed.
func (e *Engine) corrected(corrections []Correction) lanes {
	byEvent := map[string]Correction{}
	for _, c := range corrections {
		byEvent[c.Event] = c
	}
	l := lanes{yours: map[string]*Yours{}}
	tl := e.timeline()
	moved := false
	for _, lane := range [][]timeline.Event{tl.Events, tl.Undated} {
		for i := range lane {
			ev := &lane[i]
			c, ok := byEvent[ev.ID]
			if ok {
				y := &Yours{Date: c.Date, Was: eventDate(ev.When)}
				l.yours[ev.ID] = y
				if c.Date != "" {
					when, read := readDate(c.Date, ev.When)
					y.Unread = !read
					if read {
						changed := *ev
						changed.When, changed.Clocks = when, nil
						ev, moved = &changed, true
					}
				}
			}
			switch {
			case ok && c.Hidden:
				l.hidden = append(l.hidden, ev)
			case ev.When.OnCalendar():
				l.dated = append(l.dated, ev)
			default:
				l.undated = append(l.undated, ev)
			}
		}
	}
	if moved {
		// Within a day the order of telling stays.
		sorting.Stable(l.dated, func(a, b *timeline.Event) int { return dayOf(a.When.Begin()).Compare(dayOf(b.When.Begin())) })
	}
	return l
}

// mark notes on v what the reader made of its event.
func (l *lanes) mark(v *Event) {
	y := l.yours[v.ID]
	if y == nil {
		return
	}
	v.Yours = y
	if y.Date != "" && !y.Unread {
		v.DateNote = "corrected by hand; the articles: " + y.Was
		v.Inferred = false
	}
}

// readDate reads the date a reader wrote. A day without a year is of the year
// that the event had.
func readDate(words string, was dates.Value) (dates.Value, bool) {
	var about time.Time
	if was.OnCalendar() {
		about = time.Date(was.Begin().Year(), time.December, 31, 0, 0, 0, 0, time.UTC)
	}
	found := dates.Find(words, about)
	if len(found) == 0 || !found[0].Value.OnCalendar() {
		return dates.Value{}, false
	}
	group := found[:1]
	for group[0].Group != 0 && len(group) < len(found) && found[len(group)].Group == group[0].Group {
		group = found[:len(group)+1]
	}
	// "31 February 2020" is no date, though "February 2020" is one.
	last := len(group) - 1
	if rest := words[:group[0].Span.Start] + words[group[last].Span.End:]; strings.ContainsAny(rest, "0123456789") {
		return dates.Value{}, false
	}
	v := dates.Merge(group)
	return v, v.OnCalendar()
}
