package timeline

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"parallax/data"
	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/golden"
	"parallax/internal/names"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

// The bars of the five articles: of 19 events, 19 statuses and 95 cells.
const (
	fewestEvents   = 18
	fewestStatuses = 17
	fewestCells    = 92
)

// goldEvent is a line of events-karabakh.jsonl.
type goldEvent struct {
	EDTF, Lane, Status, Gloss string
	Cells                     map[string]struct {
		State State
		Spans [][2]int32
	}
}

func readGold(t testing.TB) []goldEvent {
	t.Helper()
	raw, err := os.ReadFile("../../data/gold/events-karabakh.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []goldEvent
	sc := bufio.NewScanner(bytes.NewReader(raw))
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		var v goldEvent
		if err := json.Unmarshal(sc.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		out = append(out, v)
	}
	return out
}

// karabakh is the five articles as the reader opens them.
func karabakh(t testing.TB) *dossier.Dossier {
	t.Helper()
	pack, err := data.Pack()
	if err != nil {
		t.Fatal(err)
	}
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// dated makes a dossier whose articles were published on the given days.
func dated(t testing.TB, pack dossier.Pack, published ...string) *dossier.Dossier {
	t.Helper()
	d, err := dossier.New(pack)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range published {
		first, err := time.Parse(time.DateOnly, p)
		if err != nil {
			t.Fatal(err)
		}
		a := &d.Articles[i]
		a.Published = dates.Claim{EDTF: p, Earliest: first, Latest: first.AddDate(0, 0, 1)}
	}
	return d
}

// build reads the timeline of d as the engine does.
func build(d *dossier.Dossier) *Timeline {
	people := names.Collect(d)
	b := NewBuilder(d)
	for a := range d.Articles {
		b.Read(a, quotes.Find(d, a, people))
	}
	for b.Merge() {
	}
	tl := b.Build(compare.New(d, people))
	for _, events := range [][]Event{tl.Events, tl.Undated} {
		for i := range events {
			tl.Relate(&events[i])
		}
	}
	return tl
}

// bare is an EDTF date without qualifiers and seconds.
func bare(edtf string) string {
	return strings.ReplaceAll(strings.Trim(edtf, "~?%"), ":00+", "+")
}

func overlaps(d *dossier.Dossier, c Cell, spans [][2]int32) bool {
	for _, n := range c.Sentences {
		for _, sp := range spans {
			if d.Articles[c.Article].Sentences[n].Span.Overlaps(text.Span{Start: sp[0], End: sp[1]}) {
				return true
			}
		}
	}
	return false
}

// find returns the event that is g: of its time, told in one of its sentences.
func (g goldEvent) find(d *dossier.Dossier, tl *Timeline, number map[string]int) *Event {
	events := tl.Events
	if g.Lane == "undated" {
		events = tl.Undated
	}
	var best *Event
	most := 0
	for i := range events {
		ev := &events[i]
		if g.Lane == "" && bare(ev.When.EDTF) != bare(g.EDTF) {
			continue
		}
		hits := 0
		for id, want := range g.Cells {
			c := tl.Cell(ev, number[id])
			if want.State == Told && c.State == Told && overlaps(d, c, want.Spans) {
				hits += 2
			}
		}
		if hits > 0 && string(ev.Status) == g.Status {
			hits++
		}
		if hits > most {
			best, most = ev, hits
		}
	}
	return best
}

func TestGold(t *testing.T) {
	d := karabakh(t)
	tl := build(d)
	number := map[string]int{}
	for i, a := range d.Articles {
		number[a.File[:3]] = i
	}
	var b strings.Builder
	var events, found, statuses, cells, right, undated, undatedFound int
	taken := map[string]bool{}
	for _, g := range readGold(t) {
		ev := g.find(d, tl, number)
		if ev != nil {
			taken[ev.ID] = true
		}
		if g.Lane == "undated" {
			undated++
			if ev != nil {
				undatedFound++
			} else {
				fmt.Fprintf(&b, "missed\tundated\t%s\n", g.Gloss)
			}
			continue
		}
		events++
		cells += len(d.Articles)
		if ev == nil {
			fmt.Fprintf(&b, "missed\t%s\t%s\n", g.EDTF, g.Gloss)
			continue
		}
		merged := true
		for i, a := range d.Articles {
			want, c := g.Cells[a.File[:3]], tl.Cell(ev, i)
			tells := func(s State) bool { return s == Told || s == LessExact }
			ok := c.State == want.State && (len(want.Spans) == 0 || overlaps(d, c, want.Spans))
			merged = merged && tells(c.State) == tells(want.State)
			if ok {
				right++
				continue
			}
			fmt.Fprintf(&b, "cell\t%s\t%s\t%s: %s, want %s\n", g.EDTF, g.Gloss, a.File[:3], c.State, want.State)
			if c.State == NothingFound && want.State == Told {
				t.Errorf("%s %s: nothing found in %s, which tells it", g.EDTF, g.Gloss, a.File[:3])
			}
		}
		if merged {
			found++
		} else {
			fmt.Fprintf(&b, "merge\t%s\t%s\n", g.EDTF, g.Gloss)
		}
		if string(ev.Status) == g.Status {
			statuses++
		} else {
			fmt.Fprintf(&b, "status\t%s\t%s: %s, want %s\n", g.EDTF, g.Gloss, ev.Status, g.Status)
		}
	}
	for _, lane := range [][]Event{tl.Events, tl.Undated} {
		for _, ev := range lane {
			if !taken[ev.ID] {
				fmt.Fprintf(&b, "more\t%s\t%s\t%q\n", ev.When.EDTF, ev.Status, ev.Words.Of(d.Articles[ev.Teller].Text))
			}
		}
	}
	summary := fmt.Sprintf("events-karabakh\nfound and merged right\t%d of %d\nstatus\t%d of %d\ncells\t%d of %d\nundated\t%d of %d\n",
		found, events, statuses, events, right, cells, undatedFound, undated)
	golden.Check(t, "scores.txt", summary+b.String())
	if found < fewestEvents || statuses < fewestStatuses || right < fewestCells {
		t.Errorf("below the mark:\n%s", summary)
	}
}

// TestHeadings keeps what the events of the five articles and of those written
// for this test are headed by, for a person to judge.
func TestHeadings(t *testing.T) {
	golden.Check(t, "headings.txt", headings(karabakh(t)))
	golden.Check(t, "written.txt", headings(written(t)))
}

// written are the articles of testdata/written.
func written(t *testing.T) *dossier.Dossier {
	t.Helper()
	var rows [][2]string
	for _, article := range [...]struct{ name, published string }{
		{"a_ferry", "2019-03-12"},
		{"b_ferry", "2019-03-12"},
		{"c_ruling", "2018-11-06"},
		{"d_election", "2022-10-03"},
		{"e_vaccine", "2022-10-04"},
	} {
		b, err := os.ReadFile(filepath.Join("testdata", "written", article.name+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, [2]string{article.published, string(b)})
	}
	return news(t, rows...)
}

func headings(d *dossier.Dossier) string {
	tl := build(d)
	var b strings.Builder
	for _, lane := range [][]Event{tl.Events, tl.Undated} {
		for _, ev := range lane {
			var clocks []string
			for _, sp := range ev.Clocks {
				clocks = append(clocks, sp.Of(d.Articles[ev.Teller].Text))
			}
			fmt.Fprintf(&b, "%s\t%s\t%s\t%d told, %d wordings\t%q\n", ev.When.EDTF, ev.Status,
				strings.Join(clocks, " = "), ev.Told, ev.Wordings, ev.Words.Of(d.Articles[ev.Teller].Text))
		}
	}
	return b.String()
}

// TestSameEveryTime builds the timeline twice, and with the articles the other
// way round: the events are the same.
func TestSameEveryTime(t *testing.T) {
	d := karabakh(t)
	want := sketch(d, build(d))
	if got := sketch(d, build(d)); !slices.Equal(got, want) {
		t.Errorf("the second time\n got %q\nwant %q", got, want)
	}
	slices.Reverse(d.Articles)
	if got := sketch(d, build(d)); !slices.Equal(got, want) {
		t.Errorf("with the articles reversed\n got %q\nwant %q", got, want)
	}
}

// TestIDs makes sure that no two events have one id.
func TestIDs(t *testing.T) {
	tl := build(karabakh(t))
	seen := map[string]bool{}
	for _, lane := range [][]Event{tl.Events, tl.Undated} {
		for _, ev := range lane {
			if seen[ev.ID] {
				t.Errorf("two events have the id %s", ev.ID)
			}
			seen[ev.ID] = true
		}
	}
}

// sketch writes events with the ids of the articles that tell them.
func sketch(d *dossier.Dossier, tl *Timeline) []string {
	var out []string
	for _, lane := range [][]Event{tl.Events, tl.Undated} {
		for i := range lane {
			ev := &lane[i]
			line := ev.ID + " " + ev.When.EDTF + " " + string(ev.Status)
			for _, a := range d.ByDate() {
				line += " " + d.Articles[a].ID + "=" + string(tl.Cell(ev, a).State)
			}
			out = append(out, line)
		}
	}
	return out
}
