package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"parallax/internal/dossier"
	"parallax/internal/engine"
	"parallax/internal/export"
	"parallax/internal/search"
	"parallax/internal/text"
	"parallax/internal/timeline"
)

// The answer of parallax timeline --format json.
type (
	timelineReply struct {
		Events  []timelineEvent `json:"events"`  // by time
		Undated []timelineEvent `json:"undated"` // by the order of telling
	}
	timelineEvent struct {
		ID           string          `json:"id"`
		EDTF         *string         `json:"edtf"`     // null without a date
		Earliest     *string         `json:"earliest"` // inclusive, RFC 3339; null if open or before Christ
		Latest       *string         `json:"latest"`   // exclusive
		After        string          `json:"after,omitempty"`
		Status       timeline.Status `json:"status"`
		Words        string          `json:"words"`
		Tellings     []timelineCell  `json:"tellings"`
		Later        []string        `json:"later"`
		NothingFound []string        `json:"nothing_found"`
	}
	// A timelineCell is one sentence that tells an event or alludes to it.
	timelineCell struct {
		Article  string         `json:"article"`
		Start    int32          `json:"start"`
		End      int32          `json:"end"`
		State    timeline.State `json:"state"`
		Date     *string        `json:"date,omitempty"` // EDTF, where it is not the event's
		SameAs   *string        `json:"same_as"`        // an earlier article, in equal or like words
		Relation string         `json:"relation,omitempty"`
	}
)

func runTimeline(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("timeline", pflag.ContinueOnError)
	format := flags.String("format", "json", "json, csv, ics, timelinejs or md")
	asJSON := flags.Bool("json", false, "the same as --format json")
	var q engine.Query
	flags.StringVar(&q.Text, "query", "", "only events told in these words")
	flags.StringVar(&q.Outlet, "outlet", "", "only those told by the outlet with this id")
	flags.StringVar(&q.Who, "who", "", "only those told with this person")
	flags.StringVar(&q.From, "from", "", "only from this day, month or year on")
	flags.StringVar(&q.To, "to", "", "only up to this day, month or year, included")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	name, err := oneCollection(flags)
	if err != nil {
		return err
	}
	if *asJSON {
		*format = "json"
	}
	known := []string{"json"}
	for _, f := range export.Files {
		known = append(known, f.Format)
	}
	if !slices.Contains(known, *format) {
		return fmt.Errorf("timeline: no format %q; there are %s", *format, strings.Join(known, ", "))
	}
	if err := checkPeriod(q.From, q.To); err != nil {
		return err
	}
	d, err := openDossier(name)
	if err != nil {
		return err
	}
	if err := checkOutlet(d, q.Outlet); err != nil {
		return err
	}
	e := engine.New(d)
	if *format != "json" {
		return export.Timeline(out, *format, e.Timeline(q, ""), d.Title)
	}
	return newEncoder(out).Encode(timelineOf(d, e, q))
}

// checkPeriod reports what is wrong with the values of --from and --to, which may
// be "".
func checkPeriod(from, to string) error {
	var ends [2]search.Period
	for i, p := range [...]struct{ flag, value string }{{"from", from}, {"to", to}} {
		var ok bool
		if ends[i], ok = search.ParseDate(p.value); !ok && p.value != "" {
			return fmt.Errorf("timeline: --%s %q is no day, month or year like 2020-10-26, 2020-10 or 2020", p.flag, p.value)
		}
	}
	if from != "" && to != "" && !ends[0].First.Before(ends[1].After) {
		return fmt.Errorf("timeline: --from %s is after --to %s", from, to)
	}
	return nil
}

// checkOutlet reports that no outlet has the id that --outlet gives, if it does.
func checkOutlet(d *dossier.Dossier, id string) error {
	var ids []string
	for _, o := range d.Outlets {
		ids = append(ids, o.ID)
	}
	switch {
	case id == "" || slices.Contains(ids, id):
		return nil
	case len(ids) == 0:
		return fmt.Errorf("timeline: no outlet %q; no article names one", id)
	}
	return fmt.Errorf("timeline: no outlet %q; there are %s", id, fewOf(ids))
}

// timelineOf lists the events that q lets through.
func timelineOf(d *dossier.Dossier, e *engine.Engine, q engine.Query) timelineReply {
	shown := map[string]bool{}
	view := e.Timeline(q, "")
	for _, g := range view.Groups {
		for _, item := range g.Items {
			if item.Event != nil {
				shown[item.Event.ID] = true
			}
		}
	}
	for _, ev := range view.Undated {
		shown[ev.ID] = true
	}
	tl := e.Events()
	lane := func(events []timeline.Event) []timelineEvent {
		list := []timelineEvent{}
		for i := range events {
			if shown[events[i].ID] {
				list = append(list, timelineEventOf(d, tl, &events[i]))
			}
		}
		return list
	}
	return timelineReply{lane(tl.Events), lane(tl.Undated)}
}

func timelineEventOf(d *dossier.Dossier, tl *timeline.Timeline, ev *timeline.Event) timelineEvent {
	tl.Relate(ev)
	out := timelineEvent{
		ID: ev.ID, EDTF: orNull(ev.When.EDTF), Earliest: orNull(rfc3339(ev.When.Earliest)), Latest: orNull(rfc3339(ev.When.Latest)),
		After: ev.After.EDTF, Status: ev.Status, Words: ev.Words.Of(d.Articles[ev.Teller].Text),
		Tellings: []timelineCell{}, Later: []string{}, NothingFound: []string{},
	}
	for _, a := range d.ByDate() {
		c := tl.Cell(ev, a)
		id := d.Articles[a].ID
		switch c.State {
		case timeline.Later:
			out.Later = append(out.Later, id)
			continue
		case timeline.NothingFound:
			out.NothingFound = append(out.NothingFound, id)
			continue
		}
		for _, n := range c.Sentences {
			sp := text.Trim(d.Articles[a].Text, d.Articles[a].Sentences[n].Span)
			cell := timelineCell{Article: id, Start: sp.Start, End: sp.End, State: c.State, Relation: string(c.Relation)}
			if c.SameAs >= 0 {
				cell.SameAs = &d.Articles[c.SameAs].ID
			}
			if c.State == timeline.LessExact || c.State == timeline.Disagree {
				cell.Date = orNull(c.When.EDTF)
			}
			out.Tellings = append(out.Tellings, cell)
		}
	}
	return out
}
