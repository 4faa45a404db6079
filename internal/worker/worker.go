package worker

import "parallax/internal/engine"

// Kind says which question a request asks. A newer request of a kind
// supersedes an unanswered older one of the same kind.
type Kind string

// The kinds, one for each method of engine.Engine, and Prepare: it has the
// engine made, which takes a moment, before anything is asked of it.
const (
	Prepare  Kind = "prepare"
	Article  Kind = "article"
	Timeline Kind = "timeline"
	Export   Kind = "export" // the timeline as a file
	Search   Kind = "search"
	Compare  Kind = "compare"
	Pairs    Kind = "pairs"
	Passage  Kind = "passage"
	Quotes   Kind = "quotes"
	Jump     Kind = "jump"
)

// kinds is all of them.
var kinds = [...]Kind{Prepare, Article, Timeline, Export, Search, Compare, Pairs, Passage, Quotes, Jump}

// Request is one question of the page to the engine. Which fields matter
// depends on Kind.
type Request struct {
	Seq   uint32       `json:"seq"` // set by the sender, counts from 1
	Kind  Kind         `json:"kind"`
	Query engine.Query `json:"query"`
	ID    string       `json:"id,omitempty"` // article, passage
	A     string       `json:"a,omitempty"`  // articles compared
	B     string       `json:"b,omitempty"`
	Clock string       `json:"clock,omitempty"`
	Typed string       `json:"typed,omitempty"` // jump

	// Corrections is JSON of the reader's []engine.Correction, for a timeline.
	Corrections string `json:"corrections,omitempty"`
	Format      string `json:"format,omitempty"` // export
	// Window counts the parts of a long list from 0; ID, the event that the
	// window must hold, comes before it.
	Window int `json:"window,omitempty"`
}

// Reply answers the request with the same Seq.
type Reply struct {
	Seq   uint32 `json:"seq"`
	Kind  Kind   `json:"kind"`
	Found bool   `json:"found"`           // false: no such article or passage
	Draft bool   `json:"draft,omitempty"` // the whole answer follows
	Body  []byte `json:"-"`               // JSON of the engine's reply; of an export the file
	Error string `json:"error,omitempty"`
}
