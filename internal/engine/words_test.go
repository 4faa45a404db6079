package engine

import (
	"testing"
	"time"

	"parallax/internal/dates"
)

// The day of a dateline is told though nothing tells its year.
func TestClaimDate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"HALSUND, March 17. /ABC/. The ferry ran aground.", "17 Mar, no year"},
		{"HALSUND, March 17, 2026. /ABC/. The ferry ran aground.", "17 Mar 2026"},
		{"The ferry ran aground.", "no date"},
	} {
		got, _ := claimDate(dates.Publication([]dates.Source{{Text: tt.text}}, false)[0])
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// A date is said as its words had it: what they give as a limit is none of the
// time itself, and a week is a moment within it.
func TestEventDate(t *testing.T) {
	published := time.Date(2024, time.March, 19, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct{ text, want string }{
		{"The beaches would be clean before Easter.", "before 31 March 2024"},
		{"All were taken off by 9 a.m. on March 12.", "by 12 March 2024, 09:00"},
		{"The checks are to be finished by the end of April.", "by the end of April 2024"},
		{"He would invite both sides again before the end of the week.", "before the end of the week of 18 March 2024"},
		{"It was to end by the end of the 1990s.", "by the end of the 1990s"},
		{"The work must be done no later than Friday.", "by 22 March 2024"},
		{"He was replaced by Monday's winner.", "18 March 2024"},
		{"The work began in early 2019.", "early 2019"},
		{"The ships will sail by the middle of 2028.", "by mid 2028"},
		{"He said so last week.", "week of 11 March 2024"},
		{"He said so last weekend.", "weekend of 16–17 March 2024"},
		{"They were shut until May 1994.", "until May 1994"},
	} {
		t.Run(tt.text, func(t *testing.T) {
			for _, m := range dates.Find(tt.text, published) {
				if got := eventDate(m.Value); m.Value.OnCalendar() && got != tt.want {
					t.Errorf("got %q, want %q", got, tt.want)
				}
			}
		})
	}
}
