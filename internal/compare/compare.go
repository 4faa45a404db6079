// Package compare finds what two articles share: the same sentences, reworded
// ones, moved ones, and what was found in one only.
//
// It never says that two sentences mean the same, and calls nothing the same
// that differs in a fact.
package compare

import (
	"parallax/internal/dossier"
	"parallax/internal/names"
	"parallax/internal/text"
)

// Relation is how two sentences correspond.
type Relation string

// The relations, closest first.
const (
	Identical Relation = "identical"
	Near      Relation = "near"
	Reworded  Relation = "reworded"
	Related   Relation = "related"
)

// Clash is a fact in which two corresponding sentences differ.
type Clash struct {
	Kind string // "number", "date", "name", "place", "negation", "direction"
	A, B string // the words; "" if a side has none
}

// Op is one step of a word difference. Joined in order, the A spans of equal
// and delete steps are a's sentence, the B spans of equal and insert steps b's.
type Op struct {
	Kind  OpKind
	A, B  text.Span
	Small bool // punctuation or spelling only: folded and counted on the screen
}

// OpKind is what a step of a word difference does.
type OpKind uint8

// The kinds of steps.
const (
	Equal OpKind = iota
	Delete
	Insert
)

// Pair is two sentences that correspond.
type Pair struct {
	A, B     int32 // sentence numbers in the two articles
	Relation Relation
	Moved    bool
	Clashes  []Clash
	Reason   string // why they were paired, in plain words
	Ops      []Op   // for identical, near and reworded
}

// Result is the comparison of two articles. A related pair's sentences stand
// in OnlyA and OnlyB too.
type Result struct {
	Pairs        []Pair  // by A, then B
	OnlyA, OnlyB []int32 // sentences found in one article only
}

// Candidate is another article worth comparing with one.
type Candidate struct {
	Article   int32
	Score     float64
	SameStory bool
	Reason    string
}

// Telling is one article's version of a passage.
type Telling struct {
	Article   int32
	Paragraph int32 // raw paragraph number, from 1
	Sentences []int32
}

// Passage is a paragraph that several articles carry. Tellings are ordered by
// publication, so Tellings[0] is the oldest in this collection.
type Passage struct {
	ID       string // stable: article id and paragraph of the oldest telling
	Tellings []Telling
	Wordings int // how many differ from each other
}

// Comparer compares the articles of one dossier; its thresholds are calibrated
// on that dossier. It is safe for use by one goroutine.
type Comparer struct{}

// New prepares the comparison of the articles of d.
func New(d *dossier.Dossier, people *names.Index) *Comparer { return &Comparer{} }

// Compare compares articles a and b. Compare(b, a) is its mirror image.
func (c *Comparer) Compare(a, b int) Result { return Result{} }

// Within compares the sentences of one article with each other.
func (c *Comparer) Within(a int) Result { return Result{} }

// Related ranks the other articles by how much they have to do with a.
func (c *Comparer) Related(a int) []Candidate { return nil }

// Passages returns the paragraphs that more than one article carries, most
// articles first.
func (c *Comparer) Passages() []Passage { return nil }
