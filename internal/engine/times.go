package engine

import (
	"strings"
	"time"

	"parallax/internal/dates"
	"parallax/internal/text"
)

// A timeAsked is a time that a query names in words, as in "truce october
// 2020". Writers seldom write all of it: "Monday", "on October 17". So an event
// that happened then has those words, whether its sentence does or not.
type timeAsked struct {
	words []string // folded
	value dates.Value
}

// timesAsked reads the times out of the words of a query, but not out of its
// filters and of what it does not want.
func timesAsked(query string) (times []timeAsked) {
	capitals := []byte(query) // few who search write "October"
	for i, c := range capitals {
		if 'a' <= c && c <= 'z' && (i == 0 || capitals[i-1] == ' ') {
			capitals[i] = c - 'a' + 'A'
		}
	}
	for _, m := range dates.Find(string(capitals), time.Time{}) {
		before := query[strings.LastIndexByte(query[:m.Span.Start], ' ')+1 : m.Span.Start]
		if strings.HasPrefix(before, "-") || strings.Contains(before, ":") {
			continue
		}
		t := timeAsked{value: m.Value}
		phrase := m.Span.Of(query)
		for sp, at := text.NextTerm(phrase, 0); !sp.Empty(); sp, at = text.NextTerm(phrase, at) {
			t.words = append(t.words, text.Fold(sp.Of(phrase)))
		}
		times = append(times, t)
	}
	return times
}

// holds reports whether all of an event's time lies within the one asked for.
// One without a year, "XXXX-10-26", is that day or month of any.
func (t *timeAsked) holds(when *dates.Value) bool {
	if when.Earliest.IsZero() || when.Latest.IsZero() {
		return false
	}
	if v := &t.value; !v.Earliest.IsZero() && !v.Latest.IsZero() {
		return !when.Earliest.Before(v.Earliest) && !when.Latest.After(v.Latest)
	}
	day, ok := strings.CutPrefix(t.value.TIMEX3, "XXXX")
	return ok && day != "" && strings.HasPrefix(when.Earliest.Format("-01-02"), day) &&
		strings.HasPrefix(when.Latest.Add(-1).Format("-01-02"), day)
}

// wordsOf returns the words of the query that an event has by its time.
func (m *matcher) wordsOf(when *dates.Value) (words []string) {
	for i := range m.times {
		if m.times[i].holds(when) {
			words = append(words, m.times[i].words...)
		}
	}
	return words
}
