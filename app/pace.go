package app

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// A new screen is built apart from the one that is read meanwhile, in pieces of
// so many elements: between two of them the browser answers what was touched.
const (
	madePiece    = 150 // described to go-app
	mountedPiece = 25  // made in the browser, which takes longer
)

// pace counts the elements of what is built.
type pace struct {
	apart bool // it is not in the page yet
	made  int
}

var building pace

// count counts an element and returns what is drawn in it: its children, and a
// pause now and then.
func (p *pace) count(children []app.UI) []app.UI {
	if !p.apart {
		return children
	}
	p.made++
	if p.made%madePiece == 0 {
		p.rest()
	}
	if p.made%mountedPiece == 0 && len(children) > 0 {
		children = append(children, &pause{})
	}
	return children
}

// rest ends the task that the browser is running and goes on in a new one.
func (p *pace) rest() {
	if p.apart {
		nextTask()
	}
}

// pause draws nothing; the browser rests when it is mounted.
type pause struct{ app.Compo }

func (*pause) Render() app.UI {
	building.rest()
	return text("")
}
