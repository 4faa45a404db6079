package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"time"
	"unicode/utf8"

	"github.com/spf13/pflag"

	"parallax/internal/dates"
)

// datesLine is one line of input of parallax dates --jsonl.
type datesLine struct {
	Doc       json.RawMessage `json:"doc"`
	DCT       *string         `json:"dct"`       // when published, if known: the document creation time
	Published *string         `json:"published"` // another name for dct
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
	var (
		texts   []datesLine
		sources []dates.Source
		order   []int // of the answers: the text's index, -1 for a bad line
		errs    []badLine
	)
	err := scanLines(in, func(n int, line []byte) error {
		l, err := readDatesLine(line)
		if err != nil {
			order = append(order, -1)
			errs = append(errs, badLine{n, err.Error()})
			return nil
		}
		order = append(order, len(texts))
		texts = append(texts, l)
		sources = append(sources, l.source())
		return nil
	})
	if err != nil {
		return err
	}
	claims := dates.Publication(sources, true)
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	nextBad := 0
	for _, i := range order {
		var reply any
		if i < 0 {
			reply = errs[nextBad]
			nextBad++
		} else {
			reply = datesOf(texts[i], claims[i])
		}
		if err := enc.Encode(reply); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if len(errs) > 0 {
		return errReported
	}
	return nil
}

func readDatesLine(line []byte) (datesLine, error) {
	var l datesLine
	if !utf8.Valid(line) {
		return l, errors.New("the line is not UTF-8")
	}
	if err := json.Unmarshal(line, &l); err != nil {
		return l, err
	}
	if l.Text == nil {
		return l, errors.New("no text")
	}
	return l, nil
}

func (l *datesLine) source() dates.Source {
	s := dates.Source{Text: *l.Text, URL: l.URL}
	for _, given := range []*string{l.Published, l.DCT} {
		if given != nil && *given != "" {
			s.Given = *given
		}
	}
	return s
}

// datesOf answers for one text published as claimed.
func datesOf(l datesLine, c dates.Claim) datesReply {
	reply := datesReply{Doc: l.Doc, DCT: unlessEmpty(c.EDTF), Evidence: orEmpty(c.Evidence), Candidates: orEmpty(c.Candidates), Timexes: []timex{}}
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

// rfc3339 writes t, or nothing if it is zero or before Christ, which RFC 3339
// cannot say.
func rfc3339(t time.Time) string {
	if t.IsZero() || t.Year() < 0 || t.Year() > 9999 {
		return ""
	}
	return t.Format(time.RFC3339)
}
