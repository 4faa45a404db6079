package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// compareText is one side of a line of parallax compare --jsonl.
type compareText struct {
	Text      *string `json:"text"`
	Published string  `json:"published"`
	DCT       string  `json:"dct"` // another name for published
}

type compareLine struct {
	ID json.RawMessage `json:"id"`
	A  *compareText    `json:"a"`
	B  *compareText    `json:"b"`
}

// The answer of parallax compare.
type (
	span [2]int32

	compareReply struct {
		ID     json.RawMessage `json:"id,omitempty"`
		Pairs  []comparePair   `json:"pairs"`
		OnlyA  []span          `json:"only_a"`
		OnlyB  []span          `json:"only_b"`
		Hidden compareHidden   `json:"hidden"`
	}
	compareHidden struct {
		A []span `json:"a"`
		B []span `json:"b"`
	}
	comparePair struct {
		A        span             `json:"a"`
		B        span             `json:"b"`
		Relation compare.Relation `json:"relation"`
		Moved    bool             `json:"moved"`
		Clash    []compareClash   `json:"clash"`
		Reason   string           `json:"reason"`
		Ops      []compareOp      `json:"ops"`
	}
	compareClash struct {
		Kind compare.ClashKind `json:"kind"`
		A    string            `json:"a"`
		B    string            `json:"b"`
	}
	compareOp struct {
		Op string `json:"op"`
		A  span   `json:"a"`
		B  span   `json:"b"`
	}
)

var opNames = [...]string{compare.Equal: "equal", compare.Delete: "delete", compare.Insert: "insert"}

func runCompare(args []string, in io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("compare", pflag.ContinueOnError)
	flags.Bool("json", false, "one JSON object (the only format of two articles)")
	lines := flags.Bool("jsonl", false, "read pairs of texts from standard input, one JSON object a line")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	if *lines {
		if flags.NArg() > 0 {
			return errors.New("compare --jsonl reads the texts from standard input and takes no articles")
		}
		return eachLine(in, out, compareTexts)
	}
	if flags.NArg() < 2 || flags.NArg() > 3 {
		return errors.New("compare takes two articles and perhaps a collection: parallax compare A B [DOSSIER]")
	}
	if err := checkNamed(flags, flags.Args()[2:]); err != nil {
		return err
	}
	d, err := openDossier(flags.Arg(2))
	if err != nil {
		return err
	}
	var at [2]int
	for i := range at {
		if at[i], err = findArticle(d, flags.Arg(i)); err != nil {
			return err
		}
	}
	c := compare.New(d, names.Collect(d))
	return newEncoder(out).Encode(compareArticles(d, c, at[0], at[1]))
}

// findArticle returns the index of the article that ref names.
func findArticle(d *dossier.Dossier, ref string) (int, error) {
	n, ok := d.Find(ref)
	begins := func(a dossier.Article) bool { return strings.HasPrefix(a.ID, ref) || strings.HasPrefix(a.File, ref) }
	switch {
	case ok:
		return n, nil
	case slices.ContainsFunc(d.Articles, begins):
		return 0, fmt.Errorf("compare: more than one article begins with %q; parallax check lists the ids", ref)
	}
	return 0, fmt.Errorf("compare: no article %q; parallax check lists the ids", ref)
}

// check reports what of the text called name cannot be understood.
func (t *compareText) check(name string) error {
	switch {
	case t.Text == nil:
		return errors.New("no text " + name)
	case !dates.Understood(t.published()):
		return fmt.Errorf("%s: published %s is no date such as 2020-10-26", name, quoteShort(t.published()))
	}
	return nil
}

func (t *compareText) published() string { return cmp.Or(t.Published, t.DCT) }

// compareTexts answers one line of JSONL. A side without words is an article
// without sentences.
func compareTexts(line []byte) (any, error) {
	var l compareLine
	if err := dossier.DecodeLine(line, &l); err != nil {
		return nil, err
	}
	if l.A == nil {
		return nil, errors.New("no text a")
	}
	if err := l.A.check("a"); err != nil {
		return nil, err
	}
	if l.B != nil {
		if err := l.B.check("b"); err != nil {
			return nil, err
		}
	}
	var p dossier.Pack
	at := [2]int{-1, -1} // of a and b in p
	for i, t := range []*compareText{l.A, l.B} {
		if t == nil || strings.TrimSpace(*t.Text) == "" {
			continue
		}
		at[i] = len(p.Articles)
		p.Articles = append(p.Articles, dossier.Meta{ID: [...]string{"a", "b"}[i], Text: *t.Text, Published: t.published()})
	}
	reply := noReply()
	if len(p.Articles) > 0 {
		d, err := dossier.New(p)
		if err != nil {
			return nil, err
		}
		c := compare.New(d, names.Collect(d))
		switch {
		case l.B == nil:
			reply = compareArticles(d, c, 0, 0)
		case at[1] < 0:
			reply.OnlyA, reply.Hidden.A = allSentences(&d.Articles[0]), hiddenSpans(&d.Articles[0])
		case at[0] < 0:
			reply.OnlyB, reply.Hidden.B = allSentences(&d.Articles[0]), hiddenSpans(&d.Articles[0])
		default:
			reply = compareArticles(d, c, at[0], at[1])
		}
	}
	reply.ID = l.ID
	return reply, nil
}

// noReply is the comparison of nothing with nothing.
func noReply() compareReply {
	return compareReply{Pairs: []comparePair{}, OnlyA: []span{}, OnlyB: []span{}, Hidden: compareHidden{[]span{}, []span{}}}
}

// allSentences returns the sentences of a that are compared.
func allSentences(a *dossier.Article) []span {
	out := []span{}
	for _, s := range a.Sentences {
		if s.Kind != dossier.Furniture && s.Kind != dossier.Dateline {
			out = append(out, spanOf(text.Trim(a.Text, s.Span)))
		}
	}
	return out
}

// compareArticles compares two articles, or one with itself if a is b.
func compareArticles(d *dossier.Dossier, c *compare.Comparer, a, b int) compareReply {
	var r compare.Result
	reply := noReply()
	reply.Hidden.A = hiddenSpans(&d.Articles[a])
	if a == b {
		r = c.Within(a)
	} else {
		r = c.Compare(a, b)
		reply.Hidden.B = hiddenSpans(&d.Articles[b])
	}
	sentence := func(article int, n int32) span {
		art := &d.Articles[article]
		return spanOf(text.Trim(art.Text, art.Sentences[n].Span))
	}
	for _, p := range r.Pairs {
		out := comparePair{
			A: sentence(a, p.A), B: sentence(b, p.B),
			Relation: p.Relation, Moved: p.Moved, Reason: p.Reason,
			Clash: []compareClash{}, Ops: []compareOp{},
		}
		for _, cl := range p.Clashes {
			out.Clash = append(out.Clash, compareClash(cl))
		}
		for _, op := range p.Ops {
			out.Ops = append(out.Ops, compareOp{opNames[op.Kind], spanOf(op.A), spanOf(op.B)})
		}
		reply.Pairs = append(reply.Pairs, out)
	}
	for _, n := range r.OnlyA {
		reply.OnlyA = append(reply.OnlyA, sentence(a, n))
	}
	for _, n := range r.OnlyB {
		reply.OnlyB = append(reply.OnlyB, sentence(b, n))
	}
	return reply
}

// hiddenSpans returns the page text and datelines of an article, which are
// compared with nothing.
func hiddenSpans(a *dossier.Article) []span {
	out := []span{}
	for _, p := range a.Parts {
		if p.Kind == dossier.Furniture || p.Kind == dossier.Dateline {
			out = append(out, spanOf(text.Trim(a.Text, p.Span)))
		}
	}
	return out
}

func spanOf(sp text.Span) span { return span{sp.Start, sp.End} }
