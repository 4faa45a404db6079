package app

import (
	"time"

	"github.com/maxence-charriere/go-app/v10/pkg/app"
)

// A new screen is built apart from the one that is read meanwhile, in pieces of
// a few milliseconds: between two of them the browser answers what was touched.
// So are the rows of a long screen but the first ones.
// One that must compile what it runs for the first time gets less done in one.
const (
	longestPiece = 5 * time.Millisecond
	checked      = 10 // elements from one look at the clock to the next
)

// frame is how long the browser has to show what stands.
const frame = 16 * time.Millisecond

// pace watches over how long a screen is built in one piece.
type pace struct {
	apart bool // it is not in the page yet, or further down than is looked at
	made  int  // elements described to go-app
	began time.Time
}

// building watches what is built at the moment. It is one for the whole page and
// not a field of the reader, since el, which every screen is made of, knows no
// reader, and go-app builds one component at a time. Only the goroutine that
// draws touches it, and Run before there is one; the Worker, whose rehearsal
// nobody waits for, leaves it as it is.
var building pace

// count counts an element that is described, resting now and then, and returns
// what is drawn in it: its children, and now and then a rest for when it is made
// in the browser.
func (p *pace) count(children []app.UI) []app.UI {
	if !p.apart {
		return children
	}
	p.made++
	if p.made%checked != 0 {
		return children
	}
	p.restIfLong()
	if len(children) == 0 {
		return nil
	}
	return append(children, &pause{})
}

// restIfLong rests when the piece took long enough.
func (p *pace) restIfLong() {
	if p.apart && time.Since(p.began) >= longestPiece {
		p.rest()
	}
}

// rest ends the task that the browser is running and goes on in a new one.
func (p *pace) rest() {
	nextTask()
	p.began = time.Now()
}

// pause draws nothing; the browser may rest when it is mounted.
type pause struct{ app.Compo }

func (*pause) Render() app.UI {
	building.restIfLong()
	return text("")
}
