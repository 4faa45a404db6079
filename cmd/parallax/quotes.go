package main

import (
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

// quotesLine is one line of input of parallax quotes --jsonl.
type quotesLine struct {
	Doc  json.RawMessage `json:"doc"`
	Text *string         `json:"text"`
}

// The answer of parallax quotes: offsets are bytes into the text given.
type (
	quotesReply struct {
		Doc    json.RawMessage `json:"doc,omitempty"`
		Quotes []quoteReply    `json:"quotes"`
	}
	quoteReply struct {
		Start        int32       `json:"start"`
		End          int32       `json:"end"`
		Text         string      `json:"text"`
		Type         quotes.Type `json:"type"`
		Speaker      *string     `json:"speaker"`       // null if nobody is named
		SpeakerStart *int32      `json:"speaker_start"` // the speaker as mentioned, a pronoun perhaps
		SpeakerEnd   *int32      `json:"speaker_end"`
		CueStart     *int32      `json:"cue_start"`
		CueEnd       *int32      `json:"cue_end"`
		Via          *string     `json:"via"` // null if first hand
	}
)

func runQuotes(args []string, in io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("quotes", pflag.ContinueOnError)
	lines := flags.Bool("jsonl", false, "read texts from standard input, one JSON object a line")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if *lines {
		if flags.NArg() > 0 {
			return errors.New("quotes --jsonl reads the texts from standard input and takes no collection")
		}
		return eachLine(in, out, quotesInText)
	}
	name, err := oneCollection(flags)
	if err != nil {
		return err
	}
	d, err := openDossier(name)
	if err != nil {
		return err
	}
	people := names.Collect(d)
	enc := newEncoder(out)
	for a := range d.Articles {
		id, err := json.Marshal(d.Articles[a].ID)
		if err != nil {
			return err
		}
		if err := enc.Encode(quotesOf(d, a, people, id)); err != nil {
			return err
		}
	}
	return nil
}

// quotesInText answers one line of JSONL: its text is a dossier of its own.
func quotesInText(line []byte) (any, error) {
	var l quotesLine
	if err := dossier.DecodeLine(line, &l); err != nil {
		return nil, err
	}
	if l.Text == nil {
		return nil, errors.New("no text")
	}
	if strings.TrimSpace(*l.Text) == "" {
		return quotesReply{Doc: l.Doc, Quotes: []quoteReply{}}, nil // no article, and nobody says anything
	}
	d, err := dossier.New(dossier.Pack{Articles: []dossier.Meta{{ID: "a", Text: *l.Text}}})
	if err != nil {
		return nil, err
	}
	return quotesOf(d, 0, names.Collect(d), l.Doc), nil
}

func quotesOf(d *dossier.Dossier, a int, people *names.Index, doc json.RawMessage) quotesReply {
	reply := quotesReply{Doc: doc, Quotes: []quoteReply{}}
	for _, q := range quotes.Find(d, a, people) {
		r := quoteReply{Start: q.Span.Start, End: q.Span.End, Text: q.Span.Of(d.Articles[a].Text), Type: q.Type, Speaker: orNull(q.Speaker), Via: orNull(q.Via)}
		r.SpeakerStart, r.SpeakerEnd = bounds(q.Name)
		r.CueStart, r.CueEnd = bounds(q.Cue)
		reply.Quotes = append(reply.Quotes, r)
	}
	return reply
}

// bounds returns both ends of sp, nil if it is empty.
func bounds(sp text.Span) (start, end *int32) {
	if sp.Empty() {
		return nil, nil
	}
	return &sp.Start, &sp.End
}
