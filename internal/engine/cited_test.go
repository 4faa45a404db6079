package engine

import (
	"testing"

	"parallax/internal/compare"
)

// Over a narrow column stand day and year; an article without a date says so.
func TestDayAndYear(t *testing.T) {
	for _, tt := range []struct {
		ref       ArticleRef
		day, year string
	}{
		{ArticleRef{Date: "26 Oct 2020"}, "26 Oct", "2020"},
		{ArticleRef{Date: "12 Mar 2026", Nth: 2}, "12 Mar", "2026 (2)"},
		{ArticleRef{Date: "no date"}, "no date", ""},
		{ArticleRef{Date: "2020"}, "2020", ""},
		{ArticleRef{Date: "2020", Nth: 3}, "2020 (3)", ""},
	} {
		if day, year := tt.ref.DayAndYear(); day != tt.day || year != tt.year {
			t.Errorf("%+v: got %q, %q, want %q, %q", tt.ref, day, year, tt.day, tt.year)
		}
	}
}

// In a list what dates share stands once, and no number of an article is lost.
func TestListedDates(t *testing.T) {
	on := func(date string, nth int) ArticleRef {
		r := ArticleRef{OutletID: "wire", Date: date, Nth: nth}
		if date != "no date" {
			r.EDTF = date
		}
		return r
	}
	for _, tt := range []struct {
		name         string
		refs         []ArticleRef
		days, months string
	}{
		{"one month", []ArticleRef{on("1 Oct 2020", 0), on("26 Oct 2020", 0)}, "1, 26 Oct 2020", "1 Oct, 26 Oct 2020"},
		{"one day", []ArticleRef{on("12 Mar 2026", 0), on("12 Mar 2026", 2)}, "12, 12 Mar 2026 (2)", "12 Mar, 12 Mar 2026 (2)"},
		{"two days of two", []ArticleRef{on("12 Mar 2026", 2), on("13 Mar 2026", 2)}, "12 (2), 13 Mar 2026 (2)", "12 Mar (2), 13 Mar 2026 (2)"},
		{"two years", []ArticleRef{on("1 Oct 2020", 0), on("19 Sep 2023", 0)}, "1 Oct 2020, 19 Sep 2023", "1 Oct 2020, 19 Sep 2023"},
		{"two outlets on one day", []ArticleRef{{OutletID: "post", Outlet: "Post", EDTF: "2020-10-01", Date: "1 Oct 2020"}, {OutletID: "wire", Outlet: "Wire", EDTF: "2020-10-01", Date: "1 Oct 2020"}}, "Post 1 Oct 2020, Wire 1 Oct 2020", "1 Oct 2020, Wire 1 Oct 2020"},
		{"no dates", []ArticleRef{on("no date", 0), on("no date", 0)}, "no date, no date", "no date, no date"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			e := &Engine{refs: tt.refs}
			tellings := make([]compare.Telling, len(tt.refs))
			for i := range tellings {
				tellings[i].Article = int32(i)
			}
			if got := e.dateList(compare.Passage{Tellings: tellings}, 0, len(tellings)); got != tt.days {
				t.Errorf("dateList: got %q, want %q", got, tt.days)
			}
			if got := e.refList(tt.refs[0], tt.refs); got != tt.months {
				t.Errorf("refList: got %q, want %q", got, tt.months)
			}
		})
	}
}
