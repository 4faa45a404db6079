// Package quotes finds who said what: each quotation with its speaker, the
// words that attribute it, and the chain it came by.
//
// It is a scanner over the words of one sentence at a time. A quotation in
// marks is one token. A cue ("said", "according to", "in his view") is looked
// up in a table; the phrase before it (or after it, in "said the minister")
// is the speaker as mentioned, what follows "that" or stands before the comma
// is the statement. Pronouns and epithets are resolved afterwards against the
// people of the dossier.
package quotes

import (
	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/sorting"
	"parallax/internal/text"
)

// Type is how a statement is given.
type Type string

// The types of quotes. A declined one is no statement: "did not comment on".
const (
	Direct   Type = "direct"
	Mixed    Type = "mixed"
	Indirect Type = "indirect"
	Declined Type = "declined"
)

// Quote is one statement attributed to somebody.
//
// The span of a direct or mixed quote is the words in marks, marks included;
// that of an indirect or declined one the clause without its final stop.
// Where marks set off only a few words of a long clause, the mixed quote is
// the clause.
type Quote struct {
	Article int32
	Span    text.Span // quotation marks included
	Type    Type
	Speaker string    // canonical name, "Dmitry Peskov"; "" if nobody is named
	Person  int32     // index into names.Index.Entities, or -1
	Name    text.Span // the speaker as mentioned, "the senior Russian diplomat"
	Cue     text.Span // "pointed out"
	Venue   text.Span // "reporters"; empty if none
	Via     string    // outlet the quote came by, "Nikkei"; "" if first hand
	When    int32     // index into Article.Mentions, or -1
	Denies  bool      // the speaker says that it is not so: "rejected claims of fraud"
	Led     bool      // the words say little without the verb: "accused" each other of fraud
}

// A reader finds the quotes of one article.
type reader struct {
	d       *dossier.Dossier
	article *dossier.Article
	index   int
	people  *names.Index
	s       string
	blocks  []text.Span
	quoted  []quoted
	out     []Quote
	ahead   text.Span // the statement that the speaker looked for stands behind
	further bool      // who is looked for spoke before: "the teacher added"
	body    bool      // the unit being read is of the body: capitals tell names there
	speakers
}

// Find returns the quotes of article a, by increasing Start.
func Find(d *dossier.Dossier, a int, people *names.Index) []Quote {
	r := &reader{d: d, article: &d.Articles[a], index: a, people: people, s: d.Articles[a].Text}
	var kinds []dossier.Kind
	r.blocks, kinds = blocksOf(r.article)
	r.quoted = findQuoted(r.s, r.blocks)
	r.speakers = newSpeakers(r)
	r.transcript(kinds)
	units := r.units(kinds)
	r.attribute(units)
	r.oneName(units)
	sorting.Stable(r.out, func(a, b Quote) int {
		if a.Span.Start != b.Span.Start {
			return int(a.Span.Start - b.Span.Start)
		}
		return int(b.Span.End - a.Span.End)
	})
	return r.out
}
