package app

import "github.com/maxence-charriere/go-app/v10/pkg/app"

// The first screen is built apart from the page that is read meanwhile, in
// pieces of so many elements: between two of them the browser answers what
// was touched. Later screens are built in one go, as they are seen to change.
const (
	madePiece    = 150 // described to go-app
	mountedPiece = 25  // made in the browser, which takes longer
)

// pace counts the elements of the first screen.
type pace struct {
	first bool // it is being built
	made  int
}

var drawing pace

// count counts an element and returns what is drawn besides its children.
func (p *pace) count(children []app.UI) []app.UI {
	if !p.first {
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
	if p.first {
		turn()
	}
}

// pause draws nothing; the browser rests when it is mounted.
type pause struct{ app.Compo }

func (*pause) Render() app.UI {
	drawing.rest()
	return text("")
}
