// Package timeline merges the dates that articles mention into events, and
// says for every article whether and how it tells each of them.
//
// A telling is one sentence (with those that carry it on) that gives a time
// and what happened then. Tellings of one time that tell the same thing, in
// whatever words, are one event; different things on one day stay apart.
// Nothing here knows the subject of the news: what kind of thing happened and
// whether it is reported, planned, alleged or said is read off the verbs.
package timeline

import (
	"parallax/internal/compare"
	"parallax/internal/dates"
	"parallax/internal/dossier"
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
	Disagree     State = "disagree" // tells it in like words with a time that excludes the event's
	Undated      State = "undated"  // an allusion: "previously reached ceasefire agreements"
	Later        State = "later"    // the event came after the article
	NothingFound State = "nothing found"
)

// Cell is one article's entry for an event.
type Cell struct {
	Article   int32
	State     State
	Relation  compare.Relation // to the telling of SameAs; "" for own words, and until Relate
	Small     bool             // differs from SameAs in punctuation or case only
	Number    bool             // has the wording of SameAs with another number
	SameAs    int32            // article of the earlier telling it repeats or rewords, or -1
	Sentences []int32          // that tell or allude to it, by number
	Dates     []text.Span      // the words of the time, one for each sentence that has some
	Words     text.Span        // the words that tell it, shorter than a sentence
	When      dates.Value      // the time this article gives; zero if none
	Nearest   int32            // for NothingFound, by FindNearest: the closest sentence, or -1
	Perhaps   Doubt            // the same: how Nearest may tell it after all
}

// Doubt is how a sentence may tell an event that was not found to be told there.
type Doubt uint8

// The doubts.
const (
	NoDoubt    Doubt = iota
	OtherWords       // the same deed, the same clock, or most of what was said
	OtherTime        // the same deed at a time that excludes the event's
)

// Event is one resolved time and what happened then.
type Event struct {
	ID     string // stable while the articles stay the same
	When   dates.Value
	Clocks []text.Span // the words of each clock, where the teller gives several for one moment
	Status Status
	Not    bool      // told not to be: "is not expected"
	Words  text.Span // heading: words of the telling by article Teller
	Teller int32
	// Cells holds the articles that tell the event or allude to it, by
	// publication. Timeline.Cell answers for every article.
	Cells []Cell
	// Told counts the articles that tell it, Wordings their different wordings.
	// Both are 0 until Relate.
	Told, Wordings int
	// After is the time told just before, for an undated event that follows it
	// in the telling; zero if there is none.
	After dates.Value

	stems   bag       // of the heading's telling
	within  text.Span // the sentence of the heading
	deeds   []*deed
	related bool
}

// Timeline is all events of a dossier.
type Timeline struct {
	Events  []Event // by Earliest, then precision, then order in the text
	Undated []Event // by the publication of the teller, then order in the text

	d     *dossier.Dossier
	c     *compare.Comparer
	of    [][]int32 // article → indexes into Events it has a cell for
	shelf *shelf
	bags  [][]bag     // article → sentence → its content words
	deeds [][][]*deed // the same → what is done in it; nil until asked for
}

// Of returns the indexes into Events of those that article a tells or alludes
// to, in the order of Events.
func (t *Timeline) Of(a int) []int32 {
	if a >= len(t.of) {
		return nil
	}
	return t.of[a]
}
