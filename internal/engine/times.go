package engine

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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
	var b strings.Builder
	for _, w := range strings.Fields(query) {
		if w[0] == '-' || strings.Contains(w, ":") {
			continue
		}
		// Few who search write a month with a capital letter.
		r, n := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(r))
		b.WriteString(w[n:] + " ")
	}
	s := b.String()
	for _, m := range dates.Find(s, time.Time{}) {
		t := timeAsked{value: m.Value}
		phrase := m.Span.Of(s)
		for at := 0; ; {
			sp, next := text.NextTerm(phrase, at)
			if sp.Empty() {
				break
			}
			t.words = append(t.words, text.Fold(sp.Of(phrase)))
			at = next
		}
		times = append(times, t)
	}
	return times
}

// holds reports whether all of an event's time lies within the one asked for.
// One without a year, "XXXX-10-26", is that day or month of any.
func (t timeAsked) holds(when dates.Value) bool {
	if when.Earliest.IsZero() || when.Latest.IsZero() {
		return false
	}
	if v := t.value; !v.Earliest.IsZero() && !v.Latest.IsZero() {
		return !when.Earliest.Before(v.Earliest) && !when.Latest.After(v.Latest)
	}
	day, ok := strings.CutPrefix(t.value.TIMEX3, "XXXX")
	return ok && strings.HasPrefix(when.Earliest.Format("-01-02"), day) &&
		strings.HasPrefix(when.Latest.Add(-1).Format("-01-02"), day)
}

// wordsOf returns the words of the query that an event has by its time.
func (m *matcher) wordsOf(when dates.Value) (words []string) {
	for _, t := range m.times {
		if t.holds(when) {
			for _, w := range t.words {
				if !slices.Contains(words, w) {
					words = append(words, w)
				}
			}
		}
	}
	return words
}
