// Package timeline merges the dates that articles mention into events, and
// says for every article whether and how it tells each of them.
package timeline

import (
	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
	"parallax/internal/quotes"
	"parallax/internal/text"
)

// Status is how an event is given by those who tell it.
type Status string

// The statuses.
const (
	Reported  Status = "reported"
	Planned   Status = "planned"
	Alleged   Status = "alleged"
	Statement Status = "statement"
)

// State is how one article stands to an event.
type State string

// The states of a cell. NothingFound is a statement about this program, not
// about the article.
const (
	Told         State = "told"
	LessExact    State = "less exact"
	Undated      State = "undated" // an allusion: "previously reached ceasefire agreements"
	Later        State = "later"   // the event came after the article
	NothingFound State = "nothing found"
)

// Cell is one article's entry for an event.
type Cell struct {
	State     State
	Relation  compare.Relation // to the telling of SameAs; "" for own words
	SameAs    int32            // article of the earlier telling it repeats or rewords, or -1
	Sentences []int32          // that tell or allude to it
	Date      text.Span        // the date's words in the first of them, if dated
	Nearest   int32            // for NothingFound: the closest sentence, or -1
}

// Event is one resolved time and what happened then.
type Event struct {
	ID     string // stable while the articles stay the same
	When   dates.Value
	Status Status
	Words  text.Span // heading: words of the telling by article Teller
	Teller int32
	Cells  []Cell // one for each article of the dossier, in its order
	// Told counts the articles that tell it, Wordings their different wordings.
	Told, Wordings int
}

// Timeline is all events of a dossier.
type Timeline struct {
	Events  []Event // by Earliest, then precision, then order in the text
	Undated []Event
}

// New builds the timeline of d. quoted holds each article's quotes.
func New(d *dossier.Dossier, quoted [][]quotes.Quote, c *compare.Comparer) *Timeline {
	return &Timeline{}
}
