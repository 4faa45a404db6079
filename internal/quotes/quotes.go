// Package quotes finds who said what: each quotation with its speaker, the
// words that attribute it, and the chain it came by.
package quotes

import (
	"parallax/internal/dossier"
	"parallax/internal/names"
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
}

// Find returns the quotes of article a, by increasing Start.
func Find(d *dossier.Dossier, a int, people *names.Index) []Quote { return nil }
