// Package route turns the state of the reader into an address and back.
package route

// Screen is which page is shown.
type Screen uint8

// The screens; the zero Screen is the start.
const (
	Home Screen = iota
	Article
	Timeline
	Search
	Compare
	Passage
	Reports
	Quotes
	Help
	NotFound
)

// State is everything a reader can bookmark, share or step back to.
// The zero State is the start screen.
type State struct {
	Screen  Screen // from the path
	Article string // id, on the article screen
	Slug    string // readable part of the article's path; not needed to find it

	Query  string // as typed
	Outlet string // outlet id
	Who    string // a person's name
	From   string // EDTF day, month or year; inclusive
	To     string

	A, B  string // ids of the articles compared
	At    int    // paragraph of A to show first; also #p= on an article; 0 is none
	Layer string // "" (wording), "events", "quotes"
	Clock string // "" (happened), "published"
	Event string // id of the event to open
	Topic string // id of the passage (#t=)
}

// Parse reads a path below the base path and a fragment without its leading
// "#". It accepts anything: what it does not know it drops, so an old link
// still opens.
func Parse(path, fragment string) State { return State{} }

// Address returns the path below the base path and the fragment of s.
func (s State) Address() (path, fragment string) { return "/", "" }
