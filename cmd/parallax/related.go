package main

import (
	"io"

	"github.com/spf13/pflag"

	"parallax/internal/compare"
	"parallax/internal/names"
)

// The answer of parallax related, a line an article.
type (
	relatedReply struct {
		ID      string           `json:"id"`
		Related []relatedArticle `json:"related"`
	}
	relatedArticle struct {
		ID        string  `json:"id"`
		Score     float64 `json:"score"`
		SameStory bool    `json:"same_story"`
		Reason    string  `json:"reason"`
	}
)

func runRelated(args []string, _ io.Reader, out io.Writer) error {
	flags := pflag.NewFlagSet("related", pflag.ContinueOnError)
	flags.Bool("jsonl", false, "one JSON object a line (the only format)")
	if err := parseFlags(flags, args); err != nil {
		return err
	}
	name, err := oneCollection(flags)
	if err != nil {
		return err
	}
	d, err := openDossier(name)
	if err != nil {
		return err
	}
	c := compare.New(d, names.Collect(d))
	enc := newEncoder(out)
	for a := range d.Articles {
		reply := relatedReply{ID: d.Articles[a].ID, Related: []relatedArticle{}}
		for _, r := range c.Related(a) {
			reply.Related = append(reply.Related, relatedArticle{d.Articles[r.Article].ID, r.Score, r.SameStory, r.Reason})
		}
		if err := enc.Encode(reply); err != nil {
			return err
		}
	}
	return nil
}
