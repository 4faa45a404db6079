package engine

// A Sign is one of the signs of the product, by the name that its shape has in
// internal/site/pages/sprite.html.
type Sign string

// How an article stands to an event.
const (
	SignTold     Sign = "told"
	SignSame     Sign = "same"     // in the words of an earlier article
	SignChanged  Sign = "changed"  // against an earlier article
	SignLess     Sign = "less"     // less exact
	SignDisagree Sign = "disagree" // with another date
	SignUndated  Sign = "undated"
	SignLater    Sign = "later" // the event came after the article
	SignNone     Sign = "none"  // nothing found
)

// SignPublished is that of an article. Events have the signs of their status,
// see StatusSign.
const SignPublished Sign = "published"

// Untold reports whether the sign of a cell says that its article does not tell
// the event.
func (s Sign) Untold() bool { return s == SignLater || s == SignNone }

// StatusSign is the sign of an event's status: what is reported is told.
func StatusSign(status string) Sign {
	if status == "" || status == "reported" {
		return SignTold
	}
	return Sign(status)
}

// Sign is the sign that stands beside an event.
func (e Event) Sign() Sign {
	if e.EDTF == "" {
		return SignUndated
	}
	return StatusSign(e.Status)
}

// A LineState is how a sentence of a passage stands in one telling.
type LineState string

// The states of a sentence.
const (
	LineFirst   LineState = "first"   // in the oldest telling
	LineSame    LineState = "same"    // the words of an earlier telling
	LineChanged LineState = "changed" // against it
	LineNew     LineState = "new"     // in no earlier telling
	LineNone    LineState = "none"    // nothing found
	LineOutside LineState = "outside" // in another paragraph of the article
	LineLater   LineState = "later"   // tells what came after the article
)
