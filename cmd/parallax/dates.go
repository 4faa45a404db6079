package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/pflag"

	"parallax/internal/dates"
	"parallax/internal/dossier"
)

// datesLine is one line of input of parallax dates --jsonl.
type datesLine struct {
	Doc       json.RawMessage `json:"doc"`
	DCT       string          `json:"dct"`       // when published, if known: the document creation time
	Published string          `json:"published"` // another name for dct
	URL       string          `json:"url"`
	Text      *string         `json:"text"`
}

// The answer of parallax dates: offsets are bytes into the text given. What is
// not known is null or left out.
type (
	datesReply struct {
		Doc        json.RawMessage `json:"doc,omitempty"`
		DCT        *string         `json:"dct"` // EDTF
		Evidence   []string        `json:"dct_evidence"`
		Candidates []string        `json:"dct_candidates"`
		Timexes    []timex         `json:"timexes"`
	}
	timex struct {
		Start    int32      `json:"start"`
		End      int32      `json:"end"`
		Text     string     `json:"text"`
		Type     dates.Type `json:"type"`
		Value    string     `json:"value"`
		Mod      string     `json:"mod,omitempty"`
		EDTF     string     `json:"edtf,omitempty"`
		Earliest string     `json:"earliest,omitempty"` // inclusive, RFC 3339
		Latest   string     `json:"latest,omitempty"`   // exclusive, RFC 3339
		UTC      string     `json:"utc,omitempty"`
		Group    int32      `json:"group,omitempty"`
		Anchor   string     `json:"anchor,omitempty"`
		Rule     string     `json:"rule"`
	}
)

func runDates(args []string, in io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("dates", pflag.ContinueOnError)
	lines := flags.Bool("jsonl", false, "read texts from standard input, one JSON object a line")
	together := flags.Bool("together", false, "let the texts date one another")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if !*lines || flags.NArg() > 0 {
		return errors.New("dates reads its texts from standard input: parallax dates --jsonl [--together]")
	}
	if *together {
		return datesTogether(in, out)
	}
	return eachLine(in, out, func(line []byte) (any, error) {
		l, err := readDatesLine(line)
		if err != nil {
			return nil, err
		}
		return datesOf(l, dates.Publication([]dates.Source{l.source()}, false)[0]), nil
	})
}

// datesTogether reads all texts before it answers, so that they can date one
// another.
func datesTogether(in io.Reader, out io.Writer) error {
	all, err := io.ReadAll(in)
	if err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	var sources []dates.Source // of the lines that can be read
	err = scanLines(bytes.NewReader(all), func(_ int, line []byte) error {
		if l, err := readDatesLine(line); err == nil {
			sources = append(sources, l.source())
		}
		return nil
	})
	if err != nil {
		return err
	}
	claims := dates.Publication(sources, true)
	return eachLine(bytes.NewReader(all), out, func(line []byte) (any, error) {
		l, err := readDatesLine(line)
		if err != nil {
			return nil, err
		}
		claim := claims[0]
		claims = claims[1:]
		return datesOf(l, claim), nil
	})
}

func readDatesLine(line []byte) (datesLine, error) {
	var l datesLine
	if err := dossier.DecodeLine(line, &l); err != nil {
		return l, err
	}
	if l.Text == nil {
		return l, errors.New("no text")
	}
	return l, nil
}

func (l *datesLine) source() dates.Source {
	return dates.Source{Text: *l.Text, URL: l.URL, Given: cmp.Or(l.DCT, l.Published)}
}

// datesOf answers for one text published as claimed.
func datesOf(l datesLine, c dates.Claim) datesReply {
	reply := datesReply{Doc: l.Doc, DCT: orNull(c.EDTF), Evidence: orEmpty(c.Evidence), Candidates: orEmpty(c.Candidates), Timexes: []timex{}}
	for _, m := range dates.Find(*l.Text, c.Day()) {
		v := m.Value
		reply.Timexes = append(reply.Timexes, timex{
			Start: m.Span.Start, End: m.Span.End, Text: m.Span.Of(*l.Text),
			Type: m.Type, Value: v.TIMEX3, Mod: v.Mod, EDTF: v.EDTF,
			Earliest: wallClock(v.Earliest, v.Zone), Latest: wallClock(v.Latest, v.Zone), UTC: rfc3339(v.UTC),
			Group: m.Group, Anchor: m.Anchor, Rule: m.Rule,
		})
	}
	return reply
}

// wallClock writes the time t that clocks show where their offset is zone, as
// EDTF writes it; an unknown zone counts as UTC.
func wallClock(t time.Time, zone string) string {
	s := rfc3339(t)
	if s == "" || zone == "" {
		return s
	}
	return s[:len(s)-len("Z")] + zone
}
