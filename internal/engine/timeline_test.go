package engine

import (
	"slices"
	"testing"
	"time"

	"parallax/internal/dossier"
)

// all lists the events of a timeline, undated ones last.
func (t *Timeline) all() []Event {
	var out []Event
	for _, g := range t.Groups {
		for _, item := range g.Items {
			if item.Event != nil {
				out = append(out, *item.Event)
			}
		}
	}
	return append(out, t.Undated...)
}

func (t *Timeline) find(id string) (Event, int) {
	events := t.all()
	n := slices.IndexFunc(events, func(ev Event) bool { return ev.ID == id })
	if n < 0 {
		return Event{}, -1
	}
	return events[n], n
}

func TestCorrections(t *testing.T) {
	e := karabakh(t)
	begins := map[string]time.Time{} // by event
	for _, ev := range e.Events().Events {
		begins[ev.ID] = dayOf(ev.When.Begin())
	}
	plain := e.Timeline(Query{}, "")
	var truce, undated Event
	for _, ev := range plain.all() {
		if ev.EDTF == "2020-10-09" {
			truce = ev
		}
	}
	if len(plain.Undated) == 0 || truce.ID == "" {
		t.Fatal("no event of 9 October, or no undated one")
	}
	undated = plain.Undated[0]
	for _, tt := range []struct {
		name       string
		event      Event
		correction Correction
		edtf, date string
		unread     bool
		hidden     bool
	}{
		{"another day", truce, Correction{Date: "14 October 2020"}, "2020-10-14", "14 October 2020", false, false},
		{"a day of the same year", truce, Correction{Date: "14 October"}, "2020-10-14", "14 October 2020", false, false},
		{"as ISO writes it", truce, Correction{Date: "2020-10-14"}, "2020-10-14", "14 October 2020", false, false},
		{"a month", truce, Correction{Date: "November 2020"}, "2020-11", "November 2020", false, false},
		{"a year", truce, Correction{Date: "2019"}, "2019", "2019", false, false},
		{"an undated one gets a date", undated, Correction{Date: "28 September 2020"}, "2020-09-28", "28 September 2020", false, false},
		{"no date", truce, Correction{Date: "when it rained"}, "2020-10-09", "9 October 2020", true, false},
		{"no such day", truce, Correction{Date: "31 February 2020"}, "2020-10-09", "9 October 2020", true, false},
		{"hidden", truce, Correction{Hidden: true}, "2020-10-09", "9 October 2020", false, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := tt.correction
			c.Event = tt.event.ID
			got := e.Timeline(Query{}, "", c, Correction{Event: "no such event", Date: "1999"})
			ev, at := got.find(tt.event.ID)
			if tt.hidden {
				if at >= 0 || len(got.Hidden) != 1 || got.Hidden[0].ID != tt.event.ID {
					t.Fatalf("hidden event at %d, hidden %d", at, len(got.Hidden))
				}
				ev = got.Hidden[0]
			} else if at < 0 {
				t.Fatal("the event is gone")
			}
			if ev.EDTF != tt.edtf || ev.Date != tt.date {
				t.Errorf("got %s, %s, want %s, %s", ev.EDTF, ev.Date, tt.edtf, tt.date)
			}
			if ev.Yours == nil || ev.Yours.Was != tt.event.Date || ev.Yours.Unread != tt.unread {
				t.Errorf("not shown as the reader's: %+v", ev.Yours)
			}
			if !slices.IsSortedFunc(got.all()[:len(got.all())-len(got.Undated)], func(a, b Event) int {
				if a.Yours != nil || b.Yours != nil {
					return 0
				}
				return begins[a.ID].Compare(begins[b.ID])
			}) {
				t.Error("the other events are out of order")
			}
		})
	}
	again := e.Timeline(Query{}, "")
	if ev, _ := again.find(truce.ID); ev.EDTF != truce.EDTF || ev.Yours != nil {
		t.Errorf("a correction taken back left %+v", ev)
	}
}

// TestTheRestStaysInOrder moves one event; the others keep the order of telling.
func TestTheRestStaysInOrder(t *testing.T) {
	e := karabakh(t)
	ids := func(tl Timeline, but string) []string {
		var out []string
		for _, ev := range tl.all() {
			if ev.ID != but {
				out = append(out, ev.ID)
			}
		}
		return out
	}
	plain := e.Timeline(Query{}, "")
	moved := plain.all()[3].ID
	got := e.Timeline(Query{}, "", Correction{Event: moved, Date: "11 October 2020"})
	if !slices.Equal(ids(got, moved), ids(plain, moved)) {
		t.Errorf("got %q\nwant %q", ids(got, moved), ids(plain, moved))
	}
}

// TestCorrectedEventMoves puts the first event last.
func TestCorrectedEventMoves(t *testing.T) {
	e := karabakh(t)
	plain := e.Timeline(Query{}, "")
	first := plain.all()[0]
	got := e.Timeline(Query{}, "", Correction{Event: first.ID, Date: "1 January 2024"})
	if _, at := got.find(first.ID); at != len(got.all())-len(got.Undated)-1 {
		t.Errorf("it stands at %d of %d", at, len(got.all()))
	}
}

// A heading is no more exact than what stands under it: a year is not its
// January.
func TestHeadingsKeepPrecision(t *testing.T) {
	e := karabakh(t)
	for _, tt := range []struct{ from, to, want string }{
		{"2020-10-09", "2020-10-31", "1992"}, // "since 1992"
		{"2014-01-01", "2014-12-31", "1992 to 2014"},
		{"2020-10-09", "2020-10-31", "October 2020"},
		{"", "", "1988 to July 2020"},
	} {
		var headings []string
		for _, g := range e.Timeline(Query{From: tt.from, To: tt.to}, "").Groups {
			headings = append(headings, g.Heading)
		}
		if !slices.Contains(headings, tt.want) {
			t.Errorf("from %s to %s: the headings are %q, want one %q", tt.from, tt.to, headings, tt.want)
		}
	}
}

// The table of who reports what has no publications, and on request only what
// several articles tell.
func TestEventsOnly(t *testing.T) {
	e := karabakh(t)
	listed := func(clock string) (events, publications int, shared bool) {
		tl := e.Timeline(Query{}, clock)
		shared = true
		for _, g := range tl.Groups {
			for _, item := range g.Items {
				if item.Published != nil {
					publications++
				}
			}
		}
		for _, ev := range tl.all() {
			events++
			told := 0
			for _, c := range ev.Cells {
				if !c.Sign.Untold() {
					told++
				}
			}
			shared = shared && told > 1
		}
		if tl.Of != events+publications {
			t.Errorf("%s: %d entries are counted, %d listed", clock, tl.Of, events+publications)
		}
		return events, publications, shared
	}
	all, articles, _ := listed("")
	if articles == 0 {
		t.Error("no publication on the timeline")
	}
	if events, publications, _ := listed(EventsOnly); events != all || publications != 0 {
		t.Errorf("%d events and %d publications, want %d and none", events, publications, all)
	}
	if events, publications, shared := listed(SharedOnly); !shared || events == 0 || events >= all || publications != 0 {
		t.Errorf("%d events and %d publications, all shared: %v", events, publications, shared)
	}
}

// A publication on the timeline says who wrote the article and its address.
func TestPublicationsAreSourced(t *testing.T) {
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{
		{ID: "a", Published: "2024-03-12", Author: "Jana Kolb", URL: "https://example.org/a", Text: "Ferry aground\n\nThe ferry ran aground on 11 March 2024."},
	}})
	if err != nil {
		t.Fatal(err)
	}
	e := New(d)
	for _, clock := range []string{"", publishedClock} {
		for _, g := range e.Timeline(Query{}, clock).Groups {
			for _, item := range g.Items {
				if ref := item.Published; ref != nil && (ref.Author != "Jana Kolb" || ref.URL != "https://example.org/a") {
					t.Errorf("clock %q: %+v", clock, ref)
				}
			}
		}
	}
}

// The table of some articles has their columns and their events only, and what
// several tell is told by several of these.
func TestTimelineOfChosenArticles(t *testing.T) {
	e := karabakh(t)
	all := e.order
	only := e.refs[all[0]].ID + "," + e.refs[all[1]].ID
	some := e.Timeline(Query{Only: only}, EventsOnly)
	if len(some.Articles) != 2 || some.Articles[0].ID+","+some.Articles[1].ID != only {
		t.Fatalf("columns %v, want %s", some.Articles, only)
	}
	told := func(ev Event) (n int) {
		for _, c := range ev.Cells {
			if !c.Sign.Untold() {
				n++
			}
		}
		return n
	}
	for _, ev := range some.all() {
		if told(ev) == 0 {
			t.Errorf("%s %s is told by none of the two", ev.Date, ev.Words)
		}
	}
	both := e.Timeline(Query{Only: only}, SharedOnly)
	shared := both.all()
	if len(shared) == 0 || len(shared) >= len(some.all()) {
		t.Errorf("%d of %d events are told by both", len(shared), len(some.all()))
	}
	for _, ev := range shared {
		if told(ev) < 2 {
			t.Errorf("%s %s is not told by both", ev.Date, ev.Words)
		}
	}
}
