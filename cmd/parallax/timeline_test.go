package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"parallax/data"
	"parallax/internal/dossier"
)

func timelineOutput(t *testing.T, args ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := runTimeline(args, nil, &out); err != nil {
		t.Fatalf("timeline %s: %v", strings.Join(args, " "), err)
	}
	return out.Bytes()
}

func readTimeline(t *testing.T, args ...string) timelineReply {
	t.Helper()
	var reply timelineReply
	dec := json.NewDecoder(bytes.NewReader(timelineOutput(t, args...)))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&reply); err != nil {
		t.Fatal(err)
	}
	return reply
}

// TestTimelineJSON holds the five articles to what the fields promise: every
// article once for each event, offsets of sentences, times that agree.
func TestTimelineJSON(t *testing.T) {
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	reply := readTimeline(t)
	if len(reply.Events) == 0 || len(reply.Undated) == 0 {
		t.Fatalf("%d events and %d undated ones", len(reply.Events), len(reply.Undated))
	}
	before := time.Time{}
	for _, ev := range append(reply.Events, reply.Undated...) {
		seen := map[string]bool{}
		for _, c := range ev.Tellings {
			seen[c.Article] = true
			a, ok := d.Find(c.Article)
			if !ok {
				t.Fatalf("%s: no article %s", ev.ID, c.Article)
			}
			sentence := d.Articles[a].Text[c.Start:c.End]
			if sentence == "" || sentence != strings.TrimSpace(sentence) {
				t.Errorf("%s: sentence %q", ev.ID, sentence)
			}
			if c.SameAs != nil && !seen[*c.SameAs] {
				t.Errorf("%s: %s repeats %s, which does not stand before it", ev.ID, c.Article, *c.SameAs)
			}
		}
		for _, id := range append(ev.Later, ev.NothingFound...) {
			if seen[id] {
				t.Errorf("%s: %s tells it and does not", ev.ID, id)
			}
			seen[id] = true
		}
		if len(seen) != len(d.Articles) {
			t.Errorf("%s: %d articles, want %d", ev.ID, len(seen), len(d.Articles))
		}
		if ev.Words == "" {
			t.Errorf("%s: no heading", ev.ID)
		}
	}
	for _, ev := range reply.Undated {
		if ev.EDTF != nil || ev.Earliest != nil || ev.Latest != nil {
			t.Errorf("%s is undated and has a date", ev.ID)
		}
	}
	for _, ev := range reply.Events {
		if ev.EDTF == nil || ev.Earliest == nil {
			t.Fatalf("%s has no date", ev.ID)
		}
		first, err := time.Parse(time.RFC3339, *ev.Earliest)
		if err != nil {
			t.Fatal(err)
		}
		if first.Truncate(24 * time.Hour).Before(before) {
			t.Errorf("%s of %s stands after %s", ev.ID, *ev.Earliest, before.Format(time.RFC3339))
		}
		before = first.Truncate(24 * time.Hour)
		if ev.Latest != nil {
			if after, err := time.Parse(time.RFC3339, *ev.Latest); err != nil || !after.After(first) {
				t.Errorf("%s runs from %s to %s: %v", ev.ID, *ev.Earliest, *ev.Latest, err)
			}
		}
	}
}

func TestTimelineFilters(t *testing.T) {
	all := readTimeline(t)
	for _, tt := range []struct {
		name string
		args []string
		some func(timelineEvent) bool
	}{
		{"from", []string{"--from", "2020-10-15"}, func(e timelineEvent) bool { return e.Latest == nil || *e.Latest > "2020-10-15" }},
		{"from and to in one year", []string{"--from", "2020-10", "--to", "2020"}, func(e timelineEvent) bool { return e.Latest == nil || *e.Latest > "2020-10" }},
		{"to", []string{"--to=1994"}, func(e timelineEvent) bool { return *e.Earliest < "1995" }},
		{"outlet", []string{"--outlet", "unidentified"}, func(e timelineEvent) bool { return len(e.Tellings) > 0 }},
		{"words", []string{"--query", "truce"}, func(e timelineEvent) bool { return len(e.Tellings) > 0 }},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := readTimeline(t, tt.args...)
			if n := len(got.Events); n == 0 || n >= len(all.Events) {
				t.Fatalf("%d of %d events", n, len(all.Events))
			}
			for _, ev := range got.Events {
				if !tt.some(ev) {
					t.Errorf("%s of %s got through", ev.ID, *ev.EDTF)
				}
			}
		})
	}
}

// TestTimelineFormats reads each format back by its own rules; what stands in
// it is tested where it is written.
func TestTimelineFormats(t *testing.T) {
	events := len(readTimeline(t).Events)
	rows, err := csv.NewReader(bytes.NewReader(timelineOutput(t, "--format", "csv"))).ReadAll()
	if err != nil || len(rows) <= events {
		t.Errorf("csv: %d rows for %d events: %v", len(rows), events, err)
	}
	var slides struct {
		Events []struct {
			Start struct{ Year int } `json:"start_date"`
		}
	}
	if err := json.Unmarshal(timelineOutput(t, "--format", "timelinejs"), &slides); err != nil || len(slides.Events) < events {
		t.Errorf("timelinejs: %d slides for %d events: %v", len(slides.Events), events, err)
	}
	for _, s := range slides.Events {
		if s.Start.Year < 1900 {
			t.Errorf("timelinejs: a slide of the year %d", s.Start.Year)
		}
	}
	ics := string(timelineOutput(t, "--format", "ics"))
	if !strings.HasPrefix(ics, "BEGIN:VCALENDAR\r\n") || strings.Count(ics, "BEGIN:VEVENT\r\n") < events {
		t.Errorf("ics: %d entries for %d events", strings.Count(ics, "BEGIN:VEVENT"), events)
	}
	if md := string(timelineOutput(t, "--format", "md")); !strings.HasPrefix(md, "# ") || strings.Count(md, "\n- **") < events {
		t.Errorf("md: %d entries for %d events", strings.Count(md, "\n- **"), events)
	}
	if a, b := timelineOutput(t), timelineOutput(t); !bytes.Equal(a, b) {
		t.Error("two runs differ")
	}
}

func TestTimelineRefuses(t *testing.T) {
	for _, tt := range []struct {
		name string
		args []string
		want string
	}{
		{"format", []string{"--format", "docx"}, `timeline: no format "docx"; there are json, csv, md, ics, timelinejs`},
		{"day", []string{"--from", "31 October"}, `timeline: --from "31 October" is no day, month or year like 2020-10-26, 2020-10 or 2020`},
		{"an end before the beginning", []string{"--from", "2021-01-01", "--to", "2020"}, `timeline: --from 2021-01-01 is after --to 2020`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := runTimeline(tt.args, nil, &out); err == nil || err.Error() != tt.want {
				t.Errorf("got %v, want %s", err, tt.want)
			}
			if out.Len() > 0 {
				t.Errorf("wrote %q all the same", out.String())
			}
		})
	}
}
