package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/pflag"

	"parallax/internal/dates"
	"parallax/internal/dossier"
)

// The reply of parallax check --json.
type (
	checkReply struct {
		Articles []checkedArticle `json:"articles"`
	}
	checkedArticle struct {
		ID        string          `json:"id"`
		File      string          `json:"file,omitempty"`
		Outlet    string          `json:"outlet,omitempty"` // its name
		Title     string          `json:"title"`
		Published checkedClaim    `json:"published"`
		Parts     []checkedPart   `json:"parts"`
		Defects   []checkedDefect `json:"defects"`
	}
	checkedClaim struct {
		EDTF         *string  `json:"edtf"` // null if no date is supported
		Evidence     []string `json:"evidence"`
		Candidates   []string `json:"candidates"`
		BorrowedFrom []string `json:"borrowed_from"` // ids
		Circular     bool     `json:"circular,omitempty"`
	}
	checkedPart struct {
		Kind  string `json:"kind"`
		Start int32  `json:"start"`
		End   int32  `json:"end"`
	}
	checkedDefect struct {
		Start int32  `json:"start"`
		End   int32  `json:"end"`
		What  string `json:"what"`
	}
)

// check explains what was understood of a dossier.
func check(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("check", pflag.ContinueOnError)
	asJSON := flags.Bool("json", false, "one JSON object")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	name, err := oneCollection(flags)
	if err != nil {
		return err
	}
	pack, err := openPack(name)
	if err != nil {
		return err
	}
	d, err := dossier.New(pack)
	if err != nil {
		return err
	}
	if *asJSON {
		return newEncoder(out).Encode(checked(d))
	}
	if err := explain(d, out); err != nil {
		return err
	}
	_, err = io.WriteString(out, notRead(name, pack))
	return err
}

func checked(d *dossier.Dossier) checkReply {
	reply := checkReply{Articles: []checkedArticle{}}
	for i, a := range d.Articles {
		c := checkedArticle{
			ID: a.ID, File: a.File, Outlet: d.Outlet(i).Name, Title: a.Title,
			Published: checkedClaim{
				EDTF:         orNull(a.Published.EDTF),
				Evidence:     orEmpty(a.Published.Evidence),
				Candidates:   orEmpty(a.Published.Candidates),
				BorrowedFrom: []string{},
				Circular:     a.Published.Circular,
			},
			Parts:   []checkedPart{},
			Defects: []checkedDefect{},
		}
		for _, j := range a.Published.Borrowed {
			c.Published.BorrowedFrom = append(c.Published.BorrowedFrom, d.Articles[j].ID)
		}
		for _, p := range a.Parts {
			c.Parts = append(c.Parts, checkedPart{p.Kind.String(), p.Span.Start, p.Span.End})
		}
		for _, f := range a.Defects() {
			c.Defects = append(c.Defects, checkedDefect{f.Span.Start, f.Span.End, f.What})
		}
		reply.Articles = append(reply.Articles, c)
	}
	return reply
}

// explain writes the same in words.
func explain(d *dossier.Dossier, out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s%s\n", d.Title, count(len(d.Articles), "article"), byOutlets(len(d.Outlets)))
	if d.Limits != "" {
		fmt.Fprintf(&b, "Limits: %s\n", d.Limits)
	}
	dated, damaged := 0, 0
	for i, a := range d.Articles {
		outlet := "no outlet"
		if o := d.Outlet(i); o.ID != "" {
			outlet = o.Name
			if o.Kind != "" {
				outlet += " (" + o.Kind + ")"
			}
		}
		fmt.Fprintf(&b, "\n%s\n  %s, ", a.Title, outlet)
		if a.File != "" {
			fmt.Fprintf(&b, "%s, ", a.File)
		}
		fmt.Fprintf(&b, "id %s\n", a.ID)
		explainDate(&b, d, a.Published)
		explainParts(&b, a)
		for _, f := range a.Defects() {
			fmt.Fprintf(&b, "  damaged: %q at byte %d: %s\n", f.Span.Of(a.Text), f.Span.Start, f.What)
		}
		if a.Published.EDTF != "" {
			dated++
		}
		if len(a.Defects()) > 0 {
			damaged++
		}
	}
	fmt.Fprintf(&b, "\nOf %s, %d dated, %d with damaged text.\n", count(len(d.Articles), "article"), dated, damaged)
	_, err := io.WriteString(out, b.String())
	return err
}

func explainDate(b *strings.Builder, d *dossier.Dossier, c dates.Claim) {
	switch {
	case c.EDTF != "":
		fmt.Fprintf(b, "  published %s\n", c.EDTF)
	case len(c.Candidates) > 0:
		fmt.Fprintf(b, "  published: undecided between %s\n", strings.Join(c.Candidates, " and "))
	case c.Yearless != "":
		fmt.Fprintf(b, "  published: %s, no year found\n", c.Yearless)
	default:
		b.WriteString("  published: no date found\n")
	}
	for _, e := range c.Evidence {
		fmt.Fprintf(b, "    because: %s\n", e)
	}
	for _, j := range c.Borrowed {
		fmt.Fprintf(b, "    with the help of: %s\n", d.Articles[j].Title)
	}
	if c.Circular {
		b.WriteString("    note: a year lent here was itself borrowed\n")
	}
}

// explainParts says how much of the text is what, and shows what was hidden.
func explainParts(b *strings.Builder, a dossier.Article) {
	paragraphs, sentences := 0, 0
	var heads, hidden []string
	for _, p := range a.Parts {
		switch p.Kind {
		case dossier.Body:
			paragraphs++
		case dossier.Furniture:
			hidden = append(hidden, quoteShort(p.Span.Of(a.Text)))
		case dossier.Title, dossier.Subtitle, dossier.Dateline, dossier.Heading:
			heads = append(heads, fmt.Sprintf("%s %s", p.Kind, quoteShort(p.Span.Of(a.Text))))
		}
	}
	for _, s := range a.Sentences {
		if s.Kind == dossier.Body {
			sentences++
		}
	}
	fmt.Fprintf(b, "  body: %s, %s, %s\n", count(paragraphs, "paragraph"), count(sentences, "sentence"), count(len(a.Mentions()), "date"))
	for _, h := range heads {
		fmt.Fprintf(b, "  %s\n", h)
	}
	if len(hidden) > 0 {
		fmt.Fprintf(b, "  hidden as page text: %s\n", strings.Join(hidden, ", "))
	}
}
